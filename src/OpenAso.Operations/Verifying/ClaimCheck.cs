using System.Data.Common;
using Dapper;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Deciding;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves that every stored claim is as it was decided, and finds out what the rest of the books must
/// say.</summary>
internal static class ClaimCheck
{
    private const string Query =
        """
        select family, sequence, claim, status, pend_reasons, billed, allowed, plan_paid, member_owes, payee_key,
          taken_back, taken_back_from, reverses, seal, payload, provider_key, received, patient_control_number, person,
          plan, form, first_service
        from claim where tenant = @tenant and employer = @employer order by family, sequence
        """;

    public static Expectation Run(DbConnection connection, EmployerScope scope, CheckLog log)
    {
        log.Begin("claims are as they were decided");
        var expected = new Expectation();
        var content = new ClaimContent();
        var family = new Dictionary<ClaimId, DecidedClaim>();
        var current = "";
        var parameters = scope.Bound();
        using var rows = (DbDataReader)connection.ExecuteReader(Query, parameters);
        while (rows.Read())
        {
            var row = StoredClaim.Read(rows);
            if (row.Family != current)
                family.Clear();
            current = row.Family;
            log.Examined();
            if (Open(row, log) is not { } decided)
                continue;
            family[decided.Claim.Id] = decided;
            Compare(row, decided, content, log);
            Expect(row, decided, family, scope, expected, log);
        }
        return expected;
    }

    private static DecidedClaim? Open(StoredClaim row, CheckLog log)
    {
        if (row.Seal != ClaimSeal.Of(new FamilyId(row.Family), row.Sequence, row.Payload))
            log.Differs(row.Subject, "its payload was changed after it was decided (its seal does not fit)");
        try
        {
            return ClaimPayload.Read(row.Payload);
        }
        catch (Exception problem) when (
            problem is FormatException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            log.Differs(row.Subject, $"its payload cannot be read: {problem.Message}");
            return null;
        }
    }

    private static void Compare(StoredClaim row, DecidedClaim decided, ClaimContent content, CheckLog log)
    {
        var (claim, determination) = (decided.Claim, decided.Determination);
        log.Same(row.Subject, "its number", claim.Id.ToString(), row.Claim);
        log.Same(row.Subject, "the hash of its content", content.HashOf(claim), claim.Id.Content);
        log.Same(row.Subject, "its status", (long)determination.Status, row.Status);
        log.Same(row.Subject, "its pend reasons", (long)determination.PendReasons, row.PendReasons);
        log.Same(row.Subject, "billed", determination.Billed, new Money(row.Billed));
        log.Same(row.Subject, "allowed", determination.Allowed, new Money(row.Allowed));
        log.Same(row.Subject, "what the plan pays", determination.PlanPaid, new Money(row.PlanPaid));
        log.Same(row.Subject, "what members owe", determination.MemberOwes, new Money(row.MemberOwes));
        log.Same(
            row.Subject, "its payee", Payees.Of(new FamilyId(row.Family), claim, determination)?.ToString(), row.Payee);
        log.Same(row.Subject, "its provider", Payees.ProviderOf(claim).ToString(), row.Provider);
        log.Same(row.Subject, "the claim it takes back", determination.Reverses?.ToString(), row.Reverses);
        log.Same(row.Subject, "the day it was received", Days.Text(claim.Received), row.Received);
        log.Same(row.Subject, "the provider's number", claim.PatientControlNumber, row.PatientControlNumber);
        log.Same(row.Subject, "its plan", determination.Plan.Value ?? "", row.Plan);
        log.Same(row.Subject, "its form", (long)claim.Form, row.Form);
        log.Same(row.Subject, "its first day of service", Days.Text(claim.FirstServiceDate), row.FirstService);
        log.Same(row.Subject, "its person", (long)determination.Person.Value, row.Person);
        foreach (var line in determination.Lines)
            Compare(row, line, determination.Status == ClaimStatus.Pended, log);
    }

    private static void Compare(StoredClaim row, in LineDetermination line, bool isPended, CheckLog log)
    {
        if (isPended)
            return;
        var parts = line.Contractual + line.ProviderLiability + line.BalanceBill + line.MemberNotCovered + line.Allowed;
        log.Same(row.Subject, "the sum of a line's parts", line.Billed, parts);
        var shares = line.PlanPaid + line.OtherPaid + line.Copay + line.Deductible + line.Coinsurance
            + line.Penalty - line.CobRelief;
        log.Same(row.Subject, "the sum of a line's shares", line.Allowed, shares);
    }

    private static void Expect(
        StoredClaim row, DecidedClaim decided, Dictionary<ClaimId, DecidedClaim> family, EmployerScope scope,
        Expectation expected, CheckLog log)
    {
        var determination = decided.Determination;
        expected.Count(row.Family, determination.Movements);
        expected.Count(row.Family, determination.ReversedMovements);
        DecidedClaim? original = null;
        if (determination.Reverses is { } reverses && !family.TryGetValue(reverses, out original))
            log.Differs(row.Subject, $"it takes back {reverses}, which is not on file");
        var id = new FamilyId(row.Family);
        var takenBack = original is null ? Money.Zero : Payees.Owed(original.Determination);
        var takenFrom = original is null ? null : Payees.Of(id, original.Claim, original.Determination)?.ToString();
        log.Same(row.Subject, "what it takes back", takenBack, new Money(row.TakenBack));
        log.Same(row.Subject, "whom it takes from", takenFrom, row.TakenBackFrom);
        expected.Owe(
            row.Family, row.Claim, Payees.Of(id, decided.Claim, determination)?.ToString(), Payees.Owed(determination));
        expected.Owe(row.Family, row.Claim, takenFrom, -takenBack);
        var decision = new Deciding.Decision(id, row.Sequence, decided.Claim, determination);
        foreach (var transfer in DecisionTransfers.Of(decision, original, ShardNumber.Of(scope, id)))
            expected.Transfers[transfer.Key] = transfer;
    }
}
