using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenAso.Operations.Access;
using OpenAso.Operations.Serving;

namespace OpenAso.Access;

/// <summary>What a cookie says, and until when it counts.</summary>
/// <remarks>A session ends after <see cref="SessionUseCase.Longest"/> whatever happens, after
/// <see cref="SessionUseCase.Idle"/> without a request of a person, and at the next request where its account was
/// changed or ended. Pages that refresh themselves do not keep it alive.</remarks>
public static class Sessions
{
    /// <summary>Says whether a password or an identity provider let somebody in.</summary>
    public const string By = "by";

    private const string Tenant = "tenant";
    private const string Stamp = "stamp";
    private const string Session = "session";
    private const string Began = "began";
    private static readonly TimeSpan RenewedAfter = TimeSpan.FromMinutes(1);

    /// <summary>What the cookie of somebody says.</summary>
    /// <param name="settings">Whose server this is.</param>
    /// <param name="account">Who.</param>
    /// <param name="by">By what: <c>password</c> or <c>provider</c>.</param>
    public static ClaimsPrincipal Begin(WebSettings settings, KeptAccount account, string by)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(account);
        return new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, account.Account.Id),
                new Claim(Tenant, settings.Tenant.Value),
                new Claim(Stamp, account.Stamp.ToString(CultureInfo.InvariantCulture)),
                new Claim(Session, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))),
                new Claim(By, by),
            ], CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>The identifier of somebody's session; null where there is none.</summary>
    /// <param name="person">As the cookie says.</param>
    public static string? IdOf(ClaimsPrincipal? person) => person?.FindFirstValue(Session);

    /// <summary>Ends the session of a request, for every copy of its cookie.</summary>
    /// <param name="request">Of somebody who may be signed in.</param>
    public static async Task EndAsync(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (IdOf(request.User) is { } session)
        {
            var services = request.RequestServices;
            var by = services.GetRequiredService<HealthReads>().By(request);
            await services.GetRequiredService<SeenBooks>().WriteAsync(books => new SessionUseCase(books).EndAsync(
                services.GetRequiredService<WebSettings>().Tenant, by.Account, session, ChangedBy.Of(by)))
                .ConfigureAwait(false);
        }
        await request.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme).ConfigureAwait(false);
    }

    /// <summary>Somebody who has changed the own account goes on with a new session; every other of it has ended by the
    /// change.</summary>
    /// <param name="request">Of somebody who is signed in.</param>
    /// <param name="settings">Whose server this is.</param>
    /// <param name="account">As it is after the change.</param>
    internal static Task RenewAsync(HttpContext request, WebSettings settings, KeptAccount account) =>
        request.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            Begin(settings, account, request.User.FindFirstValue(By) ?? ""));

    /// <summary>How the cookie is made and checked.</summary>
    internal static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "openaso";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SessionUseCase.Idle;
        options.SlidingExpiration = true;
        options.Events.OnSigningIn = BeginAsync;
        options.Events.OnCheckSlidingExpiration = context =>
        {
            var isOfPerson = IsOfPerson(context.Request);
            context.ShouldRenew = context.ElapsedTime > RenewedAfter && isOfPerson;
            if (isOfPerson && IdOf(context.Principal) is { } session)
                context.HttpContext.RequestServices.GetRequiredService<SessionSightings>().See(session);
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = CheckAsync;
    }

    // It stands in the list of those who are signed in before its cookie is given away.
    private static async Task BeginAsync(CookieSigningInContext context)
    {
        var now = context.Options.TimeProvider!.GetUtcNow();
        context.Properties.Items[Began] = Text(now);
        if (context.Principal is not { Identity.Name: { } name } person || IdOf(person) is not { } session)
            return;
        var (request, services) = (context.HttpContext, context.HttpContext.RequestServices);
        var stamp = long.Parse(person.FindFirstValue(Stamp)!, CultureInfo.InvariantCulture);
        var open = new OpenSession(
            session, name, "", now, now, person.FindFirstValue(By) ?? "",
            request.Connection.RemoteIpAddress?.ToString() ?? "");
        await services.GetRequiredService<SeenBooks>().WriteAsync(books => new SessionUseCase(books).BeginAsync(
            services.GetRequiredService<WebSettings>().Tenant, open, stamp)).ConfigureAwait(false);
    }

    private static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        if (IsGood(context))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme).ConfigureAwait(false);
    }

    private static bool IsGood(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var settings = services.GetRequiredService<WebSettings>();
        return context.Principal is { Identity.Name: { } name } person
            && person.FindFirstValue(Tenant) == settings.Tenant.Value
            && long.TryParse(
                person.FindFirstValue(Stamp), NumberStyles.None, CultureInfo.InvariantCulture, out var stamp)
            && person.FindFirstValue(Session) is { } session
            && context.Properties.Items.TryGetValue(Began, out var began)
            && DateTimeOffset.TryParseExact(
                began, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var beganAt)
            && context.Options.TimeProvider!.GetUtcNow() - beganAt < SessionUseCase.Longest
            && new SessionUseCase(services.GetRequiredService<SeenBooks>().Reading)
                .IsGood(settings.Tenant, name, stamp, session);
    }

    // What a page fetches by itself is nobody's doing: the stream, its refreshes and pictures.
    private static bool IsOfPerson(HttpRequest request) =>
        request.Headers["X-Live"].Count == 0 && request.Headers["Sec-Fetch-Dest"] != "image"
        && !request.Path.StartsWithSegments("/live", StringComparison.Ordinal);

    private static string Text(DateTimeOffset moment) =>
        moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
