using OpenAso.Actuarial.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Decision.Distributions;

/// <summary>A question for the distribution of a year's cost: who is covered, by what specific, and what to look
/// at.</summary>
/// <param name="Members">Classes whose deductible is the specific.</param>
/// <param name="Lasered">Classes with a deductible of their own.</param>
/// <param name="GroupSigma">How uncertain the level of the group is.</param>
public sealed record RiskDocument(ValueList<RiskClass> Members, ValueList<RiskClass> Lasered, double GroupSigma)
{
    /// <summary>Attachments as multiples of the expected retained cost.</summary>
    public required ValueList<double> Multiples { get; init; }

    /// <summary>Probabilities.</summary>
    public required ValueList<double> Quantiles { get; init; }

    /// <summary>Deductibles for a grid; empty where none was asked for.</summary>
    public required ValueList<double> Specifics { get; init; }

    /// <summary>The group under the specific of the document.</summary>
    public GroupRisk Group => new(Members.Items.Concat(Lasered.Items).ToValueList()) { GroupSigma = GroupSigma };

    /// <summary>The group under another specific; who is lasered keeps the own deductible where it is higher.</summary>
    /// <param name="specific">Above zero.</param>
    public GroupRisk GroupUnder(double specific) => new(Members.Items
        .Select(people => people with { Deductible = specific })
        .Concat(Lasered.Items.Select(people => people with { Deductible = Math.Max(people.Deductible, specific) }))
        .ToValueList())
    {
        GroupSigma = GroupSigma,
    };
}
