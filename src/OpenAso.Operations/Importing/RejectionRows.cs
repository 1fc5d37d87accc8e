using System.Data.Common;
using System.Globalization;
using Dapper;
using OpenAso.Edi.Claims837;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Importing;

/// <summary>Keeps what was rejected, so that its sender can be told and it can be counted.</summary>
internal static class RejectionRows
{
    private static readonly BulkInsert<(EmployerScope Scope, long Import, RejectionRecord Rejection)> Insert = new(
        "rejection",
        ["tenant", "employer", "import", "number", "id", "place", "patient_control_number", "member_id", "received",
            "billed", "findings", "hash"],
        OnConflict.Ignore,
        (row, binder) =>
        {
            binder.Bind(1, row.Scope.Tenant.Value);
            binder.Bind(2, row.Scope.Employer.Value);
            binder.Bind(3, row.Import);
            binder.Bind(4, row.Rejection.Number);
            binder.Bind(5, row.Rejection.Id);
            binder.Bind(6, row.Rejection.Place);
            binder.Bind(7, row.Rejection.ControlNumber);
            binder.Bind(8, row.Rejection.MemberId);
            binder.Bind(9, row.Rejection.Received);
            binder.Bind(10, row.Rejection.Billed);
            binder.Bind(11, row.Rejection.Findings);
            binder.Bind(12, row.Rejection.ExpectedHash);
        });

    public static void Write(
        WriteSession session, EmployerScope scope, long import, IEnumerable<RejectedClaim> claims) =>
        session.Insert(
            Insert, claims.Select((claim, index) => (scope, import, RejectionRecord.Of(claim, index + 1))));

    public static IEnumerable<RejectionRecord> Read(DbConnection connection, EmployerScope scope) =>
        connection.Query<RejectionRecord>(
            """
            select import, number, id, place, patient_control_number ControlNumber, member_id MemberId, received,
              billed, findings, hash
            from rejection where tenant = @tenant and employer = @employer order by import, number
            """, scope.Bound());
}

/// <summary>A rejected claim as it is kept.</summary>
internal sealed class RejectionRecord
{
    public long Import { get; set; }

    public long Number { get; set; }

    public string Id { get; set; } = "";

    public string Place { get; set; } = "";

    public string ControlNumber { get; set; } = "";

    public string MemberId { get; set; } = "";

    public string Received { get; set; } = "";

    public long Billed { get; set; }

    public string Findings { get; set; } = "";

    /// <summary>As kept; empty where none was kept yet.</summary>
    public string Hash { get; set; } = "";

    /// <summary>The hash of what the row says.</summary>
    public string ExpectedHash => ContentHash.Of(string.Create(CultureInfo.InvariantCulture,
        $"{Number}|{Id}|{Place}|{ControlNumber}|{MemberId}|{Received}|{Billed}|{Findings}")).ToString();

    public static RejectionRecord Of(RejectedClaim claim, int number) => new()
    {
        Number = number,
        Id = claim.Id.ToString(),
        Place = claim.Place.ToString(),
        ControlNumber = claim.PatientControlNumber,
        MemberId = claim.MemberId,
        Received = Days.Text(claim.Received),
        Billed = claim.Billed.Cents,
        Findings = string.Join('\n', claim.Findings),
    };
}
