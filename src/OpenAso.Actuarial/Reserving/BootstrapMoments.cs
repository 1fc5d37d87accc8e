namespace OpenAso.Actuarial.Reserving;

/// <summary>Adds replicates up: means and deviations by origin, the totals one by one.</summary>
internal sealed class BootstrapMoments(int origins, int replicates)
{
    private readonly double[] _first = new double[origins];
    private readonly double[] _sums = new double[origins];
    private readonly double[] _squares = new double[origins];
    private readonly double[] _totals = new double[replicates];
    private double _firstExpected;
    private double _expected;
    private double _expectedSquares;
    private double _spread;

    // Sums are of gaps from the first replicate, so that squares of large amounts do not swallow the small ones.
    public void Add(int number, OdpReplicate replicate)
    {
        if (number == 0)
        {
            replicate.Drawn.CopyTo(_first, 0);
            _firstExpected = replicate.Expected.Sum();
        }
        double total = 0, expected = 0, spread = 0;
        for (var origin = 0; origin < origins; origin++)
        {
            var drawn = replicate.Drawn[origin];
            total += drawn;
            expected += replicate.Expected[origin];
            spread += replicate.Spread[origin];
            var gap = drawn - _first[origin];
            _sums[origin] += gap;
            _squares[origin] += gap * gap;
        }
        _totals[number] = total;
        expected -= _firstExpected;
        _expected += expected;
        _expectedSquares += expected * expected;
        _spread += spread;
    }

    public double Mean(int origin) => _first[origin] + _sums[origin] / replicates;

    public double Deviation(int origin) => Math.Sqrt(Variance(_sums[origin], _squares[origin]));

    public double[] SortedTotals() => [.. _totals.Order()];

    /// <summary>Process: the mean of the variances around the drawn factors; parameter: the variance of what they lead
    /// to.</summary>
    public ReserveErrors Errors(double scale)
    {
        var mean = _totals.Average();
        var total = replicates > 1 ? _totals.Sum(one => (one - mean) * (one - mean)) / (replicates - 1) : 0;
        return new ReserveErrors(
            Math.Sqrt(total), Math.Sqrt(scale * _spread / replicates),
            Math.Sqrt(Variance(_expected, _expectedSquares)), null);
    }

    private double Variance(double sum, double squares) =>
        replicates > 1 ? Math.Max(0, (squares - sum * sum / replicates) / (replicates - 1)) : 0;
}
