using Dapper;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Explaining;

/// <summary>A stored claim, found to be explained.</summary>
/// <param name="Scope">Whose.</param>
/// <param name="Standing">As it stands.</param>
public sealed record FoundClaim(EmployerScope Scope, StandingClaim Standing);

/// <summary>Finds stored claims, so that they can be explained.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class ExplainUseCase(Books books)
{
    private const int MostFound = 20;

    /// <summary>Claims by their number, the beginning of it, or the provider's own number.</summary>
    /// <param name="text">At least four characters.</param>
    /// <returns>Twenty at most, in the order in which they were decided.</returns>
    public IReadOnlyList<FoundClaim> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return books.Database.Read(connection => connection.Query<Row>(
            """
            select c.tenant, c.employer, c.family, c.payload, c.reversed_by ReversedBy, o.payload Original
            from claim c
            left join claim o on o.tenant = c.tenant and o.employer = c.employer and o.family = c.family
              and o.claim = c.reverses
            where (c.claim >= @text and c.claim < @text || 'g') or c.patient_control_number = @text
            order by c.tenant, c.employer, c.received, c.family, c.sequence limit @limit
            """, new { text, limit = MostFound }).Select(row => row.ToFound()).ToList());
    }

    /// <summary>A claim that is worth a look: one whose cost was shared in several ways; empty where there is
    /// none.</summary>
    public string Example() => books.Database.Read(connection => connection.ExecuteScalar<string?>(
        """
        select claim from claim where status = 0 and reversed_by is null and plan_paid > 0 and member_owes > 0
        order by abs(length(payload) - 400), claim limit 1
        """)) is { } claim ? claim[..12] : "";

    private sealed class Row
    {
        public string Tenant { get; set; } = "";

        public string Employer { get; set; } = "";

        public string Family { get; set; } = "";

        public byte[] Payload { get; set; } = [];

        public string? ReversedBy { get; set; }

        public byte[]? Original { get; set; }

        public FoundClaim ToFound()
        {
            var decided = ClaimPayload.Read(Payload);
            if (ReversedBy is not null && ClaimId.TryParse(ReversedBy, out var by))
                decided.ReversedBy = by;
            var original = Original is null ? null : ClaimPayload.Read(Original);
            return new FoundClaim(
                new EmployerScope(new TenantId(Tenant), new EmployerId(Employer)),
                new StandingClaim(new FamilyId(Family), decided, original));
        }
    }
}
