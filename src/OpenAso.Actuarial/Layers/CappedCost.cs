using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Layers;

/// <summary>What is retained, up to the aggregate attachment: nothing is kept beside it.</summary>
internal sealed class CappedCost : EmployerCost
{
    private const int Intervals = 4_000;
    private readonly CostDistribution _retained;
    private readonly double _attachment;

    public CappedCost(CostDistribution retained, double attachment, double most)
        : base(retained.Moments.ExpectedRetained - Passing(retained, attachment), most)
    {
        (_retained, _attachment) = (retained, attachment);
        Highest = Math.Min(attachment, retained.Lattice.Step * (retained.Lattice.Points - 4));
        Deviation = double.IsFinite(attachment) ? Integrated() : retained.Moments.RetainedDeviation;
    }

    public override double Deviation { get; }

    public override double NumericalError => _retained.NumericalError;

    private protected override double Highest { get; }

    public override double Above(double amount) => amount >= _attachment ? 0 : _retained.Above(amount);

    public override double Beyond(double amount) => amount >= _attachment
        ? 0
        : _retained.StopLossCost(amount) - Passing(_retained, _attachment);

    private static double Passing(CostDistribution retained, double attachment) =>
        double.IsFinite(attachment) ? retained.StopLossCost(attachment) : 0;

    // The square is twice the integral of amount times the probability of more (Simpson).
    private double Integrated()
    {
        var step = Highest / Intervals;
        var sum = 0.0;
        for (var at = 1; at <= Intervals; at++)
        {
            // Just below the attachment, beyond which nothing is.
            var amount = at == Intervals ? Highest * (1 - 1e-12) : at * step;
            sum += (at == Intervals ? 1 : at % 2 == 1 ? 4 : 2) * amount * _retained.Above(amount);
        }
        return Math.Sqrt(Math.Max((2 * sum * step / 3) - (Mean * Mean), 0));
    }
}
