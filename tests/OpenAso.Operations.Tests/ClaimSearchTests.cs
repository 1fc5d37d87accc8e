using Dapper;
using OpenAso.Operations.Pending;
using OpenAso.Tests.Postgres;

namespace OpenAso.Operations.Tests;

/// <summary>One box finds a claim by whatever somebody has at hand.</summary>
public sealed class ClaimSearchTests
{
    // All that may be typed, asked of every claim at once: what the search asks one by one.
    private const string OfEveryClaim =
        """
        select distinct c.claim, c.received from claim c
        left join person p on p.tenant = c.tenant and p.employer = c.employer and p.family = c.family
          and p.number = c.person
        where c.tenant = @tenant and c.employer = @employer and (c.reversed_by is null or c.reversed_by <> c.claim)
          and ((c.claim >= @text and c.claim < @text || 'g') or lower(c.patient_control_number) = @text
            or lower(c.family) in (@text, '?' || @text) or lower(p.member_id) = @text
            or substr(lower(p.last_name), 1, length(@text)) = @text
            or lower(p.first_name || ' ' || p.last_name) = @text or lower(p.last_name || ', ' || p.first_name) = @text
            or p.birth_date = @text or exists (select 1 from payment_item i where i.tenant = c.tenant
              and i.employer = c.employer and i.family = c.family and i.claim = c.claim and i.payment = @text))
        order by c.received desc, c.claim limit 50
        """;

    [Fact]
    public async Task A_claim_is_found_by_its_number_its_member_its_payment_or_its_amounts_on_both_databases()
    {
        var address = PostgresTestServer.NewDatabase();
        try
        {
            await FoundAsync(null);
            await FoundAsync(address);
        }
        finally
        {
            PostgresTestServer.Drop(address);
        }
    }

    private static async Task FoundAsync(string? postgres)
    {
        await using var employer = await PaidEmployer.EmptyAsync(postgres: postgres);
        await employer.ImportAsync(_ => true);
        await employer.CycleAsync(new DateOnly(2026, 3, 18));
        var search = new ClaimSearchUseCase(employer.Books);
        foreach (var known in Known(employer))
        {
            foreach (var word in known.Words.Where(word => word.Length > 0))
            {
                var found = search.Find(employer.Scope, word).Select(hit => hit.Claim).ToList();
                Assert.Equal(Among(employer, word), found);
                Assert.True(found.Count == ClaimSearchUseCase.MostFound || found.Contains(known.Claim), word);
            }
            foreach (var cents in known.Amounts)
                Assert.All(search.Find(employer.Scope, $"${cents / 100:N0}.{cents % 100:D2}"), hit =>
                    Assert.Contains(cents, new[] { hit.Billed.Cents, hit.PlanPaid.Cents }));
        }
        Assert.Empty(search.Find(employer.Scope, "nothing of the kind"));
        Assert.Empty(search.Find(employer.Scope, "ab"));
    }

    private static List<string> Among(PaidEmployer employer, string word) => employer.Books.Database.Read(
        connection => connection.Query<string>(
            OfEveryClaim,
            new
            {
                tenant = employer.Scope.Tenant.Value,
                employer = employer.Scope.Employer.Value,
                text = word.Trim().ToLowerInvariant(),
            }).ToList());

    private static List<(string Claim, string[] Words, long[] Amounts)> Known(PaidEmployer employer)
    {
        var rows = employer.Books.Database.Read(connection => connection.Query<Row>(
            """
            select c.claim, c.family, c.patient_control_number Control, c.billed, c.plan_paid Paid,
              p.member_id Member, p.last_name Last, p.first_name First, p.birth_date Birth, i.payment
            from payment_item i
            join claim c on c.tenant = i.tenant and c.employer = i.employer and c.family = i.family
              and c.claim = i.claim
            join person p on p.tenant = c.tenant and p.employer = c.employer and p.family = c.family
              and p.number = c.person
            order by c.claim limit 5
            """).ToList());
        Assert.Equal(5, rows.Count);
        return [.. rows.Select(row => (
            row.Claim,
            new[]
            {
                row.Claim, row.Claim[..9].ToUpperInvariant(), $" {row.Control.ToLowerInvariant()} ", row.Family,
                row.Member.ToLowerInvariant(), row.Last[..3], row.Last.ToUpperInvariant(),
                $"{row.First} {row.Last}", $"{row.Last}, {row.First}", row.Birth, row.Payment,
            },
            new[] { row.Billed, row.Paid }))];
    }

    private sealed class Row
    {
        public string Claim { get; set; } = "";

        public string Family { get; set; } = "";

        public string Control { get; set; } = "";

        public long Billed { get; set; }

        public long Paid { get; set; }

        public string Member { get; set; } = "";

        public string Last { get; set; } = "";

        public string First { get; set; } = "";

        public string Birth { get; set; } = "";

        public string Payment { get; set; } = "";
    }
}
