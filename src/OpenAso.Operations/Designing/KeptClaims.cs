using System.Data.Common;
using Dapper;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Designing;

/// <summary>Claims of the books that are decided again.</summary>
/// <param name="Claims">As they were sent, from the plan year on in which the days of service begin: so that what
/// families had used of their limits by then counts.</param>
/// <param name="ByPeople">What claims that a person decided came to: nobody can decide them again alone.</param>
/// <param name="Answered">How many claims waited once, and no longer do.</param>
internal sealed record KeptClaims(IReadOnlyList<Claim> Claims, SharedCost ByPeople, int Answered)
{
    private const string Query =
        """
        select c.payload, c.reversed_by,
          (select count(*) from pend_work w where w.tenant = c.tenant and w.employer = c.employer
            and w.decided_family = c.family and w.decided = c.claim),
          (select count(*) from pend_work w where w.tenant = c.tenant and w.employer = c.employer
            and w.family = c.family and w.claim = c.claim and w.decided <> '')
        from claim c
        where c.tenant = @tenant and c.employer = @employer and c.first_service >= @first and c.received <= @day
        """;

    /// <summary>Reads them.</summary>
    public static KeptClaims Read(
        DbConnection connection, EmployerTerms terms, DateRange incurred, IReadOnlySet<PlanId> plans)
    {
        List<Claim> claims = [];
        List<DecidedClaim> byPeople = [];
        var answered = 0;
        var first = terms.Agreement.Year.Containing(incurred.First).First;
        foreach (var (payload, reversedBy, decided, waited) in connection
            .Query<(byte[] Payload, string? ReversedBy, long Decided, long Waited)>(
                Query, terms.Scope.Bound(new { first = Days.Text(first), day = Days.Text(incurred.Last) })))
        {
            var claim = ClaimPayload.Read(payload);
            var counts = plans.Contains(claim.Determination.Plan) && incurred.Contains(claim.Claim.FirstServiceDate);
            if (decided == 0)
                claims.Add(claim.Claim);
            else if (reversedBy is null && counts)
                byPeople.Add(claim);
            if (waited > 0 && counts)
                answered++;
        }
        return new KeptClaims(claims, Sum(byPeople), answered);
    }

    /// <summary>What standing claims come to; those that wait, or take others back, count nothing.</summary>
    public static SharedCost Sum(IEnumerable<DecidedClaim> standing)
    {
        var decided = standing.Select(one => one.Determination)
            .Where(one => one.Status is ClaimStatus.Payable or ClaimStatus.Denied).ToList();
        return new SharedCost(
            decided.Count, decided.Total(one => one.PlanPaid), decided.Total(one => one.MemberOwes));
    }
}
