using System.Data.Common;
using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Notifying;

/// <summary>Reads webhooks and what they are told.</summary>
internal static class WebhookRows
{
    public static List<Webhook> Webhooks(
        DbConnection connection, TenantId tenant, string condition, object? more = null)
    {
        var parameters = new DynamicParameters(more);
        parameters.Add("tenant", tenant.Value);
        return [.. connection.Query<HookRow>(
            $"""
            select webhook, employer, url, events, secrets, disabled, made_by MadeBy, made_at MadeAt from webhook
            where tenant = @tenant {condition} order by webhook
            """, parameters).Select(row => row.ToWebhook(tenant))];
    }

    public static List<WebhookDelivery> Deliveries(
        DbConnection connection, TenantId tenant, string condition, object? more = null)
    {
        var parameters = new DynamicParameters(more);
        parameters.Add("tenant", tenant.Value);
        return [.. connection.Query<DeliveryRow>(
            $"""
            select webhook, number, message, event, subject, made_at MadeAt, attempts, next_at NextAt, state, answer
            from webhook_delivery where tenant = @tenant {condition}
            """, parameters).Select(row => row.ToDelivery())];
    }

    private sealed class HookRow
    {
        public string Webhook { get; set; } = "";

        public string Employer { get; set; } = "";

        public string Url { get; set; } = "";

        public string Events { get; set; } = "";

        public string Secrets { get; set; } = "";

        public string Disabled { get; set; } = "";

        public string MadeBy { get; set; } = "";

        public string MadeAt { get; set; } = "";

        public Webhook ToWebhook(TenantId tenant) => new(
            Webhook, new EmployerScope(tenant, new EmployerId(Employer)), new Uri(Url),
            [.. Events.Split(' ').Select(word => EventWords.Parse(word)!.Value)], [.. Secrets.Split(' ')], Disabled,
            MadeBy, Moments.Parse(MadeAt));
    }

    private sealed class DeliveryRow
    {
        public string Webhook { get; set; } = "";

        public long Number { get; set; }

        public string Message { get; set; } = "";

        public long Event { get; set; }

        public string Subject { get; set; } = "";

        public string MadeAt { get; set; } = "";

        public long Attempts { get; set; }

        public string NextAt { get; set; } = "";

        public long State { get; set; }

        public long Answer { get; set; }

        public WebhookDelivery ToDelivery() => new(
            Webhook, Number, Message, (OutboxEvent)Event, Subject, Moments.Parse(MadeAt), checked((int)Attempts),
            Moments.Parse(NextAt), (DeliveryState)State, checked((int)Answer));
    }
}
