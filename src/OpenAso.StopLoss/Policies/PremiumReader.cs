using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>Reads premium, what is promised for the next period, and what of a good year comes back.</summary>
internal static class PremiumReader
{
    public static PremiumTerms? Premium(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var rates = new List<PremiumRate>();
        Add(section.Optional("specific"), StopLossCoverage.Specific, rates);
        Add(section.Optional("aggregate"), StopLossCoverage.Aggregate, rates);
        var terms = new PremiumTerms(
            rates.ToValueList(),
            section.Optional("due-day").Integer(1, 28) ?? 1,
            section.Optional("grace-days").Integer(0, 92) ?? 31,
            section.Optional("commission").Percent() ?? Percent.None);
        section.Done();
        return terms;
    }

    public static RenewalTerms? Renewal(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var terms = new RenewalTerms(
            section.Optional("rate-cap").Percent(Percent.None, Percent.Of(1_000)),
            section.Optional("no-new-laser").Boolean() is true);
        section.Done();
        return terms;
    }

    public static ExperienceRefundTerms? ExperienceRefund(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var terms = new ExperienceRefundTerms(
            section.Required("share").Percent() ?? Percent.None,
            section.Required("expense").Percent() ?? Percent.None,
            section.Optional("deficit-carried-forward").Money() ?? Money.Zero);
        section.Done();
        return terms;
    }

    private static void Add(DocumentValue value, StopLossCoverage coverage, List<PremiumRate> rates)
    {
        foreach (var (item, known, tier, monthly) in TierAmount.ReadAll(value))
        {
            if (rates.Exists(rate => (rate.Coverage, rate.Line, rate.Tier) == (coverage, known, tier)))
                item.Stop(StopLossCodes.SaidTwice,
                    $"There are two rates for {StopLossLines.WordOf(known)} {tier}. Keep one of them.");
            rates.Add(new PremiumRate(coverage, known, tier, monthly));
        }
    }
}
