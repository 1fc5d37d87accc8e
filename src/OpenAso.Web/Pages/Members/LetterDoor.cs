using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenAso.Access;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.OwnRecords;
using OpenAso.Operations.Serving;
using OpenAso.Plans.Legal;

namespace OpenAso.Web.Pages.Members;

/// <summary>Explanations of benefits, as they are sent: a page of its own that can be read, printed and kept.</summary>
/// <param name="books">The books.</param>
/// <param name="visitors">Who is signed in.</param>
/// <param name="reads">Enters each look.</param>
/// <param name="procedure">How long an appeal may take.</param>
public sealed class LetterDoor(SeenBooks books, Visitors visitors, HealthReads reads, ClaimsProcedure procedure)
{
    /// <summary>The letters' addresses.</summary>
    internal static void Map(IEndpointRouteBuilder server) => server
        .MapGet("/employers/{employer}/own/explanations/{letter}",
            (string employer, string letter, LetterDoor door, HttpContext request) =>
                door.SendAsync(employer, letter, request))
        .RequireAuthorization(new NeedsAttribute(Right.SeeOwnRecords));

    private async Task<Results<FileContentHttpResult, NotFound>> SendAsync(
        string employer, string letter, HttpContext request)
    {
        var whose = new EmployerId(employer);
        if (books.Terms(whose) is not { } terms || visitors.Of(request.User) is not { } account
            || RecordViewer.Of(account, whose) is not { } viewer
            || new OwnRecordsUseCase(books.Reading, procedure).Letter(terms, viewer, letter, reads.Today)
                is not { } written)
            return TypedResults.NotFound();
        await reads.EnterAsync(
            request, whose, AccessAction.SeePerson, $"{viewer.Family}-{written.Person}").ConfigureAwait(false);
        return LetterPage.Send(
            request, written.Html, request.Request.Query.ContainsKey("download") ? written.Name : null);
    }
}
