using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Layers;

/// <summary>What of a year's claims stays with the employer under a stop-loss contract.</summary>
public abstract class EmployerCost
{
    private protected EmployerCost(double mean, double most) => (Mean, Most) = (mean, most);

    /// <summary>Expected, exactly.</summary>
    public double Mean { get; }

    /// <summary>It cannot be more: attachment, aggregating specific and laser layers together; infinity where nothing
    /// ends it.</summary>
    public double Most { get; }

    /// <summary>The standard deviation.</summary>
    public abstract double Deviation { get; }

    /// <summary>How far the mean of what was computed lies from the exact one, in standard deviations.</summary>
    public abstract double NumericalError { get; }

    /// <summary>The probability of more than an amount.</summary>
    /// <param name="amount">Any.</param>
    public abstract double Above(double amount);

    /// <summary>What is expected above an amount.</summary>
    /// <param name="amount">Any.</param>
    public abstract double Beyond(double amount);

    /// <summary>The amount that is not passed with a probability: value at risk.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is 0, 1 or outside.</exception>
    public double Quantile(double probability) =>
        QuantileSearch.Find(probability, Above, Highest);

    /// <summary>The mean of the worst years: tail value at risk.</summary>
    /// <param name="probability">The share of years that are not among them; between 0 and 1, both excluded.</param>
    public double TailMean(double probability)
    {
        var quantile = Quantile(probability);
        return Math.Min(quantile + (Beyond(quantile) / (1 - probability)), Most);
    }

    private protected abstract double Highest { get; }
}
