using System.Collections.Immutable;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>What a copay is charged once for.</summary>
public enum CopayPer
{
    /// <summary>One person, one billing provider, one day.</summary>
    Visit,

    /// <summary>Each day of service, up to <see cref="Copay.MaximumDays"/>.</summary>
    Day,

    /// <summary>Each admission: a claim for an inpatient stay and its continuations.</summary>
    Admission,

    /// <summary>Each line of a claim.</summary>
    Service,
}

/// <summary>A fixed amount that the member pays.</summary>
/// <param name="Amount">Above zero.</param>
/// <param name="Per">What it is charged once for.</param>
/// <param name="MaximumDays">For a daily copay, the days after which none is charged; 0 for no end.</param>
public sealed record Copay(Money Amount, CopayPer Per, int MaximumDays);

/// <summary>How one benefit's allowed amount is shared in one network tier.</summary>
/// <param name="Copay">Null for none.</param>
/// <param name="DeductibleApplies">Whether the tier's deductible is taken.</param>
/// <param name="DeductibleFirst">Whether the deductible is taken before the copay; as a rule it is taken after.</param>
/// <param name="Coinsurance">The member's share of what is left.</param>
/// <param name="Clause">The provision for this tier.</param>
public sealed record CostSharing(
    Copay? Copay, bool DeductibleApplies, bool DeductibleFirst, Percent Coinsurance, ClauseNumber Clause)
{
    /// <summary>The plan pays all of it.</summary>
    /// <param name="clause">The provision that says so.</param>
    public static CostSharing Free(ClauseNumber clause) => new(null, false, false, Percent.None, clause);
}

/// <summary>What a service costs the member for want of prior authorization.</summary>
/// <param name="Share">Of the allowed amount; none where <paramref name="Amount"/> is given.</param>
/// <param name="Amount">A fixed amount a line; zero where <paramref name="Share"/> is given.</param>
/// <param name="Maximum">The most for one claim; null for no maximum.</param>
/// <param name="Clause">The provision.</param>
public sealed record AuthorizationPenalty(Percent Share, Money Amount, Money? Maximum, ClauseNumber Clause);

/// <summary>Months that a person must have been covered before a benefit pays.</summary>
/// <param name="Months">From the first day of continuous coverage of the line; above zero.</param>
/// <param name="Clause">The provision.</param>
public sealed record WaitingPeriod(int Months, ClauseNumber Clause);

/// <summary>A kind of service that the plan document treats alike: covered, or excluded.</summary>
public sealed class Benefit
{
    /// <summary>Its key in the plan document.</summary>
    public required string Id { get; init; }

    /// <summary>What a member reads.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands in the document.</summary>
    public Place Place { get; init; } = Place.None;

    /// <summary>Whether it is preventive care, which the law wants free and lets a high-deductible plan pay at
    /// once.</summary>
    public bool Preventive { get; init; }

    /// <summary>Whether it is among the essential health benefits, on which the law allows no limit in dollars; as a
    /// rule it is.</summary>
    public bool Essential { get; init; } = true;

    /// <summary>The index in <see cref="ResolvedPlan.Benefits"/>.</summary>
    public required int Index { get; init; }

    /// <summary>The provision that grants or excludes it.</summary>
    public required ClauseNumber Clause { get; init; }

    /// <summary>False for an exclusion.</summary>
    public required bool Covered { get; init; }

    /// <summary>Which services; any of them will do. Empty means every service.</summary>
    public ImmutableArray<ServiceMatch> Services { get; init; } = [];

    /// <summary>By the index of the tier; null where the benefit is not covered in that tier. Empty for an
    /// exclusion.</summary>
    public ImmutableArray<CostSharing?> ByTier { get; init; } = [];

    /// <summary>Indexes in <see cref="ResolvedPlan.Limits"/> of the limits that it draws on, beside deductible and
    /// out-of-pocket maximum.</summary>
    public ImmutableArray<int> Limits { get; init; } = [];

    /// <summary>Null where no authorization is asked for.</summary>
    public AuthorizationPenalty? Authorization { get; init; }

    /// <summary>Null where it pays from the first day.</summary>
    public WaitingPeriod? Waiting { get; init; }

    /// <summary>The same with other cost sharing.</summary>
    internal Benefit With(ImmutableArray<CostSharing?> byTier) => new()
    {
        Id = Id,
        Name = Name,
        Place = Place,
        Preventive = Preventive,
        Essential = Essential,
        Index = Index,
        Clause = Clause,
        Covered = Covered,
        Services = Services,
        ByTier = byTier,
        Limits = Limits,
        Authorization = Authorization,
        Waiting = Waiting,
    };

    /// <summary>Whether a service belongs here.</summary>
    /// <param name="service">What is known of the service.</param>
    public bool Includes(in ServiceKey service)
    {
        if (Services.IsEmpty)
            return true;
        foreach (var match in Services)
        {
            if (match.Matches(service))
                return true;
        }
        return false;
    }
}
