using System.Collections.Immutable;

namespace OpenAso.Plans;

/// <summary>A level of the network: preferred, in network, out of network.</summary>
public sealed class NetworkTier
{
    /// <summary>Its key in the plan document.</summary>
    public required string Id { get; init; }

    /// <summary>What a member reads.</summary>
    public required string Name { get; init; }

    /// <summary>The index in <see cref="ResolvedPlan.Tiers"/>.</summary>
    public required int Index { get; init; }

    /// <summary>Names of the networks whose providers are in it; empty for the tier of all other providers.</summary>
    public ImmutableArray<string> Networks { get; init; } = [];

    /// <summary>Whether it is the tier of providers that no contract holds.</summary>
    public bool IsOutOfNetwork => Networks.IsEmpty;

    /// <summary>Index in <see cref="ResolvedPlan.Limits"/> of its deductible; null for none.</summary>
    public int? Deductible { get; init; }

    /// <summary>Index in <see cref="ResolvedPlan.Limits"/> of its out-of-pocket maximum; null for none.</summary>
    public int? OutOfPocketMaximum { get; init; }
}

/// <summary>How long after the service a claim may arrive.</summary>
/// <param name="Days">From the last day of service to the day of receipt; the last of them is in time.</param>
/// <param name="Clause">The provision.</param>
public sealed record TimelyFiling(int Days, ClauseNumber Clause);
