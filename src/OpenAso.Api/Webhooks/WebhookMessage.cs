using System.Text.Json;
using OpenAso.Api.Lists;
using OpenAso.Api.Resources;
using OpenAso.Kernel;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Notifying;
using OpenAso.Operations.Storing;

namespace OpenAso.Api.Webhooks;

/// <summary>What a webhook is told: what happened to what, by its id. Whoever wants to know more asks for it, and needs
/// the right to.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Timestamp">When it was gathered.</param>
/// <param name="Data">To what.</param>
public sealed record WebhookMessage(string Type, DateTimeOffset Timestamp, WebhookSubject Data)
{
    /// <summary>The body of a message.</summary>
    /// <param name="webhook">Which is told.</param>
    /// <param name="delivery">What.</param>
    /// <param name="feed">Knows where things are.</param>
    internal static byte[] BodyOf(Webhook webhook, WebhookDelivery delivery, WebhookFeed feed) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new WebhookMessage(
                EventWords.Of(delivery.Event), delivery.MadeAt,
                new WebhookSubject(webhook.Scope.Employer.Value, IdOf(webhook, delivery, feed))),
            ApiJson.Options);

    private static string IdOf(Webhook webhook, WebhookDelivery delivery, WebhookFeed feed) => delivery.Event switch
    {
        OutboxEvent.ClaimDecided when ClaimId.TryParse(delivery.Subject, out var claim)
            && feed.PlaceOf(webhook.Scope, claim) is { } place => Ids.Of(place),
        OutboxEvent.PaymentIssued when feed.RunOf(webhook.Scope, delivery.Subject) is { } run =>
            PaymentsResource.IdOf(new PaymentPlace(run, delivery.Subject)),
        OutboxEvent.FundingRequested when Number(delivery) is { } number => Ids.Of("frq", number),
        OutboxEvent.EnrollmentChanged when Number(delivery) is { } number => ImportsResource.IdOf(number),
        _ => delivery.Subject,
    };

    private static long? Number(WebhookDelivery delivery) =>
        long.TryParse(delivery.Subject, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}

/// <summary>What something happened to.</summary>
/// <param name="Employer">In whose books.</param>
/// <param name="Id">Its id.</param>
public sealed record WebhookSubject(string Employer, string Id);
