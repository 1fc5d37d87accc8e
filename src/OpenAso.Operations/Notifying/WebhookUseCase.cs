using Dapper;
using OpenAso.Operations.Access;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Notifying;

/// <summary>Keeps webhooks: makes, lists and takes them away, gives them another secret, tells them again.</summary>
/// <param name="books">Open for writing where something is changed.</param>
public sealed class WebhookUseCase(Books books)
{
    private const string Mend = "give the webhook another secret, twice, since the one before signs too.";

    /// <summary>How many an employer may have.</summary>
    public const int MostOfEmployer = 20;

    /// <summary>The webhooks of an employer, in the order in which they were made.</summary>
    /// <param name="scope">Whose.</param>
    public IReadOnlyList<Webhook> All(EmployerScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return books.Database.Read(connection => WebhookRows.Webhooks(
            connection, scope.Tenant, "and employer = @employer", new { employer = scope.Employer.Value }));
    }

    /// <summary>Makes a webhook: it is told of what happens from now on.</summary>
    /// <param name="webhook">Whose identifier is new.</param>
    /// <returns>False where it was made before, or the employer has as many as it may.</returns>
    public Task<bool> MakeAsync(Webhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return books.Database.WriteAsync(session =>
        {
            var scope = webhook.Scope;
            var others = WebhookRows.Webhooks(session.Connection, scope.Tenant, "and employer = @employer",
                new { employer = scope.Employer.Value });
            if (others.Count >= MostOfEmployer || others.Exists(other => other.Id == webhook.Id))
                return false;
            // The first is not told of what happened before it.
            if (!others.Exists(other => other.Disabled.Length == 0))
                OutboxReading.Keep(session, scope, WebhookFeed.Reader,
                    OutboxReading.After(session.Connection, scope, WebhookFeed.Reader));
            session.Connection.Execute(
                """
                insert into webhook (tenant, webhook, employer, url, events, secrets, disabled, made_by, made_at)
                values (@tenant, @id, @employer, @url, @events, @secrets, '', @by, @at)
                """,
                scope.Bound(new
                {
                    id = webhook.Id,
                    url = webhook.Url.AbsoluteUri,
                    events = string.Join(' ', webhook.Events.Items.Select(EventWords.Of)),
                    secrets = string.Join(' ', webhook.Secrets.Items.Select(secret => Seal(webhook, secret))),
                    by = webhook.MadeBy,
                    at = Moments.Text(webhook.MadeAt),
                }));
            return true;
        });
    }

    /// <summary>Takes a webhook away, with what it was told.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="id">Which.</param>
    /// <returns>False where there is none.</returns>
    public Task<bool> DeleteAsync(EmployerScope scope, string id)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return books.Database.WriteAsync(session =>
        {
            session.Connection.Execute(
                "delete from webhook_delivery where tenant = @tenant and employer = @employer and webhook = @id",
                scope.Bound(new { id }));
            return session.Connection.Execute(
                "delete from webhook where tenant = @tenant and employer = @employer and webhook = @id",
                scope.Bound(new { id })) > 0;
        });
    }

    /// <summary>Gives a webhook another secret; the one before signs too, until the next.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="secret">The new one.</param>
    /// <returns>As it is now, and told again if it was disabled; null where there is none.</returns>
    public Task<Webhook?> RotateAsync(EmployerScope scope, string id, string secret)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return books.Database.WriteAsync(session =>
        {
            if (WebhookRows.Webhooks(session.Connection, scope.Tenant, "and employer = @employer and webhook = @id",
                new { employer = scope.Employer.Value, id }) is not [var webhook])
                return null;
            var changed = webhook with { Secrets = [Seal(webhook, secret), webhook.Secrets[0]], Disabled = "" };
            session.Connection.Execute(
                "update webhook set secrets = @secrets, disabled = '' "
                + "where tenant = @tenant and employer = @employer and webhook = @id",
                scope.Bound(new { id, secrets = string.Join(' ', changed.Secrets.Items) }));
            return changed;
        });
    }

    /// <summary>The secrets of a webhook by which messages are signed; null where they cannot be opened, of which
    /// whoever runs the server is told.</summary>
    /// <param name="webhook">As it is kept.</param>
    public IReadOnlyList<string>? Secrets(Webhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        List<string> opened = [];
        foreach (var kept in webhook.Secrets)
        {
            if (books.Key.Open(kept, KeptSecrets.OfWebhook(webhook.Scope.Tenant, webhook.Id), Mend) is not { } secret)
                return null;
            opened.Add(secret);
        }
        return opened;
    }

    /// <summary>What a webhook was and is to be told, the newest first.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="id">Which.</param>
    public IReadOnlyList<WebhookDelivery> Deliveries(EmployerScope scope, string id)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return books.Database.Read(connection => WebhookRows.Deliveries(
            connection, scope.Tenant, "and employer = @employer and webhook = @id order by number desc limit 1000",
            new { employer = scope.Employer.Value, id }));
    }

    /// <summary>Tells a webhook again, from a message on or that message alone.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="message">The message's identifier; null for all that were given up.</param>
    /// <param name="now">When.</param>
    /// <returns>How many messages are tried again.</returns>
    public Task<int> ReplayAsync(EmployerScope scope, string id, string? message, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return books.Database.WriteAsync(session => session.Connection.Execute(
            """
            update webhook_delivery set state = 0, attempts = 0, next_at = @now
            where tenant = @tenant and employer = @employer and webhook = @id
              and (@message is null and state = 2 or message = @message)
            """, scope.Bound(new { id, message, now = Moments.Text(now) })));
    }

    private string Seal(Webhook webhook, string secret) =>
        books.Key.Seal(secret, KeptSecrets.OfWebhook(webhook.Scope.Tenant, webhook.Id));
}
