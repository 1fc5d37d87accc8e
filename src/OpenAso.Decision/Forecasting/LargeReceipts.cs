using OpenAso.Actuarial;

namespace OpenAso.Decision.Forecasting;

/// <summary>The largest of what is received: how often it comes, and how large.</summary>
/// <remarks>Sizes beyond a threshold follow a generalised Pareto distribution, fitted by probability-weighted moments
/// (Hosking and Wallis 1987); its shape is held between an exponential and one with a variance.</remarks>
internal sealed class LargeReceipts
{
    private const int Fewest = 5;
    private const double Heaviest = 0.45;

    private readonly int _count;
    private readonly double _exposure;
    private readonly double _shape;
    private readonly double _scale;

    private LargeReceipts(double threshold, double[] excesses, double exposure)
    {
        (Threshold, _count, _exposure) = (threshold, excesses.Length, exposure);
        if (excesses.Length == 0)
            return;
        Array.Sort(excesses);
        var mean = excesses.Average();
        var weighted = excesses
            .Select((excess, rank) => excess * (excesses.Length - 1 - rank) / Math.Max(1, excesses.Length - 1))
            .Average();
        var difference = mean - (2 * weighted);
        _shape = difference > 0 ? Math.Clamp(2 - (mean / difference), 0, Heaviest) : 0;
        _scale = mean * (1 - _shape);
    }

    /// <summary>From which amount on a receipt is large.</summary>
    public double Threshold { get; }

    /// <summary>The largest receipts of a history, about one in three weeks.</summary>
    /// <param name="history">Of weeks.</param>
    /// <param name="exposure">What the receipts came of.</param>
    public static LargeReceipts Of(CashHistory history, double exposure)
    {
        var amounts = history.Rows.ToArray().Select(row => row.Amount).OrderDescending()
            .Take(Math.Max(Fewest, history.Weeks / 3) + 1).ToArray();
        var threshold = amounts.Length > Fewest && amounts[^1] > 0 ? amounts[^1] : double.PositiveInfinity;
        return new LargeReceipts(
            threshold, [.. amounts.Where(amount => amount > threshold).Select(amount => amount - threshold)], exposure);
    }

    /// <summary>How often they may come for a unit of exposure: one draw of what the count so far leaves
    /// open.</summary>
    public double DrawRate(RandomStream random) => _count == 0 ? 0 : random.Gamma(_count) / _exposure;

    /// <summary>How many come where so many are expected.</summary>
    public static int DrawCount(double expected, RandomStream random)
    {
        var (count, left) = (0, Math.Exp(-expected));
        for (var product = random.Uniform(); product > left; product *= random.Uniform())
            count++;
        return count;
    }

    /// <summary>The size of one.</summary>
    public double DrawSize(RandomStream random)
    {
        var uniform = random.Uniform();
        return Threshold + (_shape < 1e-9
            ? -_scale * Math.Log(uniform)
            : _scale / _shape * (Math.Pow(uniform, -_shape) - 1));
    }
}
