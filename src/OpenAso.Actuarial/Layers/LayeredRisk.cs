using OpenAso.Actuarial.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Actuarial.Layers;

/// <summary>The people of a plan, of whom some keep a deductible of their own whatever the specific is.</summary>
/// <param name="Members">Their deductible is the specific, whatever stands in the class.</param>
/// <param name="Lasered">Each keeps its deductible where it is above the specific.</param>
/// <param name="GroupSigma">How uncertain the level of the whole group is.</param>
public sealed record LayeredRisk(ValueList<RiskClass> Members, ValueList<RiskClass> Lasered, double GroupSigma)
{
    /// <summary>Everybody's cost up to the specific: what counts toward the aggregate.</summary>
    /// <param name="specific">Above zero; infinity for none.</param>
    public GroupRisk Retained(double specific) => new(Members.Items.Concat(Lasered.Items)
        .Select(people => people with { Deductible = specific }).ToValueList())
    {
        GroupSigma = GroupSigma,
    };

    /// <summary>Members, and who is lasered no higher than the specific.</summary>
    internal IReadOnlyList<RiskClass> Plain(double specific) =>
        [.. Members.Items, .. Lasered.Items.Where(people => people.Deductible <= specific)];

    /// <summary>Who keeps a layer above the specific.</summary>
    internal IReadOnlyList<RiskClass> Layered(double specific) =>
        [.. Lasered.Items.Where(people => people.Deductible > specific)];
}
