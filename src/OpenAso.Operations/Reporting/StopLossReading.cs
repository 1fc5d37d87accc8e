using System.Data.Common;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Paying;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.Operations.Reporting;

/// <summary>Reads what a benefits manager asks of stop-loss and of the year's cost.</summary>
internal static class StopLossReading
{
    private static readonly Percent Half = Percent.Of(50);

    /// <summary>The policy of a day, or the last one before it while its payments may still count; null for
    /// none.</summary>
    public static (StopLossSummary Summary, StopLossPosition Position, StopLossPolicy Policy)? Of(
        DbConnection connection, EmployerTerms terms, DateOnly day)
    {
        var policy = terms.PolicyOn(day) ?? terms.Policies.Items.LastOrDefault(known => known.Period.Last < day);
        if (policy is null)
            return null;
        var position = StopLossBooks.FromScratch(connection, terms, policy, day).Position();
        var premium = PremiumRows.Billed(connection, terms.Scope, policy)
            .Where(bill => bill.Key.First <= day).Select(bill => bill.Value).Total();
        var desk = FilingDesk.Of(connection, terms.Scope, policy, position);
        var summary = new StopLossSummary(
            policy.Number, policy.Carrier, Watched(terms.Scope, position), RecoverableBooking.Of(position),
            position.AggregatingUsed, policy.Specific?.Aggregating ?? Money.Zero, position.Aggregate,
            position.Notices.Count, premium)
        {
            Filed = desk.Filed,
            Received = desk.Received,
            Outstanding = desk.Outstanding,
            NotFiled = desk.NotFiled,
            PayableToCarrier = desk.PayableToCarrier,
        };
        return (summary, position, policy);
    }

    /// <summary>What the plan year of a day is expected to cost, and what it can cost at most.</summary>
    public static CostOutlook Outlook(
        DbConnection connection, EmployerTerms terms, DateOnly day, StopLossPolicy? policy, StopLossPosition? position)
    {
        var (agreement, year) = (terms.Agreement, terms.Agreement.Year.Containing(day));
        Money fixedCost = Money.Zero, expected = Money.Zero, unprotected = Money.Zero;
        IReadOnlyList<CensusCount> census = [];
        for (var month = Month.Of(year.First); month <= Month.Of(year.Last); month = month.Next)
        {
            if (month <= Month.Of(day) && CensusRows.Count(connection, terms, month) is { Count: > 0 } known)
                census = known;
            fixedCost += Fees.ForMonth(agreement, month, census).Value.Total + Premium(policy, month, census);
            foreach (var claims in OpenAso.Funding.Budget.Claims(agreement, month, census))
            {
                expected += claims.Amount;
                unprotected += policy?.Aggregate?.Lines.Items.Contains(claims.Line) == true
                    ? Money.Zero
                    : claims.Amount;
            }
        }
        return new CostOutlook(
            fixedCost, fixedCost + expected,
            position?.Aggregate is { } aggregate
                ? fixedCost + aggregate.AttachmentProjected + unprotected + Layers(policy!)
                : null);
    }

    /// <summary>What a policy's premium comes to in a month; zero where there is no policy, or it is not in
    /// force.</summary>
    internal static Money Premium(StopLossPolicy? policy, Month month, IReadOnlyList<CensusCount> census)
    {
        if (policy?.Premium is not { } premium || !policy.Period.Contains(month.First))
            return Money.Zero;
        return premium.Rates.Items.Total(rate => rate.Monthly.Ratio(
            census.Where(count => count.Line == rate.Line && Documents.Words.Of(count.Tier.ToString()) == rate.Tier)
                .Sum(count => count.Employees), 1, Rounding.HalfUp));
    }

    private static Money Layers(StopLossPolicy policy) => policy.Specific is { } specific
        ? specific.Aggregating + specific.Lasers.Items.Total(laser => laser.Deductible is { } own
            ? own - specific.Deductible
            : Money.Zero)
        : Money.Zero;

    /// <summary>Whoever has used half of the own deductible or more, who has used most first; by pseudonym.</summary>
    internal static ValueList<WatchedMember> Watched(EmployerScope scope, StopLossPosition position) =>
        position.Specific.Where(claimant => claimant.Deductible is not null && claimant.Used >= Half)
        .OrderByDescending(claimant => claimant.Used).ThenBy(claimant => claimant.Claimant, StringComparer.Ordinal)
        .Select(claimant => new WatchedMember(
            Pseudonyms.Of(scope, claimant.Claimant), claimant.Eligible, claimant.Deductible!.Value, claimant.IsLasered,
            claimant.Used, claimant.Excess))
        .ToValueList();
}

/// <summary>Names that stand for members in reports to an employer.</summary>
internal static class Pseudonyms
{
    /// <summary>The name of a person, the same in every report.</summary>
    public static string Of(EmployerScope scope, string family, long person) => "member-"
        + ContentHash.Of($"pseudonym|{scope.Tenant}|{scope.Employer}|{family}|{person}").ToString()[..8];

    /// <summary>The name of a claimant of stop-loss: a family and the person's number with a hyphen between; that of
    /// the whole family where the policy counts by certificate.</summary>
    public static string Of(EmployerScope scope, string claimant)
    {
        var hyphen = claimant.LastIndexOf('-');
        return hyphen > 0 && long.TryParse(claimant.AsSpan(hyphen + 1), out var person)
            ? Of(scope, claimant[..hyphen], person)
            : "family-" + Of(scope, claimant, 0)[7..];
    }
}
