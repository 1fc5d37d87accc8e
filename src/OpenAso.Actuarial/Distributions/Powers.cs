namespace OpenAso.Actuarial.Distributions;

/// <summary>Powers and logarithms that keep their digits near 1 and 0.</summary>
internal static class Powers
{
    /// <summary>The logarithm of 1 and a little.</summary>
    public static double Log1(double little)
    {
        var sum = 1 + little;
        return sum == 1 ? little : Math.Log(sum) * (little / (sum - 1));
    }

    /// <summary>e to the power of an exponent times a logarithm, less 1.</summary>
    public static double Less1(double exponent, double logarithm)
    {
        var power = exponent * logarithm;
        var value = Math.Exp(power);
        return Math.Abs(power) < 1e-5 ? power * (1 + (power / 2) + (power * power / 6)) : value - 1;
    }
}
