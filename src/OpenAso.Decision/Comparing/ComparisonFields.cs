using OpenAso.Decision.Designing;

namespace OpenAso.Decision.Comparing;

/// <summary>The settings of a comparison, each with the name by which addresses and calls know it.</summary>
public static class ComparisonFields
{
    /// <summary>The switch between one premium for all and one for each tier.</summary>
    public const string ByTier = "by-tier";

    /// <summary>The first year ahead.</summary>
    public const string Year = "year";

    private const decimal MostRate = 100_000;

    /// <summary>All numbers, in the order of the page, by what they belong to.</summary>
    public static IReadOnlyList<ComparisonField> Numbers { get; } =
    [
        new("premium", ComparisonGroup.Insured, 0, MostRate, one => one.Premium,
            (one, value) => one with { Premium = value }),
        new("premium-employee-only", ComparisonGroup.Tiers, 0, MostRate, one => one.PremiumEmployeeOnly,
            (one, value) => one with { PremiumEmployeeOnly = value }),
        new("premium-employee-and-spouse", ComparisonGroup.Tiers, 0, MostRate, one => one.PremiumEmployeeAndSpouse,
            (one, value) => one with { PremiumEmployeeAndSpouse = value }),
        new("premium-employee-and-children", ComparisonGroup.Tiers, 0, MostRate,
            one => one.PremiumEmployeeAndChildren, (one, value) => one with { PremiumEmployeeAndChildren = value }),
        new("premium-family", ComparisonGroup.Tiers, 0, MostRate, one => one.PremiumFamily,
            (one, value) => one with { PremiumFamily = value }),
        new("retention", ComparisonGroup.Renewal, 0, 90, one => one.Retention,
            (one, value) => one with { Retention = value }),
        new("renewal-cap", ComparisonGroup.Renewal, 0, 500, one => one.RenewalCap,
            (one, value) => one with { RenewalCap = value }),
        new("insurer-pooling", ComparisonGroup.Renewal, 1_000, 10_000_000, one => one.InsurerPooling,
            (one, value) => one with { InsurerPooling = value }),
        new("credibility", ComparisonGroup.Renewal, 0, 100, one => one.Credibility,
            (one, value) => one with { Credibility = value }),
        new("insurer-trend", ComparisonGroup.Renewal, 0, 50, one => one.InsurerTrend,
            (one, value) => one with { InsurerTrend = value }),
        new("experience-years", ComparisonGroup.Renewal, 1, 5, one => one.ExperienceYears,
            (one, value) => one with { ExperienceYears = (int)value }),
        new("administration", ComparisonGroup.Own, 0, MostRate, one => one.Administration,
            (one, value) => one with { Administration = value }),
        new("other-fees", ComparisonGroup.Own, 0, 100_000_000, one => one.OtherFees,
            (one, value) => one with { OtherFees = value }),
        new("fee-growth", ComparisonGroup.Own, 0, 50, one => one.FeeGrowth,
            (one, value) => one with { FeeGrowth = value }),
        new("run-out-months", ComparisonGroup.Own, 0, 36, one => one.RunOutMonths,
            (one, value) => one with { RunOutMonths = value }),
        new("specific-premium", ComparisonGroup.Own, 0, MostRate, one => one.SpecificPremium,
            (one, value) => one with { SpecificPremium = value }),
        new("aggregate-premium", ComparisonGroup.Own, 0, MostRate, one => one.AggregatePremium,
            (one, value) => one with { AggregatePremium = value }),
        new("level-monthly", ComparisonGroup.Own, 0, MostRate, one => one.LevelMonthly,
            (one, value) => one with { LevelMonthly = value }),
        new("level-returned", ComparisonGroup.Own, 0, 100, one => one.LevelReturned,
            (one, value) => one with { LevelReturned = value }),
        new(Year, ComparisonGroup.Both, 2016, 2199, one => one.Year, (one, value) => one with { Year = (int)value }),
        new("years", ComparisonGroup.Both, 1, 5, one => one.Years, (one, value) => one with { Years = (int)value }),
        new("trend", ComparisonGroup.Both, 0, 50, one => one.Trend, (one, value) => one with { Trend = value }),
    ];

    /// <summary>The settings of an address; what it does not say is usual.</summary>
    /// <param name="query">What stands behind the question mark, by key.</param>
    /// <param name="usual">To begin with, given the stop-loss contract of the address.</param>
    /// <param name="design">The usual contract; asked only where something of it is missing.</param>
    public static ComparisonSettings Of(
        IReadOnlyDictionary<string, string> query, Func<DesignSettings, ComparisonSettings> usual,
        Func<DesignSettings> design)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(usual);
        var contract = DesignAddress.Of(query, design);
        var isWhole = query.ContainsKey(ByTier) && Numbers.All(field => query.ContainsKey(field.Key));
        var settings = isWhole ? new ComparisonSettings { Design = contract } : usual(contract);
        foreach (var field in Numbers)
        {
            if (DesignAddress.Amount(query, field.Key) is { } value)
                settings = field.With(settings, field.In(value));
        }
        if (query.TryGetValue(ByTier, out var said))
            settings = settings with { ByTier = said == "yes" };
        return settings.Within();
    }

    /// <summary>The settings as the end of an address.</summary>
    /// <param name="settings">Any.</param>
    public static string Of(ComparisonSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return "?" + string.Join('&', Numbers.Select(field => $"{field.Key}={field.Text(settings)}")
            .Append($"{ByTier}={(settings.ByTier ? "yes" : "no")}").Concat(DesignAddress.Parts(settings.Design)));
    }
}

/// <summary>What a setting of a comparison belongs to.</summary>
public enum ComparisonGroup
{
    /// <summary>What the insurer asks, the same for all.</summary>
    Insured,

    /// <summary>What the insurer asks by who is covered.</summary>
    Tiers,

    /// <summary>How the insured premium is renewed.</summary>
    Renewal,

    /// <summary>What one's own plan costs beside claims.</summary>
    Own,

    /// <summary>What both rest on.</summary>
    Both,
}

/// <summary>A setting that is a number.</summary>
/// <param name="Key">In addresses, and of its words.</param>
/// <param name="Group">What it belongs to.</param>
/// <param name="Least">The least that is allowed.</param>
/// <param name="Most">The most.</param>
/// <param name="Value">Reads it.</param>
/// <param name="With">Changes it.</param>
public sealed record ComparisonField(
    string Key, ComparisonGroup Group, decimal Least, decimal Most, Func<ComparisonSettings, decimal> Value,
    Func<ComparisonSettings, decimal, ComparisonSettings> With)
{
    /// <summary>The nearest that is allowed, to the hundredth.</summary>
    /// <param name="value">Any.</param>
    public decimal In(decimal value) =>
        Math.Round(Math.Clamp(value, Least, Most), 2, MidpointRounding.AwayFromZero);

    /// <summary>The value as an address holds it.</summary>
    /// <param name="settings">Whose.</param>
    public string Text(ComparisonSettings settings) => DesignAddress.Text(Value(settings));
}
