using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>The reserve of one origin.</summary>
/// <param name="Origin">Its name.</param>
/// <param name="Latest">What it has come to so far.</param>
/// <param name="Ultimate">What it is expected to come to.</param>
/// <param name="StandardError">Of the reserve; null where the method tells of none.</param>
public sealed record OriginReserve(string Origin, double Latest, double Ultimate, double? StandardError)
{
    /// <summary>What is still to come.</summary>
    public double Ibnr => Ultimate - Latest;
}

/// <summary>How far a reserve may be off, as standard errors of the total.</summary>
/// <param name="Standard">Until everything has come: process and parameter together.</param>
/// <param name="Process">What would remain if every factor were known.</param>
/// <param name="Parameter">Because the factors are estimated.</param>
/// <param name="OneYear">How far the next diagonal may move the estimate (Merz and Wüthrich 2008); null where the
/// method does not tell.</param>
public sealed record ReserveErrors(double Standard, double Process, double Parameter, double? OneYear);

/// <summary>A point of the distribution of a reserve.</summary>
/// <param name="Probability">That the reserve is not above the value.</param>
/// <param name="Value">The reserve.</param>
public readonly record struct ReserveQuantile(double Probability, double Value);

/// <summary>What a method says of a triangle.</summary>
public sealed record ReserveEstimate
{
    /// <summary>The method.</summary>
    public required ReserveMethod Method { get; init; }

    /// <summary>Oldest first.</summary>
    public required ValueList<OriginReserve> Origins { get; init; }

    /// <summary>The factors behind it.</summary>
    public required DevelopmentPattern Pattern { get; init; }

    /// <summary>How far it may be off; null where the method does not tell.</summary>
    public ReserveErrors? Errors { get; init; }

    /// <summary>Expected ultimate for each unit of exposure, by origin; empty where the method asks for none.</summary>
    public ValueList<double> APriori { get; init; }

    /// <summary>Points of the distribution; empty where the method gives none.</summary>
    public ValueList<ReserveQuantile> Quantiles { get; init; }

    /// <summary>What somebody who relies on it should know.</summary>
    public ValueList<Finding> Diagnostics { get; init; }

    /// <summary>What has come so far.</summary>
    public double Latest => Origins.Items.Sum(origin => origin.Latest);

    /// <summary>What is expected in the end.</summary>
    public double Ultimate => Origins.Items.Sum(origin => origin.Ultimate);

    /// <summary>What is still to come.</summary>
    public double Ibnr => Origins.Items.Sum(origin => origin.Ibnr);
}
