namespace OpenAso.Operations.Access;

/// <summary>What became of an attempt to sign in.</summary>
public enum SignInOutcome
{
    /// <summary>Somebody is signed in.</summary>
    SignedIn = 1,

    /// <summary>The password is right, and a code of the account's authenticator is asked for.</summary>
    CodeNeeded,

    /// <summary>What was given does not open an account; not said whether it is the name, the password or the code.
    /// </summary>
    Refused,

    /// <summary>There were too many failures of that name, or from that address.</summary>
    Closed,

    /// <summary>The identity provider knows the person, the books do not.</summary>
    IdentityUnknown,

    /// <summary>The identity provider did not say that more than a password was asked for, and of this account it is
    /// demanded.</summary>
    SecondFactorMissing,

    /// <summary>Somebody who is signed in has shown it once more; nothing is opened.</summary>
    Proved,

    /// <summary>The secret of the account's authenticator cannot be opened: no code of it passes.</summary>
    CodeUnreadable,
}

/// <summary>The answer to an attempt to sign in.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Account">Who, where somebody is signed in or a code is needed.</param>
/// <param name="ClosedUntil">For <see cref="SignInOutcome.Closed"/>: when it may be tried again.</param>
public sealed record SignInAnswer(
    SignInOutcome Outcome, KeptAccount? Account = null, DateTimeOffset? ClosedUntil = null);
