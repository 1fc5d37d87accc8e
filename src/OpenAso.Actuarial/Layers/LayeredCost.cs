namespace OpenAso.Actuarial.Layers;

/// <summary>What is retained up to the aggregate attachment, and what is kept beside it.</summary>
internal sealed class LayeredCost : EmployerCost
{
    private readonly double _step;

    // Of amounts that spread: more than each point, and expected above it.
    private readonly double[] _above;
    private readonly double[] _cost;

    // Years in which the attachment is reached stand at single amounts, in order.
    private readonly double[] _piles;
    private readonly double[] _pileAbove;
    private readonly double[] _pileCost;

    public LayeredCost(
        IReadOnlyList<JointColumn> columns, double step, double attachment, double mean, double most)
        : base(mean, most)
    {
        _step = step;
        var farthest = columns.Max(column => column.Beyond);
        var spread = new double[columns[0].Masses.Length + (int)(farthest / step) + 3];
        var piles = new SortedDictionary<double, double>();
        foreach (var column in columns)
            Share(column, spread, piles, attachment);
        (_above, _cost) = Sums(spread);
        _piles = [.. piles.Keys];
        (_pileAbove, _pileCost) = Sums(piles);
        Highest = Math.Min(most, Math.Max(spread.Length * step, _piles.Append(0).Max() + step));
        (Deviation, NumericalError) = Moments(spread, piles);
    }

    public override double Deviation { get; }

    public override double NumericalError { get; }

    private protected override double Highest { get; }

    // What a point holds lies evenly within half a step of it.
    public override double Above(double amount)
    {
        if (amount < 0)
            return 1;
        var pile = Array.BinarySearch(_piles, amount);
        var above = _pileAbove[pile >= 0 ? pile + 1 : ~pile];
        return Math.Clamp(above + Read(_above, Math.Max((amount / _step) - 0.5, 0)), 0, 1);
    }

    public override double Beyond(double amount)
    {
        if (amount <= 0)
            return Mean - amount;
        var pile = Array.BinarySearch(_piles, amount);
        var first = pile >= 0 ? pile : ~pile;
        return Math.Max(
            _pileCost[first] - (amount * _pileAbove[first]) + Read(_cost, amount / _step), 0);
    }

    private static double Read(double[] values, double place)
    {
        var low = (int)place;
        return low >= values.Length - 1
            ? 0
            : values[low] + ((values[low + 1] - values[low]) * (place - low));
    }

    // Each point is spread over its own step; what of it lies beyond the attachment stands there.
    private void Share(
        JointColumn column, double[] spread, SortedDictionary<double, double> piles, double attachment)
    {
        var shift = column.Beyond / _step;
        var whole = (int)shift;
        var part = shift - whole;
        var reached = 0.0;
        for (var at = 0; at < column.Masses.Length; at++)
        {
            var mass = Math.Max(column.Masses[at], 0);
            var beyond = Math.Clamp(((at + 0.5) * _step / attachment) switch
            {
                <= 1 => 0,
                _ => (((at + 0.5) * _step) - attachment) / _step,
            }, 0, 1);
            reached += mass * beyond;
            spread[at + whole] += mass * (1 - beyond) * (1 - part);
            spread[at + whole + 1] += mass * (1 - beyond) * part;
        }
        if (reached > 0)
            piles[attachment + column.Beyond] = piles.GetValueOrDefault(attachment + column.Beyond) + reached;
    }

    private (double[] Above, double[] Cost) Sums(double[] masses)
    {
        var (above, cost) = (new double[masses.Length], new double[masses.Length]);
        var (sum, first) = (0.0, 0.0);
        for (var at = masses.Length - 1; at >= 0; at--)
        {
            above[at] = sum;
            cost[at] = _step * first;
            sum += masses[at];
            first += sum;
        }
        return (above, cost);
    }

    // From each pile on: its mass and all beyond it, and the same times their amounts.
    private static (double[] Above, double[] Cost) Sums(SortedDictionary<double, double> piles)
    {
        var (above, cost) = (new double[piles.Count + 1], new double[piles.Count + 1]);
        foreach (var (at, (amount, mass)) in piles.Index().Reverse())
        {
            above[at] = above[at + 1] + mass;
            cost[at] = cost[at + 1] + (mass * amount);
        }
        return (above, cost);
    }

    private (double Deviation, double Error) Moments(double[] spread, SortedDictionary<double, double> piles)
    {
        var (mean, square) = (0.0, 0.0);
        foreach (var (amount, mass) in spread.Index().Select(one => (one.Index * _step, one.Item))
            .Concat(piles.Select(pile => (pile.Key, pile.Value))))
        {
            mean += mass * amount;
            square += mass * amount * amount;
        }
        var deviation = Math.Sqrt(Math.Max(square - (mean * mean), 0));
        return (deviation, deviation > 0 ? Math.Abs(mean - Mean) / deviation : 0);
    }
}
