using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Layers;

/// <summary>How finely what is retained, what the aggregating specific takes and what lies under lasers are told
/// apart.</summary>
/// <param name="Step">Of what is retained.</param>
/// <param name="Length">How many points of it; a power of two.</param>
/// <param name="Parts">How many steps to the aggregating specific; 0 where there is none.</param>
/// <param name="Aggregating">The aggregating specific.</param>
/// <param name="LayerPoints">How many points of what lies under lasers; 1 where nobody is lasered.</param>
/// <param name="LayerStep">Between them.</param>
internal sealed record JointShape(
    double Step, int Length, int Parts, double Aggregating, int LayerPoints, double LayerStep)
{
    private const double Reach = 14;
    private const double PerDeviation = 80;
    private const int MostAlone = 1 << 13;
    private const int MostLayered = 1 << 11;
    private const double Damping = 1e-9;

    /// <summary>Whether people are put onto two neighbours instead of six, because they are few.</summary>
    public required bool IsEven { get; init; }

    public double PartStep => Parts == 0 ? 0 : Aggregating / Parts;

    /// <summary>By what amounts are damped for each step of the aggregating specific, so that what comes round does not
    /// count.</summary>
    public double Radius => Math.Pow(Damping, 0.5 / Math.Max(Parts, 1));

    public static JointShape Of(LayeredRisk risk, double specific, double aggregating, CostMoments moments)
    {
        var group = risk.Retained(specific);
        var isEven = FewPeople.PilesUp(group);
        var reach = group.Classes.Items.Max(people => people.Reach(1e-10));
        var period = moments.ExpectedRetained + Math.Max(Reach * moments.RetainedDeviation, reach);
        if (double.IsFinite(specific))
            period = Math.Min(period, (group.People + 1) * specific);
        var layered = risk.Layered(specific);
        var finest = Math.Max(moments.RetainedDeviation / PerDeviation, period / MostAlone) / (isEven ? 8 : 1);
        var most = layered.Count > 0 && aggregating > 0 ? MostLayered : MostAlone;
        var length = 256;
        while (length < most && period / length > finest)
            length *= 2;
        var (top, count) = (
            layered.Sum(people => people.Count * (people.Deductible - specific)), layered.Sum(people => people.Count));
        var steps = aggregating > 0 ? 36 : 128;
        return new JointShape(
            period / length, length,
            aggregating <= 0 ? 0 : count > 0 ? 24 : 64, aggregating,
            count == 0 ? 1 : steps + count + 1, top / steps)
        {
            IsEven = isEven,
        };
    }
}
