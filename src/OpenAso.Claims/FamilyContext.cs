using OpenAso.Members;
using OpenAso.Plans;
using OpenAso.Providers;

namespace OpenAso.Claims;

/// <summary>Everything that a family's claims are decided from.</summary>
/// <remarks>The caller adds each determination to <see cref="Accumulators"/> and <see cref="History"/> before the
/// family's next claim, see <see cref="Keep"/>. Not to be shared between threads: one family is decided by one
/// thread.</remarks>
/// <param name="family">Null where nobody enrolled has the claims' member identifier.</param>
/// <param name="plans">The employer's plans.</param>
/// <param name="prices">Contracts and networks.</param>
public sealed class FamilyContext(Family? family, PlanLibrary plans, PriceBook prices)
{
    /// <summary>Null where nobody enrolled has the claims' member identifier.</summary>
    public Family? Family { get; } = family;

    /// <summary>The employer's plans.</summary>
    public PlanLibrary Plans { get; } = plans;

    /// <summary>Contracts and networks.</summary>
    public PriceBook Prices { get; } = prices;

    /// <summary>What the family has used of its limits.</summary>
    public FamilyAccumulators Accumulators { get; } = new();

    /// <summary>The family's earlier claims.</summary>
    public FamilyHistory History { get; } = new();

    /// <summary>Takes a decision into account for the family's next claims.</summary>
    /// <param name="claim">As sent.</param>
    /// <param name="determination">As decided; one that pends counts toward nothing but is remembered.</param>
    public void Keep(Claim claim, Determination determination)
    {
        ArgumentNullException.ThrowIfNull(determination);
        Accumulators.Apply(determination.ReversedMovements);
        Accumulators.Apply(determination.Movements);
        History.Add(claim, determination);
    }
}
