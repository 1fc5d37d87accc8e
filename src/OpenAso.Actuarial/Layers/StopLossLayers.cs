using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Layers;

/// <summary>A year under a specific with lasers and an aggregating specific; every aggregate attachment can be read
/// from it.</summary>
/// <remarks>
/// <para>The employer keeps what everybody costs up to the specific, as far as the aggregate attachment; the layers
/// from the specific to the lasers; and what passes the deductibles, of everybody together, up to the aggregating
/// specific. The last two lie outside the aggregate.</para>
/// <para>Excess over a laser uses up the aggregating specific. All expected values are exact; where something is kept
/// beside the aggregate, the distribution is that of the joint law on a lattice.</para>
/// </remarks>
public sealed class StopLossLayers
{
    private readonly CostDistribution _retained;
    private readonly JointShape? _shape;
    private readonly IReadOnlyList<JointColumn> _columns = [];
    private readonly double _most;

    private StopLossLayers(LayeredRisk risk, double specific, double aggregating)
    {
        (Specific, Aggregating) = (specific, aggregating);
        var group = risk.Retained(specific);
        _retained = AggregateCost.Of(group);
        var levels = GroupFactor.Of(group);
        var (plain, layered) = (risk.Plain(specific), risk.Layered(specific));
        IReadOnlyList<RiskClass> people =
            [.. plain.Select(one => one with { Deductible = specific }), .. layered];
        ExpectedLasers = Expected(levels, layered, one => one.RetainedMean - Capped(one, specific));
        ExpectedExcess = double.IsFinite(specific) ? Expected(levels, people, one => one.Mean - one.RetainedMean) : 0;
        ExcessDeviation = double.IsFinite(specific)
            ? Math.Sqrt(people.Sum(one => one.Count * Variance(one))) : 0;
        ExpectedAggregating = aggregating > 0 && ExpectedExcess > 0
            ? ExcessSum.Limited(levels, people, aggregating) : 0;
        _most = aggregating + layered.Sum(one => one.Count * (one.Deductible - specific));
        if (_most == 0)
            return;
        _shape = JointShape.Of(risk, specific, aggregating, _retained.Moments);
        _columns = JointLaw.Columns(risk, specific, _shape, levels);
    }

    /// <summary>The deductible of everybody who is not lasered; infinity for none.</summary>
    public double Specific { get; }

    /// <summary>The aggregating specific; zero for none.</summary>
    public double Aggregating { get; }

    /// <summary>What is expected up to the specific, of everybody.</summary>
    public double ExpectedRetained => _retained.Moments.ExpectedRetained;

    /// <summary>The same where the group costs what is expected of it: an attachment is a multiple of it.</summary>
    public double CentralRetained => _retained.Moments.CentralRetained;

    /// <summary>What is expected from the specific to the lasers.</summary>
    public double ExpectedLasers { get; }

    /// <summary>What is expected above everybody's own deductible.</summary>
    public double ExpectedExcess { get; }

    /// <summary>The standard deviation of the same where the level of the group is known.</summary>
    public double ExcessDeviation { get; }

    /// <summary>What of the excess is expected to fall under the aggregating specific.</summary>
    public double ExpectedAggregating { get; }

    /// <summary>What is expected above an aggregate attachment: what the aggregate bears.</summary>
    /// <param name="attachment">Above zero; infinity for no aggregate.</param>
    public double AboveAttachment(double attachment) =>
        double.IsFinite(attachment) ? _retained.StopLossCost(attachment) : 0;

    /// <summary>A year.</summary>
    /// <param name="risk">At least one class.</param>
    /// <param name="specific">Above zero; infinity for none.</param>
    /// <param name="aggregating">Zero or more; zero for none, as where there is no specific.</param>
    /// <exception cref="ArgumentException">A deductible or a class that cannot be.</exception>
    public static StopLossLayers Of(LayeredRisk risk, double specific, double aggregating)
    {
        ArgumentNullException.ThrowIfNull(risk);
        if (!(specific > 0))
            throw new ArgumentOutOfRangeException(nameof(specific), specific, "Above zero.");
        if (!(aggregating >= 0 && double.IsFinite(aggregating)))
            throw new ArgumentOutOfRangeException(nameof(aggregating), aggregating, "Zero or more.");
        return new StopLossLayers(risk, specific, double.IsFinite(specific) ? aggregating : 0);
    }

    /// <summary>What stays with the employer under an aggregate attachment.</summary>
    /// <param name="attachment">Above zero; infinity for no aggregate.</param>
    public EmployerCost Under(double attachment)
    {
        if (!(attachment > 0))
            throw new ArgumentOutOfRangeException(nameof(attachment), attachment, "Above zero.");
        if (_shape is null)
            return new CappedCost(_retained, attachment, attachment + _most);
        var mean = ExpectedRetained - AboveAttachment(attachment) + ExpectedLasers + ExpectedAggregating;
        return new LayeredCost(_columns, _shape.Step, attachment, mean, attachment + _most);
    }

    private static double Expected(
        IReadOnlyList<GroupFactor> levels, IReadOnlyList<RiskClass> people, Func<RiskClass, double> of) =>
        levels.Sum(level => level.Weight * people.Sum(one => one.Count * of(one.Under(level))));

    private static double Capped(RiskClass people, double specific) =>
        (people with { Deductible = specific }).RetainedMean;

    // As far as a cost can be that all of them together pass once in many million years.
    private static double Variance(RiskClass people)
    {
        var top = (people with { Deductible = double.PositiveInfinity }).Reach(1e-9);
        if (top <= people.Deductible)
            return 0;
        var (from, to) = (people.Deductible / people.Factor, top / people.Factor);
        var mean = people.Factor * people.Severity.LayerMean(from, to);
        return (people.Factor * people.Factor * people.Severity.LayerSquare(from, to)) - (mean * mean);
    }
}
