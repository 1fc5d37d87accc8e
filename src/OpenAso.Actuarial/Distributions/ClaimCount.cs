namespace OpenAso.Actuarial.Distributions;

/// <summary>How many claims there are in a year, as a distribution.</summary>
public abstract class ClaimCount
{
    /// <summary>The expected number.</summary>
    public abstract double Mean { get; }

    /// <summary>The variance of the number.</summary>
    public abstract double Variance { get; }

    /// <summary>The generating function at a complex number of at most unit size.</summary>
    /// <param name="at">Where.</param>
    public abstract System.Numerics.Complex Generate(System.Numerics.Complex at);

    /// <summary>Claims that come independently of each other.</summary>
    /// <param name="mean">Zero or more.</param>
    public static ClaimCount Poisson(double mean) => mean >= 0 && double.IsFinite(mean)
        ? new PoissonCount(mean)
        : throw new ArgumentOutOfRangeException(nameof(mean), mean, "Zero or more.");

    /// <summary>A table of probabilities.</summary>
    /// <param name="probabilities">Of no claim, one claim, two; together 1 but for 1e-9.</param>
    /// <exception cref="ArgumentException">A probability is negative, or they do not add up.</exception>
    public static ClaimCount Table(params IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        var total = probabilities.Sum();
        return Math.Abs(total - 1) <= 1e-9 && probabilities.All(probability => probability >= 0)
            ? new TableCount(probabilities)
            : throw new ArgumentException(
                $"Probabilities are zero or more and add up to 1, not to {total}.", nameof(probabilities));
    }

    private sealed class PoissonCount(double mean) : ClaimCount
    {
        public override double Mean => mean;

        public override double Variance => mean;

        public override System.Numerics.Complex Generate(System.Numerics.Complex at) =>
            System.Numerics.Complex.Exp(mean * (at - 1));
    }

    private sealed class TableCount(IReadOnlyList<double> probabilities) : ClaimCount
    {
        public override double Mean => probabilities.Index().Sum(entry => entry.Index * entry.Item);

        public override double Variance =>
            probabilities.Index().Sum(entry => entry.Index * entry.Index * entry.Item) - (Mean * Mean);

        public override System.Numerics.Complex Generate(System.Numerics.Complex at)
        {
            var sum = System.Numerics.Complex.Zero;
            for (var count = probabilities.Count - 1; count >= 0; count--)
                sum = (sum * at) + probabilities[count];
            return sum;
        }
    }
}
