using System.Globalization;
using Microsoft.AspNetCore.Http;
using OpenAso.Decision.Designing;

namespace OpenAso.Web.Pages.Decision;

/// <summary>Settings as an address holds them: all of the state of the page.</summary>
internal static class DesignAddress
{
    /// <summary>The sliders and numbers, in the order of the page; what is switched stands apart.</summary>
    public static IReadOnlyList<DesignField> Fields { get; } =
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

    /// <summary>The settings of an address; what it does not say is usual.</summary>
    /// <param name="query">Of the address.</param>
    /// <param name="usual">Asked only where something is missing.</param>
    public static DesignSettings Of(IQueryCollection query, Func<DesignSettings> usual)
    {
        var isWhole = Fields.All(field => query.ContainsKey(field.Key))
            && Switches.All(one => query.ContainsKey(one.Key));
        var settings = isWhole ? new DesignSettings() : usual();
        foreach (var field in Fields)
        {
            if (int.TryParse(query[field.Key], NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                settings = field.With(settings, value);
        }
        foreach (var one in Switches)
        {
            if (query.TryGetValue(one.Key, out var said))
                settings = one.With(settings, said == "yes");
        }
        return settings.Within();
    }

    /// <summary>The settings as the end of an address.</summary>
    public static string Of(DesignSettings settings) => "?" + string.Join('&', Fields
        .Select(field => $"{field.Key}={field.Text(settings)}")
        .Concat(Switches.Select(one => $"{one.Key}={(one.Value(settings) ? "yes" : "no")}")));
}

/// <summary>A setting that is a number.</summary>
/// <param name="Key">In addresses, and of its words.</param>
/// <param name="Setting">Whose range it has.</param>
/// <param name="Unit">Dollars or percents.</param>
/// <param name="Value">Reads it.</param>
/// <param name="With">Changes it.</param>
/// <param name="IsTyped">Whether it is typed, since a slider would be too coarse.</param>
internal sealed record DesignField(
    string Key, string Setting, string Unit, Func<DesignSettings, int> Value,
    Func<DesignSettings, int, DesignSettings> With, bool IsTyped = false)
{
    public (int Least, int Most, int Step) Range => DesignSettings.Ranges[Setting];

    public string Text(DesignSettings settings) => Value(settings).ToString(CultureInfo.InvariantCulture);
}

/// <summary>A setting that is yes or no.</summary>
/// <param name="Key">In addresses, and of its words.</param>
/// <param name="Value">Reads it.</param>
/// <param name="With">Changes it.</param>
internal sealed record DesignSwitch(
    string Key, Func<DesignSettings, bool> Value, Func<DesignSettings, bool, DesignSettings> With);
