using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Lists;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Operations.Access;
using OpenAso.Operations.Listing;
using OpenAso.Operations.OwnRecords;
using OpenAso.Plans.Legal;

namespace OpenAso.Api.Resources;

/// <summary>A member's own records, and those that the rules open to the member; nothing tells that there are
/// others.</summary>
internal static class OwnResource
{
    private const string Own = "/employers/{employer}/own";

    public static void Map(ApiRoutes routes)
    {
        routes.Get(Own, Right.SeeOwnRecords, ShowAsync);
        routes.Get(Own + "/claims/{claim}", Right.SeeOwnRecords, ClaimAsync);
        routes.Get(Own + "/explanations/{explanation}", Right.SeeOwnRecords, LetterAsync);
    }

    /// <summary>What is used of limits, claims, explanations of benefits, and who may see them.</summary>
    /// <param name="call">The call, of a member.</param>
    /// <param name="procedure">How long an appeal may take.</param>
    public static async Task<Ok<OwnView>> ShowAsync(ApiCall call, [FromServices] ClaimsProcedure procedure)
    {
        var viewer = Viewer(call);
        await call.SeesAsync(AccessAction.SeePerson, $"{viewer.Family}-{viewer.Person}").ConfigureAwait(false);
        var records = new OwnRecordsUseCase(call.Reading, procedure).Show(call.Terms, viewer, call.Today)
            ?? throw RefusedException.NotFound("member");
        var places = new ClaimListUseCase(call.Reading).Places(
            call.Scope, records.Claims.Select(claim => claim.Decided.Claim.Id));
        return TypedResults.Ok(OwnView.Of(records, places));
    }

    /// <summary>A claim with its lines, amounts, reasons and every step of its decision.</summary>
    /// <param name="call">The call, of a member.</param>
    /// <param name="procedure">How long an appeal may take.</param>
    /// <param name="claim">The claim's id.</param>
    public static async Task<Ok<ClaimView>> ClaimAsync(
        ApiCall call, [FromServices] ClaimsProcedure procedure, string claim)
    {
        var viewer = Viewer(call);
        if (Ids.Claim(claim) is not { } place
            || new OwnRecordsUseCase(call.Reading, procedure).Claim(
                call.Terms, viewer, place.Claim.ToString(), call.Today) is not { } shown
            || ClaimViews.Own(call, place, shown) is not { } view)
            throw RefusedException.NotFound("claim");
        await call.SeesAsync(AccessAction.SeePerson, $"{viewer.Family}-{shown.Decided.Determination.Person}")
            .ConfigureAwait(false);
        return TypedResults.Ok(view);
    }

    /// <summary>An explanation of benefits, as it is sent.</summary>
    /// <param name="call">The call, of a member.</param>
    /// <param name="procedure">How long an appeal may take.</param>
    /// <param name="explanation">Its name, as the own records list it.</param>
    public static async Task<FileContentHttpResult> LetterAsync(
        ApiCall call, [FromServices] ClaimsProcedure procedure, string explanation)
    {
        var viewer = Viewer(call);
        var letter = new OwnRecordsUseCase(call.Reading, procedure).Letter(
            call.Terms, viewer, explanation, call.Today) ?? throw RefusedException.NotFound("explanation");
        await call.SeesAsync(AccessAction.SeePerson, $"{viewer.Family}-{letter.Person}").ConfigureAwait(false);
        return TypedResults.File(Encoding.UTF8.GetBytes(letter.Html), "text/html; charset=utf-8", letter.Name);
    }

    /// <summary>Who asks.</summary>
    internal static RecordViewer Viewer(ApiCall call) => RecordViewer.Of(call.Caller, call.Scope.Employer)
        ?? throw RefusedException.NotFound("member");
}
