using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OpenAso.Access;
using OpenAso.Decision.Comparing;
using OpenAso.Decision.Designing;
using OpenAso.Decision.Distributions;
using OpenAso.Decision.Pictures;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Comparing;
using OpenAso.Operations.Designing;
using OpenAso.Operations.Serving;
using OpenAso.Web.Pictures;

namespace OpenAso.Web.Pages.Decision;

/// <summary>Pictures of the decision pages, by the settings in their address.</summary>
internal static class DecisionPictures
{
    private const string Exceedance = "exceedance";
    private const string Frontier = "frontier";
    private const string Tornado = "tornado";

    /// <summary>By year, of the comparison with an insured plan.</summary>
    public const string Years = "comparison-years";

    /// <summary>What would change the comparison.</summary>
    public const string Drivers = "comparison-tornado";

    /// <summary>The first year of the comparison.</summary>
    public const string FirstYear = "comparison-exceedance";

    /// <summary>Names in addresses of pictures of a contract, in the order of the page.</summary>
    public static IReadOnlyList<string> Names { get; } = [Exceedance, Frontier, Tornado];

    private static IReadOnlyList<string> OfComparison { get; } = [Years, FirstYear, Drivers];

    public static void Map(IEndpointRouteBuilder server)
    {
        foreach (var name in Names.Concat(OfComparison))
            server.MapGet($"/employers/{{employer}}/pictures/{name}.svg",
                (string employer, [FromServices] DecisionServices services, HttpContext request) =>
                    SettingsOfAddress.InTurnAsync(request, () => Draw(name, employer, services, request)))
                .RequireAuthorization(new NeedsAttribute(Right.Decide));
    }

    private static Results<ContentHttpResult, NotFound> Draw(
        string name, string employer, DecisionServices services, HttpContext request)
    {
        if (services.Books.Terms(new EmployerId(employer)) is not { } terms)
            return TypedResults.NotFound();
        var words = services.Words;
        if (OfComparison.Contains(name))
        {
            var comparison = services.Comparing.Compare(
                terms, SettingsOfAddress.Comparison(request, services.Comparing, terms));
            return EmployerPictures.Send(
                Draw(name, comparison.Answer, Source(words, employer, comparison.Ground), words.Pictures), request);
        }
        var settings = SettingsOfAddress.Design(request, services.Designs, terms);
        var ground = services.Designs.Ground(terms, settings);
        return EmployerPictures.Send(
            Draw(name, ground.Risk, settings, (Source(words, employer, ground), words.Pictures)), request);
    }

    private static string Draw(
        string name, DesignRisk risk, DesignSettings settings, (string Source, PictureTexts Texts) words) =>
        name switch
        {
            Exceedance => DesignPictures.Exceedance(
                DesignAnswer.Of(risk, settings), words.Source, words.Texts).Draw(),
            Frontier => StudyPictures.Frontier(
                DesignAnswer.Neighbours(risk, settings), words.Source, words.Texts).Draw(),
            _ => DesignPictures.Tornado(
                risk, DesignAnswer.Of(risk, settings), words.Source, words.Texts).Draw(),
        };

    private static string Draw(string name, ComparisonAnswer answer, string source, PictureTexts texts) => name switch
    {
        Years => ComparisonPictures.Years(answer.Ahead, answer.Past, source, texts).Draw(),
        FirstYear => ComparisonPictures.Exceedance(answer.Ahead, source, texts).Draw(),
        _ => ComparisonPictures.Tornado(answer.Ahead, source, texts).Draw(),
    };

    private static string Source(Words words, string employer, DesignGround ground) => words["decision.source",
        words.Count(ground.Risk.People), employer, words.Day(ground.AsOf), ground.Severity.Name];
}

/// <summary>What the decision pages ask.</summary>
internal sealed class DecisionServices(
    SeenBooks books, ClaimSeverities severities, ComparisonBasis basis, DesignMemory memory, Words words)
{
    public SeenBooks Books => books;

    public Words Words => words;

    public DesignUseCase Designs => new(books.Reading, severities, memory);

    public BooksComparisonUseCase Comparing => new(books.Reading, Designs, basis, memory);
}
