using OpenAso.Actuarial.Distributions;
using OpenAso.Actuarial.Simulation;
using OpenAso.Decision.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>How years ahead are drawn.</summary>
/// <param name="Years">1 to 5.</param>
/// <param name="Runs">How many times.</param>
/// <param name="Seed">The same seed tells the same story.</param>
public sealed record SimulationTerms(int Years, int Runs, ulong Seed)
{
    /// <summary>How ranks of neighbouring years hang together.</summary>
    public double Correlation { get; init; } = PersistentYears.UsualCorrelation;
}

/// <summary>What the years ahead may bring: every option and the insured plan meet the same people and
/// claims.</summary>
public sealed class YearsAhead
{
    private readonly PersistentCosts _costs;
    private readonly InsuredRates _insured;
    private readonly List<OptionTerms> _options;
    private readonly double[] _growth;
    private readonly double _sigma;
    private readonly LayerSums _layers;
    private readonly int _gross;
    private readonly int _pooled;

    private YearsAhead(Scene scene, IReadOnlyList<PricedOption> options, PersistentCosts costs)
    {
        _costs = costs;
        _insured = scene.Insured;
        _sigma = scene.Risk.GroupSigma;
        _growth = [.. Enumerable.Range(0, costs.Years).Select(year => scene.Level * Math.Pow(1 + scene.Trend, year))];
        _layers = new LayerSums(costs);
        var whole = scene.Risk.Group.Classes.Items.Select(_ => double.PositiveInfinity).ToValueList();
        _gross = _layers.Add(whole);
        _pooled = _layers.Add(whole.Items.Select(_ => scene.Insured.Pooling).ToValueList());
        _options = [.. options.Select(option => new OptionTerms(
            option, OptionYears.Rules(option, scene, costs.Years),
            _layers.Add(option.Own), _layers.Add(option.Counted)))];
    }

    /// <summary>Draws them.</summary>
    /// <param name="scene">Who is covered, insured by whom, at what trend.</param>
    /// <param name="options">With their prices.</param>
    /// <param name="terms">How.</param>
    public static YearPaths Of(Scene scene, IReadOnlyList<PricedOption> options, SimulationTerms terms)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(terms);
        var costs = new PersistentCosts(scene.Risk.Group.Classes, terms.Years, terms.Correlation, terms.Seed);
        return Of(scene, options, costs, terms.Runs);
    }

    internal static YearPaths Of(Scene scene, IReadOnlyList<PricedOption> options, PersistentCosts costs, int runs)
    {
        var paths = new YearPaths(options.Count, costs.Years, runs);
        var drawn = new double[costs.People * costs.Years];
        var ahead = new YearsAhead(scene, options, costs);
        for (var run = 0; run < runs; run++)
        {
            var level = costs.Draw(run, drawn);
            ahead.Tell(drawn, level, paths, run);
        }
        return paths;
    }

    internal static YearPaths Of(
        Scene scene, IReadOnlyList<PricedOption> options, PersistentCosts costs, IReadOnlyList<DrawnRun> runs)
    {
        var paths = new YearPaths(options.Count, costs.Years, runs.Count);
        var ahead = new YearsAhead(scene, options, costs);
        for (var run = 0; run < runs.Count; run++)
            ahead.Tell(runs[run].Costs, runs[run].Level, paths, run);
        return paths;
    }

    private void Tell(double[] drawn, double level, YearPaths paths, int run)
    {
        var factor = PersistentCosts.LevelOf(_sigma, level);
        _layers.Sum(drawn, [.. _growth.Select(growth => growth * factor)]);
        var (gross, pooled) = (_layers[_gross], _layers[_pooled]);
        var premium = _insured.First;
        for (var year = 0; year < _costs.Years; year++)
        {
            if (year > 0)
                premium = _insured.Next(year, pooled, premium);
            paths.Insured[run, year] = premium;
            paths.InsurerResult[run, year] = (premium * (1 - _insured.Retention)) - gross[year];
            for (var option = 0; option < _options.Count; option++)
            {
                var terms = _options[option];
                paths.Options[option][run, year] = terms.Option.Cost(
                    terms.Rules[year], _layers[terms.Own][year], _layers[terms.Counted][year], gross[year]);
            }
        }
    }

    private sealed record OptionTerms(PricedOption Option, IReadOnlyList<CostRule> Rules, int Own, int Counted);
}

/// <summary>Who is covered, insured by whom, at what trend.</summary>
/// <param name="Risk">The people.</param>
/// <param name="Insured">The insurer's rates.</param>
/// <param name="Trend">Of ground-up claims.</param>
/// <param name="Level">By which all claims lie above what the risk document expects: 1 for not at all.</param>
public sealed record Scene(RiskDocument Risk, InsuredRates Insured, double Trend, double Level = 1);

/// <summary>One run as drawn.</summary>
/// <param name="Costs">Of people by year.</param>
/// <param name="Level">Of the group, in deviations.</param>
internal sealed record DrawnRun(double[] Costs, double Level);

/// <summary>Sums of claims by year under several sets of deductibles, each set once.</summary>
internal sealed class LayerSums(PersistentCosts costs)
{
    private readonly List<(ValueList<double> Deductibles, double[] Sums)> _layers = [];

    public double[] this[int layer] => _layers[layer].Sums;

    public int Add(ValueList<double> deductibles)
    {
        var known = _layers.FindIndex(layer => layer.Deductibles == deductibles);
        if (known >= 0)
            return known;
        _layers.Add((deductibles, new double[costs.Years]));
        return _layers.Count - 1;
    }

    public void Sum(double[] drawn, double[] growth)
    {
        foreach (var (deductibles, sums) in _layers)
            costs.Retained(drawn, deductibles.Items.AsSpan(), growth, sums);
    }
}
