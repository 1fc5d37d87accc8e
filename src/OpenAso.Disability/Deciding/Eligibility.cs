using OpenAso.Disability.Benefits;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Disability.Deciding;

/// <summary>Whether a claim can be decided, and is not denied, before any day is looked at.</summary>
/// <remarks>What is not known pends; it never passes as fine. Pure.</remarks>
public static class Eligibility
{
    /// <summary>Why the claim must be denied; none where nothing that is known says so.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="terms">Of the first day of disability.</param>
    public static ValueList<CitedReason> Denials(DisabilityClaim claim, DisabilityTerms terms)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(terms);
        var reasons = new List<CitedReason>();
        var since = claim.CoveredSince(terms.Line, claim.DisabledFrom);
        if (since is null && HasCoverage(claim, terms))
            reasons.Add(new CitedReason(
                DecisionReason.NotCovered, terms.Class(claim.Class)?.Clause ?? ClauseNumber.None));
        foreach (var exclusion in terms.Exclusions.Items
            .Where(exclusion => claim.Circumstances.Items.Contains(exclusion.Circumstance)))
            reasons.Add(new CitedReason(DecisionReason.Excluded, exclusion.Clause));
        if (since is { } first && terms.PreExisting is { } clause && IsEarly(claim, clause, first)
            && claim.Treated is { } treated
            && treated.Items.Any(day => day < first && day >= first.AddMonths(-clause.LookBackMonths)))
            reasons.Add(new CitedReason(DecisionReason.PreExistingCondition, clause.Clause));
        return reasons.ToValueList();
    }

    /// <summary>What is missing for a decision; none where everything is known.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="terms">Of the first day of disability.</param>
    /// <param name="law">For the normal retirement age.</param>
    public static ValueList<CitedReason> Pends(DisabilityClaim claim, DisabilityTerms terms, DisabilityLaw law)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(law);
        var reasons = new List<CitedReason>();
        Pend(!HasCoverage(claim, terms), DecisionReason.CoverageUnknown, ClauseNumber.None);
        Pend(claim.Statements.Employee is null, DecisionReason.EmployeeStatementMissing, ClauseNumber.None);
        Pend(claim.Statements.Employer is null, DecisionReason.EmployerStatementMissing, ClauseNumber.None);
        Pend(claim.Statements.Physician is null, DecisionReason.PhysicianStatementMissing, ClauseNumber.None);
        Pend(claim.Cause is null, DecisionReason.CauseUnknown, terms.Elimination.Clause);
        Pend(terms.Class(claim.Class) is null, DecisionReason.ClassUnknown, ClauseNumber.None);
        if (terms.Class(claim.Class) is { } definition)
            Pend(Benefits.PredisabilityEarnings.Of(
                    claim.Earnings, definition, claim.LastDayWorked, terms.IsWeekly) is null,
                DecisionReason.EarningsUnknown, definition.Clause);
        Pend(Taxes.SickPayRules.ShareFor(claim.Contributions, claim.DisabledFrom.Year, law) is null,
            DecisionReason.ContributionsUnknown, ClauseNumber.None);
        Pend(Taxes.SickPayRules.WithholdingFor(claim.Withholding, terms.Arrangement) is not { } withholding
                || Taxes.SickPayRules.Withheld(
                    withholding, Money.Zero, Money.Zero, claim.DisabledFrom, law) is null,
            DecisionReason.WithholdingUnknown, ClauseNumber.None);
        foreach (var counting in LumpSums.Unspread(claim, terms))
            Pend(missing: true, DecisionReason.LumpSumSpreadUnknown, counting);
        PendAge(claim, terms, law, reasons);
        Pend(terms.PreExisting is { } clause && claim.Treated is null
                && claim.CoveredSince(terms.Line, claim.DisabledFrom) is { } first && IsEarly(claim, clause, first),
            DecisionReason.TreatmentUnknown, terms.PreExisting?.Clause ?? ClauseNumber.None);
        return reasons.ToValueList();

        void Pend(bool missing, DecisionReason reason, ClauseNumber cited)
        {
            if (missing)
                reasons.Add(new CitedReason(reason, cited));
        }
    }

    /// <summary>The exclusion of disabilities from work for pay, where an award of workers' compensation that is known
    /// shows that this is one and the plan does not count such income instead.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="terms">Of the first day of disability.</param>
    /// <param name="known">What becomes known later does not count.</param>
    public static Exclusion? ByAward(DisabilityClaim claim, DisabilityTerms terms, DateOnly known)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(terms);
        return terms.Offset(OffsetKind.WorkersCompensation) is null && claim.Incomes.Items.Any(income =>
            income.Kind == OffsetKind.WorkersCompensation
            && (income.Actual is { IsPositive: true } || income.LumpSum is not null)
            && (income.KnownOn is not { } since || since <= known))
            ? terms.Exclusions.Items.FirstOrDefault(one => one.Circumstance == ExcludedCircumstance.WorkRelated)
            : null;
    }

    private static void PendAge(
        DisabilityClaim claim, DisabilityTerms terms, DisabilityLaw law, List<CitedReason> reasons)
    {
        if (terms.Duration.Weeks > 0)
            return;
        if (claim.Claimant.AgeOn(claim.DisabledFrom) is not { } age)
            reasons.Add(new CitedReason(DecisionReason.BirthDateUnknown, terms.Duration.Clause));
        else if (terms.Duration.For(age) is { ToNormalRetirement: true }
            && law.NormalRetirement(claim.Claimant.BirthDate!.Value) is null)
            reasons.Add(new CitedReason(DecisionReason.RetirementAgeUnknown, terms.Duration.Clause));
    }

    private static bool HasCoverage(DisabilityClaim claim, DisabilityTerms terms) =>
        claim.Claimant.Coverage.Items.Any(span => span.Line == terms.Line);

    private static bool IsEarly(DisabilityClaim claim, PreExisting clause, DateOnly first) =>
        claim.DisabledFrom < first.AddMonths(clause.InsuredMonths);
}
