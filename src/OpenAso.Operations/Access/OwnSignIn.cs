using OpenAso.Kernel;

namespace OpenAso.Operations.Access;

/// <summary>Who changes the own sign-in.</summary>
/// <param name="Attempt">Who, from where and when; the account is the one that is signed in with.</param>
/// <param name="Seen">The account's stamp when it was looked at, so that nothing is done twice, nor to what somebody
/// else has changed since.</param>
public sealed record OwnSignIn(SignInAttempt Attempt, long Seen)
{
    internal TenantId Tenant => Attempt.Tenant;

    internal string Account => Attempt.Account;

    internal ChangedBy By => new(Attempt.Account, Attempt.Moment, Attempt.Origin);
}

/// <summary>What became of a change of the own sign-in; where several apply, the first is given.</summary>
public enum OwnSignInOutcome
{
    /// <summary>It is done.</summary>
    Done = 1,

    /// <summary>The account was changed since it was looked at, by this very change or by somebody else.</summary>
    Changed,

    /// <summary>No password opens the account: there is none to prove oneself by.</summary>
    NoPassword,

    /// <summary>The new password is none that there can be.</summary>
    Unfit,

    /// <summary>An authenticator counts already.</summary>
    HasAuthenticator,

    /// <summary>There is no authenticator.</summary>
    NoAuthenticator,

    /// <summary>No authenticator was begun to be set up, or too long ago, or before the account was changed.</summary>
    NotBegun,

    /// <summary>There were too many failures of the account, or from the address.</summary>
    Closed,

    /// <summary>The present password is another.</summary>
    PasswordWrong,

    /// <summary>The code is not right, or was used before.</summary>
    CodeWrong,

    /// <summary>The secret of the authenticator cannot be opened: no code of it passes.</summary>
    CodeUnreadable,
}

/// <summary>The answer to a change of the own sign-in.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Account">The account afterwards, where it is done.</param>
public sealed record OwnSignInAnswer(OwnSignInOutcome Outcome, KeptAccount? Account = null)
{
    /// <summary>For <see cref="OwnSignInOutcome.Closed"/>: when it may be tried again.</summary>
    public DateTimeOffset? ClosedUntil { get; init; }

    /// <summary>The authenticator that was begun to be set up; told this once.</summary>
    public NewAuthenticator? Begun { get; init; }
}

/// <summary>An authenticator that is being set up: it counts when a code of it was typed.</summary>
/// <param name="Secret">In base 32, to be typed into the authenticator.</param>
/// <param name="Address">The same as a link that sets an authenticator up.</param>
/// <param name="Until">From then on it is begun anew.</param>
public sealed record NewAuthenticator(string Secret, string Address, DateTimeOffset Until);

/// <summary>How somebody signs in.</summary>
/// <param name="Account">The account.</param>
/// <param name="BegunUntil">Until when an authenticator that is being set up takes a code; null where none is.</param>
public sealed record OwnSignInState(KeptAccount Account, DateTimeOffset? BegunUntil);
