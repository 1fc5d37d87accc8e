using System.Buffers;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Storage;

namespace OpenAso.Operations.Storing;

/// <summary>A version of a claim as it is kept: the columns that people search and sum by, and its payload.</summary>
/// <param name="Scope">Whose.</param>
/// <param name="Import">The import it came with.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Original">The claim that it takes back; null for none.</param>
/// <param name="Line">The line of coverage of its plan; null where none was reached.</param>
/// <param name="Payload">Claim and determination as bytes.</param>
internal sealed record ClaimRow(
    EmployerScope Scope, long Import, Deciding.Decision Decision, DecidedClaim? Original, LineOfCoverage? Line,
    byte[] Payload)
{
    // PERF: made with the row, by the threads that decide: the one thread that writes has the least time.
    private readonly long _seal = ClaimSeal.Of(Decision.Family, Decision.Sequence, Payload);
    private readonly string _provider = Payees.ProviderOf(Decision.Claim).ToString();
    private readonly string? _payee =
        Payees.Of(Decision.Family, Decision.Claim, Decision.Determination)?.ToString();

    /// <summary>The claim's number as text.</summary>
    public string Number { get; } = Decision.Claim.Id.ToString();

    public static BulkInsert<ClaimRow> Insert { get; } = new(
        "claim",
        [
            "tenant", "employer", "family", "sequence", "claim", "import", "received", "first_service",
            "patient_control_number", "form", "status", "pend_reasons", "person", "plan", "line_of_coverage", "billed",
            "allowed", "plan_paid", "member_owes", "provider_key", "payee_key", "taken_back", "taken_back_from",
            "reverses", "payload", "seal",
        ],
        OnConflict.Fail,
        Bind);

    /// <summary>The row of a decision.</summary>
    public static ClaimRow Of(EmployerScope scope, long import, Deciding.Decision decision, FamilyContext context)
    {
        var output = new ArrayBufferWriter<byte>(512);
        ClaimPayload.Write(decision.Claim, decision.Determination, output);
        var determination = decision.Determination;
        var original = determination.Reverses is { } reverses ? context.History.Find(reverses) : null;
        return new ClaimRow(
            scope, import, decision, original,
            context.Plans.Find(determination.Plan, decision.Claim.FirstServiceDate)?.Line
                ?? context.Plans.Find(determination.Plan, decision.Claim.LastServiceDate)?.Line,
            output.WrittenSpan.ToArray());
    }

    private static void Bind(ClaimRow row, RowBinder binder)
    {
        var (claim, determination) = (row.Decision.Claim, row.Decision.Determination);
        var takenBack = row.Original is { } original ? Payees.Owed(original.Determination) : Money.Zero;
        binder.Bind(1, row.Scope.Tenant.Value);
        binder.Bind(2, row.Scope.Employer.Value);
        binder.Bind(3, row.Decision.Family.Value);
        binder.Bind(4, row.Decision.Sequence);
        binder.Bind(5, row.Number);
        binder.Bind(6, row.Import);
        binder.Bind(7, claim.Received);
        binder.Bind(8, claim.FirstServiceDate);
        binder.Bind(9, claim.PatientControlNumber);
        binder.Bind(10, (long)claim.Form);
        binder.Bind(11, (long)determination.Status);
        binder.Bind(12, (long)determination.PendReasons);
        binder.Bind(13, (long)determination.Person.Value);
        binder.Bind(14, determination.Plan.Value ?? "");
        binder.Bind(15, row.Line is { } line ? (long)line : null);
        binder.Bind(16, determination.Billed.Cents);
        binder.Bind(17, determination.Allowed.Cents);
        binder.Bind(18, determination.PlanPaid.Cents);
        binder.Bind(19, determination.MemberOwes.Cents);
        binder.Bind(20, row._provider);
        binder.Bind(21, row._payee);
        binder.Bind(22, takenBack.Cents);
        var takenFrom = takenBack.IsZero
            ? null
            : Payees.Of(row.Decision.Family, row.Original!.Claim, row.Original.Determination);
        binder.Bind(23, takenFrom?.ToString());
        binder.Bind(24, determination.Reverses?.ToString());
        binder.Bind(25, row.Payload.AsSpan());
        binder.Bind(26, row._seal);
    }
}
