using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenAso.Access;
using OpenAso.Decision.Designing;
using OpenAso.Decision.Distributions;
using OpenAso.Decision.Pictures;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Designing;
using OpenAso.Operations.Serving;
using OpenAso.Web.Pictures;

namespace OpenAso.Web.Pages.Decision;

/// <summary>Pictures of the decision page, by the settings in their address.</summary>
internal static class DecisionPictures
{
    private const string Exceedance = "exceedance";
    private const string Frontier = "frontier";
    private const string Tornado = "tornado";
    private static readonly SemaphoreSlim Drawing = new(1);

    /// <summary>Their names in addresses, in the order of the page.</summary>
    public static IReadOnlyList<string> Names { get; } = [Exceedance, Frontier, Tornado];

    public static void Map(IEndpointRouteBuilder server)
    {
        foreach (var name in Names)
            server.MapGet($"/employers/{{employer}}/pictures/{name}.svg",
                (string employer, ServedBooks books, ClaimSeverities severities, HttpContext request) =>
                    DrawAsync(name, employer, new DesignUseCase(books.Reading, severities), books, request))
                .RequireAuthorization(new NeedsAttribute(Right.Decide));
    }

    // One picture at a time, and none for a reader who has gone on while it waited: a slider asks for many.
    private static async Task<Results<ContentHttpResult, NotFound>> DrawAsync(
        string name, string employer, DesignUseCase designs, ServedBooks books, HttpContext request)
    {
        await Drawing.WaitAsync(request.RequestAborted).ConfigureAwait(false);
        try
        {
            return Draw(name, employer, designs, books, request);
        }
        finally
        {
            Drawing.Release();
        }
    }

    private static Results<ContentHttpResult, NotFound> Draw(
        string name, string employer, DesignUseCase designs, ServedBooks books, HttpContext request)
    {
        if (books.Terms(new EmployerId(employer)) is not { } terms)
            return TypedResults.NotFound();
        var settings = DesignAddress.Of(request.Request.Query, () => designs.Usual(terms));
        var ground = designs.Ground(terms, settings);
        var source = $"{ground.Risk.People} people of {employer} as of {ground.AsOf:yyyy-MM-dd},"
            + $" {ground.Severity.Name}; a model, not a quote";
        return EmployerPictures.Send(name switch
        {
            Exceedance => DesignPictures.Exceedance(DesignAnswer.Of(ground.Risk, settings), source).Draw(),
            Frontier => StudyPictures.Frontier(DesignAnswer.Neighbours(ground.Risk, settings), source).Draw(),
            _ => DesignPictures.Tornado(
                ground.Risk, DesignAnswer.Of(ground.Risk, settings), source).Draw(),
        }, request);
    }
}
