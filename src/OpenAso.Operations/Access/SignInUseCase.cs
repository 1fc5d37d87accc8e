using Dapper;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.Access;

/// <summary>Who attempts to sign in, from where and when.</summary>
/// <param name="Tenant">Where.</param>
/// <param name="Account">The name, as it was typed.</param>
/// <param name="Origin">From which address.</param>
/// <param name="Moment">When.</param>
public sealed record SignInAttempt(TenantId Tenant, string Account, string Origin, DateTimeOffset Moment);

/// <summary>People sign in: by password, with a code of an authenticator, or by an identity provider.</summary>
/// <remarks>Each success and each failure is entered in the administrator's access log; attempts after too many
/// failures are not, so that nobody can fill it.</remarks>
/// <param name="books">Open for writing.</param>
public sealed class SignInUseCase(Books books)
{
    /// <summary>So many failures of one name within <see cref="Window"/> close it until the window ends.</summary>
    public const int MostOfAccount = 5;

    /// <summary>So many failures from one address within <see cref="Window"/> close it until the window ends.</summary>
    public const int MostOfAddress = 20;

    /// <summary>How long failures count; it begins with the first.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    // What the log says was wrong.
    private const string SigningIn = "password";
    private const string OwnPassword = "own sign-in, password";
    private const string OwnCode = "own sign-in, code";

    // Of a password that nobody has: a name that is not there takes as long as one that is.
    private static readonly string Nobodys = Secret.Keep("", new byte[16]);

    /// <summary>How a password is held against what is kept of one; tests count by it what a guess costs.</summary>
    internal Func<string, string, bool> Matches { private get; init; } = Secret.Matches;

    /// <summary>A name and a password.</summary>
    /// <param name="attempt">Who attempts it.</param>
    /// <param name="password">As it was typed.</param>
    public Task<SignInAnswer> ByPasswordAsync(SignInAttempt attempt, string password) =>
        ByPasswordAsync(attempt, password, SigningIn);

    /// <summary>The password once more, of somebody who is signed in: a failure counts as one of signing in.</summary>
    internal Task<SignInAnswer> ProveAsync(SignInAttempt attempt, string password) =>
        ByPasswordAsync(attempt, password, OwnPassword);

