using OpenAso.Decision.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>Costs by run and year.</summary>
public sealed class YearPaths
{
    /// <param name="options">How many options there are.</param>
    /// <param name="years">How many years.</param>
    /// <param name="runs">How many runs.</param>
    internal YearPaths(int options, int years, int runs)
    {
        Insured = new double[runs, years];
        InsurerResult = new double[runs, years];
        Options = [.. Enumerable.Range(0, options).Select(_ => new double[runs, years])];
    }

    /// <summary>How many runs.</summary>
    public int Runs => Insured.GetLength(0);

    /// <summary>How many years.</summary>
    public int Years => Insured.GetLength(1);

    internal double[,] Insured { get; }

    internal double[,] InsurerResult { get; }

    internal double[][,] Options { get; }

    /// <summary>The insured premium of a run and year.</summary>
    /// <param name="run">From 0.</param>
    /// <param name="year">From 0.</param>
    public double PremiumOf(int run, int year) => Insured[run, year];

    /// <summary>An option's cost of a run and year.</summary>
    /// <param name="option">From 0.</param>
    /// <param name="run">From 0.</param>
    /// <param name="year">From 0.</param>
    public double CostOf(int option, int run, int year) => Options[option][run, year];

    /// <summary>What the insured plan costs.</summary>
    /// <param name="probabilities">Of the quantiles.</param>
    public PathSummary OfInsured(ValueList<double> probabilities) => PathSummary.Of(Insured, probabilities);

    /// <summary>What is left to the insurer in each year: its surplus, or below zero its deficit, never the
    /// employer's.</summary>
    public ValueList<double> OfInsurer() =>
        Enumerable.Range(0, Years).Select(year => Column(InsurerResult, year).Average()).ToValueList();

    /// <summary>What an option costs.</summary>
    /// <param name="option">From 0.</param>
    /// <param name="probabilities">Of the quantiles.</param>
    public PathSummary Of(int option, ValueList<double> probabilities) =>
        PathSummary.Of(Options[option], probabilities);

    /// <summary>What an option saves over all years against the insured plan, in the same runs.</summary>
    /// <param name="option">From 0.</param>
    public (double Mean, double Error, double Dearer) Saving(int option)
    {
        var savings = new DrawnYear(PathSummary.Totals(Insured).Zip(PathSummary.Totals(Options[option]),
            (insured, own) => insured - own));
        return (savings.Mean, savings.MeanError, 1 - savings.Above(0));
    }

    internal static IEnumerable<double> Column(double[,] paths, int year) =>
        Enumerable.Range(0, paths.GetLength(0)).Select(run => paths[run, year]);
}

/// <summary>What years cost, one by one and together.</summary>
/// <param name="ByYear">From the first.</param>
/// <param name="Total">All together.</param>
public sealed record PathSummary(ValueList<CostSummary> ByYear, CostSummary Total)
{
    internal static PathSummary Of(double[,] paths, ValueList<double> probabilities) => new(
        Enumerable.Range(0, paths.GetLength(1))
            .Select(year => CostSummary.Of(YearPaths.Column(paths, year), probabilities)).ToValueList(),
        CostSummary.Of(Totals(paths), probabilities));

    internal static IEnumerable<double> Totals(double[,] paths) => Enumerable.Range(0, paths.GetLength(0))
        .Select(run => Enumerable.Range(0, paths.GetLength(1)).Sum(year => paths[run, year]));
}

/// <summary>A cost as drawn.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Deviation">The standard deviation.</param>
/// <param name="Quantiles">As asked for.</param>
public sealed record CostSummary(double Mean, double Error, double Deviation, ValueList<CostQuantile> Quantiles)
{
    /// <summary>What is not passed with a probability of 10 %: a good outcome.</summary>
    public required double Good { get; init; }

    /// <summary>What is passed with a probability of 10 %: a bad outcome.</summary>
    public required double Bad { get; init; }

    internal static CostSummary Of(IEnumerable<double> costs, ValueList<double> probabilities)
    {
        var drawn = new DrawnYear(costs);
        return new CostSummary(
            drawn.Mean, drawn.MeanError, drawn.Deviation,
            probabilities.Items.Select(one => new CostQuantile(one, drawn.Quantile(one), drawn.TailMean(one)))
                .ToValueList())
        {
            Good = drawn.Quantile(0.1),
            Bad = drawn.Quantile(0.9),
        };
    }
}
