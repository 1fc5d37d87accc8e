using OpenAso.Decision.Distributions;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Underwriting;

namespace OpenAso.Decision.Comparing;

/// <summary>Makes of a stop-loss policy with its premium what a comparison asks of stop-loss.</summary>
internal static class PolicyOffer
{
    public static (StopLossOffer Offer, string? Problem, ValueList<string> Untold) Of(
        StopLossPolicy policy, QuotedEmployer employer, RiskDocument risk)
    {
        var tiers = Tiers(policy);
        if (Units(tiers, employer) is not { } units)
            return (StopLossOffer.None, "its tiers are"
                + $" {string.Join(" and ", tiers.Select(tier => tier.Tier).Distinct())}; say in 'tiers' how many"
                + " employees each has.", []);
        if (policy.Months != 12)
            return (StopLossOffer.None, $"it runs for {policy.Months} months, and a year is compared.", []);
        var quote = new Quote(policy.Carrier, policy, policy.Premium?.Rates ?? [], units, policy.Months);
        if (quote.Rates.Count == 0)
            return (StopLossOffer.None, "it has no premium. Add its rates.", []);
        var (lasers, problem) = Lasers(policy, risk);
        var offer = new StopLossOffer(
            policy.Specific is { } specific ? Dollars(specific.Deductible) : double.PositiveInfinity,
            Annual(quote, StopLossCoverage.Specific))
        {
            Lasers = lasers,
            Aggregating = Dollars(policy.Specific?.Aggregating ?? Money.Zero),
            Reimbursement = Share(policy.Specific?.Reimbursement),
            Attachment = quote.Attachment is { } attachment ? Dollars(attachment) : null,
            AggregateMaximum = policy.Aggregate?.Maximum is { } most ? Dollars(most) : double.PositiveInfinity,
            AggregatePrice = Annual(quote, StopLossCoverage.Aggregate),
            LaseredDollars = policy.Aggregate?.LaseredDollars ?? default,
        };
        return (offer, problem, Untold(policy).ToValueList());
    }

    private static List<(LineOfCoverage Line, string Tier)> Tiers(StopLossPolicy policy) =>
        [.. (policy.Premium?.Rates ?? []).Select(rate => (rate.Line, rate.Tier))
            .Concat((policy.Aggregate?.Factors ?? []).Select(factor => (factor.Line, factor.Tier))).Distinct()];

    // One tier is everybody; several need to be told apart.
    private static ValueList<QuotedUnits>? Units(
        List<(LineOfCoverage Line, string Tier)> tiers, QuotedEmployer employer)
    {
        if (employer.Tiers.Count == 0)
            return tiers.Select(tier => tier.Tier).Distinct().Count() == 1
                ? tiers.Select(tier => new QuotedUnits(tier.Line, tier.Tier, employer.Employees)).ToValueList()
                : null;
        var units = tiers.Select(tier => new QuotedUnits(
            tier.Line, tier.Tier,
            employer.Tiers.Items.FirstOrDefault(known => known.Name == tier.Tier)?.Employees ?? 0)).ToValueList();
        return employer.Tiers.Items.All(known =>
            known.Employees == 0 || tiers.Exists(tier => tier.Tier == known.Name)) ? units : null;
    }

    private static (ValueList<double> Lasers, string? Problem) Lasers(StopLossPolicy policy, RiskDocument risk)
    {
        var lasers = policy.Specific?.Lasers ?? [];
        var people = risk.Lasered.Items.Sum(lasered => lasered.Count);
        if (lasers.Count == 0)
        {
            var deductible = Dollars(policy.Specific?.Deductible ?? Money.Zero);
            return (risk.Lasered.Items.Select(_ => deductible).ToValueList(), null);
        }
        if (lasers.Count != people || risk.Lasered.Items.Any(lasered => lasered.Count != 1))
            return ([], $"it lasers {lasers.Count} people, and the risk document {people}. Write each in a class of one"
                + " under 'lasered', in the order of the policy.");
        return (lasers.Select(laser => laser.Deductible is { } own ? Dollars(own) : double.PositiveInfinity)
            .ToValueList(), null);
    }

    private static IEnumerable<string> Untold(StopLossPolicy policy)
    {
        if (policy.Specific is { } specific)
        {
            yield return $"specific basis {specific.Basis}";
            if (specific.Maximum is { } most)
                yield return $"specific maximum {most}";
            if (specific.Per == CountedUnit.Certificate)
                yield return "deductible by certificate, taken as by person";
        }
        if (policy.Aggregate is { } aggregate)
        {
            yield return $"aggregate basis {aggregate.Basis}";
            if (aggregate.Reimbursement != Percent.Whole)
                yield return $"aggregate reimbursement {aggregate.Reimbursement}";
        }
        if (policy.ExperienceRefund is not null)
            yield return "experience refund";
    }

    private static Price Annual(Quote quote, StopLossCoverage coverage) =>
        new(Dollars(quote.Premium(coverage)) * quote.Months, null);

    private static double Dollars(Money amount) => amount.Cents / 100.0;

    private static double Share(Percent? percent) => (percent ?? Percent.Whole).Millionths / 1e6;
}
