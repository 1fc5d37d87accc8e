using OpenAso.Plans;

namespace OpenAso.Disability.Terms;

/// <summary>Income from elsewhere that a plan may count against its benefit.</summary>
public enum OffsetKind
{
    /// <summary>Social Security for the disabled worker.</summary>
    SocialSecurityPrimary,

    /// <summary>Social Security for the worker's family because of the disability.</summary>
    SocialSecurityFamily,

    /// <summary>Workers' compensation for lost wages.</summary>
    WorkersCompensation,

    /// <summary>A state's temporary disability insurance.</summary>
    StateDisability,

    /// <summary>A state's paid family and medical leave.</summary>
    PaidFamilyLeave,

    /// <summary>Pay that the employer goes on paying: salary continuation, sick leave.</summary>
    SalaryContinuation,

    /// <summary>A pension that the employer pays for.</summary>
    Retirement,

    /// <summary>Another group's disability benefit.</summary>
    OtherDisability,

    /// <summary>Lost wages under no-fault motor insurance.</summary>
    NoFault,

    /// <summary>Any other income that the plan counts.</summary>
    OtherIncome,
}

/// <summary>How a plan counts one kind of income.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Estimated">Whether an estimate is counted until the award is known.</param>
/// <param name="Frozen">Whether later increases for the cost of living leave the benefit as it is.</param>
/// <param name="BelowMinimum">Whether it may take the benefit below its minimum.</param>
/// <param name="Clause">The provision.</param>
public sealed record OffsetTerms(
    OffsetKind Kind, bool Estimated, bool Frozen, bool BelowMinimum, ClauseNumber Clause)
{
    /// <summary>How a sum paid once is spread where it states no period; null where the plan does not say.</summary>
    public LumpSumTerms? LumpSums { get; init; }
}

/// <summary>How a plan spreads a sum that was paid once and states no period.</summary>
public enum LumpSumSpread
{
    /// <summary>At the rate that was paid before it, until it is used up.</summary>
    RateBefore,

    /// <summary>Over a number of months that the plan names.</summary>
    Months,

    /// <summary>Over the months of life expectancy that the settlement or award states.</summary>
    LifeExpectancy,
}

/// <summary>A plan's rule for sums paid once.</summary>
/// <param name="Spread">The rule.</param>
/// <param name="Months">With <see cref="LumpSumSpread.Months"/>; else 0.</param>
public sealed record LumpSumTerms(LumpSumSpread Spread, int Months);
