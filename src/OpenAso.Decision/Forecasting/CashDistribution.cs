namespace OpenAso.Decision.Forecasting;

/// <summary>An amount that is not known for sure.</summary>
public sealed class CashDistribution
{
    private readonly double[] _sorted;

    private CashDistribution(double[] sorted) => _sorted = sorted;

    /// <summary>What is expected.</summary>
    public double Mean => _sorted.Average();

    /// <summary>The distribution of equally likely amounts.</summary>
    /// <param name="amounts">At least one, in any order.</param>
    public static CashDistribution Of(IReadOnlyCollection<double> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        ArgumentOutOfRangeException.ThrowIfZero(amounts.Count);
        return new CashDistribution([.. amounts.Order()]);
    }

    /// <summary>The amount that is not passed with a probability, between its neighbours in proportion.</summary>
    /// <param name="probability">0 to 1.</param>
    public double Quantile(double probability)
    {
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "From 0 to 1.");
        var place = probability * (_sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, _sorted.Length - 1);
        return _sorted[below] + ((place - below) * (_sorted[above] - _sorted[below]));
    }

    /// <summary>How likely the amount is below another.</summary>
    /// <param name="amount">Any.</param>
    public double Below(double amount) => (double)_sorted.Count(one => one < amount) / _sorted.Length;
}
