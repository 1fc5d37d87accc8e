using System.Collections.Immutable;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Disability.Terms;

/// <summary>What a disability plan says on some days: the terms of the day on which a disability begins decide all of
/// it.</summary>
/// <remarks>Immutable.</remarks>
public sealed record DisabilityTerms
{
    /// <summary>The plan.</summary>
    public required PlanId Id { get; init; }

    /// <summary>As people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Short-term or long-term disability.</summary>
    public required LineOfCoverage Line { get; init; }

    /// <summary>Of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>The document's content.</summary>
    public required ContentHash Version { get; init; }

    /// <summary>The days on which these terms hold.</summary>
    public required DateRange InForce { get; init; }

    /// <summary>By number; the first is no clause.</summary>
    public required ImmutableArray<Clause> Clauses { get; init; }

    /// <summary>Who is covered, by class.</summary>
    public required ValueList<EarningsClass> Classes { get; init; }

    /// <summary>What disabled means.</summary>
    public required OccupationDefinition Occupation { get; init; }

    /// <summary>For which nothing is paid.</summary>
    public required EliminationPeriod Elimination { get; init; }

    /// <summary>What is paid.</summary>
    public required BenefitSchedule Benefit { get; init; }

    /// <summary>How long.</summary>
    public required DurationTable Duration { get; init; }

    /// <summary>When a relapse is the same disability.</summary>
    public required RecurrentDisability Recurrent { get; init; }

    /// <summary>How an overpayment is taken back.</summary>
    public required OverpaymentRecovery Recovery { get; init; }

    /// <summary>Who pays.</summary>
    public required PaymentArrangement Arrangement { get; init; }

    /// <summary>Who owes the employer's part of social security and Medicare tax on benefits.</summary>
    public EmployerTaxes EmployerTaxes { get; init; }

    /// <summary>Income from elsewhere, in the order in which it is counted.</summary>
    public ValueList<OffsetTerms> Offsets { get; init; }

    /// <summary>Lifetime limits by cause.</summary>
    public ValueList<Limitation> Limitations { get; init; }

    /// <summary>Circumstances that exclude.</summary>
    public ValueList<Exclusion> Exclusions { get; init; }

    /// <summary>Null where earlier treatment does not matter.</summary>
    public PreExisting? PreExisting { get; init; }

    /// <summary>Null where days of part-time work are not paid for.</summary>
    public WorkIncentive? Work { get; init; }

    /// <summary>Null where the benefit does not grow.</summary>
    public CostOfLiving? CostOfLiving { get; init; }

    /// <summary>Null where nothing is paid at death.</summary>
    public SurvivorBenefit? Survivor { get; init; }

    /// <summary>Null where rehabilitation adds nothing.</summary>
    public RehabilitationBenefit? Rehabilitation { get; init; }

    /// <summary>Null where a delivery needs proof as any other disability.</summary>
    public MaternityDefaults? Maternity { get; init; }

    /// <summary>Weeks before short-term benefits end at the latest, in which the long-term claim is to be begun; 0
    /// where there is none.</summary>
    public int LongTermNoticeWeeks { get; init; }

    /// <summary>Whether benefits count under the aggregate stop-loss as weekly income; null where the document does not
    /// say.</summary>
    public bool? CountsTowardAggregate { get; init; }

    /// <summary>Whether benefits are weekly, as those of short-term disability are.</summary>
    public bool IsWeekly => Line == LineOfCoverage.ShortTermDisability;

    /// <summary>A clause with its text.</summary>
    /// <param name="number">Of this document.</param>
    public Clause this[ClauseNumber number] => Clauses[number.Index];

    /// <summary>The class of a name; null where there is none.</summary>
    /// <param name="id">As claims name it.</param>
    public EarningsClass? Class(string id) => Classes.Items.FirstOrDefault(one => one.Id == id);

    /// <summary>How a kind of income is counted; null where it is not.</summary>
    /// <param name="kind">The kind.</param>
    public OffsetTerms? Offset(OffsetKind kind) => Offsets.Items.FirstOrDefault(offset => offset.Kind == kind);

    /// <summary>The limit for a cause; null where there is none.</summary>
    /// <param name="cause">Why somebody is disabled.</param>
    public Limitation? LimitationOf(DisabilityCause cause) =>
        Limitations.Items.FirstOrDefault(limit => limit.Causes.Items.Contains(cause));
}
