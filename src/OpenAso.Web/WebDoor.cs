using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenAso.Access;
using OpenAso.Operations.Serving;
using OpenAso.Web.Access;
using OpenAso.Web.Components;
using OpenAso.Web.Live;
using OpenAso.Web.Pages.Administration;
using OpenAso.Web.Pages.Decision;
using OpenAso.Web.Pages.Employer;
using OpenAso.Web.Pages.Files;
using OpenAso.Web.Pages.Members;
using OpenAso.Web.Pages.Payments;
using OpenAso.Web.Pages.StopLoss;
using OpenAso.Web.Pictures;

namespace OpenAso.Web;

/// <summary>Puts the pages into a server.</summary>
public static class WebDoor
{
    /// <summary>What the pages need.</summary>
    /// <param name="services">Of the server.</param>
    /// <param name="books">The books that are shown; not the server's to close.</param>
    /// <param name="settings">Whose server this is.</param>
    public static IServiceCollection AddPages(
        this IServiceCollection services, ServedBooks books, WebSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddAccess(books, settings);
        services.AddSingleton<ChangeFeed>().AddHostedService(provider => provider.GetRequiredService<ChangeFeed>());
        services.AddScoped<ReportDoor>().AddScoped<LetterDoor>();
        services.AddScoped(provider => new Words(ReaderCulture.Of(
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext)));
        services.AddScoped<Links>();
        services.AddScoped<DecisionServices>();
        services.AddSingleton<SignInTickets>();
        if (settings.SignIn.Provider is { } provider)
            OpenIdConnect.Add(services, provider);
        services.AddAntiforgery(options =>
        {
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRazorComponents();
        return services;
    }

    /// <summary>The pages' addresses.</summary>
    /// <param name="server">The server; authentication and authorization are switched on here.</param>
    public static WebApplication MapPages(this WebApplication server)
    {
        ArgumentNullException.ThrowIfNull(server);
        // In a scope of its own: the page that came to nothing has used up the first one.
        server.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true);
        server.Use(ShowProblem);
        server.Use(AnswerDefect);
        server.Use(SafeHeaders);
        server.Use(EnterBooks);
        server.UseAuthentication();
        server.UseAuthorization();
        server.Use(RefuseOversize);
        server.Use(LetGoOfBooks);
        server.UseAntiforgery();
        server.Use(RefuseOutdated);
        server.MapGet("/assets/{hash}/{name}", WebAssets.Send).AllowAnonymous();
        server.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
        if (server.Services.GetRequiredService<WebSettings>().SignIn.Provider is not null)
            OpenIdConnect.Map(server);
        server.MapGet("/live", LiveStream.OpenAsync).RequireAuthorization(new AuthorizeAttribute());
        EmployerPictures.Map(server);
        DecisionPictures.Map(server);
        ReportDoor.Map(server);
        RunFiles.Map(server);
        AnswerFiles.Map(server);
        FilingFiles.Map(server);
        NoticeLetterDoor.Map(server);
        LetterDoor.Map(server);
        AccessLogFiles.Map(server);
        server.MapRazorComponents<App>();
        return server;
    }

    private static async Task<IResult> SignOutAsync(HttpContext request, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(request).ConfigureAwait(false))
            return TypedResults.BadRequest();
        var isOfProvider = request.User.FindFirstValue(Sessions.By) == "provider";
        await Sessions.EndAsync(request).ConfigureAwait(false);
        return TypedResults.Redirect(isOfProvider ? "/signed-out" : "/sign-in");
    }

    // A page about a problem is looked at, whatever was posted: its form would be refused a second time.
    private static Task ShowProblem(HttpContext request, RequestDelegate next)
    {
        if (request.Features.Get<IStatusCodeReExecuteFeature>() is { } problem)
        {
            request.Request.Method = HttpMethods.Get;
            // Who asks stands in the books, which cannot be reached: the page is shown as to anybody.
            if (problem.OriginalStatusCode == StatusCodes.Status503ServiceUnavailable)
                request.Request.Headers.Cookie = default;
        }
        // Programs are told in their own form.
        if (AccessDoor.IsForPrograms(request) && request.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        return next(request);
    }

    // The page about problems says that it failed; programs are told in their own form.
    private static Task AnswerDefect(HttpContext request, RequestDelegate next) =>
        AccessDoor.IsForPrograms(request) ? next(request) : Defects.AnswerAsync(request, next);

    // Said before anything is read, where the browser says how much it sends; cut off where it does not.
    private static Task RefuseOversize(HttpContext request, RequestDelegate next)
    {
        if (request.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize is not { } most
            || !(request.Request.ContentLength > most))
            return next(request);
        request.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }

    // One after another, and none longer than until its answer is made: however slowly somebody takes it, others have
    // their turn.
    private static async Task EnterBooks(HttpContext request, RequestDelegate next)
    {
        var books = request.RequestServices.GetRequiredService<SeenBooks>();
        // What is open to everybody, the server's health among it, waits for nobody.
        if (request.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
            await books.EnterAsync(request.RequestAborted).ConfigureAwait(false);
        request.Response.OnStarting(() => books.LetGoAsync().AsTask());
        try
        {
            await next(request).ConfigureAwait(false);
        }
        finally
        {
            // The page that says what went wrong is another answer, and waits for a turn of its own.
            await books.LetGoAsync().ConfigureAwait(false);
        }
    }

    // Who asks is known. Whoever sends something slowly keeps nothing of the database meanwhile.
    private static async Task LetGoOfBooks(HttpContext request, RequestDelegate next)
    {
        if (request.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
            await request.RequestServices.GetRequiredService<SeenBooks>().LetGoAsync().ConfigureAwait(false);
        await next(request).ConfigureAwait(false);
    }

    // The page of its own, rather than an empty answer.
    private static Task RefuseOutdated(HttpContext request, RequestDelegate next)
    {
        if (request.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }
            || request.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            return next(request);
        request.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    // Nothing is loaded from elsewhere, nothing may frame a page, and no page is kept by anybody between.
    private static Task SafeHeaders(HttpContext request, RequestDelegate next)
    {
        var headers = request.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return next(request);
    }
}
