using OpenAso.Kernel;

namespace OpenAso.Actuarial.Distributions;

/// <summary>What stop-loss costs and leaves at each specific deductible with each aggregate attachment.</summary>
/// <param name="Cells">By specific, then by multiple, in the order asked for.</param>
public sealed record StopLossGrid(ValueList<StopLossCell> Cells)
{
    /// <summary>Computes one distribution for each specific; every aggregate attachment is read from it.</summary>
    /// <param name="risk">The group.</param>
    /// <param name="specifics">Deductibles; above zero.</param>
    /// <param name="multiples">Attachments as multiples of the retained cost that is expected at the central
    /// level.</param>
    /// <param name="isLasered">Whether a class keeps its own deductible; null for none.</param>
    public static StopLossGrid Of(
        GroupRisk risk, IReadOnlyList<double> specifics, IReadOnlyList<double> multiples,
        Func<RiskClass, bool>? isLasered = null)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(specifics);
        ArgumentNullException.ThrowIfNull(multiples);
        return new StopLossGrid(specifics.SelectMany(specific =>
        {
            var year = AggregateCost.Of(risk.WithSpecific(specific, isLasered ?? (static _ => false)));
            return multiples.Select(multiple => StopLossCell.Of(year, specific, multiple));
        }).ToValueList());
    }
}

/// <summary>One pair of specific and aggregate.</summary>
/// <param name="Specific">The deductible of one person.</param>
/// <param name="Multiple">The attachment as a multiple of what is expected.</param>
/// <param name="Attachment">The attachment.</param>
/// <param name="SpecificCost">What the specific is expected to bear.</param>
/// <param name="AggregateCost">What the aggregate is expected to bear.</param>
/// <param name="Probability">Of passing the attachment.</param>
public sealed record StopLossCell(
    double Specific, double Multiple, double Attachment, double SpecificCost, double AggregateCost, double Probability)
{
    /// <summary>What is expected to stay with the plan.</summary>
    public double ExpectedKept { get; init; }

    /// <summary>Read from a distribution under that specific.</summary>
    /// <param name="year">The distribution.</param>
    /// <param name="specific">The deductible of one person.</param>
    /// <param name="multiple">The attachment as a multiple of what is expected at the central level.</param>
    public static StopLossCell Of(CostDistribution year, double specific, double multiple)
    {
        ArgumentNullException.ThrowIfNull(year);
        var attachment = multiple * year.Moments.CentralRetained;
        var cost = year.StopLossCost(attachment);
        return new StopLossCell(
            specific, multiple, attachment, year.Moments.ExpectedSpecific, cost, year.Above(attachment))
        {
            ExpectedKept = year.Moments.ExpectedRetained - cost,
        };
    }
}
