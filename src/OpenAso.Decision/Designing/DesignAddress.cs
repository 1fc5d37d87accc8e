using System.Globalization;
using OpenAso.Kernel;

namespace OpenAso.Decision.Designing;

/// <summary>Settings as an address holds them: all of the state of whoever tries something out.</summary>
/// <remarks>A laser stands as <c>laser.member-0a1b2c3d=250000</c>, a plan's design as
/// <c>plan.acme-ppo.deductible=1500</c>. What cannot be read is left out.</remarks>
public static class DesignAddress
{
    private const string Laser = "laser.";
    private const string Plan = "plan.";
    private const string Copay = "copay.";

    /// <summary>The settings of an address; what it does not say is usual.</summary>
    /// <param name="query">What stands behind the question mark, by key.</param>
    /// <param name="usual">Asked only where something is missing.</param>
    public static DesignSettings Of(IReadOnlyDictionary<string, string> query, Func<DesignSettings> usual)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(usual);
        var isWhole = DesignFields.Numbers.All(field => query.ContainsKey(field.Key))
            && DesignFields.Switches.All(one => query.ContainsKey(one.Key));
        return Over(isWhole ? new DesignSettings() : usual(), query);
    }

    /// <summary>Settings with all that an address says.</summary>
    /// <param name="settings">To begin with.</param>
    /// <param name="query">What stands behind the question mark, by key.</param>
    public static DesignSettings Over(DesignSettings settings, IReadOnlyDictionary<string, string> query)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(query);
        foreach (var field in DesignFields.Numbers)
        {
            if (Whole(query, field.Key) is { } value)
                settings = field.With(settings, value);
        }
        foreach (var one in DesignFields.Switches)
        {
            if (query.TryGetValue(one.Key, out var said))
                settings = one.With(settings, said == "yes");
        }
        var lasers = query.Keys.Where(key => key.StartsWith(Laser, StringComparison.Ordinal)).ToList();
        return (settings with
        {
            Lasers = lasers.Count == 0
                ? settings.Lasers
                : [.. lasers.Order(StringComparer.Ordinal).Select(key =>
                    new DesignLaser(key[Laser.Length..], Whole(query, key) ?? 0))],
            Plans = Plans(query) is { Count: > 0 } plans ? plans : settings.Plans,
        }).Within();
    }

    /// <summary>The settings as the end of an address.</summary>
    /// <param name="settings">Any.</param>
    public static string Of(DesignSettings settings) => "?" + string.Join('&', Parts(settings));

    /// <summary>The parts of an address, each as <c>key=value</c>.</summary>
    /// <param name="settings">Any.</param>
    public static IEnumerable<string> Parts(DesignSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return DesignFields.Numbers.Select(field => $"{field.Key}={field.Text(settings)}")
            .Concat(DesignFields.Switches.Select(one => $"{one.Key}={(one.Value(settings) ? "yes" : "no")}"))
            .Concat(settings.Lasers.Items.Select(laser =>
                $"{LaserKey(laser.Claimant)}={Text(laser.Deductible)}"))
            .Concat(settings.Plans.Items.SelectMany(Parts));
    }

    /// <summary>The key of a claimant's laser.</summary>
    /// <param name="claimant">The pseudonym.</param>
    public static string LaserKey(string claimant) => Laser + claimant;

    /// <summary>The key of a part of a plan's design.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="part">deductible, maximum, coinsurance, version, or the copay of a benefit.</param>
    public static string PlanKey(string plan, string part) => $"{Plan}{plan}.{part}";

    /// <summary>The part of a plan's design that is the copay of a benefit.</summary>
    /// <param name="benefit">The benefit's key in the plan document.</param>
    public static string CopayPart(string benefit) => Copay + benefit;

    private static IEnumerable<string> Parts(PlanDesign plan)
    {
        if (plan.Version.Length > 0)
            yield return $"{PlanKey(plan.Plan, "version")}={plan.Version}";
        foreach (var (part, value) in ((string, decimal?)[])
            [("deductible", plan.Deductible), ("maximum", plan.Maximum), ("coinsurance", plan.Coinsurance)])
        {
            if (value is { } known)
                yield return $"{PlanKey(plan.Plan, part)}={Text(known)}";
        }
        foreach (var copay in plan.Copays)
            yield return $"{PlanKey(plan.Plan, CopayPart(copay.Benefit))}={Text(copay.Amount)}";
    }

    private static ValueList<PlanDesign> Plans(IReadOnlyDictionary<string, string> query) =>
    [
        .. query.Where(one => one.Key.StartsWith(Plan, StringComparison.Ordinal))
            .Select(one => (Parts: one.Key[Plan.Length..].Split('.', 2), one.Value))
            .Where(one => one.Parts.Length == 2)
            .GroupBy(one => one.Parts[0], one => (Part: one.Parts[1], one.Value), StringComparer.Ordinal)
            .OrderBy(plan => plan.Key, StringComparer.Ordinal)
            .Select(plan => Design(plan.Key, plan.ToDictionary(one => one.Part, one => one.Value))),
    ];

    private static PlanDesign Design(string plan, Dictionary<string, string> parts) => new(plan)
    {
        Version = parts.GetValueOrDefault("version", ""),
        Deductible = Amount(parts, "deductible"),
        Maximum = Amount(parts, "maximum"),
        Coinsurance = Amount(parts, "coinsurance"),
        Copays =
        [
            .. parts.Keys.Where(key => key.StartsWith(Copay, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(key => (Benefit: key[Copay.Length..], Amount: Amount(parts, key)))
                .Where(copay => copay.Amount is not null)
                .Select(copay => new DesignCopay(copay.Benefit, copay.Amount!.Value)),
        ],
    };

    private static int? Whole(IReadOnlyDictionary<string, string> query, string key) =>
        query.TryGetValue(key, out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    internal static decimal? Amount(IReadOnlyDictionary<string, string> query, string key) =>
        query.TryGetValue(key, out var text)
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    internal static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
