namespace OpenAso.Actuarial.Distributions;

/// <summary>A cost whose logarithm is normal.</summary>
/// <param name="mu">The mean of the logarithm.</param>
/// <param name="sigma">The standard deviation of the logarithm; above zero.</param>
public sealed class LognormalSeverity(double mu, double sigma) : ClaimSeverity
{
    private readonly double _sigma = Positive(sigma, nameof(sigma));

    /// <inheritdoc/>
    public override double Mean { get; } = Math.Exp(mu + (0.5 * sigma * sigma));

    /// <inheritdoc/>
    public override double Scale { get; } = Math.Exp(mu);

    /// <inheritdoc/>
    public override double LimitedMean(double limit)
    {
        if (limit <= 0)
            return 0;
        var standard = (Math.Log(limit) - mu) / _sigma;
        return double.IsPositiveInfinity(limit)
            ? Mean
            : (Mean * NormalLaw.Below(standard - _sigma)) + (limit * NormalLaw.Above(standard));
    }

    /// <inheritdoc/>
    public override double Above(double amount) =>
        amount <= 0 ? 1 : NormalLaw.Above((Math.Log(amount) - mu) / _sigma);

    /// <inheritdoc/>
    public override double LimitedSquare(double limit)
    {
        if (limit <= 0)
            return 0;
        var standard = (Math.Log(limit) - mu) / _sigma;
        return (Math.Exp(2 * (mu + (_sigma * _sigma))) * NormalLaw.Below(standard - (2 * _sigma)))
            + (limit * limit * NormalLaw.Above(standard));
    }

    /// <inheritdoc/>
    public override double Quantile(double probability) =>
        probability == 0 ? 0 : Math.Exp(mu + (_sigma * NormalLaw.Quantile(probability)));
}