    private async Task<SignInAnswer> ByPasswordAsync(SignInAttempt attempt, string password, string way)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var (closed, isLast) = await CountAsync(attempt).ConfigureAwait(false);
        if (closed is not null)
            return new SignInAnswer(SignInOutcome.Closed, ClosedUntil: closed);
        var account = new AccountUseCase(books).Look(attempt.Tenant, attempt.Account);
        var kept = books.Database.Read(connection => connection.ExecuteScalar<string?>(
            "select secret from user_account where tenant = @tenant and account = @account and ended_at = ''",
            new { tenant = attempt.Tenant.Value, account = attempt.Account }));
        var isReal = kept is { Length: > 0 };
        return Matches(password, isReal ? kept! : Nobodys) && isReal && account is not null
            ? await OpenAsync(attempt, account, way == OwnPassword ? SignInOutcome.Proved
                : account.HasAuthenticator ? SignInOutcome.CodeNeeded
                : SignInOutcome.SignedIn).ConfigureAwait(false)
            : await RefuseAsync(attempt, account, way, isLast).ConfigureAwait(false);
    }

    /// <summary>A code of the authenticator, after the password.</summary>
    /// <param name="attempt">Whose password was right just before.</param>
    /// <param name="stamp">The account's stamp then.</param>
    /// <param name="code">As it was typed.</param>
    public Task<SignInAnswer> ByCodeAsync(SignInAttempt attempt, long stamp, string code) =>
        ByCodeAsync(attempt, stamp, code, SigningIn);

    /// <summary>A code once more, of somebody who is signed in: a failure counts as one of signing in.</summary>
    internal Task<SignInAnswer> ProveByCodeAsync(SignInAttempt attempt, long stamp, string code) =>
        ByCodeAsync(attempt, stamp, code, OwnCode);

    private async Task<SignInAnswer> ByCodeAsync(SignInAttempt attempt, long stamp, string code, string way)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var (closed, isLast) = await CountAsync(attempt).ConfigureAwait(false);
        if (closed is not null)
            return new SignInAnswer(SignInOutcome.Closed, ClosedUntil: closed);
        var account = new AccountUseCase(books).Look(attempt.Tenant, attempt.Account);
        var use = account is { EndedAt: null } && account.Stamp == stamp
            ? await books.Database.WriteAsync(session => Use(session, attempt, code)).ConfigureAwait(false)
            : CodeUse.Wrong;
        return use switch
        {
            CodeUse.Right => await OpenAsync(
                attempt, account!, way == OwnCode ? SignInOutcome.Proved : SignInOutcome.SignedIn)
                .ConfigureAwait(false),
            CodeUse.Unreadable => await RefuseUnreadableAsync(attempt, account!).ConfigureAwait(false),
            _ => await RefuseAsync(attempt, account, way, isLast).ConfigureAwait(false),
        };
    }

    /// <summary>Somebody whom an identity provider vouches for.</summary>
    /// <param name="attempt">From where and when; the name is the one that the books tie to the identity.</param>
    /// <param name="identity">Who, as the provider says.</param>
    /// <param name="lacksFactor">A second factor is demanded of staff, and the provider did not say that there was one.
    /// </param>
    public async Task<SignInAnswer> ByProviderAsync(
        SignInAttempt attempt, ProviderIdentity identity, bool lacksFactor)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        ArgumentNullException.ThrowIfNull(identity);
        var account = books.Database.Read(connection =>
            StoredAccounts.Of(connection, attempt.Tenant, identity) is { } id
                ? StoredAccounts.Find(connection, attempt.Tenant, id)
                : null);
        var outcome = account is not { EndedAt: null } ? SignInOutcome.IdentityUnknown
            : lacksFactor && account.Account.Grants.Items.Any(grant => RightsOfRoles.IsStaff(grant.Role))
                ? SignInOutcome.SecondFactorMissing
                : SignInOutcome.SignedIn;
        await books.Database.WriteAsync(session => Enter(session, attempt, account?.Account.Id, outcome switch
        {
            SignInOutcome.SignedIn => (AccessAction.SignIn, "provider"),
            SignInOutcome.SecondFactorMissing => (AccessAction.RefuseSignIn, "provider: no second factor"),
            _ => (AccessAction.RefuseSignIn, $"provider: nobody's identity {identity.Issuer} {identity.Subject}"),
        })).ConfigureAwait(false);
        return new SignInAnswer(outcome, outcome == SignInOutcome.SignedIn ? account : null);
    }

    /// <summary>An answer of an identity provider was not one that counts: it is entered.</summary>
    /// <param name="attempt">From where and when.</param>
    /// <param name="problem">What was wrong with it, in a word.</param>
    public Task RefuseProviderAsync(SignInAttempt attempt, string problem)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return books.Database.WriteAsync(session =>
            Enter(session, attempt, null, (AccessAction.RefuseSignIn, $"provider: {problem}")));
    }

    private Task<(DateTimeOffset? ClosedUntil, bool IsLast)> CountAsync(SignInAttempt attempt) =>
        books.Database.WriteAsync(session => SignInFailures.Count(
            session.Connection, attempt.Tenant, attempt.Account, attempt.Origin, attempt.Moment));

    // Right so far: with a code still to come, nothing that failed before is forgotten.
    private async Task<SignInAnswer> OpenAsync(SignInAttempt attempt, KeptAccount account, SignInOutcome outcome)
    {
        await books.Database.WriteAsync(session =>
        {
            SignInFailures.GiveBack(session.Connection, attempt.Tenant, attempt.Account, attempt.Origin);
            if (outcome != SignInOutcome.SignedIn)
                return;
            SignInFailures.Forget(session.Connection, attempt.Tenant, attempt.Account);
            Enter(session, attempt, account.Account.Id, (AccessAction.SignIn, "password"));
        }).ConfigureAwait(false);
        return new SignInAnswer(outcome, account);
    }

    private async Task<SignInAnswer> RefuseAsync(
        SignInAttempt attempt, KeptAccount? account, string way, bool isLast)
    {
        await books.Database.WriteAsync(session => Enter(
            session, attempt, account?.Account.Id,
            (AccessAction.RefuseSignIn, isLast ? $"{way}: too many" : way))).ConfigureAwait(false);
        return new SignInAnswer(SignInOutcome.Refused);
    }

    private async Task<SignInAnswer> RefuseUnreadableAsync(SignInAttempt attempt, KeptAccount account)
    {
        await books.Database.WriteAsync(session => Enter(
            session, attempt, account.Account.Id,
            (AccessAction.RefuseSignIn, "code: its authenticator cannot be read"))).ConfigureAwait(false);
        return new SignInAnswer(SignInOutcome.CodeUnreadable);
    }

    // A secret that lies there plain from before is sealed as soon as it is used, whether or not the code is right.
    private CodeUse Use(WriteSession session, SignInAttempt attempt, string code)
    {
        var of = new { tenant = attempt.Tenant.Value, account = attempt.Account };
        var rows = session.Connection.Query<(string Secret, long LastStep)>(
            "select secret, last_step from user_authenticator where tenant = @tenant and account = @account", of)
            .ToList();
        if (rows is not [var row])
            return CodeUse.Wrong;
        if (KeptSecrets.OpenAccount(books, attempt.Tenant, attempt.Account, row.Secret) is not { } secret)
            return CodeUse.Unreadable;
        var step = Authenticator.StepOf(secret, code, attempt.Moment, row.LastStep);
        session.Connection.Execute(
            "update user_authenticator set last_step = @step, secret = @kept "
            + "where tenant = @tenant and account = @account",
            new
            {
                of.tenant,
                of.account,
                step = step ?? row.LastStep,
                kept = SealedSecret.IsSealed(row.Secret)
                    ? row.Secret
                    : KeptSecrets.OfAccount(books, attempt.Tenant, attempt.Account, secret),
            });
        return step is null ? CodeUse.Wrong : CodeUse.Right;
    }

    // A name that there is not may be anything that was typed: it is not kept.
    private static void Enter(
        WriteSession session, SignInAttempt attempt, string? account, (AccessAction Action, string Subject) what) =>
        AccessLog.Enter(session, new AccessEntry(
            AccessLog.OfAdministrator(attempt.Tenant), attempt.Moment, account ?? "", what.Action, what.Subject,
            attempt.Origin));

    private enum CodeUse
    {
        Wrong,
        Right,
        Unreadable,
    }
}
