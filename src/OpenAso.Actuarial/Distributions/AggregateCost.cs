namespace OpenAso.Actuarial.Distributions;

/// <summary>The distribution of a year's retained cost, by transforms: exact to rounding, without simulation.</summary>
/// <remarks>
/// <para>Each person's retained cost is put on points that keep its mean; transforms of independent costs are
/// multiplied, mixed over the levels that the whole group may have, and turned back. The lattice reaches at least 40
/// standard deviations beyond the mean, and as far as a single claim can, so that nothing comes round.</para>
/// <para>Where the group is large enough for a smooth density, its lattice is as coarse as that density allows. The sum
/// of a large group has low frequencies only, which come straight from the points of one person; otherwise each person
/// is put onto the lattice with five moments kept. Where the density is not smooth, the lattice divides the smallest
/// deductible, and what piles up at single amounts stays visible.</para>
/// </remarks>
public static class AggregateCost
{
    private const double Reach = 40;
    private const double PerDeviation = 160;
    private const double CoarsestPerDeviation = 32;
    private const double Roughest = 2e-12;
    private const double Passable = 1e-6;
    private const int FewestPoints = 1 << 10;
    private const int MostPoints = 1 << 20;
    private const int LongestSearch = 1 << 16;
    private const int Intervals = 512;

    // A level that hardly ever is may be told more roughly.
    private const double Rare = 1e-4;

    /// <summary>The distribution of a group's year.</summary>
    /// <param name="risk">At least one class.</param>
    /// <exception cref="ArgumentException">There is no class, or one that cannot be.</exception>
    public static CostDistribution Of(GroupRisk risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        if (risk.Classes.Count == 0)
            throw new ArgumentException("Nobody is covered.", nameof(risk));
        foreach (var people in risk.Classes.Items)
            people.Check();
        if (!(risk.GroupSigma is >= 0 and <= 2))
            throw new ArgumentException($"A group sigma of {risk.GroupSigma} is outside 0 to 2.", nameof(risk));
        var moments = CostMoments.Of(risk);
        CostDistribution? smooth = FewPeople.PilesUp(risk) ? null : Smooth(risk, moments);
        return smooth ?? FewPeople.Of(risk, moments);
    }

    private static SmoothDistribution? Smooth(GroupRisk risk, CostMoments moments)
    {
        var levels = GroupFactor.Of(risk)
            .Select(group => new Level(group.Weight, risk, group)).ToList();
        var reach = levels[levels.Count / 2].Reach;
        var period = moments.ExpectedRetained + Math.Max(Reach * moments.RetainedDeviation, reach);
        if (Low(levels, period) is { } low)
        {
            var sum = FewestFor(low, period / moments.RetainedDeviation * CoarsestPerDeviation);
            return Read(sum, moments, period / sum.Length, levels);
        }
        var finest = moments.RetainedDeviation / PerDeviation;
        var length = FewestPoints;
        while (length < MostPoints && period / length > finest)
            length *= 2;
        var longest = Math.Min(MostPoints, Math.Max(length * 8, LongestSearch));
        while (length <= longest)
        {
            var step = period / length;
            var spectrum = Mixed(levels, length, step);
            var roughness = spectrum.Roughness(risk.People);
            var times = Finer(roughness);
            if (times == 1 || (length == longest && roughness < Passable))
                return Read(spectrum, moments, step, levels);
            length = length == longest ? longest + 1 : Math.Min(length * times, longest);
        }
        return null;
    }

    // The lowest frequencies, where the sum has no others; null where it has, or where amounts lie on a lattice that
    // brings frequencies back.
    private static LowFrequencies? Low(List<Level> levels, double period)
    {
        var low = new LowFrequencies(period);
        return levels.TrueForAll(level => level.Into(low)) ? low : null;
    }

    // The shortest lattice on which the sum can be read between the points.
    private static SumSpectrum FewestFor(LowFrequencies low, double points)
    {
        var length = FewestPoints;
        while (length < Math.Min(points, MostPoints) || length < low.Least + 2)
            length *= 2;
        while (true)
        {
            var spectrum = low.Spectrum(length);
            var times = length < MostPoints ? Finer(spectrum.Roughness(0)) : 1;
            if (times == 1)
                return spectrum;
            length = Math.Min(length * times, MostPoints);
        }
    }

    // What is lost falls with the sixth power of the step, once the step is small.
    private static int Finer(double roughness)
    {
        var times = 1;
        for (var left = roughness; left > Roughest && times < 8; left /= 64)
            times *= 2;
        return times;
    }

    private static SumSpectrum Mixed(List<Level> levels, int length, double step)
    {
        var spectrum = new SumSpectrum(length);
        var lattice = new double[length];
        foreach (var level in levels)
            level.Into(spectrum, lattice, step);
        return spectrum;
    }

    private static SmoothDistribution Read(
        SumSpectrum spectrum, CostMoments moments, double step, List<Level> levels)
    {
        var masses = spectrum.Masses();
        var mean = 0.0;
        for (var at = 0; at < masses.Length; at++)
            mean += masses[at] * at;
        var square = levels.Sum(level => level.Weight * (level.Variance + (level.Mean * level.Mean)));
        var average = levels.Sum(level => level.Weight * level.Mean);
        var deviation = Math.Sqrt(Math.Max(square - (average * average), 0));
        var error = Math.Max(
            Math.Abs((mean * step / moments.ExpectedRetained) - 1),
            Math.Abs((deviation / moments.RetainedDeviation) - 1));
        return new SmoothDistribution(moments, step, masses, error);
    }

    /// <summary>The group at one of the levels that it may have.</summary>
    private sealed class Level
    {
        private const double Negligible = 1e-13;
        private readonly List<(RiskClass People, LossPoints Points)> _classes;

        public Level(double weight, GroupRisk risk, GroupFactor group)
        {
            Weight = weight;
            var intervals = weight < Rare ? Intervals / 2 : Intervals;
            _classes = [.. risk.Classes.Items.Select(people => people.Under(group)).Select(people =>
                (people, LossPoints.Of(people, people.Reach(Negligible), intervals)))];
        }

        public double Weight { get; }

        public double Reach => _classes.Max(one => one.People.Reach(1e-10));

        public double Mean => _classes.Sum(one => one.People.Count * one.Points.Mean);

        public double Variance => _classes.Sum(one => one.People.Count * one.Points.Variance);

        public bool Into(LowFrequencies low) =>
            _classes.TrueForAll(one => one.People.Severity.Points is null) && low.Add(_classes, Weight);

        public void Into(SumSpectrum spectrum, double[] lattice, double step)
        {
            spectrum.Begin();
            foreach (var (people, points) in _classes)
            {
                Array.Clear(lattice);
                for (var at = 0; at < points.Amounts.Length; at++)
                    SixPoints.Put(lattice, points.Amounts[at] / step, points.Masses[at]);
                spectrum.Add(lattice, people.Count);
            }
            spectrum.End(Weight);
        }
    }
}
