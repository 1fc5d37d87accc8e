namespace OpenAso.Actuarial.Distributions;

/// <summary>A cost that is nothing at all with some probability.</summary>
/// <param name="zero">The probability of no cost: 0 or more, below 1.</param>
/// <param name="positive">What somebody costs who costs anything.</param>
public sealed class ZeroInflated(double zero, ClaimSeverity positive) : ClaimSeverity
{
    private readonly double _some = zero is >= 0 and < 1
        ? 1 - zero
        : throw new ArgumentOutOfRangeException(nameof(zero), zero, "From 0 to below 1.");

    /// <inheritdoc/>
    public override double Mean => _some * positive.Mean;

    /// <inheritdoc/>
    public override double Scale => positive.Scale;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Breaks => positive.Breaks;

    /// <inheritdoc/>
    public override IReadOnlyList<(double Amount, double Probability)>? Points => positive.Points is { } points
        ? [(0, 1 - _some), .. points.Select(point => (point.Amount, point.Probability * _some))]
        : null;

    /// <inheritdoc/>
    public override double LimitedMean(double limit) => _some * positive.LimitedMean(limit);

    /// <inheritdoc/>
    public override double Above(double amount) => _some * positive.Above(amount);

    /// <inheritdoc/>
    public override double LimitedSquare(double limit) => _some * positive.LimitedSquare(limit);

    /// <inheritdoc/>
    public override double Quantile(double probability) =>
        probability <= 1 - _some ? 0 : positive.Quantile(1 - ((1 - probability) / _some));
}
