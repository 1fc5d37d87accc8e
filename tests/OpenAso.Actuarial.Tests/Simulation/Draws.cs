namespace OpenAso.Actuarial.Tests.Simulation;

/// <summary>Numbers that were drawn, with how well their mean is known.</summary>
internal sealed class Draws(IEnumerable<double> values)
{
    private readonly double[] _values = [.. values];

    public double Mean => _values.Average();

    public double Deviation
    {
        get
        {
            var mean = Mean;
            return Math.Sqrt(_values.Average(value => (value - mean) * (value - mean)));
        }
    }

    public double Error => Deviation / Math.Sqrt(_values.Length);

    /// <summary>Within three standard errors.</summary>
    public void Agree(double expected) => Assert.Equal(expected, Mean, 3 * Error);
}
