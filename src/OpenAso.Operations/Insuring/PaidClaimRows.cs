using System.Data.Common;
using Dapper;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.DisabilityClaims;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Insuring;

/// <summary>What was paid for a claim by one payment, with what a stop-loss policy asks of it.</summary>
/// <param name="Claim">The first of the claim's versions: a replacement and a void belong to it.</param>
/// <param name="Claimant">The family and the person's number in it.</param>
/// <param name="Family">The certificate.</param>
/// <param name="Line">The line of coverage.</param>
/// <param name="Incurred">The first day of service.</param>
/// <param name="Decided">The day on which the claim counts as received.</param>
/// <param name="Issued">The day of the payment.</param>
/// <param name="Amount">Below zero for what was taken back.</param>
/// <param name="Run">The payment run.</param>
/// <param name="Payment">The number of the payment.</param>
/// <param name="Payee">Whom it went to.</param>
/// <param name="Version">The version of the claim that was paid, as sent and decided; null for a disability benefit,
/// which has no services.</param>
internal sealed record PaidClaim(
    string Claim, string Claimant, FamilyId Family, LineOfCoverage Line, DateOnly Incurred, DateOnly Decided,
    DateOnly Issued, Money Amount, long Run, string Payment, string Payee, DecidedClaim? Version);

/// <summary>Reads what payments were for.</summary>
internal static class PaidClaimRows
{
    private const string Query =
        """
        select i.family, i.claim, c.reverses, c.person, c.line_of_coverage, c.first_service, c.received, p.day,
          i.amount, p.run, i.payment, i.payee_key, c.payload
        from payment_item i
        join payment p on p.tenant = i.tenant and p.employer = i.employer and p.payment = i.payment
        join claim c on c.tenant = i.tenant and c.employer = i.employer and c.family = i.family and c.claim = i.claim
        where i.tenant = @tenant and i.employer = @employer and i.live = 1 and i.amount <> 0
        """;

    private const string UnpaidQuery =
        """
        select c.family, c.claim, c.reverses, c.person, c.line_of_coverage, c.first_service, c.received,
          c.received as day, c.plan_paid as amount, 0 as run, '' as payment, c.payee_key, c.payload
        from claim c
        where c.tenant = @tenant and c.employer = @employer and c.received <= @through and c.status = 0
          and c.reversed_by is null and c.payee_key is not null and c.plan_paid > 0
          and not exists (select 1 from payment_item i
            where i.tenant = c.tenant and i.employer = c.employer and i.family = c.family and i.claim = c.claim
              and i.payee_key = c.payee_key and i.live = 1)
        """;

    /// <summary>Everything that was paid and stands.</summary>
    public static IReadOnlyList<PaidClaim> All(DbConnection connection, EmployerScope scope) =>
        [.. Read(connection, scope, Query, scope.Bound()), .. Benefits(connection, scope, "", scope.Bound())];

    /// <summary>What some payments were for.</summary>
    public static IReadOnlyList<PaidClaim> Of(
        DbConnection connection, EmployerScope scope, IReadOnlyCollection<string> payments) =>
        [.. payments.Chunk(500).SelectMany(part => Of(connection, scope, part))];

    /// <summary>What is decided and not paid, of claims received up to a day; without a run or a number, and issued on
    /// no day that means anything.</summary>
    public static IReadOnlyList<PaidClaim> Unpaid(DbConnection connection, EmployerScope scope, DateOnly through) =>
        Read(connection, scope, UnpaidQuery, scope.Bound(new { through = Days.Text(through) }));

    private static IEnumerable<PaidClaim> Of(DbConnection connection, EmployerScope scope, string[] payments)
    {
        var some = $" and i.payment {connection.Among("payments")}";
        var parameters = scope.Bound(new { payments });
        return [.. Read(connection, scope, Query + some, parameters), .. Benefits(connection, scope, some, parameters)];
    }

    // Withheld tax is a part of the benefit, the employer's own is none. Each period is incurred on its first day.
    private static IEnumerable<PaidClaim> Benefits(
        DbConnection connection, EmployerScope scope, string some, DynamicParameters parameters) => connection
        .Query<(string Family, string Claim, long Line, string First, string Booked, string Day, long Amount, long Run,
            string Payment, string Payee)>(
            $"""
            select i.family, b.claim, b.line, b.first_day, b.day, p.day, i.amount, p.run, i.payment, i.payee_key
            from payment_item i
            join payment p on p.tenant = i.tenant and p.employer = i.employer and p.payment = i.payment
            join disability_period b on b.tenant = i.tenant and b.employer = i.employer and b.obligation = i.claim
            where i.tenant = @tenant and i.employer = @employer and i.live = 1 and i.amount <> 0
              and i.payee_key <> '{BenefitTransfers.EmployerFica}'{some}
            order by p.run, b.claim, b.number, i.payee_key
            """, parameters)
        .Select(row => new PaidClaim(
            row.Claim, $"{row.Family}-1", new FamilyId(row.Family), (LineOfCoverage)row.Line, Days.Parse(row.First),
            Days.Parse(row.Booked), Days.Parse(row.Day), new Money(row.Amount), row.Run, row.Payment, row.Payee, null));

    private static List<PaidClaim> Read(
        DbConnection connection, EmployerScope scope, string query, DynamicParameters parameters)
    {
        var roots = new OriginalClaims(connection, scope);
        return connection.Query<Row>(query, parameters).Select(row => row.ToPaidClaim(roots)).ToList();
    }

    private sealed class Row
    {
        public string Family { get; set; } = "";

        public string Claim { get; set; } = "";

        public string? Reverses { get; set; }

        public long Person { get; set; }

        public long? Line_of_coverage { get; set; }

        public string First_service { get; set; } = "";

        public string Received { get; set; } = "";

        public string Day { get; set; } = "";

        public long Amount { get; set; }

        public long Run { get; set; }

        public string Payment { get; set; } = "";

        public string Payee_key { get; set; } = "";

        public byte[] Payload { get; set; } = [];

        public PaidClaim ToPaidClaim(OriginalClaims roots) => new(
            roots.Of(Family, Claim, Reverses),
            $"{Family}-{Person.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
            new FamilyId(Family),
            (LineOfCoverage)(Line_of_coverage ?? 0),
            Days.Parse(First_service),
            Days.Parse(Received),
            Days.Parse(Day),
            new Money(Amount),
            Run,
            Payment,
            Payee_key,
            ClaimPayload.Read(Payload));
    }
}

/// <summary>Finds the first version of a claim that was replaced or taken back.</summary>
internal sealed class OriginalClaims(DbConnection connection, EmployerScope scope)
{
    private readonly Dictionary<(string Family, string Claim), string> _known = [];

    public string Of(string family, string claim, string? reverses)
    {
        if (reverses is null)
            return claim;
        if (!_known.TryGetValue((family, claim), out var original))
            _known.Add((family, claim), original = Of(family, reverses, Before(family, reverses)));
        return original;
    }

    private string? Before(string family, string claim) => connection.ExecuteScalar<string?>(
        "select reverses from claim where tenant = @tenant and employer = @employer and family = @family "
            + "and claim = @claim",
        scope.Bound(new { family, claim }));
}
