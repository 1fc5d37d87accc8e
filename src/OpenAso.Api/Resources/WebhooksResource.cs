using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Api.Webhooks;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Notifying;

namespace OpenAso.Api.Resources;

/// <summary>Addresses that are told of what happens, without a word about any patient.</summary>
internal static class WebhooksResource
{
    private const string List = "/employers/{employer}/webhooks";
    private const string One = List + "/{webhook}";

    public static void Map(ApiRoutes routes)
    {
        routes.Get(List, Right.KeepAccounts, Show);
        routes.PostForSecret(List, Right.KeepAccounts, MakeAsync);
        routes.Delete(One, Right.KeepAccounts, DeleteAsync);
        routes.PostForSecret(One + "/secret", Right.KeepAccounts, RotateAsync);
        routes.Get(One + "/deliveries", Right.KeepAccounts, Deliveries);
        routes.Post(One + "/replay", Right.KeepAccounts, ReplayAsync);
    }

    /// <summary>Lists the webhooks of an employer; never their secrets.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    public static Ok<Page<WebhookView>> Show(ApiCall call, [AsParameters] PageQuery page) => TypedResults.Ok(
        page.Of(new WebhookUseCase(call.Reading).All(call.Scope).Select(one => WebhookView.Of(one)), one => one.Id));

    /// <summary>Makes a webhook: from now on it is told of what happens.</summary>
    /// <remarks>The answer holds the secret by which messages are signed (Standard Webhooks, HMAC-SHA256). It is told
    /// again to the same call alone.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="settings">Which addresses may be told.</param>
    /// <param name="body">The webhook.</param>
    public static async Task<Created<WebhookView>> MakeAsync(
        ApiCall call, [FromServices] WebhookSettings settings, WebhookBody body)
    {
        var events = body.Events is { Count: > 0 } words ? words.Distinct() : EventWords.Words.Items;
        var webhook = new Webhook(
            IdOf(call), call.Scope, settings.Check(body.Url), [.. events.Select(word => EventWords.Parse(word)
                ?? throw RefusedException.Invalid(
                    "/events", $"'{word}' is none of {string.Join(", ", EventWords.Words.Items)}."))],
            [NewSecret()], "", call.Caller.Id, call.Moment);
        var made = await call.WriteAsync(books => new WebhookUseCase(books).MakeAsync(webhook)).ConfigureAwait(false);
        if (!made && (!call.IsRetaken || Find(call, webhook.Id) is not { } before))
            throw new RefusedException(
                ProblemKind.Refused, $"An employer has {WebhookUseCase.MostOfEmployer} webhooks at most.");
        var kept = Find(call, webhook.Id)!;
        return TypedResults.Created(
            $"{ApiDoor.Root}/employers/{call.Scope.Employer}/webhooks", WebhookView.Of(kept, SecretOf(call, kept)));
    }

    /// <summary>Takes a webhook away, with the record of what it was told.</summary>
    /// <param name="call">The call.</param>
    /// <param name="webhook">The webhook's id.</param>
    public static async Task<NoContent> DeleteAsync(ApiCall call, string webhook)
    {
        var scope = call.Scope;
        return await call.WriteAsync(books => new WebhookUseCase(books).DeleteAsync(scope, webhook))
            .ConfigureAwait(false)
            ? TypedResults.NoContent()
            : throw RefusedException.NotFound("webhook");
    }

    /// <summary>Gives a webhook another secret, and tells it again if it was disabled; until the next time, messages
    /// are signed by both.</summary>
    /// <param name="call">The call.</param>
    /// <param name="webhook">The webhook's id.</param>
    public static async Task<Ok<WebhookView>> RotateAsync(ApiCall call, string webhook)
    {
        var scope = call.Scope;
        var secret = NewSecret();
        return await call.WriteAsync(books => new WebhookUseCase(books).RotateAsync(scope, webhook, secret))
            .ConfigureAwait(false) is { } changed
            ? TypedResults.Ok(WebhookView.Of(changed, secret))
            : throw RefusedException.NotFound("webhook");
    }

    /// <summary>Lists what a webhook was and is to be told, the newest first: the last thousand.</summary>
    /// <param name="call">The call.</param>
    /// <param name="webhook">The webhook's id.</param>
    /// <param name="page">Which page.</param>
    public static Ok<Page<DeliveryView>> Deliveries(ApiCall call, string webhook, [AsParameters] PageQuery page) =>
        Find(call, webhook) is null
            ? throw RefusedException.NotFound("webhook")
            : TypedResults.Ok(page.Of(
                new WebhookUseCase(call.Reading).Deliveries(call.Scope, webhook).Select(DeliveryView.Of),
                one => one.Id, isDescending: true));

    /// <summary>Tells a webhook again: one message, or all that were given up.</summary>
    /// <param name="call">The call.</param>
    /// <param name="webhook">The webhook's id.</param>
    /// <param name="body">Which.</param>
    public static async Task<Ok<ReplayView>> ReplayAsync(ApiCall call, string webhook, ReplayBody body)
    {
        if (Find(call, webhook) is null)
            throw RefusedException.NotFound("webhook");
        var scope = call.Scope;
        return TypedResults.Ok(new ReplayView(await call.WriteAsync(books => new WebhookUseCase(books).ReplayAsync(
            scope, webhook, body.Message, call.Moment)).ConfigureAwait(false)));
    }

    private static Webhook? Find(ApiCall call, string id) =>
        new WebhookUseCase(call.Reading).All(call.Scope).FirstOrDefault(one => one.Id == id);

    private static string? SecretOf(ApiCall call, Webhook webhook) =>
        new WebhookUseCase(call.Reading).Secrets(webhook)?[0];

    // The same call makes the same webhook.
    private static string IdOf(ApiCall call) => Ids.Of("whk", string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{call.Moment.ToUnixTimeMilliseconds():D14}{ContentHash.Of($"{call.Key}|{call.Moment:O}").ToString()[..12]}"));

    private static string NewSecret() =>
        WebhookSignature.Secret(RandomNumberGenerator.GetBytes(WebhookSignature.SecretBytes));
}

