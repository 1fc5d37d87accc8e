using OpenAso.Kernel;

namespace OpenAso.Decision.Designing;

/// <summary>A stop-loss contract as somebody tries it out, and what its cost is taken to rest on.</summary>
/// <remarks>Whole dollars and whole percents, as sliders give them, but for plans; <see cref="Within"/> brings any
/// setting into the ranges.</remarks>
public sealed record DesignSettings
{
    /// <summary>The least and the most that settings may be: of the specific, the aggregating specific, the insured
    /// premium and other cost in dollars, of everything else in percent.</summary>
    public static IReadOnlyDictionary<string, (int Least, int Most, int Step)> Ranges { get; } =
        new Dictionary<string, (int, int, int)>(StringComparer.Ordinal)
        {
            [nameof(Specific)] = (10_000, 1_000_000, 5_000),
            [nameof(Corridor)] = (100, 200, 5),
            [nameof(Aggregating)] = (0, 500_000, 5_000),
            [nameof(SpecificLossRatio)] = (40, 100, 1),
            [nameof(AggregateLossRatio)] = (10, 100, 1),
            [nameof(ClaimsLevel)] = (50, 200, 1),
            [nameof(GroupSigma)] = (0, 50, 1),
            [nameof(LaserFactor)] = (100, 5_000, 100),
            [nameof(Pooling)] = (10_000, 500_000, 5_000),
            [nameof(InsuredPremium)] = (0, 1_000_000_000, 1_000),
            [nameof(OtherCost)] = (0, 100_000_000, 1_000),
        };

    /// <summary>How many lasers are tried out at once, and how high they may be.</summary>
    public const int MostLasers = 12;

    /// <summary>The highest laser, in dollars.</summary>
    public const int HighestLaser = 10_000_000;

    private const int LongestName = 60;

    /// <summary>How many plans are designed anew at once.</summary>
    public const int MostPlans = 8;

    /// <summary>The deductible of one person.</summary>
    public int Specific { get; init; } = 100_000;

    /// <summary>The aggregate attachment as percent of the retained cost that is expected.</summary>
    public int Corridor { get; init; } = 125;

    /// <summary>Whether there is an aggregate.</summary>
    public bool HasAggregate { get; init; } = true;

    /// <summary>The aggregating specific: the first of all excess, which the employer keeps.</summary>
    public int Aggregating { get; init; }

    /// <summary>Whether who is lasered keeps the own deductible.</summary>
    public bool KeepsLasers { get; init; } = true;

    /// <summary>What percent of the specific premium is expected to be paid back.</summary>
    public int SpecificLossRatio { get; init; } = 70;

    /// <summary>The same of the aggregate premium.</summary>
    public int AggregateLossRatio { get; init; } = 40;

    /// <summary>Claims of everybody in percent of what is expected.</summary>
    public int ClaimsLevel { get; init; } = 100;

    /// <summary>How uncertain the level of the group is, in percent.</summary>
    public int GroupSigma { get; init; } = 10;

    /// <summary>What a lasered person is expected to cost in percent of everybody else.</summary>
    public int LaserFactor { get; init; } = 1_000;

    /// <summary>Whether the group's own experience is blended in by its credibility.</summary>
    public bool OwnExperience { get; init; } = true;

    /// <summary>Own experience counts below this cost of a person's year.</summary>
    public int Pooling { get; init; } = 50_000;

    /// <summary>What an insurer asks for the year; zero where nothing is compared.</summary>
    public int InsuredPremium { get; init; }

    /// <summary>Fees and all other cost of the year.</summary>
    public int OtherCost { get; init; }

    /// <summary>Deductibles of single people, by pseudonym.</summary>
    public ValueList<DesignLaser> Lasers { get; init; }

    /// <summary>Plans whose cost sharing is tried out.</summary>
    public ValueList<PlanDesign> Plans { get; init; }

    /// <summary>The settings, each brought to the nearest that is allowed.</summary>
    public DesignSettings Within() => this with
    {
        Specific = In(nameof(Specific), Specific),
        Corridor = In(nameof(Corridor), Corridor),
        Aggregating = In(nameof(Aggregating), Aggregating),
        SpecificLossRatio = In(nameof(SpecificLossRatio), SpecificLossRatio),
        AggregateLossRatio = In(nameof(AggregateLossRatio), AggregateLossRatio),
        ClaimsLevel = In(nameof(ClaimsLevel), ClaimsLevel),
        GroupSigma = In(nameof(GroupSigma), GroupSigma),
        LaserFactor = In(nameof(LaserFactor), LaserFactor),
        Pooling = In(nameof(Pooling), Pooling),
        InsuredPremium = In(nameof(InsuredPremium), InsuredPremium),
        OtherCost = In(nameof(OtherCost), OtherCost),
        Lasers =
        [
            .. Lasers.Items.Where(laser => laser.Deductible > 0 && IsName(laser.Claimant))
                .DistinctBy(laser => laser.Claimant)
                .OrderBy(laser => laser.Claimant, StringComparer.Ordinal).Take(MostLasers)
                .Select(laser => laser with { Deductible = Math.Min(laser.Deductible, HighestLaser) }),
        ],
        Plans =
        [
            .. Plans.Items.Where(plan => IsName(plan.Plan)).Select(plan => plan.Within())
                .Where(plan => !plan.SaysNothing())
                .DistinctBy(plan => plan.Plan).OrderBy(plan => plan.Plan, StringComparer.Ordinal).Take(MostPlans),
        ],
    };

    // Pseudonyms, plans and benefits have no others: nothing else is taken from an address.
    internal static bool IsName(string name) => name.Length is > 0 and <= LongestName
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static int In(string name, int value) => Math.Clamp(value, Ranges[name].Least, Ranges[name].Most);
}
