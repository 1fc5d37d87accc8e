namespace OpenAso.Actuarial.Distributions;

/// <summary>A cost of so many people that its density is smooth: it is known at the points of a lattice, and between
/// them by a polynomial.</summary>
internal sealed class SmoothDistribution : CostDistribution
{
    private const int Left = 2;
    private const int Width = 6;
    private readonly double[] _above;
    private readonly double[] _cost;

    public SmoothDistribution(CostMoments moments, double step, double[] masses, double error)
        : base(moments, new LatticeShape(step, masses.Length), error)
    {
        _above = new double[masses.Length];
        _cost = new double[masses.Length];
        var (sum, first) = (0.0, 0.0);
        for (var at = masses.Length - 1; at >= 0; at--)
        {
            var near = new Neighbours(masses, at);
            _above[at] = sum + near.HalfBucket;
            _cost[at] = step * (first + near.Bend);
            sum += masses[at];
            first += sum;
        }
    }

    public override double Above(double amount) =>
        amount <= 0 ? 1 : amount >= Last ? 0 : Math.Clamp(Read(_above, amount), 0, 1);

    public override double StopLossCost(double attachment) =>
        attachment <= 0 ? Moments.ExpectedRetained - attachment
        : attachment >= Last ? 0
        : Math.Max(Read(_cost, attachment), 0);

    private double Last => Lattice.Step * (Lattice.Points - Width);

    private double Read(double[] values, double amount)
    {
        var place = amount / Lattice.Step;
        var first = Math.Max((int)place - Left, 0);
        Span<double> weights = stackalloc double[Width];
        SixPoints.Weights(place - first - Left, weights);
        var sum = 0.0;
        for (var next = 0; next < Width; next++)
            sum += weights[next] * values[first + next];
        return sum;
    }

    /// <summary>What Euler and Maclaurin add to a sum of masses to make it the integral beyond one of them.</summary>
    private readonly ref struct Neighbours(double[] masses, int at)
    {
        private double this[int offset] => at + offset >= 0 && at + offset < masses.Length ? masses[at + offset] : 0;

        public double HalfBucket => (0.5 * this[0])
            + (((8 * (this[1] - this[-1])) - this[2] + this[-2]) / 144)
            - ((this[2] - (2 * this[1]) + (2 * this[-1]) - this[-2]) / 1440);

        public double Bend
        {
            get
            {
                var second = this[1] - (2 * this[0]) + this[-1];
                var fourth = this[2] - (4 * this[1]) + (6 * this[0]) - (4 * this[-1]) + this[-2];
                return (this[0] / 12) - (second / 240) + (fourth * ((1.0 / 2880) + (1.0 / 6048)));
            }
        }
    }
}
