using OpenAso.Kernel;
using OpenAso.Operations.Pending;

namespace OpenAso.Operations.Access;

/// <summary>Something that is to become of an account.</summary>
/// <param name="Id">The account's name.</param>
public abstract record AccountChange(string Id)
{
    /// <summary>The account's stamp when it was looked at, so that nothing is done to what somebody else has changed
    /// since, and nothing twice; null for the account as it is.</summary>
    public long? Seen { get; init; }
}

/// <summary>An account is made.</summary>
/// <param name="Account">Who, and what for; its name was never another's.</param>
/// <param name="Secret">By <see cref="Secret.Keep"/>; empty for none.</param>
public sealed record AddAccount(Account Account, string Secret) : AccountChange(Account.Id);

/// <summary>An account gets other roles in place of those it had.</summary>
/// <param name="Id">The account's name.</param>
/// <param name="Grants">The roles from now on.</param>
public sealed record SetGrants(string Id, ValueList<Grant> Grants) : AccountChange(Id);

/// <summary>An account gets one role more.</summary>
/// <param name="Id">The account's name.</param>
/// <param name="Grant">The role, and where it holds.</param>
public sealed record GiveGrant(string Id, Grant Grant) : AccountChange(Id);

/// <summary>An account loses one of its roles.</summary>
/// <param name="Id">The account's name.</param>
/// <param name="Grant">The role, and where it held.</param>
public sealed record EndGrant(string Id, Grant Grant) : AccountChange(Id);

/// <summary>Whoever is signed in with an account signs in anew.</summary>
/// <param name="Id">The account's name.</param>
public sealed record EndSessions(string Id) : AccountChange(Id);

/// <summary>Somebody at an identity provider signs in with an account.</summary>
/// <param name="Id">The account's name.</param>
/// <param name="Identity">Who; of one account at most.</param>
public sealed record LinkIdentity(string Id, ProviderIdentity Identity) : AccountChange(Id);

/// <summary>Somebody at an identity provider signs in with an account no more.</summary>
/// <param name="Id">The account's name.</param>
/// <param name="Identity">Who.</param>
public sealed record UnlinkIdentity(string Id, ProviderIdentity Identity) : AccountChange(Id);

/// <summary>An account is ended: it opens nothing, and its name is not given again.</summary>
/// <param name="Id">The account's name.</param>
public sealed record EndAccount(string Id) : AccountChange(Id);

/// <summary>An account gets a password.</summary>
/// <param name="Id">The account's name.</param>
/// <param name="Secret">By <see cref="Secret.Keep"/>.</param>
public sealed record SetPassword(string Id, string Secret) : AccountChange(Id);

/// <summary>An account gets an authenticator, or loses it.</summary>
/// <param name="Id">The account's name.</param>
/// <param name="Secret">By <see cref="Authenticator.Secret"/>; empty for none from now on.</param>
public sealed record SetAuthenticator(string Id, string Secret) : AccountChange(Id)
{
    /// <summary>The step of time whose code has shown that it is set up, and opens nothing; 0 for none.</summary>
    public long LastStep { get; init; }
}

/// <summary>The answer to a change of an account; where several apply, the first is given.</summary>
public enum AccountOutcome
{
    /// <summary>It is done.</summary>
    Done = 1,

    /// <summary>There is an account of that name already, in use or ended.</summary>
    Exists,

    /// <summary>The name to sign in with, or the person's, is none that there can be.</summary>
    Unfit,

    /// <summary>There is no account of that name.</summary>
    Unknown,

    /// <summary>The account was ended.</summary>
    Ended,

    /// <summary>The account was changed since it was looked at.</summary>
    Changed,

    /// <summary>That identity belongs to an account already.</summary>
    IdentityTaken,

    /// <summary>That identity does not belong to the account.</summary>
    IdentityUnknown,

    /// <summary>The account holds that role there already.</summary>
    GrantExists,

    /// <summary>The account does not hold that role there.</summary>
    GrantUnknown,

    /// <summary>Nobody ends the account they work with.</summary>
    OwnAccount,

    /// <summary>Nobody would be left who keeps the accounts of every employer and can sign in.</summary>
    LastAdministrator,
}

/// <summary>Who changes something, when and from where.</summary>
/// <param name="Account">Who.</param>
/// <param name="Moment">When.</param>
/// <param name="Origin">From which address, or by which program.</param>
public sealed record ChangedBy(string Account, DateTimeOffset Moment, string Origin)
{
    /// <summary>Somebody who works in the books.</summary>
    /// <param name="by">Who, when and from where.</param>
    public static ChangedBy Of(Examiner by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return new ChangedBy(by.Account, by.Moment, by.Origin);
    }
}
