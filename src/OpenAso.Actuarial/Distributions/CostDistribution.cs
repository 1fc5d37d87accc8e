namespace OpenAso.Actuarial.Distributions;

/// <summary>What the retained cost of a year may come to.</summary>
public abstract class CostDistribution
{
    private protected CostDistribution(CostMoments moments, LatticeShape lattice, double error)
    {
        Moments = moments;
        Lattice = lattice;
        NumericalError = error;
    }

    /// <summary>Means and standard deviation, in closed form.</summary>
    public CostMoments Moments { get; }

    /// <summary>On what it was computed.</summary>
    public LatticeShape Lattice { get; }

    /// <summary>How far mean and standard deviation of what was computed lie from those in closed form, the larger of
    /// the two as a share of them.</summary>
    public double NumericalError { get; }

    /// <summary>The probability of more than an amount.</summary>
    /// <param name="amount">Any.</param>
    public abstract double Above(double amount);

    /// <summary>The expected cost above an amount: of insurance that pays what passes it.</summary>
    /// <param name="attachment">Any.</param>
    public abstract double StopLossCost(double attachment);

    /// <summary>The amount that is not passed with a probability: value at risk.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is 0, 1 or outside.</exception>
    public double Quantile(double probability) =>
        QuantileSearch.Find(probability, Above, Lattice.Step * (Lattice.Points - 4));

    /// <summary>The mean of the costs beyond a quantile: tail value at risk.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    public double TailMean(double probability)
    {
        var quantile = Quantile(probability);
        return quantile + (StopLossCost(quantile) / (1 - probability));
    }
}

/// <summary>What the year is expected to cost, before and after the specific.</summary>
/// <param name="ExpectedGross">Before the specific.</param>
/// <param name="ExpectedSpecific">What the specific is expected to bear.</param>
/// <param name="ExpectedRetained">What is expected to stay.</param>
/// <param name="RetainedDeviation">The standard deviation of what stays.</param>
public sealed record CostMoments(
    double ExpectedGross, double ExpectedSpecific, double ExpectedRetained, double RetainedDeviation)
{
    /// <summary>What is expected to stay where the group costs what is expected of it: an attachment is a multiple of
    /// it. A little more than <see cref="ExpectedRetained"/>, since a deductible takes more from a bad level than it
    /// leaves of a good one.</summary>
    public double CentralRetained { get; init; } = ExpectedRetained;

    /// <summary>Of a group, in closed form.</summary>
    /// <param name="risk">The group.</param>
    public static CostMoments Of(GroupRisk risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        var (mean, square) = (0.0, 0.0);
        foreach (var group in GroupFactor.Of(risk))
        {
            var classes = risk.Classes.Items.Select(people => people.Under(group)).ToList();
            var level = classes.Sum(people => people.Count * people.RetainedMean);
            var variance = classes.Sum(people => people.Count * people.RetainedVariance(people.Reach(1e-14)));
            mean += group.Weight * level;
            square += group.Weight * (variance + (level * level));
        }
        var gross = risk.ExpectedGross;
        var specific = gross - mean;
        return new CostMoments(
            gross, specific > gross * 1e-14 ? specific : 0, mean, Math.Sqrt(Math.Max(square - (mean * mean), 0)))
        {
            CentralRetained = risk.Classes.Items.Sum(people => people.Count * people.RetainedMean),
        };
    }
}

/// <summary>The evenly spaced amounts on which a sum was computed.</summary>
/// <param name="Step">Between them.</param>
/// <param name="Points">How many.</param>
public readonly record struct LatticeShape(double Step, int Points);
