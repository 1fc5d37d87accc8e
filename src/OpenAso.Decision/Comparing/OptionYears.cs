namespace OpenAso.Decision.Comparing;

/// <summary>What an option costs in later years: fees grow as they are said to, stop-loss premium as what it pays for,
/// attachments as what counts toward them.</summary>
internal static class OptionYears
{
    public static IReadOnlyList<CostRule> Rules(PricedOption option, Scene scene, int years) =>
        [.. Enumerable.Range(0, years).Select(year => Rule(option, scene, year))];

    public static FixedCosts Fixed(PricedOption option, Scene scene, int year)
    {
        var growth = Math.Pow(1 + scene.Trend, year);
        var fees = Math.Pow(1 + option.Option.FeeGrowth, year);
        var quoted = option.Option.StopLoss.Trend is { } trend ? Math.Pow(1 + trend, year) : (double?)null;
        return new FixedCosts(
            option.Fixed.Administration * fees,
            option.Fixed.OtherFees * fees,
            option.Fixed.SpecificPremium
                * (quoted ?? LayerGrowth.OfExcess(OptionPricing.Under(scene.Risk, option.Own), growth)),
            option.Fixed.AggregatePremium * (quoted ?? Retained(option, scene, growth)));
    }

    private static CostRule Rule(PricedOption option, Scene scene, int year)
    {
        if (year == 0)
            return option.Rule;
        var attachment = option.Rule.Attachment * Retained(option, scene, Math.Pow(1 + scene.Trend, year));
        return OptionPricing.RuleOf(option.Option, Fixed(option, scene, year), attachment);
    }

    private static double Retained(PricedOption option, Scene scene, double growth) =>
        LayerGrowth.OfRetained(OptionPricing.Under(scene.Risk, option.Counted), growth);
}
