using OpenAso.Disability.Claims;
using OpenAso.Disability.Deciding;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>A disability claim that was taken.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="Plan">The plan that it is made under.</param>
/// <param name="Outcome">As it is decided by what is known of it.</param>
/// <param name="Reasons">Why it is denied or pends, in the words of decisions.</param>
public sealed record TakenDisability(
    string Claim, int Version, PlanId Plan, DecisionOutcome Outcome, ValueList<string> Reasons);

/// <summary>What became of disability claims that were handed in.</summary>
/// <param name="Taken">New claims, and new versions of claims, in the order in which they were handed in.</param>
/// <param name="Repeated">How many say what their last version said.</param>
/// <param name="Findings">What was found.</param>
public sealed record DisabilityIntake(ValueList<TakenDisability> Taken, int Repeated, ValueList<Finding> Findings)
{
    /// <summary>Nothing was handed in.</summary>
    public static DisabilityIntake Nothing { get; } = new([], 0, []);
}

/// <summary>Takes disability claims into the books, every version of them.</summary>
/// <remarks>A claim is decided for the enrolment of its claimant; what is certified is booked with the next funding
/// request, week by week, through the day of the request. A newer version books what it changes.</remarks>
/// <param name="books">Open for writing.</param>
public sealed class DisabilityUseCase(Books books)
{
    /// <summary>Takes claims.</summary>
    /// <param name="terms">Of the employer; has disability plans.</param>
    /// <param name="claims">Claim documents.</param>
    /// <param name="received">The day from which what is handed in counts; null for a new claim's own day of receipt,
    /// and for what changes a claim the last day that was booked.</param>
    public Task<DisabilityIntake> TakeAsync(
        EmployerTerms terms, IReadOnlyList<DisabilityClaimText> claims, DateOnly? received = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(claims);
        return books.Database.WriteAsync(session => Take(session, terms, claims, received), size: int.MaxValue);
    }

    /// <summary>What is wrong with claims, by their documents alone.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="claims">Claim documents.</param>
    public static ValueList<Finding> Check(EmployerTerms terms, IReadOnlyList<DisabilityClaimText> claims)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(claims);
        var findings = new List<Finding>();
        foreach (var claim in claims)
            Understand(claim, terms, findings);
        return findings.ToValueList();
    }

    private static DisabilityIntake Take(
        WriteSession session, EmployerTerms terms, IReadOnlyList<DisabilityClaimText> claims, DateOnly? received)
    {
        var findings = new List<Finding>();
        var kept = DisabilityClaimRows.Read(session.Connection, terms.Scope).Select(one => one.Claim)
            .ToLookup(claim => claim.Claim);
        var booked = BookedBenefitRows.Read(session.Connection, terms.Scope)
            .ToLookup(one => one.Row.Claim, one => one.Row.Day);
        var taken = new Dictionary<string, KeptDisabilityClaim>(StringComparer.Ordinal);
        var repeated = 0;
        foreach (var text in claims)
        {
            if (Understand(text, terms, findings) is not { } claim)
                continue;
            var last = kept[claim.Id].LastOrDefault();
            if (taken.ContainsKey(claim.Id))
                findings.Add(new Finding(DisabilityIntakeCodes.Twice, Severity.Rejected, new Place(text.File),
                    $"Claim {claim.Id} stands here twice. Keep one."));
            else if (last?.Content == text.Content)
                repeated++;
            else
                taken[claim.Id] = new KeptDisabilityClaim(
                    claim.Id, 1 + (last?.Version ?? 0),
                    received ?? (last is null ? claim.Received : booked[claim.Id].Append(last.Received).Max()),
                    terms.Disability!.Plan(claim.Plan)!.Wordings[0].Id, text.File, text.Content);
        }
        foreach (var claim in taken.Values)
            DisabilityClaimRows.Keep(session, terms.Scope, claim);
        return new DisabilityIntake(Decided(session, terms, taken, findings), repeated, findings.ToValueList());
    }

    private static DisabilityClaim? Understand(DisabilityClaimText text, EmployerTerms terms, List<Finding> findings)
    {
        var claim = EmployerDocuments.Take(DisabilityClaimReader.Read(text.Content, text.File), findings);
        if (claim is null || terms.Disability?.Plan(claim.Plan) is not null)
            return claim;
        findings.Add(new Finding(DisabilityIntakeCodes.NoPlan, Severity.Rejected, new Place(text.File),
            terms.Disability is not { } basis
                ? "The employer has no disability plan. Hand it in first, with --disability-plan."
                : $"Claim {claim.Id} names no disability plan of the employer. Write one as claim: plan: "
                    + $"{string.Join(" or ", basis.Plans.Items.Select(plan => plan.Wordings[0].Id))}."));
        return null;
    }

    private static ValueList<TakenDisability> Decided(
        WriteSession session, EmployerTerms terms, Dictionary<string, KeptDisabilityClaim> taken,
        List<Finding> findings)
    {
        if (taken.Count == 0)
            return [];
        var decided = ClaimDecisions.On(session.Connection, terms, DateOnly.MaxValue, through: null)
            .ToDictionary(one => one.Kept.Claim);
        foreach (var one in taken.Values.Select(claim => decided[claim.Claim]).Where(one => one.Family is null))
            findings.Add(new Finding(DisabilityIntakeCodes.NotEnrolled, Severity.Warning, new Place(one.Kept.File),
                $"The claimant of {one.Kept.Claim} is not enrolled as an employee on the day. The claim waits until "
                    + "the enrolment comes; correct the member number if it is wrong."));
        return taken.Values.Select(claim => decided[claim.Claim]).Select(one => new TakenDisability(
            one.Kept.Claim, one.Kept.Version, one.Kept.Plan, one.Outcome, ReasonsOf(one))).ToValueList();
    }

    private static ValueList<string> ReasonsOf(DecidedDisability one) => one.Assessment is { } assessment
        ? assessment.Decision.Reasons.Items.Select(reason => Documents.Words.Of(reason.Reason.ToString()))
            .ToValueList()
        : ["not-enrolled"];
}
