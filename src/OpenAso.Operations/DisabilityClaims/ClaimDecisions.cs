using System.Data.Common;
using Dapper;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>A claim of the books with its decision.</summary>
/// <param name="Kept">The version that counts.</param>
/// <param name="Family">The claimant's; null where nobody of that number is enrolled as an employee on the day.</param>
/// <param name="Assessment">Null where the claim waits for the enrolment of its claimant.</param>
/// <param name="Booked">Of the claim.</param>
internal sealed record DecidedDisability(
    KeptDisabilityClaim Kept, FamilyId? Family, DisabilityAssessment? Assessment, IReadOnlyList<BookedBenefit> Booked)
{
    /// <summary>Booked of what others pay back.</summary>
    public IReadOnlyList<BookedRecovery> Recoveries { get; init; } = [];

    public DecisionOutcome Outcome => Assessment?.Decision.Outcome ?? DecisionOutcome.Pended;
}

/// <summary>Decides the disability claims of the books.</summary>
internal static class ClaimDecisions
{
    /// <summary>The claims that had come by a day, each by its newest version.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="terms">Of the employer; has disability plans.</param>
    /// <param name="day">What is known later does not count.</param>
    /// <param name="through">The last day to preview; null for the last that is certified.</param>
    public static IReadOnlyList<DecidedDisability> On(
        DbConnection connection, EmployerTerms terms, DateOnly day, DateOnly? through)
    {
        var kept = DisabilityClaimRows.NewestOn(connection, terms.Scope, day);
        if (kept.Count == 0)
            return [];
        var booked = BookedBenefitRows.Read(connection, terms.Scope).ToLookup(one => one.Row.Claim, one => one.Row);
        var read = kept.Select(one => (Kept: one, Claim: one.Read())).ToList();
        var enrolled = Enrolled(connection, terms.Scope, [.. read.Select(one => one.Claim.Claimant.MemberId)]);
        var recovered = BookedRecoveryRows.Read(connection, terms.Scope)
            .ToLookup(one => one.Row.Claim, one => one.Row);
        return [.. read.Select(one => Decide(
            terms, one.Kept, one.Claim, enrolled[one.Claim.Claimant.MemberId],
            [.. booked[one.Kept.Claim]], (day, through)) with
        {
            Recoveries = [.. recovered[one.Kept.Claim]],
        })];
    }

    /// <summary>Decides one claim for its claimant's enrolment.</summary>
    public static DisabilityAssessment Assess(
        DisabilityClaim claim, DisabilityPlan plan, DisabilityBasis basis, IEnumerable<BookedBenefit> booked,
        (DateOnly Day, DateOnly? Through) days) => DisabilityAssessment.Of(
            ClaimNews.HappenedBy(claim, days.Day), plan, basis.Law, days.Through, BenefitBooking.Found(booked));

    /// <summary>A claim with the coverage of its line that the books hold; they win over what the claim says.</summary>
    public static DisabilityClaim Covered(
        DisabilityClaim claim, DisabilityPlan plan, IEnumerable<(FamilyId Family, CoverageSpan Span)> spans)
    {
        var own = spans.Select(one => one.Span).Where(span => span.Line == plan.Wordings[0].Line).ToValueList();
        return own.Count == 0 ? claim : claim with { Claimant = claim.Claimant with { Coverage = own } };
    }

    /// <summary>Who is an employee by the books, with all coverage, by member number: the person's own, or the
    /// family's.</summary>
    public static ILookup<string, (FamilyId Family, CoverageSpan Span)> Enrolled(
        DbConnection connection, EmployerScope scope, IReadOnlyCollection<string> members) => connection
        .Query<(string Member, string Family, long Line, string Plan, string First, string Last, long Tier)>(
            $"""
            select p.member_id, p.family, c.line, c.plan, c.first_day, c.last_day, c.tier from person p
            join coverage c on c.tenant = p.tenant and c.employer = p.employer and c.family = p.family
              and c.person = p.number
            where p.tenant = @tenant and p.employer = @employer and p.number = 1
              and (p.member_id {connection.Among("members")} or p.family {connection.Among("members")})
            order by p.family, c.line, c.first_day
            """, scope.Bound(new { members = members.Distinct().ToArray() }))
        .SelectMany(row => new[] { row.Member, row.Family }.Distinct().Select(id => (Id: id, Row: row)))
        .ToLookup(one => one.Id, one => (
            new FamilyId(one.Row.Family),
            new CoverageSpan(
                (LineOfCoverage)one.Row.Line, new PlanId(one.Row.Plan),
                new DateRange(Days.Parse(one.Row.First), Days.Parse(one.Row.Last)), (CoverageTier)one.Row.Tier)));

    private static DecidedDisability Decide(
        EmployerTerms terms, KeptDisabilityClaim kept, DisabilityClaim claim,
        IEnumerable<(FamilyId Family, CoverageSpan Span)> spans, IReadOnlyList<BookedBenefit> booked,
        (DateOnly Day, DateOnly? Through) days)
    {
        var known = spans.ToList();
        var on = known.Where(one =>
            one.Span.Dates.Contains(claim.DisabledFrom) || one.Span.Dates.Contains(claim.LastDayWorked)).ToList();
        if (on.Count == 0 || terms.Disability?.Plan(kept.Plan.Value) is not { } plan)
            return new DecidedDisability(kept, null, null, booked);
        var assessment = Assess(Covered(claim, plan, known), plan, terms.Disability, booked, days);
        return new DecidedDisability(kept, on[0].Family, assessment, booked);
    }
}
