using OpenAso.Claims;
using OpenAso.Correspondence;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Access;
using OpenAso.Operations.Pending;

namespace OpenAso.Operations.OwnRecords;

/// <summary>Who looks at the own records.</summary>
/// <param name="Family">The family.</param>
/// <param name="Person">Who of it.</param>
public sealed record RecordViewer(FamilyId Family, PersonNumber Person)
{
    /// <summary>Who an account is at an employer; null where it is no member there.</summary>
    /// <param name="account">Signed in.</param>
    /// <param name="employer">Whose plan.</param>
    public static RecordViewer? Of(Account account, EmployerId employer)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Grants.Items.FirstOrDefault(grant => grant.Role == Role.Member && grant.Employer == employer
            && grant.Family is not null && grant.Person is > 0 and <= byte.MaxValue) is { Family: { } family } found
            ? new RecordViewer(family, new PersonNumber((byte)found.Person))
            : null;
    }
}

/// <summary>What somebody wants done about the own records.</summary>
/// <param name="Family">The family.</param>
/// <param name="Person">Whose records: who asks.</param>
/// <param name="By">With which account, when and from where.</param>
public sealed record RecordWish(FamilyId Family, PersonNumber Person, Examiner By);

/// <summary>What one person of a family may be shown: the own records, and those that the rules open.</summary>
/// <param name="Me">Who looks.</param>
/// <param name="Wishes">What was said about who sees what, as far as it is the viewer's own.</param>
/// <param name="People">Whose records are open, the viewer first.</param>
/// <param name="Others">Everybody else of the family, by name alone: to grant a look at the own records.</param>
/// <param name="Claims">Newest first.</param>
/// <param name="Letters">Explanations of benefits, newest first.</param>
public sealed record OwnRecords(
    Person Me, FamilyWishes Wishes, IReadOnlyList<OwnPerson> People, IReadOnlyList<Person> Others,
    IReadOnlyList<OwnClaim> Claims, IReadOnlyList<OwnLetter> Letters);

/// <summary>A person whose records are open, with what was used of the limits.</summary>
/// <param name="Person">Who.</param>
/// <param name="Plans">Each plan that covers the person on the day, with its limits.</param>
public sealed record OwnPerson(Person Person, IReadOnlyList<OwnPlan> Plans);

/// <summary>A plan that covers somebody, and what was used of its limits.</summary>
/// <param name="Plan">Which plan.</param>
/// <param name="Name">What a member reads.</param>
/// <param name="Currency">Of its amounts.</param>
/// <param name="Limits">For the person and for the family.</param>
public sealed record OwnPlan(PlanId Plan, string Name, string Currency, ValueList<LimitUsed> Limits);

/// <summary>A claim of somebody whose records are open.</summary>
/// <param name="Person">Who was treated.</param>
/// <param name="Decided">As it stands.</param>
public sealed record OwnClaim(Person Person, DecidedClaim Decided);

/// <summary>An explanation of benefits.</summary>
/// <param name="Name">Of its page.</param>
/// <param name="Person">Who was treated.</param>
/// <param name="Day">Of the decisions.</param>
public sealed record OwnLetter(string Name, Person Person, DateOnly Day);

/// <summary>What a member asked for about the own records is not done; nothing was changed.</summary>
/// <param name="sentence">Says why and how to mend it.</param>
public sealed class WishRefusedException(Sentence sentence) : WorkRefusedException(sentence);
