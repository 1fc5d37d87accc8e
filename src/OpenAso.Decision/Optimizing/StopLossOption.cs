using OpenAso.Decision.Pictures;

namespace OpenAso.Decision.Optimizing;

/// <summary>A stop-loss contract that could be bought.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Specific">The deductible of one person; infinity for none.</param>
/// <param name="Aggregate">Where the aggregate attaches.</param>
/// <param name="Aggregating">The aggregating specific: the first of all excess over deductibles, which the employer
/// keeps; zero for none.</param>
/// <param name="KeepsLasers">Whether who is lasered in the risk keeps that deductible; otherwise the specific is
/// everybody's.</param>
public sealed record StopLossOption(
    string Name, double Specific, AggregatePoint Aggregate, double Aggregating, bool KeepsLasers)
{
    /// <summary>What a carrier asks for the year; null where the premium is the model's.</summary>
    public double? QuotedPremium { get; init; }

    /// <summary>A name that says what the option is.</summary>
    /// <param name="specific">The deductible; infinity for none.</param>
    /// <param name="aggregate">Where the aggregate attaches.</param>
    /// <param name="aggregating">The aggregating specific.</param>
    /// <param name="lasers">What is said of lasers; empty for nothing.</param>
    /// <param name="texts">The words; English ones where null.</param>
    public static string NameOf(
        double specific, AggregatePoint aggregate, double aggregating, string lasers, PictureTexts? texts = null)
    {
        ArgumentNullException.ThrowIfNull(aggregate);
        var words = texts ?? PictureTexts.English;
        var parts = new List<string>
        {
            double.IsFinite(specific) ? words["option.specific", words.Whole(specific)] : words["option.no-specific"],
            aggregate switch
            {
                { Amount: { } amount } => words["option.aggregate-at", words.Whole(amount)],
                { Multiple: { } multiple } => words["option.aggregate", words.Percent(multiple, "0.##")],
                _ => words["option.no-aggregate"],
            },
        };
        if (aggregating > 0)
            parts.Add(words["option.aggregating", words.Whole(aggregating)]);
        if (lasers.Length > 0)
            parts.Add(lasers);
        return string.Join(", ", parts);
    }

    // One that somebody gave stays as it is.
    internal string NameIn(PictureTexts words) => Name == NameOf(Specific, Aggregate, Aggregating, "")
        ? NameOf(Specific, Aggregate, Aggregating, "", words)
        : Name;
}

/// <summary>Where an aggregate attaches: nowhere, at a multiple of what is expected, or at an amount.</summary>
/// <param name="Multiple">Of the retained cost that is expected at the central level of the group.</param>
/// <param name="Amount">In money; stands before the multiple.</param>
public sealed record AggregatePoint(double? Multiple, double? Amount)
{
    /// <summary>No aggregate.</summary>
    public static AggregatePoint None { get; } = new(null, null);

    /// <summary>The attachment; infinity where there is none.</summary>
    /// <param name="expected">What is expected to be retained at the central level.</param>
    public double Of(double expected) => Amount ?? (Multiple * expected) ?? double.PositiveInfinity;
}

/// <summary>What a carrier is taken to ask where it has not quoted.</summary>
/// <param name="SpecificLossRatio">The share of the specific premium that is expected to be paid back.</param>
/// <param name="AggregateLossRatio">The same of the aggregate premium.</param>
/// <param name="RiskLoad">Added for each unit of the standard deviation of the excess over deductibles; 0 for
/// nothing.</param>
public sealed record PremiumModel(double SpecificLossRatio, double AggregateLossRatio, double RiskLoad);

/// <summary>How much risk the employer is willing to bear. One of the two is given.</summary>
/// <param name="TailAtMost">The mean of the worst years may not be above this.</param>
/// <param name="Weight">What an amount of the mean of the worst years beyond the expected cost counts, beside an amount
/// of expected cost: from 0 to 1.</param>
public sealed record RiskTolerance(double? TailAtMost, double? Weight);

/// <summary>What is to be compared.</summary>
/// <param name="Options">At least one.</param>
/// <param name="Premium">For options without a quote; null where all are quoted.</param>
public sealed record OptionsDocument(Kernel.ValueList<StopLossOption> Options, PremiumModel? Premium)
{
    /// <summary>The worst years are those beyond this probability.</summary>
    public const double UsualLevel = 0.99;

    /// <summary>Administration and all other fixed cost of the year, the same for all.</summary>
    public double Fixed { get; init; }

    /// <summary>What the year may cost; null where nothing was set.</summary>
    public double? Budget { get; init; }

    /// <summary>Between 0 and 1: the worst years are those beyond it.</summary>
    public double Level { get; init; } = UsualLevel;

    /// <summary>How much risk may be borne; null where nobody said.</summary>
    public RiskTolerance? Tolerance { get; init; }
}
