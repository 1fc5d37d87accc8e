using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Simulation;

/// <summary>How many of a class's people something happens to: the binomial distribution, by its table.</summary>
internal sealed class BinomialCount
{
    private readonly double[] _upTo;

    /// <param name="count">How many people.</param>
    /// <param name="chance">Of each: above 0, at most 1.</param>
    public BinomialCount(int count, double chance)
    {
        _upTo = new double[count + 1];
        for (var number = 0; number <= count; number++)
            _upTo[number] = chance == 1 ? (number == count ? 1 : 0) : Math.Exp(
                GammaFunction.Log(count + 1) - GammaFunction.Log(number + 1) - GammaFunction.Log(count - number + 1)
                + (number * Math.Log(chance)) + ((count - number) * Math.Log(1 - chance)));
        var sum = 0.0;
        for (var number = 0; number < count; number++)
            _upTo[number] = sum += _upTo[number];
        _upTo[count] = 1;
    }

    /// <summary>The number that belongs to a share.</summary>
    /// <param name="unit">Above 0, below 1.</param>
    public int At(double unit)
    {
        var found = Array.BinarySearch(_upTo, unit);
        return found >= 0 ? found : ~found;
    }
}
