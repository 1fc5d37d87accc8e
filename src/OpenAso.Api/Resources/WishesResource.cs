using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenAso.Api.Problems;
using OpenAso.Api.Requests;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Access;
using OpenAso.Operations.Employers;
using OpenAso.Operations.OwnRecords;
using OpenAso.Plans.Legal;

namespace OpenAso.Api.Resources;

/// <summary>What members say about who may see their own records, and where letters go.</summary>
internal static class WishesResource
{
    private const string Own = "/employers/{employer}/own";
    private const int Longest = 100;

    public static void Map(ApiRoutes routes)
    {
        routes.Post(Own + "/sharing", Right.SeeOwnRecords, ShareAsync);
        routes.Post(Own + "/confidential-address", Right.SeeOwnRecords, KeepConfidentialAsync);
        routes.Delete(Own + "/confidential-address", Right.SeeOwnRecords, EndConfidentialAsync);
    }

    /// <summary>Lets somebody of the family see the own records, or takes it back.</summary>
    /// <param name="call">The call, of a member.</param>
    /// <param name="procedure">How long an appeal may take.</param>
    /// <param name="body">Who, and whether.</param>
    public static Task<NoContent> ShareAsync(
        ApiCall call, [FromServices] ClaimsProcedure procedure, ShareBody body) => body.Person is > 0 and <= 255
        ? DoAsync(call, procedure, (use, terms, wish) =>
            use.ShareAsync(terms, wish, new PersonNumber((byte)body.Person), body.MayLook))
        : throw RefusedException.Invalid("/person", "The number of somebody else of the family.");

    /// <summary>Nobody else of the family is told any more, and letters go to this address.</summary>
    /// <param name="call">The call, of a member.</param>
    /// <param name="procedure">How long an appeal may take.</param>
    /// <param name="body">The address.</param>
    public static Task<NoContent> KeepConfidentialAsync(
        ApiCall call, [FromServices] ClaimsProcedure procedure, AddressBody body)
    {
        var address = new Address(
            Text("/street", body.Street), Text("/street2", body.Street2), Text("/city", body.City),
            Text("/state", body.State).ToUpperInvariant(), Text("/postalCode", body.PostalCode));
        return DoAsync(call, procedure, (use, terms, wish) => use.KeepConfidentialAsync(terms, wish, address));
    }

    /// <summary>Ends the request: letters go where they went before.</summary>
    /// <param name="call">The call, of a member.</param>
    /// <param name="procedure">How long an appeal may take.</param>
    public static Task<NoContent> EndConfidentialAsync(ApiCall call, [FromServices] ClaimsProcedure procedure) =>
        DoAsync(call, procedure, (use, terms, wish) => use.KeepConfidentialAsync(terms, wish, null));

    private static async Task<NoContent> DoAsync(
        ApiCall call, ClaimsProcedure procedure, Func<OwnRecordsUseCase, EmployerTerms, RecordWish, Task> act)
    {
        var (terms, viewer) = (call.Terms, OwnResource.Viewer(call));
        await call.WriteAsync(books => act(
            new OwnRecordsUseCase(books, procedure), terms,
            new RecordWish(viewer.Family, viewer.Person, call.By))).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static string Text(string pointer, string? text) => text?.Trim() switch
    {
        null => "",
        { Length: > Longest } => throw RefusedException.Invalid(pointer, $"At most {Longest} characters."),
        var trimmed => trimmed,
    };
}

/// <summary>Who may see the own records.</summary>
/// <param name="Person">The number of somebody else of the family.</param>
/// <param name="MayLook">False to take it back.</param>
public sealed record ShareBody(int Person, bool MayLook);

/// <summary>Where letters go.</summary>
/// <param name="Street">Street and number.</param>
/// <param name="City">The city.</param>
/// <param name="PostalCode">The postal code.</param>
/// <param name="Street2">What else the street needs; may be left out.</param>
/// <param name="State">Its two letters; may be left out.</param>
public sealed record AddressBody(
    string Street, string City, string PostalCode, string? Street2 = null, string? State = null);
