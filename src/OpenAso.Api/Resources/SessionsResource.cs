using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Operations.Access;

namespace OpenAso.Api.Resources;

/// <summary>Who is signed in, and who did what to accounts.</summary>
internal static class SessionsResource
{
    public static void Map(ApiRoutes routes)
    {
        routes.Get("/sessions", Right.KeepAccounts, Show);
        routes.Delete("/sessions/{session}", Right.KeepAccounts, EndAsync);
        routes.Get("/access-log", Right.SeeAccessLog, Log);
    }

    /// <summary>Lists who is signed in, the newest session first. Programs have tokens, and no sessions.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    /// <param name="account">The name to sign in with, of one account alone; all if left out.</param>
    public static Ok<Page<SessionView>> Show(
        ApiCall call, [AsParameters] PageQuery page, [FromQuery] string? account = null) => TypedResults.Ok(page.Of(
        Open(call).Where(session => account is null || session.Account == account).Select(SessionView.Of)
            .OrderByDescending(session => session.Id, StringComparer.Ordinal),
        session => session.Id, isDescending: true));

    /// <summary>Ends a session: whoever it is of signs in anew.</summary>
    /// <param name="call">The call.</param>
    /// <param name="session">The session's id.</param>
    public static async Task<NoContent> EndAsync(ApiCall call, string session)
    {
        var found = Open(call).FirstOrDefault(one => SessionView.IdOf(one) == session)
            ?? throw RefusedException.NotFound("session");
        await call.WriteAsync(books => new SessionUseCase(books).EndAsync(
            call.Tenant, found.Account, found.Id, ChangedBy.Of(call.By))).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    /// <summary>Lists who signed in, who was refused, and who changed accounts, the newest first: the part of the log
    /// that is no employer's.</summary>
    /// <param name="call">The call.</param>
    /// <param name="asked">Which entries.</param>
    /// <param name="page">Which page.</param>
    public static Ok<Page<AccessEntryView>> Log(
        ApiCall call, [AsParameters] AccessQuery asked, [AsParameters] PageQuery page) =>
        AccessResource.Part(call, AccessLog.OfAdministrator(call.Tenant), asked, page);

    private static IReadOnlyList<OpenSession> Open(ApiCall call) =>
        new SessionUseCase(call.Reading).Open(call.Tenant, call.Moment);
}

/// <summary>A session of somebody who is signed in.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Account">The name that was signed in with.</param>
/// <param name="Person">How pages call the person.</param>
/// <param name="BeganAt">When the person signed in.</param>
/// <param name="SeenAt">When it was last used, to within five minutes.</param>
/// <param name="Way">By what: password or provider.</param>
public sealed record SessionView(
    string Id, string Account, string Person, DateTimeOffset BeganAt, DateTimeOffset SeenAt, string Way)
{
    /// <summary>From which address.</summary>
    public string Origin { get; init; } = "";

    internal static string IdOf(OpenSession session) => Ids.Of("ses", string.Create(
        CultureInfo.InvariantCulture, $"{session.BeganAt.ToUnixTimeMilliseconds():D14}{session.Id}"));

    internal static SessionView Of(OpenSession session) => new(
        IdOf(session), session.Account, session.Name, session.BeganAt, session.SeenAt, session.Way)
    {
        Origin = session.Origin,
    };
}
