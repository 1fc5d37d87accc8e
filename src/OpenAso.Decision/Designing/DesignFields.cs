using System.Globalization;

namespace OpenAso.Decision.Designing;

/// <summary>The settings of a contract that is tried out, each with the name by which addresses and calls know
/// it.</summary>
public static class DesignFields
{
    /// <summary>The sliders and numbers, in the order of the page; what is switched stands apart.</summary>
    public static IReadOnlyList<DesignField> Numbers { get; } =
    [
        new("specific", nameof(DesignSettings.Specific), "$", one => one.Specific,
            (one, value) => one with { Specific = value }),
        new("aggregating", nameof(DesignSettings.Aggregating), "$", one => one.Aggregating,
            (one, value) => one with { Aggregating = value }),
        new("corridor", nameof(DesignSettings.Corridor), "%", one => one.Corridor,
            (one, value) => one with { Corridor = value }),
        new("specific-loss-ratio", nameof(DesignSettings.SpecificLossRatio), "%", one => one.SpecificLossRatio,
            (one, value) => one with { SpecificLossRatio = value }),
        new("aggregate-loss-ratio", nameof(DesignSettings.AggregateLossRatio), "%", one => one.AggregateLossRatio,
            (one, value) => one with { AggregateLossRatio = value }),
        new("claims-level", nameof(DesignSettings.ClaimsLevel), "%", one => one.ClaimsLevel,
            (one, value) => one with { ClaimsLevel = value }),
        new("group-sigma", nameof(DesignSettings.GroupSigma), "%", one => one.GroupSigma,
            (one, value) => one with { GroupSigma = value }),
        new("laser-factor", nameof(DesignSettings.LaserFactor), "%", one => one.LaserFactor,
            (one, value) => one with { LaserFactor = value }),
        new("pooling", nameof(DesignSettings.Pooling), "$", one => one.Pooling,
            (one, value) => one with { Pooling = value }),
        new("insured-premium", nameof(DesignSettings.InsuredPremium), "$", one => one.InsuredPremium,
            (one, value) => one with { InsuredPremium = value }, IsTyped: true),
        new("other-cost", nameof(DesignSettings.OtherCost), "$", one => one.OtherCost,
            (one, value) => one with { OtherCost = value }, IsTyped: true),
    ];

    /// <summary>What is switched on or off.</summary>
    public static IReadOnlyList<DesignSwitch> Switches { get; } =
    [
        new("aggregate", one => one.HasAggregate, (one, value) => one with { HasAggregate = value }),
        new("lasers", one => one.KeepsLasers, (one, value) => one with { KeepsLasers = value }),
        new("own-experience", one => one.OwnExperience, (one, value) => one with { OwnExperience = value }),
    ];
}

/// <summary>A setting that is a number.</summary>
/// <param name="Key">In addresses, and of its words.</param>
/// <param name="Setting">Whose range it has.</param>
/// <param name="Unit">Dollars or percents.</param>
/// <param name="Value">Reads it.</param>
/// <param name="With">Changes it.</param>
/// <param name="IsTyped">Whether it is typed, since a slider would be too coarse.</param>
public sealed record DesignField(
    string Key, string Setting, string Unit, Func<DesignSettings, int> Value,
    Func<DesignSettings, int, DesignSettings> With, bool IsTyped = false)
{
    /// <summary>The least, the most, and the step of a slider.</summary>
    public (int Least, int Most, int Step) Range => DesignSettings.Ranges[Setting];

    /// <summary>The value as an address holds it.</summary>
    /// <param name="settings">Whose.</param>
    public string Text(DesignSettings settings) => Value(settings).ToString(CultureInfo.InvariantCulture);
}

/// <summary>A setting that is yes or no.</summary>
/// <param name="Key">In addresses, and of its words.</param>
/// <param name="Value">Reads it.</param>
/// <param name="With">Changes it.</param>
public sealed record DesignSwitch(
    string Key, Func<DesignSettings, bool> Value, Func<DesignSettings, bool, DesignSettings> With);
