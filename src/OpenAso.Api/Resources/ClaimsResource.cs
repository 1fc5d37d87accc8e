using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Explaining;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Listing;
using OpenAso.Operations.Serving;

namespace OpenAso.Api.Resources;

/// <summary>Claims: submitted, listed and explained.</summary>
internal static class ClaimsResource
{
    private const string List = "/employers/{employer}/claims";
    private const string One = List + "/{claim}";

    public static void Map(ApiRoutes routes)
    {
        routes.Get(List, Right.SeeClaims, ShowAsync);
        routes.Get(One, Right.SeeClaims, FindAsync);
        routes.PostAtomic(List, Right.TakeInFiles, SubmitAsync, SentBody.LargestClaim)
            .Accepts<string>("application/edi-x12", "text/plain")
            .Produces<ClaimView>().Produces<ClaimView>(StatusCodes.Status201Created);
    }

    /// <summary>Lists claims in the order in which they came.</summary>
    /// <param name="call">The call.</param>
    /// <param name="page">Which page.</param>
    /// <param name="status">Only those that stand so: payable, denied, pended or void.</param>
    public static async Task<Ok<Page<ClaimListed>>> ShowAsync(
        ApiCall call, [AsParameters] PageQuery page, [FromQuery] string? status)
    {
        var part = new ClaimListUseCase(call.Reading).Show(call.Scope, page.Read(Ids.Claim), StatusOf(status));
        await call.SeesAsync(AccessAction.SeeClaims, "list").ConfigureAwait(false);
        return TypedResults.Ok(new Page<ClaimListed>([.. part.Rows.Select(ClaimListed.Of)], part.HasMore));
    }

    /// <summary>A claim with its lines, amounts, reasons and every step of its decision.</summary>
    /// <param name="call">The call.</param>
    /// <param name="claim">The claim's id.</param>
    public static async Task<Ok<ClaimView>> FindAsync(ApiCall call, string claim)
    {
        if (Ids.Claim(claim) is not { } place || ClaimViews.Find(call, place) is not { } view)
            throw RefusedException.NotFound("claim");
        await call.SeesAsync(AccessAction.SeeClaim, place.Claim.ToString()).ConfigureAwait(false);
        return TypedResults.Ok(view);
    }

    /// <summary>Takes one claim (837), decides it at once and answers with the decision.</summary>
    /// <remarks>The body is one X12 interchange with one claim. It is durable when it is answered. The same interchange
    /// again, with another key, is answered with 200 and the claim as it stands; the same claim in another interchange
    /// is a duplicate and denied as one.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="received">The day it arrived; the date of the file's own (BHT04) if left out.</param>
    public static async Task<IResult> SubmitAsync(ApiCall call, [FromQuery] DateOnly? received)
    {
        var bytes = await SentBody.ReadAsync(call.Request, SentBody.X12, SentBody.LargestClaim).ConfigureAwait(false);
        var submission = new Submission(InputFile.Of("body", bytes), call.By)
        {
            Received = received,
            Key = call.Key,
            Answer = claim => AnswerOf(call.Scope.Employer, claim),
        };
        var terms = call.Terms;
        return await call.DecideAsync(books => new SubmitUseCase(books).SubmitAsync(terms, submission))
            .ConfigureAwait(false) switch
        {
            SubmissionOutcome.Decided decided => new KeptAnswerResult(decided.Answer!),
            SubmissionOutcome.Repeated repeated => Repeated(call, repeated),
            SubmissionOutcome.Known { State: KeyState.Answered known } => OnceFilter.Replay(call.Request, known.Answer),
            SubmissionOutcome.Known => throw new RefusedException(ProblemKind.KeyReused, ""),
            SubmissionOutcome.Refused refused => throw NotTaken(refused),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static KeptAnswer AnswerOf(EmployerId employer, SubmittedClaim claim)
    {
        var view = ClaimViews.Of(employer, claim);
        return new KeptAnswer(
            StatusCodes.Status201Created, "application/json; charset=utf-8",
            $"{ApiDoor.Root}/employers/{employer}/claims/{view.Id}",
            JsonSerializer.SerializeToUtf8Bytes(view, ApiJson.Options));
    }

    private static Ok<ClaimView> Repeated(ApiCall call, SubmissionOutcome.Repeated repeated) =>
        repeated.Claim is { } claim && ClaimViews.Find(call, new ClaimPlace(repeated.Import, claim)) is { } view
            ? TypedResults.Ok(view)
            : throw new RefusedException(
                ProblemKind.Refused,
                $"The same interchange was read before, by import {repeated.Import}, and nothing was done.");

    private static RefusedException NotTaken(SubmissionOutcome.Refused refused) => new(
        ProblemKind.NotTaken,
        refused.Import > 0
            ? $"The claim is rejected, and import {ImportsResource.IdOf(refused.Import)} keeps why: mend it and send "
                + "it again."
            : refused.Findings.Count > 0
            ? "The claim is not taken, and nothing was kept: mend it and send it again."
            : $"One claim is taken here, and there are {refused.Claims}: send a file with several as an import.",
        [.. refused.Findings.Select(ApiError.Of)])
    {
        Acknowledgment = refused.Acknowledgment is { } answer ? Encoding.UTF8.GetString(answer) : null,
    };

    private static ClaimStatus? StatusOf(string? word) => word switch
    {
        null or "" => null,
        _ => Enum.GetValues<ClaimStatus>().Where(status => ClaimWords.Of(status) == word).Cast<ClaimStatus?>()
            .FirstOrDefault()
            ?? throw RefusedException.Invalid("status", "Name payable, denied, pended or void."),
    };
}

/// <summary>A claim of a list.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="PatientControlNumber">The provider's own number.</param>
/// <param name="Member">The person treated; null where not found.</param>
/// <param name="Received">The day it arrived.</param>
/// <param name="Status">payable, denied, pended or void.</param>
/// <param name="Amounts">What was charged and decided.</param>
public sealed record ClaimListed(
    string Id, string PatientControlNumber, string? Member, DateOnly Received, string Status, AmountsView Amounts)
{
    internal static ClaimListed Of(ListedClaim claim) => new(
        Ids.Of(claim.Place), claim.PatientControlNumber,
        claim.Person > 0 ? Ids.OfMember(claim.Family, claim.Person) : null, claim.Received,
        ClaimWords.Of(claim.Status),
        new AmountsView(
            claim.Amounts.Billed, claim.Amounts.Allowed, claim.Amounts.PlanPaid, claim.Amounts.MemberOwes));
}
