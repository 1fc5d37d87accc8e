using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Access;

/// <summary>People keep the own sign-in: another password, an authenticator set up or taken away.</summary>
/// <remarks>The present password is asked for each time, and a code before an authenticator counts or goes. Failures
/// count as those of signing in and are entered so; each change is one of <see cref="AccountUseCase"/>, as an
/// administrator makes it, and ends every session of the account.</remarks>
/// <param name="books">Open for writing where something is changed.</param>
public sealed class OwnSignInUseCase(Books books)
{
    /// <summary>How long an authenticator that is being set up waits for a code.</summary>
    public static readonly TimeSpan BegunLasts = TimeSpan.FromMinutes(10);

    /// <summary>How a password is held against what is kept of one.</summary>
    internal Func<string, string, bool> Matches { private get; init; } = Secret.Matches;

    /// <summary>How somebody signs in; null where the account is gone.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="account">The name to sign in with.</param>
    /// <param name="now">When.</param>
    public OwnSignInState? Look(TenantId tenant, string account, DateTimeOffset now) =>
        books.Database.Read(connection =>
            StoredAccounts.Find(connection, tenant, account) is { EndedAt: null } kept
                ? new OwnSignInState(
                    kept, NewAuthenticators.Find(connection, tenant, kept, now)?.BegunAt + BegunLasts)
                : null);

    /// <summary>Another password in place of the present one.</summary>
    /// <param name="own">Who changes it.</param>
    /// <param name="present">The present password, as it was typed.</param>
    /// <param name="password">The new one, by the rule that holds for every password that somebody makes up.</param>
    /// <param name="salt">At least 16 random bytes.</param>
    public async Task<OwnSignInAnswer> SetPasswordAsync(OwnSignIn own, string present, string password, byte[] salt)
    {
        ArgumentNullException.ThrowIfNull(own);
        return Hindrance(own, _ => Account.IsPassword(password) ? null : OwnSignInOutcome.Unfit)
            ?? await ProveAsync(own, present).ConfigureAwait(false)
            ?? await ChangeAsync(own, new SetPassword(own.Account, Secret.Keep(password, salt)))
                .ConfigureAwait(false);
    }

    /// <summary>Begins to set an authenticator up, in place of one that was begun before; nothing counts yet.</summary>
    /// <param name="own">Whose it is to be.</param>
    /// <param name="present">The present password, as it was typed.</param>
    /// <param name="random">As many random bytes as <see cref="Authenticator.SecretBytes"/> says.</param>
    /// <returns>With the secret, which is told this once.</returns>
    /// <exception cref="KeyUnavailableException">There is no key to seal its secret by.</exception>
    public async Task<OwnSignInAnswer> BeginAuthenticatorAsync(OwnSignIn own, string present, byte[] random)
    {
        ArgumentNullException.ThrowIfNull(own);
        return Hindrance(own, account => account.HasAuthenticator ? OwnSignInOutcome.HasAuthenticator : null)
            ?? await ProveAsync(own, present).ConfigureAwait(false)
            ?? await BeginAsync(own, Authenticator.Secret(random)).ConfigureAwait(false);
    }

