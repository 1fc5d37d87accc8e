namespace OpenAso.Access;

/// <summary>By what people may sign in.</summary>
/// <param name="Provider">The identity provider; null for none, and then nothing is ever asked of another
/// machine.</param>
/// <param name="AllowsPasswords">Whether names and passwords of ours open anything.</param>
public sealed record SignInSettings(IdentityProvider? Provider, bool AllowsPasswords)
{
    /// <summary>Names and passwords of ours, no provider.</summary>
    public static SignInSettings Local { get; } = new(null, AllowsPasswords: true);
}

/// <summary>A provider of identities by OpenID Connect.</summary>
/// <param name="Authority">Its address, under which its description stands; https, or on this machine.</param>
/// <param name="Client">How this server is called there.</param>
/// <param name="Secret">By which this server proves itself there; null where it is a public client.</param>
/// <param name="DemandsSecondFactor">Whether staff are let in only where the provider says that more than a password
/// was
/// asked for.</param>
public sealed record IdentityProvider(Uri Authority, string Client, string? Secret, bool DemandsSecondFactor);
