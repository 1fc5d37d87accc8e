using OpenAso.Kernel;

namespace OpenAso.Decision.Optimizing;

/// <summary>What an option costs the employer in a year, all in: fixed cost, premium, and what is kept of
/// claims.</summary>
/// <param name="Option">The contract.</param>
/// <param name="Premium">What it costs for certain.</param>
/// <param name="Expected">Expected cost, exactly.</param>
/// <param name="Deviation">Its standard deviation.</param>
/// <param name="Quantile">What is not passed with the probability that was asked for: value at risk.</param>
/// <param name="Tail">The mean of the years beyond it: tail value at risk.</param>
public sealed record OptionResult(
    StopLossOption Option, OptionPremium Premium, double Expected, double Deviation, double Quantile, double Tail)
{
    /// <summary>It cannot be more; infinity where nothing ends it.</summary>
    public required double Most { get; init; }

    /// <summary>The attachment of the aggregate; infinity where there is none.</summary>
    public required double Attachment { get; init; }

    /// <summary>The probability of more than the budget; null where there is none.</summary>
    public double? AboveBudget { get; init; }

    /// <summary>An option that costs no more in expectation and in the worst years, and less in one of them; null where
    /// there is none, so that this one is on the frontier.</summary>
    public string? BeatenBy { get; init; }

    /// <summary>How far the mean of what was computed lies from the exact one, in standard deviations.</summary>
    public required double NumericalError { get; init; }
}

/// <summary>Premium of a year.</summary>
/// <param name="Total">All of it.</param>
/// <param name="Specific">For the specific, without the load; null where it was quoted as one amount.</param>
/// <param name="Aggregate">For the aggregate; null where it was quoted as one amount.</param>
/// <param name="Load">For the risk; null where it was quoted as one amount.</param>
public sealed record OptionPremium(double Total, double? Specific, double? Aggregate, double? Load)
{
    /// <summary>Whether a carrier asked for it.</summary>
    public bool IsQuoted => Specific is null;
}

/// <summary>The option that fits what was said of risk.</summary>
/// <param name="Option">Its name.</param>
/// <param name="Reason">Why, as sentences.</param>
public sealed record Recommendation(string Option, string Reason);

/// <summary>Options side by side.</summary>
/// <param name="Options">In the order asked for.</param>
/// <param name="Frontier">Those that none beats, the safest first.</param>
/// <param name="Recommended">Null where nobody said how much risk may be borne.</param>
/// <param name="Findings">What should be known of the result.</param>
public sealed record OptionStudy(
    ValueList<OptionResult> Options, ValueList<OptionResult> Frontier, Recommendation? Recommended,
    ValueList<Finding> Findings)
{
    /// <summary>The worst years are those beyond this probability.</summary>
    public required double Level { get; init; }

    /// <summary>The uncertainty of the group's level that is part of it.</summary>
    public required double GroupSigma { get; init; }

    /// <summary>How premiums were made that nobody quoted; null where all were quoted.</summary>
    public PremiumModel? Premium { get; init; }
}
