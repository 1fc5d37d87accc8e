using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.Access;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Pending;

namespace OpenAso.Api.Resources;

/// <summary>Who asks, who looked at what, which programs call, and where a claim is.</summary>
internal static class AccessResource
{
    private const string Entry = "log";
    private const string Token = "tok";

    public static void Map(ApiRoutes routes)
    {
        routes.Get("/employers/{employer}/access-log", Right.SeeAccessLog, Log);
        routes.Get("/tokens", Right.KeepAccounts, Tokens);
        routes.Delete("/tokens/{token}", Right.KeepAccounts, RevokeAsync);
        routes.Get("/search", Right.SeeClaims, SearchAsync);
    }

    /// <summary>Lists who looked at what of people's health and who did what, the newest first.</summary>
    /// <param name="call">The call.</param>
    /// <param name="asked">Which entries.</param>
    /// <param name="page">Which page.</param>
    public static Ok<Page<AccessEntryView>> Log(
        ApiCall call, [AsParameters] AccessQuery asked, [AsParameters] PageQuery page) =>
        Part(call, call.Scope, asked, page);

    internal static Ok<Page<AccessEntryView>> Part(
        ApiCall call, EmployerScope scope, AccessQuery asked, PageQuery page)
    {
        var part = new AccessLog(call.Reading).Show(
            scope, page.Read(text => Ids.Number(Entry, text)?.ToString(CultureInfo.InvariantCulture)), asked.Filter);
        return TypedResults.Ok(new Page<AccessEntryView>(
            [.. part.Rows.Select(one => new AccessEntryView(
                Ids.Of(Entry, one.Number), one.Entry.Moment, one.Entry.Account,
                Words.Of(one.Entry.Action.ToString()), one.Entry.Subject, one.Entry.Origin))], part.HasMore));
    }

    /// <summary>Lists the tokens of programs, for the employers whose accounts the caller keeps; never what they
    /// say.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    public static Ok<Page<TokenView>> Tokens(ApiCall call, [AsParameters] PageQuery page) => TypedResults.Ok(page.Of(
        new TokenUseCase(call.Reading).All(call.Tenant).Where(token => MayKeep(call, token)).Select(TokenView.Of)
            .OrderBy(token => token.Id, StringComparer.Ordinal), token => token.Id));

    /// <summary>Revokes a token: it opens nothing from now on.</summary>
    /// <param name="call">The call.</param>
    /// <param name="token">The token's id.</param>
    public static async Task<NoContent> RevokeAsync(ApiCall call, string token)
    {
        if (Ids.Name(Token, token) is not { } id
            || new TokenUseCase(call.Reading).Find(call.Tenant, id) is not { } found || !MayKeep(call, found))
            throw RefusedException.NotFound("token");
        await call.WriteAsync(books => new TokenUseCase(books).RevokeAsync(call.Tenant, id, call.Moment))
            .ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    /// <summary>Finds claims by whatever is at hand, in the books of every employer that the caller may see: a number
    /// or its beginning, the provider's number, a member's number or name, a day of birth, a payment, an
    /// amount.</summary>
    /// <param name="call">The call.</param>
    /// <param name="q">At least three characters; 50 claims at most are found of each employer.</param>
    public static async Task<Ok<Page<HitView>>> SearchAsync(ApiCall call, [FromQuery] string q)
    {
        List<HitView> hits = [];
        foreach (var employer in call.Employers(Right.SeeClaims))
        {
            var scope = new EmployerScope(call.Tenant, employer);
            var found = new ClaimSearchUseCase(call.Reading).Find(scope, q);
            if (found.Count == 0)
                continue;
            await call.SeesAsync(employer, AccessAction.SeeClaims, "search").ConfigureAwait(false);
            var places = new ClaimListUseCase(call.Reading).Places(
                scope, found.Select(hit => ClaimId.TryParse(hit.Claim, out var id) ? id : default));
            hits.AddRange(found.Select(hit => HitView.Of(hit, places)).OfType<HitView>());
        }
        return TypedResults.Ok(new Page<HitView>(hits, HasMore: false));
    }

    private static bool MayKeep(ApiCall call, ApiToken token) => token.Grant.Employer is { } employer
        ? call.Caller.May(Right.KeepAccounts, employer)
        : call.Caller.MayEverywhere(Right.KeepAccounts);

    internal static string IdOf(ApiToken token) => Ids.Of(Token, token.Id);
}

/// <summary>Which entries of the access log.</summary>
/// <param name="Account">Who, by the whole name; every account if left out.</param>
/// <param name="Action">What was done, such as sign-in; everything if left out.</param>
/// <param name="Day">On which day, by the world's clock; every day if left out.</param>
public sealed record AccessQuery(
    [FromQuery(Name = "account")] string? Account,
    [FromQuery(Name = "action")] string? Action,
    [FromQuery(Name = "day")] DateOnly? Day)
{
    private static readonly Dictionary<string, AccessAction> Actions = Words.Meanings<AccessAction>();

    internal AccessFilter Filter => new(
        Account, Action is null ? null
            : Actions.TryGetValue(Action, out var action) ? action
            : throw RefusedException.Invalid("action", $"One of {string.Join(", ", Actions.Keys)}."),
        Day);
}

/// <summary>An entry of the access log.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="At">When.</param>
/// <param name="Account">Who; 'token:' stands before a program's.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">Of what.</param>
/// <param name="Origin">From which address.</param>
public sealed record AccessEntryView(
    string Id, DateTimeOffset At, string Account, string Action, string Subject, string Origin);

/// <summary>A token of a program, without what it says.</summary>
/// <param name="Id">The token's id.</param>
/// <param name="Name">Of the program.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Employer">In whose books alone; null for every employer.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="MadeAt">When.</param>
/// <param name="ExpiresAt">From then on it opens nothing.</param>
/// <param name="RevokedAt">Since when it is revoked; null where it is not.</param>
public sealed record TokenView(
    string Id, string Name, string Role, string? Employer, string MadeBy, DateTimeOffset MadeAt,
    DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt)
{
    internal static TokenView Of(ApiToken token) => new(
        AccessResource.IdOf(token), token.Name, Words.Of(token.Grant.Role.ToString()), token.Grant.Employer?.Value,
        token.MadeBy, token.MadeAt, token.ExpiresAt, token.RevokedAt);
}

/// <summary>A claim that was found.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="Employer">In whose books.</param>
/// <param name="MemberId">The member's number, or the one that was sent.</param>
/// <param name="Received">The day it arrived.</param>
/// <param name="Status">payable, denied, pended or void.</param>
/// <param name="Billed">What was charged.</param>
/// <param name="PlanPaid">What the plan pays.</param>
public sealed record HitView(
    string Id, string Employer, string MemberId, DateOnly Received, string Status, Money Billed, Money PlanPaid)
{
    internal static HitView? Of(ClaimHit hit, IReadOnlyDictionary<ClaimId, ClaimPlace> places) =>
        ClaimId.TryParse(hit.Claim, out var id) && places.TryGetValue(id, out var place)
            ? new HitView(
                Ids.Of(place), hit.Scope.Employer.Value, hit.Member, hit.Received, ClaimWords.Of(hit.Status),
                hit.Billed, hit.PlanPaid)
            : null;
}
