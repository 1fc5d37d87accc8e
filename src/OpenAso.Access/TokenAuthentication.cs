using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OpenAso.Access;

/// <summary>Lets programs in that send a token: <c>Authorization: Bearer oaso_…</c>.</summary>
/// <param name="options">None of its own.</param>
/// <param name="logger">Of the server.</param>
/// <param name="encoder">Of the server.</param>
/// <param name="visitors">Know the tokens.</param>
public sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Visitors visitors)
    : AuthenticationHandler<AuthenticationSchemeOptions>(
        options, logger, encoder)
{
    /// <summary>What it is called among the ways to come in.</summary>
    public const string SchemeName = "token";

    private const string Bearer = "Bearer ";

    /// <summary>Whether a request brings a token along.</summary>
    /// <param name="request">The request.</param>
    public static bool IsSentBy(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsSentBy(Context))
            return Task.FromResult(AuthenticateResult.NoResult());
        var text = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        if (visitors.LetIn(text) is not { } program)
            return Task.FromResult(AuthenticateResult.Fail("The token is unknown, expired or revoked."));
        var person = new ClaimsPrincipal(
            new ClaimsIdentity([new Claim(ClaimTypes.Name, program.Id)], SchemeName));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(person, SchemeName)));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer realm=\"openaso\"";
        return Task.CompletedTask;
    }
}