/// <summary>A webhook to make.</summary>
/// <param name="Url">Where it is told; https, and of the open network unless the server allows more.</param>
/// <param name="Events">Of what: claim.decided, payment.issued, funding.requested, enrollment.changed; all if left
/// out.</param>
public sealed record WebhookBody(string Url, IReadOnlyList<string>? Events = null);

/// <summary>A webhook.</summary>
/// <param name="Id">The webhook's id.</param>
/// <param name="Url">Where it is told.</param>
/// <param name="Events">Of what.</param>
/// <param name="Disabled">Why it is told no more; null while it is.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="MadeAt">When.</param>
public sealed record WebhookView(
    string Id, string Url, IReadOnlyList<string> Events, string? Disabled, string MadeBy, DateTimeOffset MadeAt)
{
    /// <summary>By which messages are signed; told when it is made or changed, and left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Secret { get; init; }

    internal static WebhookView Of(Webhook webhook, string? secret = null) => new(
        webhook.Id, webhook.Url.AbsoluteUri, [.. webhook.Events.Items.Select(EventWords.Of)],
        webhook.Disabled.Length > 0 ? webhook.Disabled : null, webhook.MadeBy, webhook.MadeAt)
    {
        Secret = secret,
    };
}

/// <summary>What a webhook is told.</summary>
/// <param name="Id">Of the telling.</param>
/// <param name="Message">The message's id: the same for every attempt.</param>
/// <param name="Event">What happened.</param>
/// <param name="State">waiting, taken or given-up.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Answer">The status of the last answer; 0 where there was none.</param>
/// <param name="NextAt">When it is tried next; null where it is not.</param>
public sealed record DeliveryView(
    string Id, string Message, string Event, string State, int Attempts, int Answer, DateTimeOffset? NextAt)
{
    internal static DeliveryView Of(WebhookDelivery delivery) => new(
        Ids.Of("dlv", delivery.Number), delivery.Message, EventWords.Of(delivery.Event),
        Words.Of(delivery.State.ToString()), delivery.Attempts, delivery.Answer,
        delivery.State == DeliveryState.Waiting ? delivery.NextAt : null);
}

/// <summary>What is told again.</summary>
/// <param name="Message">One message; all that were given up if left out.</param>
public sealed record ReplayBody(string? Message = null);

/// <summary>What is told again.</summary>
/// <param name="Messages">How many messages.</param>
public sealed record ReplayView(int Messages);
