using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Serving;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Notifying;

/// <summary>What came of an attempt to tell a webhook.</summary>
/// <param name="Delivery">The message as it was.</param>
/// <param name="Answer">The status of the answer; 0 where there was none.</param>
public sealed record WebhookAttempt(WebhookDelivery Delivery, int Answer)
{
    /// <summary>Whether the receiver took it.</summary>
    public bool IsTaken => Answer is >= 200 and < 300;

    /// <summary>Whether the receiver says that it is gone for good.</summary>
    public bool IsGone => Answer == 410;
}

/// <summary>Gathers from the outbox what webhooks are told, so that nothing is lost and nothing is told that was
/// undone.</summary>
/// <remarks>Messages and the place in the outbox are written in one transaction.</remarks>
/// <param name="books">The books that are served.</param>
/// <param name="tenant">Whose.</param>
public sealed class WebhookFeed(ServedBooks books, TenantId tenant)
{
    internal const string Reader = "webhooks";

    private const int MostAtOnce = 50;

    private const string IsOpen =
        "and exists (select 1 from webhook w where w.tenant = webhook_delivery.tenant "
        + "and w.webhook = webhook_delivery.webhook and w.disabled = '')";

    /// <summary>Gathers what happened since the last time.</summary>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the wait for the books.</param>
    public async Task GatherAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var group in Open().GroupBy(webhook => webhook.Scope))
        {
            if (books.Reading.Database.Read(
                connection => OutboxReading.After(connection, group.Key, Reader)).Count == 0)
                continue;
            await books.WriteAsync(
                writing => writing.Database.WriteAsync(session => Gather(session, group.Key, now)), cancellation)
                .ConfigureAwait(false);
        }
    }

    /// <summary>The messages that are due, each with its webhook.</summary>
    /// <param name="now">When.</param>
    public IReadOnlyList<(Webhook Webhook, WebhookDelivery Delivery)> Due(DateTimeOffset now)
    {
        var open = Open().ToDictionary(webhook => webhook.Id);
        return open.Count == 0
            ? []
            : [.. books.Reading.Database.Read(connection => WebhookRows.Deliveries(
                connection, tenant,
                $"and state = 0 and next_at <= @now {IsOpen} order by next_at, webhook, number limit @most",
                new { now = Moments.Text(now), most = (long)MostAtOnce }))
                .Where(delivery => open.ContainsKey(delivery.Webhook))
                .Select(delivery => (open[delivery.Webhook], delivery))];
    }

    /// <summary>When the next message is due; null where none waits.</summary>
    public DateTimeOffset? NextDue() => books.Reading.Database.Read(connection => WebhookRows.Deliveries(
        connection, tenant, $"and state = 0 {IsOpen} order by next_at limit 1"))
        is [var next] ? next.NextAt : null;

    /// <summary>Keeps what came of attempts.</summary>
    /// <param name="attempts">Of messages that were due.</param>
    /// <param name="now">When.</param>
    public Task KeepAsync(IReadOnlyCollection<WebhookAttempt> attempts, DateTimeOffset now) =>
        books.WriteAsync(writing => writing.Database.WriteAsync(session =>
        {
            foreach (var attempt in attempts)
                Keep(session, attempt, now);
        }));

    /// <summary>Where a claim stands in the list of all, for its name; null where there is none.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="claim">Its number.</param>
    public ClaimPlace? PlaceOf(EmployerScope scope, ClaimId claim) =>
        new ClaimListUseCase(books.Reading).Places(scope, [claim]).GetValueOrDefault(claim);

    /// <summary>The run of a payment, for its name; null where there is none.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="payment">Its number.</param>
    public long? RunOf(EmployerScope scope, string payment) => books.Reading.Database.Read(connection =>
        connection.ExecuteScalar<long?>(
            "select run from payment where tenant = @tenant and employer = @employer and payment = @payment",
            scope.Bound(new { payment })));

    private List<Webhook> Open() => books.Reading.Database.Read(connection =>
        WebhookRows.Webhooks(connection, tenant, "and disabled = ''"));

    private static bool Gather(WriteSession session, EmployerScope scope, DateTimeOffset now)
    {
        var events = OutboxReading.After(session.Connection, scope, Reader);
        foreach (var webhook in WebhookRows.Webhooks(session.Connection, scope.Tenant,
            "and employer = @employer and disabled = ''", new { employer = scope.Employer.Value }))
        {
            var last = session.Connection.ExecuteScalar<long?>(
                "select number from webhook_delivery where tenant = @tenant and webhook = @id "
                    + "order by number desc limit 1",
                new { tenant = scope.Tenant.Value, id = webhook.Id }) ?? 0;
            session.Insert(Insert, events.Where(one => webhook.Events.Items.Contains(one.Event)).Select(
                (one, index) => (webhook, last + index + 1, one, Moments.Text(now))));
        }
        OutboxReading.Keep(session, scope, Reader, events);
        return true;
    }

    private void Keep(WriteSession session, WebhookAttempt attempt, DateTimeOffset now)
    {
        var delivery = attempt.Delivery;
        var next = WebhookSchedule.After(delivery.Attempts + 1);
        var state = attempt.IsTaken ? DeliveryState.Taken
            : attempt.IsGone || next is null ? DeliveryState.GivenUp : DeliveryState.Waiting;
        session.Connection.Execute(
            """
            update webhook_delivery set attempts = @attempts, state = @state, answer = @answer, next_at = @next
            where tenant = @tenant and webhook = @webhook and number = @number
            """,
            new
            {
                tenant = tenant.Value,
                webhook = delivery.Webhook,
                number = delivery.Number,
                attempts = delivery.Attempts + 1L,
                state = (long)state,
                answer = (long)attempt.Answer,
                next = Moments.Text(now + (next ?? TimeSpan.Zero)),
            });
        if (attempt.IsGone)
            session.Connection.Execute(
                "update webhook set disabled = 'the receiver answered 410' where tenant = @tenant and webhook = @id",
                new { tenant = tenant.Value, id = delivery.Webhook });
    }

    private static readonly BulkInsert<(Webhook Webhook, long Number, ReadEvent Event, string Now)> Insert = new(
        "webhook_delivery",
        [
            "tenant", "webhook", "number", "employer", "message", "event", "subject", "made_at", "attempts", "next_at",
            "state", "answer",
        ],
        OnConflict.Fail,
        (row, binder) =>
        {
            binder.Bind(1, row.Webhook.Scope.Tenant.Value);
            binder.Bind(2, row.Webhook.Id);
            binder.Bind(3, row.Number);
            binder.Bind(4, row.Webhook.Scope.Employer.Value);
            binder.Bind(5, $"evt_{row.Webhook.Scope.Employer}_{row.Event.Shard:D3}_{row.Event.Position:D10}");
            binder.Bind(6, (long)row.Event.Event);
            binder.Bind(7, row.Event.Subject);
            binder.Bind(8, row.Now);
            binder.Bind(9, 0L);
            binder.Bind(10, row.Now);
            binder.Bind(11, (long)DeliveryState.Waiting);
            binder.Bind(12, 0L);
        });
}
