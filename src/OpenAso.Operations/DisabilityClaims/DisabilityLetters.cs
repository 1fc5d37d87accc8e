using OpenAso.Correspondence;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Law;
using OpenAso.Disability.Terms;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Writing;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>Writes the letter that the decision on a disability claim asks for.</summary>
public static class DisabilityLetters
{
    /// <summary>The letter.</summary>
    /// <param name="assessment">The claim as decided.</param>
    /// <param name="agreement">Says who writes, and for which plan.</param>
    /// <param name="law">The days of the claims procedure.</param>
    /// <param name="written">The day of writing.</param>
    public static DisabilityLetter Of(
        DisabilityAssessment assessment, AsoAgreement agreement, DisabilityLaw law, DateOnly written)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(law);
        var reasons = assessment.Decision.Reasons.Items.Select(one => Reason(assessment, one)).ToValueList();
        return new DisabilityLetter
        {
            Kind = KindOf(assessment),
            Sender = Letterheads.Of(agreement, written),
            Claimant = assessment.Claim.Claimant.Name,
            Address = assessment.Claim.Claimant.Address,
            Claim = assessment.Claim.Id,
            Plan = assessment.Terms?.Name ?? "disability plan",
            Written = written,
            Reasons = reasons,
            ToComplete = assessment.Decision.Reasons.Items.Select(one => DecisionReasonWords.Needed(one.Reason))
                .OfType<string>().ToValueList(),
            Views = Views(assessment, reasons),
            // Of what the engine decides, this alone rests on what physicians recorded.
            RestsOnMedicalJudgment = assessment.Decision.Reasons.Items.Any(
                one => one.Reason == DecisionReason.PreExistingCondition),
            Benefits = assessment.Schedule?.Payments.Items.Where(payment => payment.Period.IsCertified)
                .Select(payment => new LetterBenefit(
                    new DateRange(payment.Period.From, payment.Period.Through), payment.Period.Net))
                .ToValueList() ?? [],
            AppealWithinDays = law.Clocks.AppealWithinDays,
            AnsweredWithinDays = law.Clocks.AppealDays,
            AnswerDays = law.Clocks.AnswerDays,
            DecisionExpected = assessment.Clocks.Items.LastOrDefault(clock => clock.Name == "decision")?.Due,
        };
    }

    private static DisabilityLetterKind KindOf(DisabilityAssessment assessment) => assessment.Letter switch
    {
        LetterKind.Extension => DisabilityLetterKind.Extension,
        LetterKind.Denial => DisabilityLetterKind.Denial,
        LetterKind.AppealDenial => DisabilityLetterKind.AppealDenial,
        _ => DisabilityLetterKind.Approval,
    };

    private static LetterReason Reason(DisabilityAssessment assessment, CitedReason reason)
    {
        var words = DecisionReasonWords.Of(reason.Reason);
        if (assessment.Terms is not { } terms || reason.Clause == default)
            return new LetterReason(words, "", "");
        var clause = terms[reason.Clause];
        return new LetterReason(words, clause.Id.ToString(), clause.Text);
    }

    // A denial follows from the plan's terms: that somebody else holds the claimant disabled does not change them,
    // and the letter has to say so of each who does.
    private static ValueList<UnfollowedView> Views(DisabilityAssessment assessment, ValueList<LetterReason> reasons)
    {
        if (assessment.Decision.Outcome != DecisionOutcome.Denied)
            return [];
        var why = "the decision does not turn on whether you are disabled, but on this: "
            + string.Join(' ', reasons.Items.Select(reason => reason.Words));
        List<UnfollowedView> views = [];
        if (assessment.Claim.Certifications.Count > 0 || assessment.Claim.Statements.Physician is not null)
            views.Add(new UnfollowedView("treating", "Your physician states that you are disabled.", why));
        if (assessment.Claim.Incomes.Items.Any(income =>
            income is { Kind: OffsetKind.SocialSecurityPrimary, Actual.IsPositive: true }))
            views.Add(new UnfollowedView("social-security", "Social Security has found you disabled.", why));
        return views.ToValueList();
    }
}
