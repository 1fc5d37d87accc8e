using OpenAso.Kernel;

namespace OpenAso.Operations.Access;

/// <summary>Somebody at an identity provider.</summary>
/// <param name="Issuer">The provider, as its tokens name it (<c>iss</c>).</param>
/// <param name="Subject">The person, as the provider names them (<c>sub</c>); never given to another.</param>
public sealed record ProviderIdentity(string Issuer, string Subject);

/// <summary>An account as it is kept, ended or in use.</summary>
/// <param name="Account">Who, and what for.</param>
/// <param name="Stamp">Counts on with each change of what it may do or proves itself by; sessions of before
/// end.</param>
public sealed record KeptAccount(Account Account, long Stamp)
{
    /// <summary>Since when it opens nothing; null where it is in use.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether it has a password.</summary>
    public bool HasPassword { get; init; }

    /// <summary>Whether a code of an authenticator is asked for beside the password.</summary>
    public bool HasAuthenticator { get; init; }

    /// <summary>Who it is at identity providers, by issuer and subject.</summary>
    public ValueList<ProviderIdentity> Identities { get; init; } = [];

    /// <summary>Whether it keeps the accounts of every employer, and somebody can sign in with it.</summary>
    public bool KeepsAccounts => EndedAt is null && (HasPassword || Identities.Count > 0)
        && Account.MayEverywhere(Right.KeepAccounts);
}
