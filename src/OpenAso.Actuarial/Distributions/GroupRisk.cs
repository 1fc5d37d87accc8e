using OpenAso.Kernel;

namespace OpenAso.Actuarial.Distributions;

/// <summary>The people of a plan for one year, with what is known and not known of their cost.</summary>
/// <param name="Classes">At least one.</param>
public sealed record GroupRisk(ValueList<RiskClass> Classes)
{
    /// <summary>The sigma that is used where nobody says otherwise.</summary>
    public const double UsualSigma = 0.10;

    /// <summary>How uncertain the level of the whole group's cost is: the sigma of a lognormal factor of mean 1 that
    /// acts before any deductible; 0 for none.</summary>
    public double GroupSigma { get; init; } = UsualSigma;

    /// <summary>How many people.</summary>
    public int People => Classes.Items.Sum(people => people.Count);

    /// <summary>Expected cost before the specific.</summary>
    public double ExpectedGross => Classes.Items.Sum(people => people.Count * people.Mean);

    /// <summary>The same people, whom one deductible protects; classes in <paramref name="lasered"/> keep
    /// theirs.</summary>
    /// <param name="deductible">Above zero.</param>
    /// <param name="lasered">Whether a class keeps its own.</param>
    public GroupRisk WithSpecific(double deductible, Func<RiskClass, bool> lasered) => this with
    {
        Classes = Classes.Items
            .Select(people => lasered(people) ? people : people with { Deductible = deductible })
            .ToValueList(),
    };
}
