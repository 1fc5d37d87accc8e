using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Notifying;

/// <summary>An address that is told of what happens.</summary>
/// <param name="Id">Names it in lists.</param>
/// <param name="Scope">In whose books.</param>
/// <param name="Url">Where it is told.</param>
/// <param name="Events">Of what.</param>
/// <param name="Secrets">By which messages are signed, the newest first, two while one is being replaced: as they are
/// where one is made, and as they are kept, sealed, where it is read.</param>
/// <param name="Disabled">Why it is told no more; empty while it is.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="MadeAt">When.</param>
public sealed record Webhook(
    string Id, EmployerScope Scope, Uri Url, ValueList<OutboxEvent> Events, ValueList<string> Secrets, string Disabled,
    string MadeBy, DateTimeOffset MadeAt);

/// <summary>How a message to a webhook stands.</summary>
public enum DeliveryState
{
    /// <summary>It waits for its next attempt.</summary>
    Waiting,

    /// <summary>It was taken.</summary>
    Taken,

    /// <summary>It was given up.</summary>
    GivenUp,
}

/// <summary>A message to a webhook.</summary>
/// <param name="Webhook">To which.</param>
/// <param name="Number">Counts on for each webhook.</param>
/// <param name="Message">Names the event, the same for every attempt and every webhook.</param>
/// <param name="Event">What happened.</param>
/// <param name="Subject">To what: the number that the books have for it.</param>
/// <param name="MadeAt">When it was gathered.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAt">When it is tried next, where it waits.</param>
/// <param name="State">How it stands.</param>
/// <param name="Answer">The status of the last answer; 0 where there was none.</param>
public sealed record WebhookDelivery(
    string Webhook, long Number, string Message, OutboxEvent Event, string Subject, DateTimeOffset MadeAt, int Attempts,
    DateTimeOffset NextAt, DeliveryState State, int Answer);

/// <summary>The words for what happened, as webhooks are told.</summary>
public static class EventWords
{
    private static readonly (OutboxEvent Event, string Word)[] All =
    [
        (OutboxEvent.ClaimDecided, "claim.decided"), (OutboxEvent.PaymentIssued, "payment.issued"),
        (OutboxEvent.FundingRequested, "funding.requested"), (OutboxEvent.EnrollmentChanged, "enrollment.changed"),
    ];

    /// <summary>Every word.</summary>
    public static ValueList<string> Words { get; } = [.. All.Select(one => one.Word)];

    /// <summary>The word for an event.</summary>
    /// <param name="happened">The event.</param>
    public static string Of(OutboxEvent happened) => All.First(one => one.Event == happened).Word;

    /// <summary>The event of a word; null where there is none.</summary>
    /// <param name="word">As <see cref="Of"/> gives it.</param>
    public static OutboxEvent? Parse(string word) =>
        All.Where(one => one.Word == word).Select(one => (OutboxEvent?)one.Event).FirstOrDefault();
}
