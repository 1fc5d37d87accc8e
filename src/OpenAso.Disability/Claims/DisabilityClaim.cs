using OpenAso.Disability.Leave;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Disability.Claims;

/// <summary>A claim for disability benefits with all that has become known of it.</summary>
/// <remarks>Immutable. Read by <see cref="DisabilityClaimReader"/>.</remarks>
public sealed record DisabilityClaim
{
    /// <summary>Names the claim; with a period of the schedule, an obligation.</summary>
    public required string Id { get; init; }

    /// <summary>The plan that it is made under; empty where the claim does not say so.</summary>
    public string Plan { get; init; } = "";

    /// <summary>When notice was received: the clock of the decision begins.</summary>
    public required DateOnly Received { get; init; }

    /// <summary>Who claims, with the days on which the line was covered.</summary>
    public required Person Claimant { get; init; }

    /// <summary>The last day of work before the disability.</summary>
    public required DateOnly LastDayWorked { get; init; }

    /// <summary>The first day of disability.</summary>
    public required DateOnly DisabledFrom { get; init; }

    /// <summary>Null where it is not known.</summary>
    public DisabilityCause? Cause { get; init; }

    /// <summary>The class of employees; empty where it is not known.</summary>
    public string Class { get; init; } = "";

    /// <summary>What the employee earned.</summary>
    public Earnings Earnings { get; init; } = Earnings.Unknown;

    /// <summary>Who paid for the coverage, by policy year.</summary>
    public ValueList<ContributionYear> Contributions { get; init; }

    /// <summary>Circumstances that a plan may exclude.</summary>
    public ValueList<ExcludedCircumstance> Circumstances { get; init; }

    /// <summary>Null where there was none.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>Stays in hospital.</summary>
    public ValueList<DateRange> Hospital { get; init; }

    /// <summary>What physicians certified.</summary>
    public ValueList<Certification> Certifications { get; init; }

    /// <summary>Days of treatment for the same condition before the disability; null where nobody has asked.</summary>
    public ValueList<DateOnly>? Treated { get; init; }

    /// <summary>Work since the disability began.</summary>
    public ValueList<WorkSpell> Work { get; init; }

    /// <summary>Days in an approved rehabilitation.</summary>
    public ValueList<DateRange> Rehabilitation { get; init; }

    /// <summary>Income from elsewhere.</summary>
    public ValueList<OtherIncome> Incomes { get; init; }

    /// <summary>When the statements came.</summary>
    public required Statements Statements { get; init; }

    /// <summary>What was paid back by cheque.</summary>
    public ValueList<Repayment> Repayments { get; init; }

    /// <summary>How income tax is withheld, as the claimant or payroll asked; null where nobody has.</summary>
    public Withholding? Withholding { get; init; }

    /// <summary>What the employer paid besides, by calendar year; a year that is not there is not known.</summary>
    public ValueList<YearWages> Wages { get; init; }

    /// <summary>Null where the claimant lives.</summary>
    public DateOnly? Died { get; init; }

    /// <summary>The day on which the death became known; null where it always was.</summary>
    public DateOnly? DeathKnownOn { get; init; }

    /// <summary>What the plan claims back from others than the claimant.</summary>
    public ValueList<ThirdPartyRecovery> Recoveries { get; init; }

    /// <summary>What decides job-protected leave beside the disability; null where nobody has said anything of
    /// it.</summary>
    public LeaveFacts? Leave { get; init; }

    /// <summary>Months of benefits for limited causes that earlier claims have used.</summary>
    public int LimitedMonthsUsed { get; init; }

    /// <summary>What the administrator and the claimant told each other.</summary>
    public ClaimProgress Progress { get; init; } = ClaimProgress.NotBegun;

    /// <summary>Since when the line has been covered without a gap on a day; null where it is not covered.</summary>
    /// <param name="line">Short-term or long-term disability.</param>
    /// <param name="day">The day.</param>
    public DateOnly? CoveredSince(LineOfCoverage line, DateOnly day)
    {
        if (Claimant.CoverageOn(line, day) is not { } span)
            return null;
        var first = span.Dates.First;
        while (first > DateOnly.MinValue && Claimant.CoverageOn(line, first.AddDays(-1)) is { } before)
            first = before.Dates.First;
        return first;
    }

    /// <summary>Work on a day; null where there was none.</summary>
    /// <param name="day">Since the disability began.</param>
    public WorkSpell? WorkOn(DateOnly day)
    {
        foreach (var spell in Work)
        {
            if (spell.Days.Contains(day))
                return spell;
        }
        return null;
    }
}
