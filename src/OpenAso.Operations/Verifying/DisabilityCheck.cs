using System.Data.Common;
using Dapper;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Law;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;
using OpenAso.Operations.DisabilityClaims;
using OpenAso.Operations.Employers;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves booked disability benefits from their claims, decided again by the documents they were decided
/// by.</summary>
internal static class DisabilityCheck
{
    public static void Run(DbConnection connection, EmployerScope scope, Expectation expected, CheckLog log)
    {
        var claims = DisabilityClaimRows.Read(connection, scope);
        var rows = BookedBenefitRows.Read(connection, scope);
        var recovered = BookedRecoveryRows.Read(connection, scope);
        if (claims.Count == 0 && rows.Count == 0 && recovered.Count == 0)
            return;
        log.Begin("disability benefits are what their claims come to, decided again");
        foreach (var (claim, hash) in claims)
        {
            log.Examined();
            log.Same($"version {claim.Version} of disability claim {claim.Claim}", "the hash of its content",
                ContentHash.Of(claim.Content).ToString(), hash);
        }
        foreach (var (row, hash, obligation, payable) in rows)
        {
            log.Examined();
            log.Same(Subject(row), "the hash of what was booked", row.Hash().ToString(), hash);
            log.Same(Subject(row), "its obligation", row.Obligation(scope).ToString(), obligation);
            log.Same(Subject(row), "what the claimant is to be paid", row.Payable, payable);
            foreach (var transfer in BenefitTransfers.Of(row, scope))
                expected.Transfers[transfer.Key] = transfer;
            foreach (var (payee, amount) in BenefitTransfers.Owed(row))
                expected.Owe(row.Family.Value, row.Obligation(scope).ToString(), payee.ToString(), amount);
        }
        foreach (var (row, hash) in recovered)
        {
            log.Examined();
            log.Same($"recovery {row.Number} of disability claim {row.Claim}", "the hash of what was booked",
                row.Hash().ToString(), hash);
            foreach (var transfer in row.Transfers(scope))
                expected.Transfers[transfer.Key] = transfer;
        }
        var documents = Documents(connection, scope);
        var members = ClaimDecisions.Enrolled(connection, scope,
            [.. claims.Select(one => Member(one.Claim)).OfType<string>()]);
        foreach (var booked in rows.Select(one => one.Row).GroupBy(row => row.Claim))
            Decide([.. booked], claims.Select(one => one.Claim).ToList(), documents, members, log);
        foreach (var booked in recovered.Select(one => one.Row).GroupBy(row => row.Claim))
            Decide([.. booked], rows.Select(one => one.Row).Where(row => row.Claim == booked.Key),
                claims.Select(one => one.Claim).ToList(), documents, members, log);
    }

    private static string Subject(BookedBenefit row) => $"benefit {row.Number} of disability claim {row.Claim}";

    private static string? Member(KeptDisabilityClaim claim) =>
        Disability.Claims.DisabilityClaimReader.Read(claim.Content, claim.File).Value?.Claimant.MemberId;

    // The plans and laws that were ever kept, by their content.
    private sealed record Kept(
        Dictionary<ContentHash, DisabilityPlan> Plans, Dictionary<ContentHash, DisabilityLaw> Laws);

    private static Kept Documents(DbConnection connection, EmployerScope scope)
    {
        var plans = new Dictionary<ContentHash, DisabilityPlan>();
        var laws = new Dictionary<ContentHash, DisabilityLaw>();
        foreach (var (file, content) in connection.Query<(string File, string Content)>(
            "select file, content from document where tenant = @tenant and employer = @employer "
                + "and kind in ('disability-plan', 'disability-law') order by kind, id, version", scope.Bound()))
        {
            if (DisabilityPlanReader.Read(content, file).Value is { } plan)
            {
                foreach (var terms in plan.Wordings)
                    plans.TryAdd(terms.Version, plan);
            }
            else if (DisabilityLawReader.Read(content, file).Value is { } law)
                laws.TryAdd(ContentHash.Of(content), law);
        }
        return new Kept(plans, laws);
    }

