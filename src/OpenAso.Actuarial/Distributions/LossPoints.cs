namespace OpenAso.Actuarial.Distributions;

/// <summary>The retained cost of one person as amounts with masses, which keep its mean exactly.</summary>
/// <remarks>
/// <para>The mass at an amount is what the limited expected value bends there. Amounts lie closely where claims are
/// usual and widely where they are rare; the deductible is one of them, so that what piles up there stays there.</para>
/// <para>Masses of three spacings are put together (Richardson), so that the error falls with the sixth power of the
/// spacing. Single masses may then be below zero; every sum that is made of them is not.</para>
/// </remarks>
internal sealed class LossPoints
{
    private const int FewestIntervals = 16;

    private LossPoints(double[] amounts, double[] masses) => (Amounts, Masses) = (amounts, masses);

    public double[] Amounts { get; }

    public double[] Masses { get; }

    public double Mean => Moment(static amount => amount);

    public double Variance
    {
        get
        {
            var mean = Mean;
            return Moment(amount => (amount - mean) * (amount - mean));
        }
    }

    /// <summary>The points of one person.</summary>
    /// <param name="people">Whose class it is.</param>
    /// <param name="top">The largest amount that matters.</param>
    /// <param name="intervals">About how many; rounded up to fours.</param>
    public static LossPoints Of(RiskClass people, double top, int intervals)
    {
        if (people.Severity.Points is { } points)
            return new LossPoints(
                [.. points.Select(point => Math.Min(point.Amount * people.Factor, people.Deductible))],
                [.. points.Select(point => point.Probability)]);
        var amounts = Spread(people, top, intervals);
        var limited = Array.ConvertAll(amounts, amount => people.Factor * people.Severity.LimitedMean(
            (amount >= top ? people.Deductible : amount) / people.Factor));
        var masses = new double[amounts.Length];
        Add(masses, amounts, limited, 1, 64.0 / 45);
        Add(masses, amounts, limited, 2, -20.0 / 45);
        Add(masses, amounts, limited, 4, 1.0 / 45);
        return new LossPoints(amounts, masses);
    }

    /// <summary>The masses of one spacing alone on amounts that are evenly spaced, none below zero.</summary>
    /// <param name="people">Whose class it is.</param>
    /// <param name="step">Between amounts.</param>
    /// <param name="count">How many amounts, from zero.</param>
    public static double[] Even(RiskClass people, double step, int count)
    {
        var masses = new double[count];
        if (people.Severity.Points is { } points)
        {
            foreach (var (amount, probability) in points)
                Share(masses, Math.Min(amount * people.Factor, people.Deductible) / step, probability);
            return masses;
        }
        var top = Math.Min(people.Deductible, (count - 1) * step);
        var (before, slope) = (0.0, 1.0);
        for (var next = 1; next < count && (next - 1) * step < top; next++)
        {
            var limit = next == count - 1 ? people.Deductible : Math.Min(next * step, people.Deductible);
            var limited = people.Factor * people.Severity.LimitedMean(limit / people.Factor);
            var rise = (limited - before) / step;
            masses[next - 1] = slope - rise;
            (before, slope) = (limited, rise);
            masses[next] = slope;
        }
        return masses;
    }

    private static void Share(double[] masses, double place, double probability)
    {
        var nearest = Math.Round(place);
        var low = Math.Abs(place - nearest) < 1e-9 ? (int)nearest : (int)place;
        var above = Math.Abs(place - nearest) < 1e-9 ? 0 : place - low;
        masses[low] += probability * (1 - above);
        if (above > 0)
            masses[low + 1] += probability * above;
    }

    private double Moment(Func<double, double> of)
    {
        var sum = 0.0;
        for (var index = 0; index < Amounts.Length; index++)
            sum += Masses[index] * of(Amounts[index]);
        return sum;
    }

    // Evenly on the scale of asinh, within the pieces that the severity's breaks leave.
    private static double[] Spread(RiskClass people, double top, int intervals)
    {
        var usual = people.Severity.Scale * people.Factor / 4;
        var ends = people.Severity.Breaks.Select(at => at * people.Factor).Where(at => at < top * 0.999)
            .Order().Append(top).Distinct().ToList();
        var whole = Math.Asinh(top / usual);
        var amounts = new List<double>(intervals + 8) { 0 };
        var first = 0.0;
        foreach (var end in ends)
        {
            var last = Math.Asinh(end / usual);
            var count = 4 * Math.Max(
                (int)Math.Ceiling(intervals * (last - first) / whole / 4), FewestIntervals / 4);
            for (var next = 1; next < count; next++)
                amounts.Add(usual * Math.Sinh(first + ((last - first) * next / count)));
            amounts.Add(end);
            first = last;
        }
        return [.. amounts];
    }

    private static void Add(double[] masses, double[] amounts, double[] limited, int stride, double weight)
    {
        var slope = 1.0;
        for (var next = stride; next < amounts.Length; next += stride)
        {
            var rise = (limited[next] - limited[next - stride]) / (amounts[next] - amounts[next - stride]);
            masses[next - stride] += weight * (slope - rise);
            slope = rise;
        }
        masses[^1] += weight * slope;
    }
}
