using Dapper;
using OpenAso.Operations.Deciding;
using OpenAso.Storage;

namespace OpenAso.Operations.Storing;

/// <summary>What happened, as projections of the whole plan read it. The numbers are stored and never change.</summary>
public enum OutboxEvent
{
    /// <summary>A claim was decided; the subject is its number.</summary>
    ClaimDecided = 1,

    /// <summary>A payment was issued; the subject is its number.</summary>
    PaymentIssued = 2,

    /// <summary>The employer was asked for money; the subject is the request's number.</summary>
    FundingRequested = 3,

    /// <summary>Enrolment was carried out; the subject is the import's number.</summary>
    EnrollmentChanged = 4,
}

/// <summary>Appends events, counted on for each shard.</summary>
internal static class Outbox
{
    private static readonly
        BulkInsert<(EmployerScope Scope, ShardNumber Shard, long Position, OutboxEvent Event, string Subject)>
        Insert = new(
            "outbox",
            ["tenant", "employer", "shard", "position", "event", "subject"],
            OnConflict.Fail,
            (row, binder) =>
            {
                binder.Bind(1, row.Scope.Tenant.Value);
                binder.Bind(2, row.Scope.Employer.Value);
                binder.Bind(3, (long)row.Shard.Value);
                binder.Bind(4, row.Position);
                binder.Bind(5, (long)row.Event);
                binder.Bind(6, row.Subject);
            });

    public static void Append(
        WriteSession session, EmployerScope scope, ShardNumber shard,
        IEnumerable<(OutboxEvent Event, string Subject)> events)
    {
        var last = session.Connection.ExecuteScalar<long?>(
            "select max(position) from outbox where tenant = @tenant and employer = @employer and shard = @shard",
            scope.Bound(new { shard = (long)shard.Value })) ?? 0;
        session.Insert(Insert,
            events.Select((happened, index) => (scope, shard, last + index + 1, happened.Event, happened.Subject)));
    }
}
