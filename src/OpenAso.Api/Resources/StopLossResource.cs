using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Documents;
using OpenAso.Operations.Access;
using OpenAso.Operations.Insuring;

namespace OpenAso.Api.Resources;

/// <summary>The stop-loss desk: what the carrier must be told.</summary>
internal static class StopLossResource
{
    private const string Desk = "/employers/{employer}/stop-loss";
    private const string Evidences = Desk + "/policies/{policy}/claimants/{claimant}/evidence";
    private const string Notice = "ntc";

    public static void Map(ApiRoutes routes)
    {
        routes.Get(Desk + "/notices", Right.WorkStopLoss, NoticesAsync);
        routes.Get(Desk + "/notices/{notice}/letter", Right.WorkStopLoss, LetterAsync);
        routes.Post(Desk + "/notices/{notice}/sent", Right.WorkStopLoss, SentAsync);
        routes.Get(Evidences, Right.WorkStopLoss, EvidenceAsync);
        routes.Post(Evidences, Right.WorkStopLoss, KeepEvidenceAsync);
    }

    /// <summary>Lists the notices that have arisen, by id.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    /// <param name="as_of">The day; today if left out.</param>
    public static async Task<Ok<Page<NoticeView>>> NoticesAsync(
        ApiCall call, [AsParameters] PageQuery page, [FromQuery(Name = "as_of")] DateOnly? as_of)
    {
        var shown = page.Of(
            new NoticeUseCase(call.Reading).Show(call.Terms, null, as_of ?? call.Today).Select(NoticeView.Of)
                .OrderBy(notice => notice.Id, StringComparer.Ordinal), notice => notice.Id);
        await call.SeesAsync(AccessAction.SeeClaimants, "notices").ConfigureAwait(false);
        return TypedResults.Ok(shown);
    }

    /// <summary>Marks a notice as sent.</summary>
    /// <param name="call">The call.</param>
    /// <param name="notice">The notice's id.</param>
    /// <param name="body">When, and by which letter.</param>
    public static async Task<Ok<NoticeView>> SentAsync(ApiCall call, string notice, SentBodyView body)
    {
        var id = Ids.Name(Notice, notice) ?? throw RefusedException.NotFound("notice");
        var terms = call.Terms;
        await call.SeesAsync(AccessAction.WorkStopLoss, notice).ConfigureAwait(false);
        var (sent, _) = await call.WriteAsync(books => new NoticeUseCase(books).SendAsync(
            terms, id, body.Date, body.Reference ?? "")).ConfigureAwait(false);
        return TypedResults.Ok(NoticeView.Of(sent));
    }

    /// <summary>The letter by which a notice is told to the carrier, as a page.</summary>
    /// <param name="call">The call.</param>
    /// <param name="notice">The notice's id.</param>
    /// <param name="as_of">The day of writing; today if left out.</param>
    public static async Task<FileContentHttpResult> LetterAsync(
        ApiCall call, string notice, [FromQuery(Name = "as_of")] DateOnly? as_of)
    {
        var id = Ids.Name(Notice, notice) ?? throw RefusedException.NotFound("notice");
        var letter = new NoticeUseCase(call.Reading).Letter(call.Terms, id, as_of ?? call.Today)
            ?? throw RefusedException.NotFound("notice");
        await call.SeesAsync(AccessAction.SeeClaimants, notice).ConfigureAwait(false);
        return TypedResults.File(Encoding.UTF8.GetBytes(letter), "text/html; charset=utf-8", $"{notice}.html");
    }

    /// <summary>The documents that are kept for a claimant's losses under a policy.</summary>
    /// <param name="call">The call.</param>
    /// <param name="policy">The policy's number.</param>
    /// <param name="claimant">As the policy counts.</param>
    public static async Task<Ok<KeptEvidenceBody>> EvidenceAsync(ApiCall call, string policy, string claimant)
    {
        var kept = new FilingUseCase(call.Reading).Evidence(call.Terms, policy, claimant);
        await call.SeesAsync(AccessAction.SeeClaimants, $"evidence {claimant}").ConfigureAwait(false);
        return TypedResults.Ok(KeptEvidenceBody.Of(kept));
    }

    /// <summary>Keeps documents for a claimant's losses under a policy, in place of those that were kept: every filing
    /// counts them.</summary>
    /// <param name="call">The call.</param>
    /// <param name="policy">The policy's number.</param>
    /// <param name="claimant">As the policy counts.</param>
    /// <param name="body">All of them.</param>
    public static async Task<Ok<KeptEvidenceBody>> KeepEvidenceAsync(
        ApiCall call, string policy, string claimant, KeptEvidenceBody body)
    {
        var (terms, evidence) = (call.Terms, body.Documents());
        await call.SeesAsync(AccessAction.WorkStopLoss, $"evidence {claimant}").ConfigureAwait(false);
        await call.WriteAsync(books => new FilingUseCase(books).KeepEvidenceAsync(terms, policy, claimant, evidence))
            .ConfigureAwait(false);
        return TypedResults.Ok(KeptEvidenceBody.Of(
            new FilingUseCase(call.Reading).Evidence(terms, policy, claimant)));
    }

    internal static string IdOf(string id) => Ids.Of(Notice, id);
}

/// <summary>That a notice was sent.</summary>
/// <param name="Date">On which day.</param>
/// <param name="Reference">Of the letter or message; may be left out.</param>
public sealed record SentBodyView(DateOnly Date, string? Reference = null);

/// <summary>A notice to a carrier.</summary>
/// <param name="Id">The notice's id.</param>
/// <param name="Policy">The policy's number.</param>
/// <param name="Claimant">About whom.</param>
/// <param name="Kind">share, diagnosis or confinement.</param>
/// <param name="Because">The reason in words.</param>
/// <param name="Arisen">The day it arose.</param>
/// <param name="Due">The last day to tell it.</param>
/// <param name="Sent">When it was sent; null where it was not.</param>
/// <param name="Reference">Of the letter; may be empty.</param>
/// <param name="DaysLate">Days by which it is, or was sent, late.</param>
public sealed record NoticeView(
    string Id, string Policy, string Claimant, string Kind, string Because, DateOnly Arisen, DateOnly Due,
    DateOnly? Sent, string Reference, int DaysLate)
{
    internal static NoticeView Of(CarrierNotice notice) => new(
        StopLossResource.IdOf(notice.Id), notice.Policy, notice.Notice.Claimant,
        Words.Of(notice.Notice.Kind.ToString()), $"{notice.Notice.Because}", notice.Notice.ArisenOn,
        notice.Notice.DueOn, notice.SentOn, notice.Reference, notice.DaysLate);
}
