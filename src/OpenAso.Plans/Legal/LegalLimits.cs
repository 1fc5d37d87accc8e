using System.Collections.Immutable;
using OpenAso.Kernel;

namespace OpenAso.Plans.Legal;

/// <summary>An amount for an employee covered alone, and one for a family.</summary>
/// <param name="SelfOnly">For an employee covered alone.</param>
/// <param name="Family">For any other coverage.</param>
public sealed record CoverageAmounts(Money SelfOnly, Money Family);

/// <summary>The most that a member may pay in network, for plan years that begin in a year.</summary>
/// <param name="Year">The calendar year in which the plan year begins.</param>
/// <param name="Maximum">Copays, deductible and coinsurance together.</param>
/// <param name="Source">Where the figures were published.</param>
public sealed record CostSharingFigures(int Year, CoverageAmounts Maximum, string Source);

/// <summary>What makes a plan one beside which a health savings account is allowed, for plan years that begin in a
/// year.</summary>
/// <param name="Year">The calendar year in which the plan year begins.</param>
/// <param name="LeastDeductible">The smallest deductible.</param>
/// <param name="OutOfPocketMaximum">The largest out-of-pocket maximum.</param>
/// <param name="Source">Where the figures were published.</param>
public sealed record HighDeductibleFigures(
    int Year, CoverageAmounts LeastDeductible, CoverageAmounts OutOfPocketMaximum, string Source);

/// <summary>Figures that are published for every year.</summary>
/// <typeparam name="T">The figures of one year.</typeparam>
/// <param name="First">Plan years that begin before this day are not held to any.</param>
/// <param name="ByYear">By the calendar year in which the plan year begins; years without figures are left out.</param>
public sealed record DatedFigures<T>(DateOnly First, ImmutableSortedDictionary<int, T> ByYear)
{
    /// <summary>The last year that has figures; 0 where none has.</summary>
    public int LastYear => ByYear.Keys.LastOrDefault();
}

/// <summary>The public limits that a health plan is checked against.</summary>
/// <remarks>Dated data, read from <c>rules/out-of-pocket-limits.yaml</c>; immutable.</remarks>
public sealed class LegalLimits
{
    /// <summary>The most that a member may pay in network.</summary>
    public required DatedFigures<CostSharingFigures> CostSharing { get; init; }

    /// <summary>What makes a plan one beside which a health savings account is allowed.</summary>
    public required DatedFigures<HighDeductibleFigures> HighDeductible { get; init; }

    /// <summary>Plan years that begin on this day or later have no dollar limit for life on an essential
    /// benefit.</summary>
    public required DateOnly NoLifetimeDollarsFrom { get; init; }

    /// <summary>Plan years that begin on this day or later have no dollar limit for a year on an essential
    /// benefit.</summary>
    public required DateOnly NoAnnualDollarsFrom { get; init; }

    /// <summary>In plan years that begin on this day or later preventive care is free in network.</summary>
    public required DateOnly PreventiveFreeFrom { get; init; }
}