    private static void Decide(
        List<BookedBenefit> rows, List<KeptDisabilityClaim> claims, Kept documents,
        ILookup<string, (FamilyId Family, Members.CoverageSpan Span)> members, CheckLog log)
    {
        var last = rows[^1];
        var subject = $"disability claim {last.Claim}";
        var kept = claims.Find(claim => claim.Claim == last.Claim && claim.Version == last.Version);
        if (Again(kept, (last.PlanHash, last.LawHash), documents, members, rows, last.Day) is { } assessment)
            Compare(rows, BenefitBooking.Due(assessment, last.Day), subject, log);
        else
            log.Differs(subject, "the claim, plan or law that it was decided by is not on file as it was then");
    }

    private static void Decide(
        List<BookedRecovery> recovered, IEnumerable<BookedBenefit> rows, List<KeptDisabilityClaim> claims,
        Kept documents, ILookup<string, (FamilyId Family, Members.CoverageSpan Span)> members, CheckLog log)
    {
        var last = recovered[^1];
        var subject = $"disability claim {last.Claim}";
        var kept = claims.Find(claim => claim.Claim == last.Claim && claim.Version == last.Version);
        if (Again(kept, (last.PlanHash, last.LawHash), documents, members, rows, last.Day) is not { } assessment)
        {
            log.Differs(subject, "the claim, plan or law of what others pay back is not on file as it was then");
            return;
        }
        log.Examined();
        foreach (var (step, on, amount) in RecoveryBooking.Differences(
            RecoveryBooking.Due(assessment, last.Day), recovered))
            log.Differs(subject,
                $"what was {OpenAso.Documents.Words.Of(step.ToString())} on {on:yyyy-MM-dd} differs by {amount}");
    }

    private static DisabilityAssessment? Again(
        KeptDisabilityClaim? kept, (ContentHash Plan, ContentHash Law) by, Kept documents,
        ILookup<string, (FamilyId Family, Members.CoverageSpan Span)> members, IEnumerable<BookedBenefit> rows,
        DateOnly day)
    {
        if (kept is null || Disability.Claims.DisabilityClaimReader.Read(kept.Content, kept.File).Value is not { } claim
            || !documents.Plans.TryGetValue(by.Plan, out var plan)
            || !documents.Laws.TryGetValue(by.Law, out var law))
            return null;
        return ClaimDecisions.Assess(
            ClaimDecisions.Covered(claim, plan, members[claim.Claimant.MemberId]), plan,
            new DisabilityBasis([plan], law, by.Law, null), rows.Where(row => row.Day < day), (day, null));
    }

    private static void Compare(
        List<BookedBenefit> rows,
        IReadOnlyDictionary<BenefitKey, (BenefitAmounts Amounts, DateOnly Through)> due, string subject, CheckLog log)
    {
        var booked = rows.ToLookup(row => row.Key);
        foreach (var key in due.Keys.Union(booked.Select(group => group.Key)).OrderBy(key => key.First))
        {
            log.Examined();
            var sum = booked[key].Aggregate(default(BenefitAmounts), (all, row) => all + row.Amounts);
            var expected = due.TryGetValue(key, out var now) ? now.Amounts : default;
            var what = $"{OpenAso.Documents.Words.Of(key.Kind.ToString())} of {key.First:yyyy-MM-dd}";
            log.Same(subject, $"what is owed for the {what}", expected.Owed, sum.Owed);
            log.Same(subject, $"what is taken back with the {what}", expected.Recovery, sum.Recovery);
            // Tax that went with a payment stays, even where the payment turns out too high.
            if (booked[key].Count() != 1)
                continue;
            log.Same(subject, $"tax withheld from the {what}", expected.Withheld, sum.Withheld);
            log.Same(subject, $"social security and Medicare tax withheld from the {what}",
                expected.Fica.Withheld, sum.Fica.Withheld);
            log.Same(subject, $"the employer's tax on the {what}", expected.Fica.Employer, sum.Fica.Employer);
        }
    }
}
