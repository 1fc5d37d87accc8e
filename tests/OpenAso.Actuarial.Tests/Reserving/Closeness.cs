namespace OpenAso.Actuarial.Tests.Reserving;

/// <summary>Holds a result against a published number.</summary>
internal static class Closeness
{
    /// <summary>As near as the digits that are printed allow, or one part in 1,000,000,000.</summary>
    /// <param name="printed">The published number, with all its digits.</param>
    /// <param name="actual">What came out.</param>
    public static void Printed(string printed, double actual)
    {
        var number = double.Parse(printed, System.Globalization.CultureInfo.InvariantCulture);
        var decimals = printed.Contains('.', StringComparison.Ordinal) ? printed.Length - printed.IndexOf('.') - 1 : 0;
        var allowed = Math.Max(0.5000001 * Math.Pow(10, -decimals), 1e-9 * Math.Abs(number));
        Assert.True(
            Math.Abs(actual - number) <= allowed, $"{printed} is printed, {actual:R} came out ({allowed:R} allowed).");
    }

    /// <summary>Within one part in 1,000,000,000.</summary>
    public static void Same(double expected, double actual) => Assert.True(
        Math.Abs(actual - expected) <= 1e-9 * Math.Max(1, Math.Abs(expected)), $"{expected:R} and {actual:R} differ.");
}
