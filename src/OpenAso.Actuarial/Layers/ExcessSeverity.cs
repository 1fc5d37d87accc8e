using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Layers;

/// <summary>What of one person's cost lies above an amount.</summary>
/// <param name="whole">The cost.</param>
/// <param name="from">The amount; zero or more.</param>
public sealed class ExcessSeverity(ClaimSeverity whole, double from) : ClaimSeverity
{
    /// <inheritdoc/>
    public override double Mean => whole.Excess(from);

    /// <inheritdoc/>
    public override double Scale => Math.Max(whole.Scale, from / 4);

    /// <inheritdoc/>
    public override IReadOnlyList<double> Breaks =>
        [.. whole.Breaks.Select(at => at - from).Where(at => at > 0)];

    /// <inheritdoc/>
    public override IReadOnlyList<(double Amount, double Probability)>? Points => whole.Points is { } points
        ? [.. points.Select(point => (Math.Max(point.Amount - from, 0), point.Probability))]
        : null;

    /// <inheritdoc/>
    public override double LimitedMean(double limit) => whole.LayerMean(from, from + limit);

    /// <inheritdoc/>
    public override double Above(double amount) => whole.Above(from + amount);

    /// <inheritdoc/>
    public override double LimitedSquare(double limit) => whole.LayerSquare(from, from + limit);
}
