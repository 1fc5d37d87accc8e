using OpenAso.Disability.Terms;

namespace OpenAso.Disability.Benefits;

/// <summary>Why benefits end, or have not begun.</summary>
public enum EndReason
{
    /// <summary>They go on as far as is known.</summary>
    None,

    /// <summary>The elimination period is not over.</summary>
    Elimination,

    /// <summary>The claimant is back at work.</summary>
    Returned,

    /// <summary>The longest duration is reached.</summary>
    Duration,

    /// <summary>A lifetime limit for the cause is reached.</summary>
    Limitation,

    /// <summary>The claimant is certified for the own occupation only, and any occupation counts now.</summary>
    AnyOccupation,

    /// <summary>Part-time work is not paid for, or earns too much.</summary>
    Earnings,

    /// <summary>The claimant died.</summary>
    Died,

    /// <summary>The proof of disability was withdrawn or shortened.</summary>
    ProofWithdrawn,
}

/// <summary>One disability: from its first day, with an elimination period of its own; relapses within the plan's time
/// belong to it.</summary>
public sealed record DisabilityPeriod
{
    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>The first day of disability.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Why.</summary>
    public required DisabilityCause Cause { get; init; }

    /// <summary>The last day of work before it, by which earnings are taken.</summary>
    public required DateOnly LastWorked { get; init; }

    /// <summary>The first day of benefits; null while the elimination period runs.</summary>
    public DateOnly? BenefitsFrom { get; init; }

    /// <summary>The last day on which benefits can be paid, as far as work so far has not moved it; null before they
    /// begin.</summary>
    public DateOnly? LatestEnd { get; init; }

    /// <summary>The first day on which any occupation counts; null where it never does.</summary>
    public DateOnly? AnyOccupationFrom { get; init; }

    /// <summary>Why benefits are not paid on the last day that was looked at.</summary>
    public EndReason End { get; init; }

    /// <summary>Days of full work since benefits began that did not end the disability.</summary>
    public int DaysBack { get; init; }
}

/// <summary>A day of disability for which a benefit may be paid.</summary>
/// <param name="Day">The day.</param>
/// <param name="Disability">The number of its <see cref="DisabilityPeriod"/>.</param>
/// <param name="Number">The week of benefits, from 1, or the calendar month, from 1 for the first with
/// benefits.</param>
/// <param name="Month">Full months of benefits before it.</param>
/// <param name="IsCertified">Whether a physician certified it; else it is a preview.</param>
/// <param name="WorkMonths">Full months since part-time work began; below zero where there is none on the day.</param>
public readonly record struct BenefitDay(
    DateOnly Day, int Disability, int Number, int Month, bool IsCertified, int WorkMonths);
