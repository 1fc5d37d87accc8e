namespace OpenAso.Actuarial.Distributions;

/// <summary>A cost with a tail of its own: below a threshold one distribution, above it a generalised Pareto
/// one.</summary>
/// <remarks>The probability of passing the threshold stays that of the body.</remarks>
public sealed class SplicedSeverity : ClaimSeverity
{
    private readonly ClaimSeverity _body;
    private readonly double _threshold;
    private readonly ParetoSeverity _tail;
    private readonly double _passing;

    /// <summary>A body with a tail.</summary>
    /// <param name="body">What holds below the threshold.</param>
    /// <param name="threshold">Above zero.</param>
    /// <param name="shape">Of the generalised Pareto distribution (xi): above 0, below 1, so that there is a
    /// mean.</param>
    /// <param name="scale">Of the generalised Pareto distribution at the threshold; above zero.</param>
    public SplicedSeverity(ClaimSeverity body, double threshold, double shape, double scale)
    {
        _body = body;
        _threshold = Positive(threshold, nameof(threshold));
        _tail = new ParetoSeverity(1 / Positive(shape, nameof(shape)), scale / shape);
        _passing = body.Above(threshold);
        Mean = body.LimitedMean(threshold) + (_passing * _tail.Mean);
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Scale => _body.Scale;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Breaks => [.. _body.Breaks, _threshold];

    /// <inheritdoc/>
    public override double LimitedMean(double limit) => limit <= _threshold
        ? _body.LimitedMean(limit)
        : _body.LimitedMean(_threshold) + (_passing * _tail.LimitedMean(limit - _threshold));

    /// <inheritdoc/>
    public override double Above(double amount) => amount < _threshold
        ? _body.Above(amount)
        : _passing * _tail.Above(amount - _threshold);

    /// <inheritdoc/>
    public override double LimitedSquare(double limit) => limit <= _threshold
        ? _body.LimitedSquare(limit)
        : _body.LimitedSquare(_threshold) + (_passing * (_tail.LimitedSquare(limit - _threshold)
            + (2 * _threshold * _tail.LimitedMean(limit - _threshold))));
}
