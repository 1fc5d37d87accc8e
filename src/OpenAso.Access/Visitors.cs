using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Serving;

namespace OpenAso.Access;

/// <summary>Who is signed in.</summary>
/// <param name="books">Hold the accounts.</param>
/// <param name="settings">Whose server this is.</param>
public sealed class Visitors(ServedBooks books, WebSettings settings)
{
    /// <summary>The account of somebody signed in, or of a program with a token; null where there is nobody, or the
    /// account is gone.</summary>
    /// <param name="person">As cookie or token say.</param>
    public Account? Of(ClaimsPrincipal? person) => person?.Identity switch
    {
        { IsAuthenticated: true, Name: { } name, AuthenticationType: TokenAuthentication.SchemeName } =>
            new TokenUseCase(books.Reading)
                .Find(settings.Tenant, name[TokenUseCase.AccountPrefix.Length..])?.Account,
        { IsAuthenticated: true, Name: { } name } => new AccountUseCase(books.Reading).Find(settings.Tenant, name),
        _ => null,
    };

    /// <summary>The employers in whose books somebody may do something, in order of their identifiers.</summary>
    /// <param name="account">Who.</param>
    /// <param name="right">What.</param>
    public IReadOnlyList<EmployerId> Employers(Account account, Right right) =>
        [.. books.Scopes().Where(scope => scope.Tenant == settings.Tenant && account.May(right, scope.Employer))
            .Select(scope => scope.Employer)];

    /// <summary>Name and password are checked.</summary>
    /// <param name="name">As it was typed.</param>
    /// <param name="password">As it was typed.</param>
    /// <param name="now">When.</param>
    /// <returns>What the cookie will say; null where they do not belong together.</returns>
    public async Task<ClaimsPrincipal?> SignInAsync(string name, string password, DateTimeOffset now)
    {
        var account = await books.WriteAsync(writing =>
            new AccountUseCase(writing).SignInAsync(settings.Tenant, name, password, now)).ConfigureAwait(false);
        return account is null
            ? null
            : new ClaimsPrincipal(new ClaimsIdentity(
                [new Claim(ClaimTypes.Name, account.Id)], CookieAuthenticationDefaults.AuthenticationScheme));
    }
}

/// <summary>Whose server this is.</summary>
/// <param name="Tenant">The administrator's organisation.</param>
public sealed record WebSettings(TenantId Tenant);
