using OpenAso.Actuarial.Distributions;

namespace OpenAso.Decision.Comparing;

/// <summary>What one year may cost the employer.</summary>
public abstract class EmployerYear
{
    /// <summary>The expected cost.</summary>
    public abstract double Mean { get; }

    /// <summary>The standard error of what is told; zero where it is exact.</summary>
    public abstract double MeanError { get; }

    /// <summary>The probability of more than an amount.</summary>
    /// <param name="cost">Any.</param>
    public abstract double Above(double cost);

    /// <summary>The expected cost beyond an amount.</summary>
    /// <param name="cost">Any.</param>
    public abstract double Excess(double cost);

    /// <summary>The amount that is not passed with a probability: value at risk.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    public abstract double Quantile(double probability);

    /// <summary>The mean of the years beyond a quantile: tail value at risk.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    public double TailMean(double probability)
    {
        var quantile = Quantile(probability);
        return quantile + (Excess(quantile) / (1 - probability));
    }
}

/// <summary>A year computed exactly, from the distribution of what counts toward the attachment.</summary>
/// <param name="claims">That distribution.</param>
/// <param name="rule">What the claims cost the employer.</param>
public sealed class ExactYear(CostDistribution claims, CostRule rule) : EmployerYear
{
    /// <inheritdoc/>
    public override double Mean { get; } = rule.Base
        + (rule.Slope * (claims.Moments.ExpectedRetained - Beyond(claims, rule.Attachment)))
        + Beyond(claims, rule.Exhausted);

    /// <inheritdoc/>
    public override double MeanError => 0;

    /// <inheritdoc/>
    public override double Above(double cost)
    {
        var at = rule.ClaimsAt(cost);
        return at < 0 ? 1 : double.IsPositiveInfinity(at) ? 0 : Math.Clamp(claims.Above(at), 0, 1);
    }

    /// <inheritdoc/>
    public override double Excess(double cost)
    {
        if (cost <= rule.Base)
            return Mean - cost;
        var at = rule.ClaimsAt(cost);
        return cost < rule.Top
            ? (rule.Slope * (Beyond(claims, at) - Beyond(claims, rule.Attachment))) + Beyond(claims, rule.Exhausted)
            : Beyond(claims, at);
    }

    /// <inheritdoc/>
    public override double Quantile(double probability) => rule.Of(claims.Quantile(probability));

    private static double Beyond(CostDistribution claims, double amount) =>
        double.IsPositiveInfinity(amount) ? 0 : Math.Max(claims.StopLossCost(amount), 0);
}

/// <summary>A year that hangs on two sums at once, from years drawn at random.</summary>
public sealed class DrawnYear : EmployerYear
{
    private readonly double[] _costs;

    /// <param name="costs">At least one; in any order.</param>
    public DrawnYear(IEnumerable<double> costs)
    {
        _costs = [.. costs.Order()];
        Mean = _costs.Average();
        MeanError = Deviation / Math.Sqrt(_costs.Length);
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double MeanError { get; }

    /// <summary>The standard deviation.</summary>
    public double Deviation => Math.Sqrt(_costs.Average(cost => (cost - Mean) * (cost - Mean)));

    /// <inheritdoc/>
    public override double Above(double cost) => (double)_costs.Count(one => one > cost) / _costs.Length;

    /// <inheritdoc/>
    public override double Excess(double cost) => _costs.Average(one => Math.Max(one - cost, 0));

    /// <inheritdoc/>
    public override double Quantile(double probability) =>
        _costs[Math.Clamp((int)Math.Ceiling(probability * _costs.Length) - 1, 0, _costs.Length - 1)];
}
