using System.Globalization;
using OpenAso.Actuarial.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Decision.Distributions;

/// <summary>How the year may come out: the answer to a risk document.</summary>
/// <param name="Moments">Expected costs and deviation.</param>
/// <param name="GroupSigma">The uncertainty of the group's level that is part of it.</param>
/// <param name="Exceedances">For each multiple, in the order asked for.</param>
/// <param name="Quantiles">For each probability, in the order asked for.</param>
/// <param name="Grid">For each specific and multiple; empty where none was asked for.</param>
public sealed record YearOutlook(
    CostMoments Moments, double GroupSigma, ValueList<Exceedance> Exceedances, ValueList<CostQuantile> Quantiles,
    ValueList<StopLossCell> Grid)
{
    private const double Exact = 1e-4;

    /// <summary>How far what was computed may be off, as a share.</summary>
    public required double NumericalError { get; init; }

    /// <summary>All of it: any other amount or probability can be read from it.</summary>
    public required CostDistribution Year { get; init; }

    /// <summary>What should be known of the result.</summary>
    public ValueList<Finding> Findings => NumericalError <= Exact
        ? []
        : [new Finding(DecisionCodes.LessExact, Severity.Warning, Place.None, string.Create(
            CultureInfo.InvariantCulture,
            $"The result is exact to {NumericalError:0.0e+0} only, since single claims may be very large beside")
            + " the group, or amounts lie on no common unit. A specific, or round amounts, make it more exact.")];

    /// <summary>Computes it.</summary>
    /// <param name="risk">What was asked.</param>
    public static YearOutlook Of(RiskDocument risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        var year = AggregateCost.Of(risk.Group);
        return new YearOutlook(
            year.Moments,
            risk.GroupSigma,
            risk.Multiples.Items.Select(multiple => Exceedance.Of(year, multiple)).ToValueList(),
            risk.Quantiles.Items.Select(probability => CostQuantile.Of(year, probability)).ToValueList(),
            risk.Specifics.Items.SelectMany(specific => Row(risk, specific)).ToValueList())
        {
            NumericalError = year.NumericalError,
            Year = year,
        };
    }

    private static IEnumerable<StopLossCell> Row(RiskDocument risk, double specific)
    {
        var year = AggregateCost.Of(risk.GroupUnder(specific));
        return risk.Multiples.Items.Select(multiple => StopLossCell.Of(year, specific, multiple));
    }
}

/// <summary>An attachment, and what passes it.</summary>
/// <param name="Multiple">Of the retained cost that is expected at the central level.</param>
/// <param name="Attachment">The amount.</param>
/// <param name="Probability">Of passing it.</param>
/// <param name="Cost">Expected above it: what aggregate stop-loss bears.</param>
public sealed record Exceedance(double Multiple, double Attachment, double Probability, double Cost)
{
    internal static Exceedance Of(CostDistribution year, double multiple)
    {
        var attachment = multiple * year.Moments.CentralRetained;
        return new Exceedance(multiple, attachment, year.Above(attachment), year.StopLossCost(attachment));
    }
}

/// <summary>An amount that is not passed with a probability.</summary>
/// <param name="Probability">Of staying at or below it.</param>
/// <param name="Value">The amount: value at risk.</param>
/// <param name="TailMean">The mean of the years beyond it: tail value at risk.</param>
public sealed record CostQuantile(double Probability, double Value, double TailMean)
{
    internal static CostQuantile Of(CostDistribution year, double probability) =>
        new(probability, year.Quantile(probability), year.TailMean(probability));
}
