using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Layers;

/// <summary>The sum of what everybody's cost passes the deductible by, as far as an aggregating specific asks for
/// it.</summary>
internal static class ExcessSum
{
    private const int Parts = 1 << 12;

    // What comes round the lattice from beyond is made as small as this.
    private const double Damping = 1e-9;

    /// <summary>What of the sum lies below an amount, expected.</summary>
    /// <param name="levels">Of the group.</param>
    /// <param name="people">Each with the deductible that is its own.</param>
    /// <param name="limit">Above zero.</param>
    public static double Limited(IReadOnlyList<GroupFactor> levels, IReadOnlyList<RiskClass> people, double limit)
    {
        var (length, step) = (2 * Parts, limit / Parts);
        var spectrum = new SumSpectrum(length);
        var lattice = new double[length];
        foreach (var group in levels)
        {
            spectrum.Begin();
            foreach (var one in people)
            {
                Array.Clear(lattice);
                LossPoints.Even(Excess(one.Under(group), limit), step, Parts + 1).CopyTo(lattice, 0);
                for (var at = 0; at <= Parts; at++)
                    lattice[at] *= Math.Pow(Damping, (double)at / length);
                spectrum.Add(lattice, one.Count);
            }
            spectrum.End(group.Weight);
        }
        var masses = spectrum.Masses();
        var (below, sum) = (0.0, 0.0);
        for (var at = 0; at < Parts; at++)
        {
            var mass = masses[at] * Math.Pow(Damping, -(double)at / length);
            below += mass;
            sum += mass * at * step;
        }
        return sum + (limit * (1 - below));
    }

    /// <summary>What one person's cost passes the own deductible by, up to a limit: more of one person alone fills what
    /// all of them share.</summary>
    public static RiskClass Excess(RiskClass people, double limit) => new(
        people.Count, people.Factor, new ExcessSeverity(people.Severity, people.Deductible / people.Factor), limit);
}
