using System.Collections.Concurrent;
using System.Collections.Immutable;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>A plan's terms as they stand on a run of days, ready to decide by.</summary>
/// <remarks>Immutable: two resolutions of the same document on the same day are alike in everything. Benefits are in
/// the order of the document, and the first that includes a service is the one.</remarks>
public sealed class ResolvedPlan
{
    private readonly ConcurrentDictionary<(Code Procedure, Code Revenue, ClaimForm Form), Benefit[]>
        _candidates = new();

    /// <summary>The plan option.</summary>
    public required PlanId Id { get; init; }

    /// <summary>What a member reads.</summary>
    public required string Name { get; init; }

    /// <summary>The line of coverage that it serves.</summary>
    public required LineOfCoverage Line { get; init; }

    /// <summary>ISO 4217, for example USD.</summary>
    public required string Currency { get; init; }

    /// <summary>The document's content: names the version that a decision was made by.</summary>
    public required ContentHash Version { get; init; }

    /// <summary>The days on which these terms hold, between amendments.</summary>
    public required DateRange InForce { get; init; }

    /// <summary>The plan's year.</summary>
    public PlanYear Year { get; init; }

    /// <summary>By <see cref="ClauseNumber"/>; the first entry is a placeholder for no clause.</summary>
    public required ImmutableArray<Clause> Clauses { get; init; }

    /// <summary>Best first; the last is the tier of providers without a contract, where the plan has one.</summary>
    public required ImmutableArray<NetworkTier> Tiers { get; init; }

    /// <summary>In the order of the document.</summary>
    public required ImmutableArray<Benefit> Benefits { get; init; }

    /// <summary>Every deductible, out-of-pocket maximum and other limit.</summary>
    public required ImmutableArray<Limit> Limits { get; init; }

    /// <summary>Null where the plan sets no time.</summary>
    public TimelyFiling? TimelyFiling { get; init; }

    /// <summary>Whether the plan means to be a high-deductible health plan beside which a health savings account is
    /// allowed.</summary>
    public bool HsaQualified { get; init; }

    /// <summary>Whether the plan is older than the limits on cost sharing and the duty to give preventive care
    /// free.</summary>
    public bool Grandfathered { get; init; }

    /// <summary>The clause behind a number.</summary>
    /// <param name="number">Not <see cref="ClauseNumber.None"/>.</param>
    public Clause this[ClauseNumber number] => Clauses[number.Index];

    /// <summary>The place of a provision.</summary>
    /// <param name="id">As the document numbers it.</param>
    /// <returns><see cref="ClauseNumber.None"/> where the document has no such provision.</returns>
    public ClauseNumber NumberOf(ClauseId id)
    {
        for (ushort i = 1; i < Clauses.Length; i++)
        {
            if (Clauses[i].Id == id)
                return new ClauseNumber(i);
        }
        return ClauseNumber.None;
    }

    /// <summary>The first benefit that includes a service; null where the document is silent about it.</summary>
    /// <param name="service">What is known of the service.</param>
    /// <remarks>Constant time in the size of the document: the benefits that a pair of codes can fall under are found
    /// once and kept.</remarks>
    public Benefit? BenefitFor(in ServiceKey service)
    {
        var codes = (service.Procedure, service.Revenue, service.Form);
        if (!_candidates.TryGetValue(codes, out var candidates))
            candidates = _candidates.GetOrAdd(codes, Candidates(codes));
        foreach (var benefit in candidates)
        {
            if (benefit.Includes(service))
                return benefit;
        }
        return null;
    }

    private Benefit[] Candidates((Code Procedure, Code Revenue, ClaimForm Form) codes) =>
        [.. Benefits.Where(benefit => benefit.Services.IsEmpty || benefit.Services.Any(match =>
            (match.Form is null || match.Form == codes.Form)
            && (match.Procedures is null || match.Procedures.Contains(codes.Procedure))
            && (match.Revenues is null || match.Revenues.Contains(codes.Revenue))))];
}
