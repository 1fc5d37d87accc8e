using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>What the numbers speak for.</summary>
public enum Verdict
{
    /// <summary>Self-funding is cheaper, and the group bears the risk.</summary>
    SelfFund,

    /// <summary>Self-funding is expected to be cheaper, and the group is small for the risk.</summary>
    SelfFundWithCaution,

    /// <summary>The difference is small beside what a year may bring.</summary>
    Close,

    /// <summary>The insured plan is cheaper, or the risk too large for what is saved.</summary>
    StayInsured,
}

/// <summary>What a reason is about.</summary>
public enum AdviceTopic
{
    /// <summary>What is saved or lost on average.</summary>
    ExpectedSaving,

    /// <summary>How many employees there are.</summary>
    GroupSize,

    /// <summary>How evenly claims come.</summary>
    SpreadOfRisk,

    /// <summary>What a bad year costs beside profit or premium.</summary>
    Volatility,

    /// <summary>Claims of single people.</summary>
    CatastrophicClaims,

    /// <summary>That nothing ends the cost of a year.</summary>
    UnlimitedCost,

    /// <summary>Lines of coverage that hardly suit.</summary>
    UnsuitedLine,

    /// <summary>Staff that need not be employed.</summary>
    StaffSaved,

    /// <summary>How fees and claims grow.</summary>
    Growth,

    /// <summary>Cash of the first year, and of leaving.</summary>
    Cash,

    /// <summary>Rates of a community.</summary>
    SmallGroupMarket,
}

/// <summary>Which way a reason points.</summary>
public enum AdviceSide
{
    /// <summary>For self-funding.</summary>
    For,

    /// <summary>Against it.</summary>
    Against,

    /// <summary>Neither: to be known.</summary>
    Note,
}

/// <summary>One reason.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Side">Which way it points.</param>
/// <param name="Text">What it says, with its numbers.</param>
public sealed record AdviceReason(AdviceTopic Topic, AdviceSide Side, Sentence Text);

/// <summary>Advice with its reasons.</summary>
/// <param name="Verdict">What the numbers speak for.</param>
/// <param name="IsTooSmall">Whether the group is too small for the risk, by limits that are data.</param>
/// <param name="Reasons">In the order of their topics.</param>
public sealed record Advice(Verdict Verdict, bool IsTooSmall, ValueList<AdviceReason> Reasons)
{
    internal static Advice None { get; } = new(Verdict.Close, false, []);
}
