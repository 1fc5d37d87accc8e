namespace OpenAso.Actuarial.Distributions;

/// <summary>A cost that follows a Pareto distribution of the second kind (Lomax), which begins at zero.</summary>
/// <param name="shape">Above 1, so that there is a mean.</param>
/// <param name="scale">Above zero; the mean is scale divided by shape less 1.</param>
public sealed class ParetoSeverity(double shape, double scale) : ClaimSeverity
{
    private readonly double _shape = Positive(shape - 1, nameof(shape)) + 1;
    private readonly double _scale = Positive(scale, nameof(scale));

    /// <inheritdoc/>
    public override double Mean { get; } = scale / (shape - 1);

    /// <inheritdoc/>
    public override double Scale { get; } = scale / shape;

    /// <inheritdoc/>
    public override double LimitedMean(double limit) => limit <= 0 ? 0
        : double.IsPositiveInfinity(limit) ? Mean
        : -Mean * Powers.Less1(1 - _shape, Powers.Log1(limit / _scale));

    /// <inheritdoc/>
    public override double Above(double amount) =>
        amount <= 0 ? 1 : Math.Exp(-_shape * Powers.Log1(amount / _scale));

    /// <inheritdoc/>
    public override double LimitedSquare(double limit)
    {
        if (limit <= 0)
            return 0;
        // Twice the integral of x times the survival; with y = 1 + x/scale it is elementary.
        var log = Powers.Log1(limit / _scale);
        var first = Math.Abs(_shape - 2) < 1e-12 ? log : Powers.Less1(2 - _shape, log) / (2 - _shape);
        var second = Powers.Less1(1 - _shape, log) / (1 - _shape);
        return 2 * _scale * _scale * (first - second);
    }
}
