using OpenAso.Disability.Benefits;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Disability.Leave;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Taxes;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Disability.Deciding;

/// <summary>When short-term benefits end, and when the long-term claim is to be begun.</summary>
/// <param name="ShortTermEnds">The last day on which short-term benefits can be paid.</param>
/// <param name="NoticeOn">The day on which the long-term claim is to be begun.</param>
/// <param name="IsDue">Whether disability is certified to that day or beyond.</param>
public sealed record LongTermTransition(DateOnly ShortTermEnds, DateOnly NoticeOn, bool IsDue);

/// <summary>A claim with its decision and everything that follows from it.</summary>
public sealed record DisabilityAssessment
{
    /// <summary>The claim.</summary>
    public required DisabilityClaim Claim { get; init; }

    /// <summary>The terms of the first day of disability; null where no wording is in force.</summary>
    public required DisabilityTerms? Terms { get; init; }

    /// <summary>The decision.</summary>
    public required DisabilityDecision Decision { get; init; }

    /// <summary>The clocks of the claims procedure.</summary>
    public required ValueList<ClaimClock> Clocks { get; init; }

    /// <summary>The letter that is due, with what it must say; none for an approval.</summary>
    public LetterKind? Letter { get; init; }

    /// <summary>What happened day by day; null where the claim is not approved, and nothing was paid before it
    /// became known that it is not to be.</summary>
    public DisabilityCourse? Course { get; init; }

    /// <summary>By the number of the disability.</summary>
    public ValueList<PredisabilityEarnings> Earnings { get; init; }

    /// <summary>Null where the claim is not approved, and nothing was paid before.</summary>
    public PaymentSchedule? Schedule { get; init; }

    /// <summary>Of what is certified.</summary>
    public ValueList<TaxYear> TaxYears { get; init; }

    /// <summary>Null where the plan is not short-term, or says nothing of it.</summary>
    public LongTermTransition? LongTerm { get; init; }

    /// <summary>What needs attention.</summary>
    public ValueList<Finding> Findings { get; init; }

    /// <summary>Job-protected leave beside the disability; null where nobody has said anything of it, or no wording is
    /// in force.</summary>
    public LeaveCount? Leave { get; init; }

    /// <summary>When the claimant is back at work, or expected to be; null where it is not known.</summary>
    public DateOnly? ReturnExpected { get; init; }

    /// <summary>Decides a claim and works out its schedule.</summary>
    /// <param name="claim">With all that is known of it.</param>
    /// <param name="plan">Of the line.</param>
    /// <param name="law">The figures of law.</param>
    /// <param name="through">The last day to preview; null for the last that is certified.</param>
    /// <param name="found">Overpayments that the payer found by its books; none where nothing is paid yet.</param>
    public static DisabilityAssessment Of(
        DisabilityClaim claim, DisabilityPlan plan, DisabilityLaw law, DateOnly? through,
        ValueList<Overpayment> found = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(law);
        var terms = plan.AsOf(claim.DisabledFrom);
        var assessment = new DisabilityAssessment
        {
            Claim = claim,
            Terms = terms,
            Decision = Facts(claim, terms, law),
            Clocks = ClaimClockRules.Of(claim.Received, claim.Progress, law.Clocks),
        };
        if (assessment.Decision.Outcome == DecisionOutcome.Approved)
            assessment = Scheduled(assessment, terms!, law, through, found);
        if (terms is not null)
            assessment = WithLeave(assessment, ClaimNews.KnownOn(claim, through ?? DateOnly.MaxValue), terms, law);
        return assessment with
        {
            Letter = LetterOf(assessment),
            Findings = AssessmentFindings.Of(assessment),
        };
    }

    private static DisabilityAssessment WithLeave(
        DisabilityAssessment assessment, DisabilityClaim known, DisabilityTerms terms, DisabilityLaw law)
    {
        var certified = CertifiedDays.Of(known, terms);
        return assessment with
        {
            Leave = LeaveCalculation.Of(known, certified, law),
            ReturnExpected = ReturnToWork.Expected(known, certified),
        };
    }

