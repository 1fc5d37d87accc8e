namespace OpenAso.Actuarial.Distributions;

/// <summary>People who are alike in cost and deductible; a lasered person is a class of one.</summary>
/// <param name="Count">How many; at least one.</param>
/// <param name="Factor">By which the severity's cost is multiplied; above zero.</param>
/// <param name="Severity">What one of them may cost in a year.</param>
/// <param name="Deductible">What is retained of each at most; above zero, infinity for no specific.</param>
public sealed record RiskClass(int Count, double Factor, ClaimSeverity Severity, double Deductible)
{
    /// <summary>The expected cost of one of them.</summary>
    public double Mean => Factor * Severity.Mean;

    /// <summary>The expected cost of one of them that is retained.</summary>
    public double RetainedMean => Factor * Severity.LimitedMean(Deductible / Factor);

    /// <summary>The variance of the cost of one of them that is retained.</summary>
    internal double RetainedVariance(double top)
    {
        var mean = RetainedMean;
        return (Factor * Factor * Severity.LimitedSquare(Math.Min(Deductible, top) / Factor)) - (mean * mean);
    }

    /// <summary>The class where the whole group costs more or less.</summary>
    internal RiskClass Under(GroupFactor group) => this with { Factor = Factor * group.Factor };

    /// <summary>The amount that one of them retains at most, leaving out what all of them together pass with less than
    /// a probability.</summary>
    internal double Reach(double probability)
    {
        if (Severity.Points is { } points)
            return Math.Min(points[^1].Amount * Factor, Deductible);
        var amount = Severity.Scale * Factor;
        while (amount < Deductible && Count * Severity.Above(amount / Factor) > probability && amount < 1e15)
            amount *= 1.5;
        return Math.Min(amount, Deductible);
    }

    /// <summary>Throws where a class is none.</summary>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Count, 1, nameof(Count));
        if (!(Factor > 0 && double.IsFinite(Factor)))
            throw new ArgumentOutOfRangeException(nameof(Factor), Factor, "A factor is above zero.");
        if (!(Deductible > 0))
            throw new ArgumentOutOfRangeException(nameof(Deductible), Deductible, "A deductible is above zero.");
    }
}