    /// <summary>The authenticator that was begun counts from now on, as a code of it shows that it is set up.</summary>
    /// <param name="own">Whose it is.</param>
    /// <param name="code">As it was typed; it opens nothing a second time.</param>
    public async Task<OwnSignInAnswer> ConfirmAuthenticatorAsync(OwnSignIn own, string code)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (Hindrance(own, account => account.HasAuthenticator ? OwnSignInOutcome.HasAuthenticator : null) is { } no)
            return no;
        var begun = books.Database.Read(connection => NewAuthenticators.Find(
            connection, own.Tenant, StoredAccounts.Find(connection, own.Tenant, own.Account)!, own.Attempt.Moment));
        if (begun is not var (kept, _))
            return new OwnSignInAnswer(OwnSignInOutcome.NotBegun);
        if (KeptSecrets.OpenNew(books, own.Tenant, own.Account, kept) is not { } secret)
            return new OwnSignInAnswer(OwnSignInOutcome.CodeUnreadable);
        return Authenticator.StepOf(secret, code, own.Attempt.Moment, 0) is { } step
            ? await ChangeAsync(own, new SetAuthenticator(own.Account, secret) { LastStep = step })
                .ConfigureAwait(false)
            : new OwnSignInAnswer(OwnSignInOutcome.CodeWrong);
    }

    /// <summary>Takes the authenticator away: the password alone opens the account until another is set up.</summary>
    /// <param name="own">Whose it is.</param>
    /// <param name="present">The present password, as it was typed.</param>
    /// <param name="code">Of the authenticator, as it was typed.</param>
    public async Task<OwnSignInAnswer> RemoveAuthenticatorAsync(OwnSignIn own, string present, string code)
    {
        ArgumentNullException.ThrowIfNull(own);
        return Hindrance(own, account => account.HasAuthenticator ? null : OwnSignInOutcome.NoAuthenticator)
            ?? await ProveAsync(own, present).ConfigureAwait(false)
            ?? await ProveByCodeAsync(own, code).ConfigureAwait(false)
            ?? await ChangeAsync(own, new SetAuthenticator(own.Account, "")).ConfigureAwait(false);
    }

    private OwnSignInAnswer? Hindrance(OwnSignIn own, Func<KeptAccount, OwnSignInOutcome?> more)
    {
        var account = new AccountUseCase(books).Look(own.Tenant, own.Account);
        OwnSignInOutcome? outcome = account is not { EndedAt: null } || account.Stamp != own.Seen
            ? OwnSignInOutcome.Changed
            : account.HasPassword ? more(account) : OwnSignInOutcome.NoPassword;
        return outcome is { } met ? new OwnSignInAnswer(met) : null;
    }

    private async Task<OwnSignInAnswer?> ProveAsync(OwnSignIn own, string present) => Unproved(
        await new SignInUseCase(books) { Matches = Matches }.ProveAsync(own.Attempt, present).ConfigureAwait(false),
        OwnSignInOutcome.PasswordWrong);

    private async Task<OwnSignInAnswer?> ProveByCodeAsync(OwnSignIn own, string code) => Unproved(
        await new SignInUseCase(books).ProveByCodeAsync(own.Attempt, own.Seen, code).ConfigureAwait(false),
        OwnSignInOutcome.CodeWrong);

    private static OwnSignInAnswer? Unproved(SignInAnswer answer, OwnSignInOutcome wrong) => answer.Outcome switch
    {
        SignInOutcome.Proved => null,
        SignInOutcome.Closed => new OwnSignInAnswer(OwnSignInOutcome.Closed) { ClosedUntil = answer.ClosedUntil },
        SignInOutcome.CodeUnreadable => new OwnSignInAnswer(OwnSignInOutcome.CodeUnreadable),
        _ => new OwnSignInAnswer(wrong),
    };

    private async Task<OwnSignInAnswer> BeginAsync(OwnSignIn own, string secret)
    {
        var account = await books.Database.WriteAsync(session =>
        {
            if (StoredAccounts.Find(session.Connection, own.Tenant, own.Account) is not { } kept
                || kept.Stamp != own.Seen)
                return null;
            NewAuthenticators.Keep(
                session.Connection, own.Tenant, kept, KeptSecrets.OfNew(books, own.Tenant, own.Account, secret),
                own.Attempt.Moment);
            return kept;
        }).ConfigureAwait(false);
        return account is null
            ? new OwnSignInAnswer(OwnSignInOutcome.Changed)
            : new OwnSignInAnswer(OwnSignInOutcome.Done, account)
            {
                Begun = new NewAuthenticator(
                    secret, Authenticator.Address(own.Account, secret), own.Attempt.Moment + BegunLasts),
            };
    }

    private async Task<OwnSignInAnswer> ChangeAsync(OwnSignIn own, AccountChange change)
    {
        var (outcome, account) = await new AccountUseCase(books)
            .ChangeAsync(own.Tenant, change with { Seen = own.Seen }, own.By).ConfigureAwait(false);
        return outcome == AccountOutcome.Done
            ? new OwnSignInAnswer(OwnSignInOutcome.Done, account)
            : new OwnSignInAnswer(OwnSignInOutcome.Changed);
    }
}
