namespace OpenAso.Actuarial.Distributions;

/// <summary>What one person may cost in a year, as a distribution of zero or more.</summary>
/// <remarks>All functions are pure and exact to rounding.</remarks>
public abstract class ClaimSeverity
{
    /// <summary>The expected cost.</summary>
    public abstract double Mean { get; }

    /// <summary>An amount of the size of a usual claim: where the distribution has to be looked at closely.</summary>
    public abstract double Scale { get; }

    /// <summary>Amounts at which the density jumps; the deductible is not among them.</summary>
    public virtual IReadOnlyList<double> Breaks => [];

    /// <summary>The amounts it consists of with their probabilities, ascending; null where it is
    /// continuous.</summary>
    public virtual IReadOnlyList<(double Amount, double Probability)>? Points => null;

    /// <summary>The expected cost where everything above a limit is cut off: the limited expected value.</summary>
    /// <param name="limit">Zero or more; infinity gives the mean.</param>
    public abstract double LimitedMean(double limit);

    /// <summary>The probability of more than an amount.</summary>
    /// <param name="amount">Zero or more.</param>
    public abstract double Above(double amount);

    /// <summary>The expected square of the cost where everything above a limit is cut off.</summary>
    /// <param name="limit">Zero or more, and finite.</param>
    public abstract double LimitedSquare(double limit);

    /// <summary>The expected cost above a deductible.</summary>
    /// <param name="deductible">Zero or more.</param>
    public double Excess(double deductible) => Math.Max(Mean - LimitedMean(deductible), 0);

    /// <summary>The expected cost between two amounts.</summary>
    /// <param name="from">Zero or more.</param>
    /// <param name="to">At least as much, and finite.</param>
    public double LayerMean(double from, double to) => LimitedMean(to) - LimitedMean(from);

    /// <summary>The expected square of the cost between two amounts.</summary>
    /// <param name="from">Zero or more.</param>
    /// <param name="to">At least as much, and finite.</param>
    public double LayerSquare(double from, double to) =>
        LimitedSquare(to) - LimitedSquare(from) - (2 * from * LayerMean(from, to));

    /// <summary>The share of all cost that the costliest people have.</summary>
    /// <param name="share">Of the people; above 0, at most 1.</param>
    public double TopShare(double share) => share >= 1 ? 1 : share * TailMean(1 - share) / Mean;

    /// <summary>The amount that is not passed with a probability.</summary>
    /// <param name="probability">Zero or more, below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is negative, or 1 or more.</exception>
    public virtual double Quantile(double probability)
    {
        if (!(probability is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "From 0 to below 1.");
        var survivors = 1 - probability;
        if (Above(0) <= survivors)
            return 0;
        var (low, high) = (0.0, Scale);
        while (Above(high) > survivors)
            (low, high) = (high, high * 2);
        for (var step = 0; step < 200 && high - low > high * 1e-15; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Above(middle) > survivors ? (middle, high) : (low, middle);
        }
        return high;
    }

    /// <summary>The mean of the costs beyond a quantile.</summary>
    /// <param name="probability">Zero or more, below 1.</param>
    public double TailMean(double probability)
    {
        var quantile = Quantile(probability);
        return quantile + (Excess(quantile) / (1 - probability));
    }

    /// <summary>Checks a parameter.</summary>
    /// <param name="value">Expected above zero and finite.</param>
    /// <param name="name">Of the parameter.</param>
    private protected static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected above zero.");
}
