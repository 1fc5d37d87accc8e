using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>What one step of a decision did to a line.</summary>
public enum StepKind : byte
{
    /// <summary>Above the contracted price: the provider writes it off.</summary>
    Contractual,

    /// <summary>Above the price of a service out of network: between member and provider.</summary>
    BalanceBill,

    /// <summary>Not covered, and the provider's to bear.</summary>
    ProviderLiability,

    /// <summary>Not covered, and the member's to bear.</summary>
    NotCovered,

    /// <summary>Copay.</summary>
    Copay,

    /// <summary>Deductible.</summary>
    Deductible,

    /// <summary>Coinsurance.</summary>
    Coinsurance,

    /// <summary>The out-of-pocket maximum held the steps around it down. Its amount is what the member was
    /// spared.</summary>
    OutOfPocketMaximum,

    /// <summary>Want of prior authorization.</summary>
    Penalty,

    /// <summary>A limit cut what the plan would pay; the member bears the rest.</summary>
    LimitCut,

    /// <summary>What is left: the plan pays it.</summary>
    PlanPays,
}

/// <summary>A step by which a line's charge becomes what the plan pays.</summary>
/// <remarks>Sixteen bytes, because every decision keeps its steps. From the charge down, each step takes its amount
/// away, but for <see cref="StepKind.OutOfPocketMaximum"/>, which only says why, and <see cref="StepKind.PlanPays"/>,
/// which is the rest.</remarks>
/// <param name="Amount">Taken from the line by this step.</param>
/// <param name="Clause">The provision; none for a contract's price.</param>
/// <param name="Kind">What it did.</param>
/// <param name="Line">Index of the line within the claim.</param>
public readonly record struct Step(Money Amount, ClauseNumber Clause, StepKind Kind, ushort Line);
