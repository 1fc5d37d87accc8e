using OpenAso.Edi.Claims837;
using OpenAso.Storage;

namespace OpenAso.Operations.Importing;

/// <summary>Keeps what was rejected, so that its sender can be told and it can be counted.</summary>
internal static class RejectionRows
{
    private static readonly
        BulkInsert<(EmployerScope Scope, long Import, int Number, RejectedClaim Claim)> Insert = new(
        "rejection",
        ["tenant", "employer", "import", "number", "id", "place", "patient_control_number", "member_id", "received",
            "billed", "findings"],
        OnConflict.Ignore,
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, row.Import);
            binder.Bind(4, (long)row.Number);
            binder.Bind(5, row.Claim.Id.ToString());
            binder.Bind(6, row.Claim.Place.ToString());
            binder.Bind(7, row.Claim.PatientControlNumber);
            binder.Bind(8, row.Claim.MemberId);
            binder.Bind(9, row.Claim.Received);
            binder.Bind(10, row.Claim.Billed.Cents);
            binder.Bind(11, string.Join('\n', row.Claim.Findings));
        });

    public static void Write(
        WriteSession session, EmployerScope scope, long import, IEnumerable<RejectedClaim> claims) =>
        session.Insert(Insert, claims.Select((claim, index) => (scope, import, index + 1, claim)));
}
