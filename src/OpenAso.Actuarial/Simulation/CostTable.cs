using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Simulation;

/// <summary>Costs by the probability of passing them, looked up instead of computed: even on the scale of the
/// logarithm.</summary>
internal sealed class CostTable
{
    private const int PerUnit = 256;
    private const double Deepest = 40;
    private readonly double[] _costs = new double[((int)Deepest * PerUnit) + 2];

    /// <param name="severity">Whose costs.</param>
    /// <param name="passing">The probability of passing the least of them: above zero.</param>
    public CostTable(ClaimSeverity severity, double passing)
    {
        for (var index = 0; index < _costs.Length; index++)
            _costs[index] = QuantileOf(severity, passing * Math.Exp(-(double)index / PerUnit));
    }

    /// <summary>The cost that a share of those in the table pass.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public double At(double share)
    {
        var place = Math.Min(-Math.Log(share), Deepest) * PerUnit;
        var low = (int)place;
        return _costs[low] + ((_costs[low + 1] - _costs[low]) * (place - low));
    }

    // 1 less a very small number is 1: beyond that the table stays level, which no year will ever notice.
    internal static double QuantileOf(ClaimSeverity severity, double passing) =>
        severity.Quantile(Math.Min(1 - passing, 1 - 1e-14));
}
