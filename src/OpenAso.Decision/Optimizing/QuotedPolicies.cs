using System.Globalization;
using OpenAso.Decision.Distributions;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Underwriting;

namespace OpenAso.Decision.Optimizing;

/// <summary>Stop-loss policies as carriers offer them, as options.</summary>
public static class QuotedPolicies
{
    /// <summary>The option of a quote. Its attachment is the carrier's amount, and its premium the whole period's;
    /// terms that the comparison leaves out are findings.</summary>
    /// <param name="quote">A policy with its premium, for the people who would be covered.</param>
    /// <param name="risk">Whose lasered classes stand for those whom the policy lasers.</param>
    public static Parsed<StopLossOption> Of(Quote quote, RiskDocument risk)
    {
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(risk);
        var (specific, aggregate) = (quote.Policy.Specific, quote.Policy.Aggregate);
        var findings = LeftOut(quote.Policy).Concat(OtherLasers(quote.Policy, risk)).ToList();
        if (quote.TotalPremium <= Money.Zero)
            findings.Add(Warning(DecisionCodes.NoQuote,
                $"Policy {quote.Policy.Number} states no premium for these people. Add 'premium', or it seems free."));
        var deductible = specific is null ? double.PositiveInfinity : Amount(specific.Deductible);
        var point = quote.Attachment is { } attachment && aggregate is not null
            ? new AggregatePoint(null, Amount(attachment))
            : AggregatePoint.None;
        var aggregating = specific is null ? 0 : Amount(specific.Aggregating);
        var keeps = specific is { Lasers.Count: > 0 };
        var told = StopLossOption.NameOf(deductible, point, aggregating, keeps ? "lasers" : "");
        return new Parsed<StopLossOption>(
            new StopLossOption($"{quote.Carrier} {quote.Policy.Number}: {told}", deductible, point, aggregating, keeps)
            {
                QuotedPremium = Amount(quote.TotalPremium),
            },
            findings.ToValueList());
    }

    private static double Amount(Money money) => money.Cents / 100.0;

    private static IEnumerable<Finding> LeftOut(StopLossPolicy policy)
    {
        var terms = new List<string>();
        if (policy.Specific is { } specific)
        {
            if (specific.Reimbursement < Percent.Whole)
                terms.Add("the specific's share of reimbursement");
            if (specific.Maximum is not null)
                terms.Add("the specific's maximum");
            if (specific.Lasers.Items.Any(laser => laser.Deductible is null))
                terms.Add("the exclusion of a person");
            if (!specific.LaserExcessErodesAggregating && specific.Aggregating > Money.Zero)
                terms.Add("that excess over lasers does not use up the aggregating specific");
        }
        if (policy.Aggregate is { } aggregate)
        {
            if (aggregate.Reimbursement < Percent.Whole)
                terms.Add("the aggregate's share of reimbursement");
            if (aggregate.Maximum is not null)
                terms.Add("the aggregate's maximum");
            if (aggregate.LaseredDollars != LaseredDollars.CapAtBaseSpecific)
                terms.Add("that dollars under lasers count toward the aggregate");
        }
        return terms.Count == 0
            ? []
            : [Warning(DecisionCodes.TermLeftOut,
                $"Policy {policy.Number}: the comparison leaves out {string.Join(", ", terms)}.")];
    }

    // The risk says what lasered people cost; the policy says what they retain.
    private static IEnumerable<Finding> OtherLasers(StopLossPolicy policy, RiskDocument risk)
    {
        double[] quoted = [.. (policy.Specific?.Lasers ?? []).Items
            .Where(laser => laser.Deductible is not null).Select(laser => Amount(laser.Deductible!.Value)).Order()];
        double[] stated = [.. risk.Lasered.Items
            .SelectMany(people => Enumerable.Repeat(people.Deductible, people.Count)).Order()];
        return quoted.Length == 0 || quoted.SequenceEqual(stated)
            ? []
            : [Warning(DecisionCodes.OtherLasers,
                $"Policy {policy.Number} lasers {Told(quoted)}, the risk {Told(stated)}: the risk's are used. Write the"
                + " policy's deductibles into 'lasered'.")];
    }

    private static string Told(double[] deductibles) => deductibles.Length == 0
        ? "nobody"
        : "at " + string.Join(" and ", deductibles.Select(one => one.ToString("#,0", CultureInfo.InvariantCulture)));

    private static Finding Warning(string code, string message) => new(code, Severity.Warning, Place.None, message);
}
