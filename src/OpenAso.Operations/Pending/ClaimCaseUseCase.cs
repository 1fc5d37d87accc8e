using Dapper;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.Plans;

namespace OpenAso.Operations.Pending;

/// <summary>Shows a claim with all that an examiner looks at beside it.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class ClaimCaseUseCase(Books books)
{
    private const int MostSimilar = 5;

    // A claim that waited for its enrolment stands under the same number in its family.
    private const string Place =
        """
        select family, import from claim where tenant = @tenant and employer = @employer and claim = @claim
        order by case when reversed_by = claim then 1 else 0 end, family limit 1
        """;

    /// <summary>A claim; null where there is none of that number.</summary>
    /// <param name="terms">Whose.</param>
    /// <param name="claim">Its whole number.</param>
    public ClaimCase? Show(EmployerTerms terms, string claim)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return ClaimId.TryParse(claim, out var id)
            ? Find(terms, id)
            : null;
    }

    /// <summary>The claims of a family by person, newest first.</summary>
    /// <param name="terms">Whose.</param>
    /// <param name="family">Which.</param>
    /// <returns>Without those that wait no longer because they were decided as another version.</returns>
    public LoadedFamily Family(EmployerTerms terms, FamilyId family)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.Read(connection =>
            SqlFamilyStore.Load(connection, terms.Scope, [family], terms.Basis)[0]);
    }

    // PERF: one round trip instead of four.
    private ClaimCase? Find(EmployerTerms terms, ClaimId id) => books.Database.Ask(
        $"{Place};\n{PendWorkRows.OfClaim};\n" + SqlFamilyStore.Statements(rows =>
            rows.AmongThose(books.Database.Dialect, $"select family from ({Place}) as place")),
        terms.Scope.Bound(new { claim = id.ToString() }), found => Read(found, terms, id));

    private static ClaimCase? Read(SqlMapper.GridReader found, EmployerTerms terms, ClaimId id)
    {
        if (found.Read<(string Family, long Import)>().ToList() is not [var (family, import)])
            return null;
        var work = PendWorkRows.Read(found);
        return Case(terms, SqlFamilyStore.Read(found, [new FamilyId(family)], terms.Basis)[0], (import, id), work);
    }

    private static ClaimCase? Case(
        EmployerTerms terms, LoadedFamily family, (long Import, ClaimId Id) place, IReadOnlyList<PendWork> work)
    {
        if (family.Context.History.Find(place.Id) is not { } decided)
            return null;
        var (claim, determination) = (decided.Claim, decided.Determination);
        var original = determination.Reverses is { } reverses ? family.Context.History.Find(reverses) : null;
        var shown = determination.Status == ClaimStatus.Void && original is not null ? original.Claim : claim;
        var plan = CaseLines.PlanOf(terms, determination, claim);
        return new ClaimCase(family.Id, family.Version, decided, plan, family.Context.Family)
        {
            Import = place.Import,
            Lines = CaseLines.Of(shown, determination, plan),
            Limits = Limits(family.Context.History, decided, plan),
            Similar = Similar(family.Context.History, decided),
            Work = work,
        };
    }

    // As it stood when the claim was decided: what came later does not matter here.
    private static List<CaseLimit> Limits(FamilyHistory history, DecidedClaim decided, ResolvedPlan? plan)
    {
        var used = new FamilyAccumulators();
        foreach (var earlier in history.Claims.TakeWhile(earlier => earlier != decided))
            Apply(used, earlier.Determination);
        var before = used.Entries.ToDictionary(entry => entry.Key, entry => entry.Amount);
        Apply(used, decided.Determination);
        return [.. used.Entries
            .Where(entry => before.GetValueOrDefault(entry.Key) != entry.Amount
                || (entry.Key.Person == decided.Determination.Person && IsOf(plan, entry.Key.Limit)))
            .OrderBy(entry => entry.Key.WindowFirst).ThenBy(entry => entry.Key.Limit.Value, StringComparer.Ordinal)
            .Select(entry => LimitOf(entry, before.GetValueOrDefault(entry.Key), plan))];
    }

    // What the person has used under another plan has nothing to do with the claim.
    private static bool IsOf(ResolvedPlan? plan, LimitId id) =>
        plan is null || plan.Limits.Any(limit => limit.Id == id);

    private static CaseLimit LimitOf(AccumulatorMovement after, long before, ResolvedPlan? plan)
    {
        var limit = plan?.Limits.FirstOrDefault(limit => limit.Id == after.Key.Limit);
        return new CaseLimit(
            after.Key, limit is null ? after.Key.Limit.Value : Correspondence.LimitUsed.NameOf(plan!, limit),
            limit?.Measure is null or LimitMeasure.Deductible or LimitMeasure.OutOfPocket or LimitMeasure.PlanPaid,
            before, after.Amount);
    }

    private static void Apply(FamilyAccumulators used, Determination determination)
    {
        used.Apply(determination.ReversedMovements);
        used.Apply(determination.Movements);
    }

    private static List<DecidedClaim> Similar(FamilyHistory history, DecidedClaim decided)
    {
        var claim = decided.Claim;
        var days = new DateRange(claim.FirstServiceDate, claim.LastServiceDate);
        return [.. history.Claims.Where(other => other != decided && other.IsLive
            && other.Determination.Person == decided.Determination.Person
            && other.Claim.Billing.Npi == claim.Billing.Npi && other.Claim.Billing.TaxId == claim.Billing.TaxId
            && days.Overlaps(new DateRange(other.Claim.FirstServiceDate, other.Claim.LastServiceDate)))
            .Take(MostSimilar)];
    }
}
