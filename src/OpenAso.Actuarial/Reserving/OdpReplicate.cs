namespace OpenAso.Actuarial.Reserving;

/// <summary>One drawing of a triangle and of what comes after it; the same memory serves all.</summary>
internal sealed class OdpReplicate
{
    private readonly OdpFit _fit;
    private readonly double[] _selected;
    private readonly bool[] _fixed;
    private readonly double _tail;
    private readonly int[] _known;

    // 1 where the ratio from a cell to the next counts; row after row.
    private readonly double[] _weights;

    // Which residual each cell gets.
    private readonly int[] _picks;
    private readonly AverageKind _kind;
    private readonly double[] _above;
    private readonly double[] _below;
    private readonly double[] _factors;
    private readonly double[] _latest;

    public OdpReplicate(Triangle triangle, DevelopmentPattern pattern, OdpFit fit)
    {
        _fit = fit;
        _kind = pattern.Terms.Kind;
        _tail = pattern.Tail.Factor;
        _selected = [.. pattern.Steps.Items.Select(step => step.Factor)];
        _fixed = new bool[_selected.Length];
        foreach (var choice in pattern.Terms.Chosen.Items)
            _fixed[choice.Age] = true;
        _known = [.. Enumerable.Range(0, triangle.Origins.Count).Select(triangle.Known)];
        _weights = [.. _known.Index().SelectMany(row => Enumerable.Range(0, row.Item)
            .Select(age => age + 1 < row.Item && pattern.Uses(row.Index, age) ? 1.0 : 0.0))];
        _picks = new int[_weights.Length];
        _above = new double[_selected.Length];
        _below = new double[_selected.Length];
        _factors = new double[_selected.Length];
        _latest = new double[_known.Length];
        Expected = new double[_known.Length];
        Spread = new double[_known.Length];
        Drawn = new double[_known.Length];
    }

    /// <summary>What each origin is expected to gain, less what it is expected to lose, by the drawn factors.</summary>
    public double[] Expected { get; }

    /// <summary>The same, with losses counted as gains: times the scale it is the variance.</summary>
    public double[] Spread { get; }

    /// <summary>What came, drawn around the expected.</summary>
    public double[] Drawn { get; }

    /// <summary>How often a factor of the real triangle stood in.</summary>
    public int Kept { get; private set; }

    public void Draw(RandomStream random)
    {
        Array.Clear(_above);
        Array.Clear(_below);
        if (_fit.Residuals.Length > 0)
            random.Below(_picks, _fit.Residuals.Length);
        if (_kind == AverageKind.Volume)
            DrawVolumes();
        else
            DrawRatios();
        for (var age = 0; age < _factors.Length; age++)
            _factors[age] = Factor(age);
        for (var origin = 0; origin < _known.Length; origin++)
            Develop(origin, random);
    }

    // PERF: this loop and the next take most of a replicate's time.
    private void DrawVolumes()
    {
        var (above, below, weights) = (_above, _below, _weights);
        var cell = 0;
        for (var origin = 0; origin < _known.Length; origin++)
        {
            var known = _known[origin];
            var before = Amount(cell++);
            for (var age = 0; age < known - 1; age++, cell++)
            {
                var amount = before + Amount(cell);
                var weight = weights[cell - 1];
                above[age] += weight * amount;
                below[age] += weight * before;
                before = amount;
            }
            _latest[origin] = before;
        }
    }

    private void DrawRatios()
    {
        var cell = 0;
        for (var origin = 0; origin < _known.Length; origin++)
        {
            var before = 0.0;
            for (var age = 0; age < _known[origin]; age++, cell++)
            {
                var amount = before + Amount(cell);
                if (age > 0 && _weights[cell - 1] > 0 && before > 0)
                    Count(age - 1, before, amount);
                before = amount;
            }
            _latest[origin] = before;
        }
    }

    private void Count(int age, double from, double to)
    {
        if (_kind == AverageKind.Geometric && to <= 0)
            return;
        (_above[age], _below[age]) = _kind switch
        {
            AverageKind.Simple => (_above[age] + to / from, _below[age] + 1),
            AverageKind.Geometric => (_above[age] + Math.Log(to / from), _below[age] + 1),
            _ => (_above[age] + from * to, _below[age] + from * from),
        };
    }

    private double Amount(int cell)
    {
        var residuals = _fit.Residuals;
        return residuals.Length == 0
            ? _fit.Means[cell]
            : _fit.Means[cell] + _fit.Roots[cell] * residuals[_picks[cell]];
    }

    private double Factor(int age)
    {
        if (_fixed[age])
            return _selected[age];
        var (above, below) = (_above[age], _below[age]);
        if (below > 0 && (above >= 0 || _kind == AverageKind.Geometric))
            return _kind == AverageKind.Geometric ? Math.Exp(above / below) : above / below;
        // No ratio counts here in the real triangle either where its factor is the one that stands for none.
        Kept += _fit.Residuals.Length > 0 && (below != 0 || above != 0) ? 1 : 0;
        return _selected[age];
    }

    private void Develop(int origin, RandomStream random)
    {
        var amount = _latest[origin];
        double gained = 0, lost = 0;
        for (var age = _known[origin] - 1; age <= _factors.Length; age++)
        {
            var factor = age < _factors.Length ? _factors[age] : _tail;
            var change = amount * (factor - 1);
            if (change >= 0)
                gained += change;
            else
                lost -= change;
            amount *= factor;
        }
        Expected[origin] = gained - lost;
        Spread[origin] = gained + lost;
        var scale = _fit.Scale;
        Drawn[origin] = scale > 0
            ? scale * (random.Gamma(gained / scale) - random.Gamma(lost / scale))
            : gained - lost;
    }
}
