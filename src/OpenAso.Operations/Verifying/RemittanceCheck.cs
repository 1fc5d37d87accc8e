using System.Data.Common;
using Dapper;
using OpenAso.Claims;
using OpenAso.Edi.Remittances;
using OpenAso.Kernel;
using OpenAso.Operations.Paying;
using OpenAso.X12;
using OpenAso.X12.Remittances;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves that the remittances that were sent balance, and tell providers what was decided and paid.</summary>
internal static class RemittanceCheck
{
    public static void Run(DbConnection connection, EmployerScope scope, CheckLog log)
    {
        log.Begin("remittances (835) balance and tell what the ledger has paid");
        var payments = PaymentCheck.Read(connection, scope).Where(payment => payment.IsProvider)
            .ToDictionary(payment => payment.Id, payment => payment.Amount);
        foreach (var (name, content) in SentFiles.Read(connection, scope, "835"))
        {
            using var reader = new X12Reader(content);
            var file = RemittanceReader.ReadAll(reader);
            foreach (var finding in file.Findings)
                log.Differs(name, finding.ToString());
            foreach (var remittance in file.Remittances)
                Check(connection, scope, name, remittance, payments, log);
        }
        foreach (var untold in payments.Keys)
            log.Differs($"payment {untold}", "no remittance tells of it");
    }

    private static void Check(
        DbConnection connection, EmployerScope scope, string file, Remittance remittance, Dictionary<string,
            Money> payments, CheckLog log)
    {
        log.Examined();
        foreach (var imbalance in RemittanceBalance.Check(remittance))
            log.Differs(file, imbalance.ToString());
        var trace = remittance.Payment.TraceNumber;
        if (!payments.Remove(trace, out var paid))
        {
            log.Differs(file, $"it tells of payment {trace}, which is not on file, or twice");
            return;
        }
        log.Same($"payment {trace} in {file}", "what it tells", paid, new Money(remittance.Payment.PaidCents));
        var decided = Decided(connection, scope, trace);
        foreach (var told in remittance.Claims)
        {
            if (!decided.Remove((told.PayerControlNumber, told.Status), out var expected))
                log.Differs($"claim {told.PayerControlNumber} in {file}",
                    "its payment does not hold it, or it is told twice");
            else
                log.Same($"claim {told.PayerControlNumber} in {file}", "what it tells", expected, Amounts.Of(told));
        }
        foreach (var (claim, _) in decided.Keys)
            log.Differs($"claim {claim} in {file}", "it was paid and is not told");
    }

    private static Dictionary<(string Claim, string Status),
        Amounts> Decided(DbConnection connection, EmployerScope scope, string payment) => connection
        .Query<(byte[] Payload, byte[]? Original)>(
            """
            select c.payload, o.payload from payment_item i
            join claim c on c.tenant = i.tenant and c.employer = i.employer and c.claim = i.claim
              and c.family = i.family
            left join claim o on o.tenant = c.tenant and o.employer = c.employer and o.claim = c.reverses
              and o.family = c.family
            where i.tenant = @tenant and i.employer = @employer and i.payment = @payment
            """, scope.Bound(new { payment }))
        .SelectMany(row => Remitted(row.Payload, row.Original))
        .ToDictionary(claim => (claim.PayerControlNumber, claim.Status), Amounts.Of);

    // What cannot be read was said where claims are looked at.
    private static IEnumerable<RemittedClaim> Remitted(byte[] payload, byte[]? original)
    {
        try
        {
            return RemittedClaims.Of(ClaimPayload.Read(payload), original is null ? null : ClaimPayload.Read(original));
        }
        catch (Exception problem) when (
            problem is FormatException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            return [];
        }
    }

    /// <summary>What a provider reads first of a claim.</summary>
    private readonly record struct Amounts(Money Charge, Money Paid, Money Patient)
    {
        public static Amounts Of(RemittedClaim claim) =>
            new(new Money(claim.ChargeCents), new Money(claim.PaidCents), new Money(claim.PatientResponsibilityCents));

        public override string ToString() => $"{Charge} charged, {Paid} paid, {Patient} for the patient";
    }
}
