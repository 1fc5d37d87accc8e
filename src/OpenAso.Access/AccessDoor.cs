using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenAso.Operations.Access;
using OpenAso.Operations.Serving;

namespace OpenAso.Access;

/// <summary>Lets people in by a cookie and programs by a token, and asks for everything what may be done.</summary>
public static class AccessDoor
{
    /// <summary>Where programs call; pages are everywhere else.</summary>
    public const string Programs = "/api";

    private const string Either = "cookie-or-token";

    /// <summary>What pages and programs need alike.</summary>
    /// <param name="services">Of the server.</param>
    /// <param name="books">The books that are served; not the server's to close.</param>
    /// <param name="settings">Whose server this is.</param>
    public static IServiceCollection AddAccess(
        this IServiceCollection services, ServedBooks books, WebSettings settings)
    {
        ArgumentNullException.ThrowIfNull(books);
        ArgumentNullException.ThrowIfNull(settings);
        books.ShowOnly(settings.Tenant);
        services.AddSingleton(books).AddSingleton(settings).AddSingleton<AccessLogQueue>().AddSingleton<RecentLooks>();
        services.AddSingleton<SessionSightings>()
            .AddHostedService(provider => provider.GetRequiredService<SessionSightings>());
        services.AddScoped<SeenBooks>().AddScoped<Visitors>().AddScoped<HealthReads>();
        services.AddScoped<IAuthorizationHandler, RightHandler>();
        services.AddHttpContextAccessor();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null)
            .AddCookie(CookieAuthenticationDefaults.AuthenticationScheme, UseCookie);
        services.AddAuthorization(options =>
        {
            // Default deny: what says nothing of itself is open to nobody.
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
            options.AddPolicy(PeopleAttribute.PolicyName, policy => policy.RequireAuthenticatedUser().RequireAssertion(
                asked => asked.User.Identity?.AuthenticationType != TokenAuthentication.SchemeName));
            foreach (var right in Enum.GetValues<Right>())
            {
                options.AddPolicy(NeedsAttribute.PolicyPrefix + right, policy => policy
                    .RequireAuthenticatedUser().AddRequirements(new RightRequirement(right, OfAll: false)));
                options.AddPolicy(NeedsAttribute.PolicyOfAllPrefix + right, policy => policy
                    .RequireAuthenticatedUser().AddRequirements(new RightRequirement(right, OfAll: true)));
            }
        });
        return services;
    }

    /// <summary>Whether a request is for the programs' addresses.</summary>
    /// <param name="request">The request.</param>
    public static bool IsForPrograms(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Request.Path.StartsWithSegments(Programs, StringComparison.OrdinalIgnoreCase);
    }

    // A token opens no page: what a browser keeps is the cookie alone.
    private static string SchemeOf(HttpContext request) =>
        IsForPrograms(request) && (TokenAuthentication.IsSentBy(request) || request.Request.Cookies.Count == 0)
            ? TokenAuthentication.SchemeName
            : CookieAuthenticationDefaults.AuthenticationScheme;

    private static void UseCookie(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/forbidden";
        Sessions.Configure(options);
        options.Events.OnRedirectToLogin = context => Lead(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Lead(context, StatusCodes.Status403Forbidden);
    }

    // People are led on; a program is told.
    private static Task Lead(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (IsForPrograms(context.HttpContext))
            context.Response.StatusCode = status;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
