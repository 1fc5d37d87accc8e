using System.Data.Common;
using System.Globalization;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.Operations.Insuring;

/// <summary>A policy on a day, as the stop-loss desk looks at it: claimants by name.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Position">Where it stands, with its watch list.</param>
/// <param name="Filings">What was filed, is due and is outstanding.</param>
/// <param name="Names">Claimants by what the policy calls them.</param>
public sealed record StopLossDesk(
    StopLossPolicy Policy, StopLossPosition Position, FilingDesk Filings,
    IReadOnlyDictionary<string, PersonName> Names)
{
    /// <summary>The name of a claimant; what the policy calls the person where nobody of that number is
    /// enrolled.</summary>
    /// <param name="claimant">As the policy counts.</param>
    public string NameOf(string claimant) =>
        Names.TryGetValue(claimant, out var name) ? $"{name.First} {name.Last}".Trim() : claimant;
}

/// <summary>Shows the stop-loss desk.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class StopLossDeskUseCase(Books books)
{
    /// <summary>The policy that is named, or the one of a day; null where the employer has none that has begun.
    /// </summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="policy">A policy's number; null for the one of the day.</param>
    /// <param name="day">Nothing that was paid later is known yet.</param>
    public StopLossDesk? Show(EmployerTerms terms, string? policy, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (Begun(terms, policy, day) is not { } shown)
            return null;
        return books.Database.Read(connection =>
        {
            var position = BookedPolicy.Read(connection, terms, shown, day).Position;
            return new StopLossDesk(
                shown, position, FilingDesk.Of(connection, terms.Scope, shown, position),
                Names(connection, terms.Scope, position));
        });
    }

    private static StopLossPolicy? Begun(EmployerTerms terms, string? number, DateOnly day)
    {
        var begun = terms.Policies.Items.Where(policy => policy.Period.First <= day).ToList();
        return number is not null
            ? begun.Find(policy => policy.Number == number)
            : terms.PolicyOn(day) ?? begun.LastOrDefault();
    }

    private static Dictionary<string, PersonName> Names(
        DbConnection connection, EmployerScope scope, StopLossPosition position)
    {
        var claimants = position.Specific.Items.Select(one => one.Claimant).ToHashSet(StringComparer.Ordinal);
        var families = claimants.SelectMany(FamiliesOf).Distinct().ToList();
        var names = new Dictionary<string, PersonName>(StringComparer.Ordinal);
        foreach (var (id, family) in FamilyRows.Read(connection, scope, families))
        {
            foreach (var person in family.People)
                names[string.Create(CultureInfo.InvariantCulture, $"{id.Value}-{person.Number.Value}")] = person.Name;
            if (family.Subscriber is { } subscriber)
                names.TryAdd(id.Value, subscriber.Name);
        }
        return names;
    }

    // A person is a family with a number behind a hyphen; a certificate is the family alone.
    private static IEnumerable<FamilyId> FamiliesOf(string claimant)
    {
        yield return new FamilyId(claimant);
        if (claimant.LastIndexOf('-') is > 0 and var hyphen)
            yield return new FamilyId(claimant[..hyphen]);
    }
}
