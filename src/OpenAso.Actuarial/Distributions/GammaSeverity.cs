namespace OpenAso.Actuarial.Distributions;

/// <summary>A cost that follows a gamma distribution.</summary>
/// <param name="shape">Above zero.</param>
/// <param name="scale">Above zero; the mean is shape times scale.</param>
public sealed class GammaSeverity(double shape, double scale) : ClaimSeverity
{
    private readonly double _shape = Positive(shape, nameof(shape));
    private readonly double _scale = Positive(scale, nameof(scale));

    /// <inheritdoc/>
    public override double Mean { get; } = shape * scale;

    /// <inheritdoc/>
    public override double Scale { get; } = Math.Min(shape, 1) * scale;

    /// <inheritdoc/>
    public override double LimitedMean(double limit) => limit <= 0 ? 0
        : double.IsPositiveInfinity(limit) ? Mean
        : (Mean * GammaFunction.Below(_shape + 1, limit / _scale))
            + (limit * GammaFunction.Above(_shape, limit / _scale));

    /// <inheritdoc/>
    public override double Above(double amount) => GammaFunction.Above(_shape, amount / _scale);

    /// <inheritdoc/>
    public override double LimitedSquare(double limit) => limit <= 0 ? 0
        : (_shape * (_shape + 1) * _scale * _scale * GammaFunction.Below(_shape + 2, limit / _scale))
            + (limit * limit * GammaFunction.Above(_shape, limit / _scale));
}