    private static DisabilityDecision Facts(DisabilityClaim claim, DisabilityTerms? terms, DisabilityLaw law)
    {
        if (terms is null)
            return new DisabilityDecision(
                DecisionOutcome.Pended, [new CitedReason(DecisionReason.PlanNotInForce, ClauseNumber.None)]);
        if (Eligibility.Denials(claim, terms) is { Count: > 0 } denials)
            return new DisabilityDecision(DecisionOutcome.Denied, denials);
        return Eligibility.Pends(claim, terms, law) is { Count: > 0 } pends
            ? new DisabilityDecision(DecisionOutcome.Pended, pends)
            : new DisabilityDecision(DecisionOutcome.Approved, []);
    }

    private static DisabilityAssessment Scheduled(
        DisabilityAssessment assessment, DisabilityTerms terms, DisabilityLaw law, DateOnly? through,
        ValueList<Overpayment> found)
    {
        var claim = LumpSums.Spread(assessment.Claim, terms);
        var schedules = new ScheduleAsKnown(claim, terms, law, through);
        var (day, nothing) = (through ?? DateOnly.MaxValue, new HashSet<DateOnly>());
        var known = schedules.On(day, nothing);
        var course = known.Course;
        if (Eligibility.ByAward(known.Claim, terms, day) is { } exclusion)
            assessment = assessment with
            {
                Decision = new DisabilityDecision(
                    DecisionOutcome.Denied, [new CitedReason(DecisionReason.Excluded, exclusion.Clause)]),
            };
        else if (!course.Days.Items.Any(one => one.IsCertified))
            assessment = assessment with { Decision = WithoutBenefit(course.Periods[^1], terms) };
        var schedule = PaymentCalculation.Of(new PaymentFacts(claim, terms, found), law, schedules, through);
        // What was paid before the news that denies the claim is told with it.
        if (assessment.Decision.Outcome != DecisionOutcome.Approved
            && !schedule.Payments.Items.Any(payment => payment.Period.IsCertified))
            return assessment;
        return assessment with
        {
            Course = course,
            Earnings = known.Earnings,
            Schedule = schedule,
            TaxYears = TaxYear.Of(schedule, claim.Wages, law),
            LongTerm = assessment.Decision.Outcome == DecisionOutcome.Approved ? Transition(terms, course) : null,
        };
    }

    private static DisabilityDecision WithoutBenefit(DisabilityPeriod last, DisabilityTerms terms)
    {
        var (outcome, reason, clause) = last.End switch
        {
            EndReason.Returned or EndReason.Died when last.BenefitsFrom is null =>
                (DecisionOutcome.Denied, DecisionReason.EliminationNotOver, terms.Elimination.Clause),
            EndReason.Earnings => (
                DecisionOutcome.Denied, DecisionReason.EarningsTooHigh,
                terms.Work?.Clause ?? terms.Occupation.Clause),
            EndReason.Duration => (DecisionOutcome.Denied, DecisionReason.LimitReached, terms.Duration.Clause),
            EndReason.ProofWithdrawn => (
                DecisionOutcome.Denied, DecisionReason.ProofWithdrawn, terms.Occupation.Clause),
            EndReason.Limitation => (
                DecisionOutcome.Denied, DecisionReason.LimitReached, terms.LimitationOf(last.Cause)!.Clause),
            _ => (DecisionOutcome.Pended, DecisionReason.CertificationMissing, terms.Occupation.Clause),
        };
        return new DisabilityDecision(outcome, [new CitedReason(reason, clause)]);
    }

    private static LongTermTransition? Transition(DisabilityTerms terms, DisabilityCourse course)
    {
        if (terms.LongTermNoticeWeeks == 0 || course.Periods[^1].LatestEnd is not { } end)
            return null;
        var notice = end.AddDays(-7 * terms.LongTermNoticeWeeks);
        var certified = course.Days.Items.Where(day => day.IsCertified).Max(day => day.Day);
        return new LongTermTransition(end, notice, certified >= notice);
    }

    private static LetterKind? LetterOf(DisabilityAssessment assessment) => assessment.Decision.Outcome switch
    {
        DecisionOutcome.Denied when assessment.Claim.Progress.AppealReceived is not null => LetterKind.AppealDenial,
        DecisionOutcome.Denied => LetterKind.Denial,
        DecisionOutcome.Pended => LetterKind.Extension,
        _ => null,
    };
}
