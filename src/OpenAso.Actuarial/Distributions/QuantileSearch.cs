namespace OpenAso.Actuarial.Distributions;

/// <summary>Finds the amount that is not passed with a probability, from the probabilities of passing.</summary>
internal static class QuantileSearch
{
    /// <summary>By halving, to fourteen digits.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    /// <param name="above">The probability of more than an amount; never grows with it.</param>
    /// <param name="highest">An amount that the quantile does not pass.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is 0, 1 or outside.</exception>
    public static double Find(double probability, Func<double, double> above, double highest)
    {
        if (!(probability is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Between 0 and 1.");
        var survivors = 1 - probability;
        if (above(0) <= survivors)
            return 0;
        var (low, high) = (0.0, highest);
        for (var step = 0; step < 200 && high - low > high * 1e-14; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = above(middle) > survivors ? (middle, high) : (low, middle);
        }
        return high;
    }
}
