using System.Security.Cryptography;
using OpenAso.Access;
using OpenAso.Members;
using OpenAso.Operations;
using OpenAso.Operations.Access;
using OpenAso.Operations.OwnRecords;
using OpenAso.Operations.Serving;

namespace OpenAso.Cli.Serving;

/// <summary>The accounts of books that have none: one for each role, with one password that is said once.</summary>
internal static class FirstAccounts
{
    public static async Task MakeAsync(ServedBooks books, WebSettings settings, Terminal terminal)
    {
        var tenant = settings.Tenant;
        if (new AccountUseCase(books.Reading).HasAny(tenant))
            return;
        if (!settings.SignIn.AllowsPasswords)
        {
            terminal.Say("Nobody has an account yet: 'openaso account add' makes one, 'openaso account link' ties it "
                + "to somebody at the identity provider.");
            return;
        }
        var password = Secret.Readable(RandomNumberGenerator.GetBytes(15));
        var accounts = Of(books).Concat(books.Scopes().SelectMany(scope => Members(books, scope))).ToList();
        await books.WriteAsync(async writing =>
        {
            foreach (var account in accounts)
                await new AccountUseCase(writing)
                    .KeepAsync(tenant, account, Secret.Keep(password, RandomNumberGenerator.GetBytes(16)))
                    .ConfigureAwait(false);
            return accounts.Count;
        }).ConfigureAwait(false);
        terminal.Say($"Accounts were made: {string.Join(", ", accounts.Select(account => account.Id))}.");
        terminal.Say($"Their password, which is not shown again: {password}");
    }

    private static IEnumerable<Account> Of(ServedBooks books)
    {
        Role[] ofAdministrator =
        [
            Role.Examiner, Role.Supervisor, Role.Finance, Role.Eligibility, Role.StopLossDesk, Role.Auditor,
            Role.Administrator,
        ];
        foreach (var role in ofAdministrator)
            yield return new Account(IdOf(role), NameOf(role), [new Grant(role)]);
        foreach (var scope in books.Scopes())
            yield return new Account(
                $"employer-{scope.Employer}", $"Finance of {scope.Employer}",
                [new Grant(Role.EmployerFinance, scope.Employer)]);
    }

    // A family in which there is something to decide about who sees what: two grown up, and a child.
    private static IEnumerable<Account> Members(ServedBooks books, EmployerScope scope)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var families = new OwnRecordsUseCase(books.Reading, ShippedDocuments.Procedure()).Families(scope);
        var family = families.FirstOrDefault(family => family.Subscriber is not null
            && family.People.Items.Any(person => person.Relationship == Relationship.Spouse)
            && family.People.Items.Any(person => person.AgeOn(today) < RecordRules.AdultFrom));
        if (family is null)
            yield break;
        var spouse = family.People.Items.First(person => person.Relationship == Relationship.Spouse);
        yield return Member("member", family.Subscriber!);
        yield return Member("spouse", spouse);

        Account Member(string word, Person person) => new(
            $"{word}-{scope.Employer}", $"{person.Name.First} {person.Name.Last}",
            [new Grant(Role.Member, scope.Employer) { Family = family.Id, Person = person.Number.Value }]);
    }

    private static string IdOf(Role role) => role switch
    {
        Role.StopLossDesk => "stop-loss",
        _ => role.ToString().ToLowerInvariant(),
    };

    private static string NameOf(Role role) => role switch
    {
        Role.StopLossDesk => "Stop-loss desk",
        _ => role.ToString(),
    };
}
