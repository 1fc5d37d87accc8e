using System.Data.Common;
using Dapper;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.DisabilityClaims;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Paying;

/// <summary>What decided claims oblige the plan to pay, or payees to pay back, and has no live payment yet.</summary>
internal static class ObligationRows
{
    private const string Undecided = "(2, 3)"; // pended, rejected

    /// <summary>Obligations of claims received, and disability benefits booked, up to a day, each with the family it
    /// belongs to.</summary>
    public static IReadOnlyList<(FamilyId Family, Obligation Obligation)> Open(
        DbConnection connection, EmployerScope scope, DateOnly through) =>
        [.. OfClaims(connection, scope, through), .. BookedBenefitRows.Open(connection, scope, through)];

    private static IReadOnlyList<(FamilyId Family, Obligation Obligation)> OfClaims(
        DbConnection connection, EmployerScope scope, DateOnly through)
    {
        var ended = connection.Query<(string Family, string Claim, string Payee, long Count)>(
                "select family, claim, payee_key, count(*) from payment_item "
                    + "where tenant = @tenant and employer = @employer and live = 0 "
                + "group by family, claim, payee_key", ParametersOf(scope, through))
            .ToDictionary(row => (row.Family, row.Claim, row.Payee), row => checked((int)row.Count));
        return [.. connection.Query<OwedRow>(
                $"""
                select * from (
                  select c.family, c.claim, c.received, c.plan, c.line_of_coverage Line, c.plan_paid PlanPaid,
                    c.payee_key Payee, c.taken_back TakenBack, c.taken_back_from TakenBackFrom,
                    {IsLive("c.payee_key")} PayeeIsPaid, {IsLive("c.taken_back_from")} TakenBackIsSettled
                  from claim c where c.tenant = @tenant and c.employer = @employer and c.received <= @through
                    and c.status not in {Undecided} and (c.payee_key is not null or c.taken_back > 0)) as owed
                where (Payee is not null and PayeeIsPaid = 0)
                  or (TakenBackFrom is not null and TakenBackIsSettled = 0)
                order by received, claim, family
                """, ParametersOf(scope, through))
            .SelectMany(row => row.Open().Select(open => (row, open.Payee, open.Amount)))
            .Select(one => (new FamilyId(one.row.Family), one.row.ToObligation(
                scope.Employer, one.Payee, one.Amount,
                ended.GetValueOrDefault((one.row.Family, one.row.Claim, one.Payee)))))];
    }

    // The partial index of live payments answers it: what is settled never leaves the database.
    private static string IsLive(string payee) =>
        $"""
        case when exists (select 1 from payment_item i
          where i.tenant = c.tenant and i.employer = c.employer and i.family = c.family and i.claim = c.claim
            and i.payee_key = {payee} and i.live = 1) then 1 else 0 end
        """;

    /// <summary>Decided claims that oblige their provider to nothing, and of which it has not been told: denied,
    /// applied to the deductible, or paid to the subscriber.</summary>
    public static IReadOnlyList<(FamilyId Family, ClaimId Claim, PayeeId Provider)> Untold(
        DbConnection connection, EmployerScope scope, DateOnly through) => [.. connection
        .Query<(string Family, string Claim, string Provider)>(
            $"""
            select c.family, c.claim, c.provider_key from claim c
            where c.tenant = @tenant and c.employer = @employer and c.received <= @through
              and c.status not in {Undecided}
              and (case when c.payee_key = c.provider_key then c.plan_paid else 0 end)
                = (case when c.taken_back_from = c.provider_key then c.taken_back else 0 end)
              and not exists (
                select 1 from payment_item i
                where i.tenant = c.tenant and i.employer = c.employer and i.family = c.family and i.claim = c.claim
                  and i.payee_key = c.provider_key and i.live = 1)
            order by c.received, c.claim, c.family
            """, ParametersOf(scope, through))
        .Select(row => (
            new FamilyId(row.Family),
            ClaimId.TryParse(row.Claim, out var id)
                ? id
                : throw new FormatException($"'{row.Claim}' is no number of a claim."),
            PayeeId.Parse(row.Provider)))];

    private static DynamicParameters ParametersOf(EmployerScope scope, DateOnly through) =>
        scope.Bound(new { through = Days.Text(through) });

    private sealed class OwedRow
    {
        public string Family { get; set; } = "";

        public string Claim { get; set; } = "";

        public string Received { get; set; } = "";

        public string Plan { get; set; } = "";

        public long? Line { get; set; }

        public long PlanPaid { get; set; }

        public string? Payee { get; set; }

        public long TakenBack { get; set; }

        public string? TakenBackFrom { get; set; }

        public long PayeeIsPaid { get; set; }

        public long TakenBackIsSettled { get; set; }

        /// <summary>What has no live payment yet.</summary>
        public IEnumerable<(string Payee, Money Amount)> Open() => Amounts().Where(one =>
            one.Payee == Payee ? PayeeIsPaid == 0 : TakenBackIsSettled == 0);

        private IEnumerable<(string Payee, Money Amount)> Amounts()
        {
            var owed = Payee is null ? 0 : PlanPaid;
            if (Payee is not null && Payee == TakenBackFrom)
                owed -= TakenBack;
            if (Payee is not null && owed != 0)
                yield return (Payee, new Money(owed));
            if (TakenBackFrom is not null && TakenBackFrom != Payee && TakenBack != 0)
                yield return (TakenBackFrom, new Money(-TakenBack));
        }

        public Obligation ToObligation(EmployerId employer, string payee, Money amount, int earlier) => new()
        {
            Key = new PaymentKey(
                ClaimId.TryParse(Claim, out var id)
                    ? id
                    : throw new FormatException($"'{Claim}' is no number of a claim."),
                1, PayeeId.Parse(payee)),
            Employer = employer,
            Plan = new PlanId(Plan),
            Line = (LineOfCoverage)(Line ?? 0),
            Received = Days.Parse(Received),
            Amount = amount,
            EarlierPayments = earlier,
        };
    }
}
