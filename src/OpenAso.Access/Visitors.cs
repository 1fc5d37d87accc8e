using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using OpenAso.Kernel;
using OpenAso.Operations.Access;
using OpenAso.Operations.Serving;

namespace OpenAso.Access;

/// <summary>Who is signed in, while one request is answered.</summary>
/// <param name="books">Hold the accounts.</param>
/// <param name="settings">Whose server this is.</param>
/// <param name="time">Tells when.</param>
public sealed class Visitors(SeenBooks books, WebSettings settings, TimeProvider time)
{
    private Account? _program;

    /// <summary>The account of somebody signed in, or of a program with a token; null where there is nobody, or the
    /// account is gone.</summary>
    /// <param name="person">As cookie or token say.</param>
    public Account? Of(ClaimsPrincipal? person) => person?.Identity switch
    {
        { IsAuthenticated: true, Name: { } name, AuthenticationType: TokenAuthentication.SchemeName } =>
            _program?.Id == name ? _program : new TokenUseCase(books.Reading)
                .Find(settings.Tenant, name[TokenUseCase.AccountPrefix.Length..])?.Account,
        { IsAuthenticated: true, Name: { } name } => new AccountUseCase(books.Reading).Find(settings.Tenant, name),
        _ => null,
    };

    /// <summary>The program that a token stands for, as which this request is answered; null where the token opens
    /// nothing now.</summary>
    /// <param name="text">As it was sent.</param>
    public Account? LetIn(string text) =>
        _program = new TokenUseCase(books.Reading).Check(settings.Tenant, text, time.GetUtcNow())?.Account;

    /// <summary>The employers in whose books somebody may do something, in order of their identifiers.</summary>
    /// <param name="account">Who.</param>
    /// <param name="right">What.</param>
    public IReadOnlyList<EmployerId> Employers(Account account, Right right) =>
        [.. books.Scopes().Where(scope => scope.Tenant == settings.Tenant && account.May(right, scope.Employer))
            .Select(scope => scope.Employer)];

    /// <summary>Name and password are checked.</summary>
    /// <param name="request">From where.</param>
    /// <param name="name">As it was typed.</param>
    /// <param name="password">As it was typed.</param>
    /// <returns>Refused, whatever was typed, where passwords open nothing.</returns>
    public Task<SignInAnswer> SignInAsync(HttpContext request, string name, string password) =>
        settings.SignIn.AllowsPasswords
            ? books.WriteAsync(writing => new SignInUseCase(writing).ByPasswordAsync(Attempt(request, name), password))
            : Task.FromResult(new SignInAnswer(SignInOutcome.Refused));

    /// <summary>The code of an authenticator is checked.</summary>
    /// <param name="request">From where.</param>
    /// <param name="name">Whose password was right just before.</param>
    /// <param name="stamp">The account's stamp then.</param>
    /// <param name="code">As it was typed.</param>
    public Task<SignInAnswer> SignInAsync(HttpContext request, string name, long stamp, string code) =>
        settings.SignIn.AllowsPasswords
            ? books.WriteAsync(writing => new SignInUseCase(writing).ByCodeAsync(Attempt(request, name), stamp, code))
            : Task.FromResult(new SignInAnswer(SignInOutcome.Refused));

    /// <summary>Somebody changes the own sign-in. Where it is done, this session goes on, and every other of the
    /// account has ended.</summary>
    /// <param name="request">Of the person.</param>
    /// <param name="seen">The account's stamp when the person looked at it.</param>
    /// <param name="change">What is done.</param>
    /// <returns><see cref="OwnSignInOutcome.NoPassword"/>, whatever was typed, where passwords open nothing.</returns>
    public async Task<OwnSignInAnswer> ChangeOwnAsync(
        HttpContext request, long seen, Func<OwnSignInUseCase, OwnSignIn, Task<OwnSignInAnswer>> change)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!settings.SignIn.AllowsPasswords)
            return new OwnSignInAnswer(OwnSignInOutcome.NoPassword);
        var own = new OwnSignIn(Attempt(request, request.User.Identity?.Name ?? ""), seen);
        var answer = await books.WriteAsync(writing => change(new OwnSignInUseCase(writing), own))
            .ConfigureAwait(false);
        if (answer.Account is { } account && account.Stamp != seen)
            await Sessions.RenewAsync(request, settings, account).ConfigureAwait(false);
        return answer;
    }

    /// <summary>An attempt to sign in, of now.</summary>
    /// <param name="request">From where.</param>
    /// <param name="name">The name, as it was typed; empty where none was.</param>
    public SignInAttempt Attempt(HttpContext request, string name)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new SignInAttempt(
            settings.Tenant, name, request.Connection.RemoteIpAddress?.ToString() ?? "", time.GetUtcNow());
    }
}

/// <summary>Whose server this is.</summary>
/// <param name="Tenant">The administrator's organisation.</param>
public sealed record WebSettings(TenantId Tenant)
{
    /// <summary>By what people sign in. Default: names and passwords of ours.</summary>
    public SignInSettings SignIn { get; init; } = SignInSettings.Local;

    /// <summary>Whether a proxy on this machine says from where a request came, and whether by https.</summary>
    public bool IsBehindProxy { get; init; }

    /// <summary>How often a program may call. Default: 1,000 times a second.</summary>
    public CallLimits Calls { get; init; } = CallLimits.Usual;
}

/// <summary>How often one program, or one person, may call the interface for programs.</summary>
/// <param name="AtOnce">After a rest; at least one.</param>
/// <param name="EachSecond">For long; at least one.</param>
public sealed record CallLimits(int AtOnce, int EachSecond)
{
    /// <summary>2,000 at once and 1,000 a second.</summary>
    public static CallLimits Usual { get; } = new(2_000, 1_000);
}
