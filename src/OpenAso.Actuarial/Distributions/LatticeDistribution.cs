namespace OpenAso.Actuarial.Distributions;

/// <summary>A cost of few people, or of amounts that lie on a lattice: probability piles up at single amounts, so
/// nothing is smoothed.</summary>
internal sealed class LatticeDistribution : CostDistribution
{
    private const double Near = 1e-7;
    private readonly double[] _above;
    private readonly double[] _cost;
    private readonly bool _isExact;
    private readonly double _most;

    /// <param name="moments">In closed form.</param>
    /// <param name="step">Between the points.</param>
    /// <param name="masses">At the points.</param>
    /// <param name="most">No cost is above it.</param>
    /// <param name="isExact">Whether every amount is a point of the lattice.</param>
    /// <param name="error">As reported.</param>
    public LatticeDistribution(
        CostMoments moments, double step, double[] masses, double most, bool isExact, double error)
        : base(moments, new LatticeShape(step, masses.Length), error)
    {
        (_isExact, _most) = (isExact, most);
        _above = new double[masses.Length];
        _cost = new double[masses.Length];
        var (sum, first) = (0.0, 0.0);
        for (var at = masses.Length - 1; at >= 0; at--)
        {
            _above[at] = sum;
            _cost[at] = step * first;
            sum += masses[at];
            first += sum;
        }
    }

    public override double Above(double amount)
    {
        if (amount < 0 || amount >= _most * (1 - 1e-12))
            return amount < 0 ? 1 : 0;
        var place = amount / Lattice.Step;
        if (_isExact)
            return _above[Math.Min((int)(place + Near), _above.Length - 1)];
        // The half-bucket rule: what a point holds lies evenly within half a step of it.
        var halves = Math.Max(place - 0.5, 0);
        return Between(_above, halves);
    }

    public override double StopLossCost(double attachment) =>
        attachment <= 0 ? Moments.ExpectedRetained - attachment
        : attachment >= _most ? 0
        : Between(_cost, attachment / Lattice.Step);

    private static double Between(double[] values, double place)
    {
        var low = Math.Min((int)place, values.Length - 2);
        return values[low] + ((values[low + 1] - values[low]) * Math.Min(place - low, 1));
    }
}
