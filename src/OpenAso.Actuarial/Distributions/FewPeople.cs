namespace OpenAso.Actuarial.Distributions;

/// <summary>The year of so few people, or of costs so coarse, that probability piles up at single amounts.</summary>
internal static class FewPeople
{
    private const double Visible = 1e-13;
    private const int MostPoints = 1 << 19;
    private const int ExactPoints = 1 << 17;
    private const int PerDeductible = 1 << 13;

    /// <summary>Whether a visible share of the probability stands at single amounts.</summary>
    public static bool PilesUp(GroupRisk risk)
    {
        if (risk.GroupSigma == 0 && CommonUnit(risk) is > 0 and var unit && Most(risk, 1) / unit < ExactPoints)
            return true;
        var spread = 0.0;
        foreach (var people in risk.Classes.Items)
        {
            var piled = people.Severity.Points is { } points
                ? points.Max(point => point.Probability)
                : 1 - people.Severity.Above(0) + people.Severity.Above(people.Deductible / people.Factor);
            spread += people.Count * Math.Log(Math.Max(piled, 1e-4));
        }
        return spread > Math.Log(Visible);
    }

    public static CostDistribution Of(GroupRisk risk, CostMoments moments)
    {
        var levels = GroupFactor.Of(risk);
        var most = Most(risk, levels.Max(group => group.Factor));
        var reach = risk.Classes.Items.Max(people => people.Reach(1e-10));
        var period = Math.Min(
            most, moments.ExpectedRetained + Math.Max(40 * moments.RetainedDeviation, 2 * reach));
        var unit = risk.GroupSigma == 0 ? CommonUnit(risk) : 0;
        var isExact = unit > 0 && period / unit < MostPoints - 2;
        var step = isExact ? unit : StepOf(risk, period, levels.Count > 1 ? 4 : 1);
        var length = 8;
        while (length * step < period + (2 * step))
            length *= 2;
        var spectrum = new SumSpectrum(length);
        foreach (var group in levels)
        {
            spectrum.Begin();
            foreach (var people in risk.Classes.Items.Select(people => people.Under(group)))
                spectrum.Add(LossPoints.Even(people, step, length), people.Count);
            spectrum.End(group.Weight);
        }
        var masses = spectrum.Masses();
        return new LatticeDistribution(moments, step, masses, most, isExact, Error(masses, step, moments));
    }

    private static double Error(double[] masses, double step, CostMoments moments)
    {
        var (mean, square) = (0.0, 0.0);
        for (var at = 0; at < masses.Length; at++)
        {
            mean += masses[at] * at * step;
            square += masses[at] * at * step * at * step;
        }
        var deviation = Math.Sqrt(Math.Max(square - (mean * mean), 0));
        return Math.Max(
            Share(mean, moments.ExpectedRetained), Share(deviation, moments.RetainedDeviation));
    }

    private static double Share(double computed, double known) =>
        known == 0 ? Math.Abs(computed) : Math.Abs((computed / known) - 1);

    // No year can cost more: a table ends, and a deductible does.
    private static double Most(GroupRisk risk, double level) => risk.Classes.Items.Sum(people =>
        people.Count * (people.Severity.Points is { } points
            ? Math.Min(points[^1].Amount * people.Factor * level, people.Deductible)
            : people.Deductible));

    // The uncertainty of the level smooths what it mixes, and so allows a wider step.
    private static double StepOf(GroupRisk risk, double period, int coarser)
    {
        var smallest = risk.Classes.Items.Min(people => Math.Min(people.Deductible, people.Reach(1e-10)));
        // Without a deductible that anybody passes there is nothing to divide but the whole.
        var isPassed = risk.Classes.Items.Any(people => people.Deductible <= smallest);
        var (parts, points) = ((isPassed ? PerDeductible : MostPoints) / coarser, (MostPoints / coarser) - 2);
        while (parts > 1 && period / smallest * parts > points)
            parts /= 2;
        return Math.Max(smallest / parts, period / points);
    }

    // The largest number of cents that divides every amount that somebody may retain; 0 where there is none.
    private static double CommonUnit(GroupRisk risk)
    {
        var unit = 0L;
        foreach (var people in risk.Classes.Items)
        {
            if (people.Severity.Points is not { } points)
                return 0;
            foreach (var (amount, _) in points)
            {
                var cents = Math.Min(amount * people.Factor, people.Deductible) * 100;
                if (cents > 1e15 || Math.Abs(cents - Math.Round(cents)) > 1e-6)
                    return 0;
                unit = Divisor(unit, (long)Math.Round(cents));
            }
        }
        return unit / 100.0;
    }

    private static long Divisor(long left, long right)
    {
        while (right != 0)
            (left, right) = (right, left % right);
        return left;
    }
}
