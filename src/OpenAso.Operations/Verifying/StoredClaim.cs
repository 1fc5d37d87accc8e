using System.Data.Common;

namespace OpenAso.Operations.Verifying;

/// <summary>A claim's row as it stands in the database.</summary>
internal sealed record StoredClaim
{
    public required string Family { get; init; }

    public required long Sequence { get; init; }

    public required string Claim { get; init; }

    public required long Status { get; init; }

    public required long PendReasons { get; init; }

    public required long Billed { get; init; }

    public required long Allowed { get; init; }

    public required long PlanPaid { get; init; }

    public required long MemberOwes { get; init; }

    public required string? Payee { get; init; }

    public required long TakenBack { get; init; }

    public required string? TakenBackFrom { get; init; }

    public required string? Reverses { get; init; }

    public required long Seal { get; init; }

    public required byte[] Payload { get; init; }

    public required string Provider { get; init; }

    public required string Received { get; init; }

    public required string PatientControlNumber { get; init; }

    public required long Person { get; init; }

    public required string Plan { get; init; }

    public required long Form { get; init; }

    public required string FirstService { get; init; }

    /// <summary>How a discrepancy names it.</summary>
    public string Subject => $"claim {Claim}";

    public static StoredClaim Read(DbDataReader row) => new()
    {
        Family = row.GetString(0),
        Sequence = row.GetInt64(1),
        Claim = row.GetString(2),
        Status = row.GetInt64(3),
        PendReasons = row.GetInt64(4),
        Billed = row.GetInt64(5),
        Allowed = row.GetInt64(6),
        PlanPaid = row.GetInt64(7),
        MemberOwes = row.GetInt64(8),
        Payee = Text(row, 9),
        TakenBack = row.GetInt64(10),
        TakenBackFrom = Text(row, 11),
        Reverses = Text(row, 12),
        Seal = row.GetInt64(13),
        Payload = (byte[])row.GetValue(14),
        Provider = row.GetString(15),
        Received = row.GetString(16),
        PatientControlNumber = row.GetString(17),
        Person = row.GetInt64(18),
        Plan = row.GetString(19),
        Form = row.GetInt64(20),
        FirstService = row.GetString(21),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
