using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using OpenAso.Access;

namespace OpenAso.Web.Access;

/// <summary>Signs people in by an identity provider: OpenID Connect, code flow with PKCE.</summary>
/// <remarks>Only issuer and subject are taken from its tokens, and whether there was a second factor. No token is kept.
/// Nothing is asked of the provider before somebody signs in by it.</remarks>
internal static class OpenIdConnect
{
    /// <summary>Where signing in by the provider begins.</summary>
    public const string Begin = "/sign-in/provider";

    private const string Scheme = "provider";
    private const string Failed = "/sign-in/refused/failed";

    /// <summary>Where people come back to; it is registered at the provider.</summary>
    public const string Returned = "/sign-in/returned";

    public static void Add(IServiceCollection services, IdentityProvider provider)
    {
        services.AddScoped<ProviderSignIn>();
        services.AddAuthentication().AddOpenIdConnect(Scheme, options => Configure(options, provider));
    }

    public static void Map(WebApplication server) => server.MapGet(Begin, GoAsync).AllowAnonymous();

    /// <summary>Where a session at the provider is ended; null where it does not offer that, or cannot be asked.
    /// </summary>
    public static async Task<string?> EndSessionAsync(HttpContext request)
    {
        var options = request.RequestServices.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(Scheme);
        if (await DescriptionAsync(options, request).ConfigureAwait(false)
            is not { EndSessionEndpoint.Length: > 0 } said)
            return null;
        return QueryHelpers.AddQueryString(said.EndSessionEndpoint, new Dictionary<string, string?>
        {
            ["client_id"] = options.ClientId,
            ["post_logout_redirect_uri"] = $"{request.Request.Scheme}://{request.Request.Host}/sign-in",
        });
    }

    private static async Task<Results<ChallengeHttpResult, RedirectHttpResult>> GoAsync(
        HttpContext request, string? returnUrl)
    {
        var options = request.RequestServices.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(Scheme);
        return await DescriptionAsync(options, request).ConfigureAwait(false) is null
            ? TypedResults.Redirect(Failed)
            : TypedResults.Challenge(
                new AuthenticationProperties { RedirectUri = OwnAddress.Of(returnUrl) }, [Scheme]);
    }

    // The provider may be down: a page says so, rather than an error.
    private static async Task<OpenIdConnectConfiguration?> DescriptionAsync(
        OpenIdConnectOptions options, HttpContext request)
    {
        try
        {
            return await options.ConfigurationManager!.GetConfigurationAsync(request.RequestAborted)
                .ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is InvalidOperationException or IOException or HttpRequestException)
        {
            return null;
        }
    }

    private static void Configure(OpenIdConnectOptions options, IdentityProvider provider)
    {
        options.Authority = provider.Authority.ToString();
        options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        options.ClientId = provider.Client;
        options.ClientSecret = provider.Secret;
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.CallbackPath = Returned;
        // Sessions are ended by our own form alone.
        options.RemoteSignOutPath = default;
        options.SignedOutCallbackPath = default;
        // Names as the provider writes them, and all of them: issuer, subject, methods, context.
        options.MapInboundClaims = false;
        options.ClaimActions.Clear();
        options.GetClaimsFromUserInfoEndpoint = false;
        options.SaveTokens = false;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        options.TokenValidationParameters.RequireExpirationTime = true;
        options.TokenValidationParameters.RequireSignedTokens = true;
        foreach (var cookie in new[] { options.NonceCookie, options.CorrelationCookie })
        {
            // The way back is a link from the provider, which these are sent with.
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
        options.Events.OnTicketReceived = context => Of(context.HttpContext).TakeAsync(context);
        options.Events.OnAuthenticationFailed = context =>
            Of(context.HttpContext).RefuseAsync(context.HttpContext, context.Exception);
        options.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect(Failed);
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static ProviderSignIn Of(HttpContext request) =>
        request.RequestServices.GetRequiredService<ProviderSignIn>();
}
