using System.Security.Cryptography;

namespace OpenAso.Operations.Access;

/// <summary>The key by which secrets in the books are sealed: found only when one is read or kept, and not kept with
/// the books.</summary>
public abstract class SealingKey
{
    /// <summary>No key: nothing is sealed, and nothing sealed is opened.</summary>
    public static SealingKey None { get; } = new NoKey();

    /// <summary>Where it is, for whoever runs the server.</summary>
    public abstract string Place { get; }

    /// <summary>The key; null where there is none.</summary>
    /// <exception cref="KeyUnavailableException">What is there is not a key, or cannot be read.</exception>
    protected abstract byte[]? Find();

    /// <summary>The key, made where there is none yet.</summary>
    /// <exception cref="KeyUnavailableException">None can be made, or what is there cannot be read.</exception>
    protected abstract byte[] FindOrMake();

    /// <summary>Random bytes.</summary>
    /// <param name="count">How many.</param>
    protected abstract byte[] Random(int count);

    /// <summary>Tells whoever runs the server something.</summary>
    /// <param name="message">In one line; never a secret.</param>
    public abstract void Tell(string message);

    /// <summary>Seals a secret; makes the key where there is none yet.</summary>
    /// <param name="secret">As it is.</param>
    /// <param name="place">What it belongs to.</param>
    /// <exception cref="KeyUnavailableException">There is no key, and none can be made.</exception>
    public string Seal(string secret, SecretPlace place)
    {
        var key = FindOrMake();
        var kept = SealedSecret.Seal(secret, place, key, Random(SealedSecret.NonceBytes));
        CryptographicOperations.ZeroMemory(key);
        return kept;
    }

    /// <summary>Opens a secret; one that lies there plain from before is itself. Where it cannot be opened, whoever
    /// runs the server is told where the key should be, and how to go on.</summary>
    /// <param name="kept">As it is kept.</param>
    /// <param name="place">What it belongs to.</param>
    /// <param name="mend">What to do where the key is lost.</param>
    /// <returns>Null where it cannot be opened.</returns>
    public string? Open(string kept, SecretPlace place, string mend)
    {
        if (!SealedSecret.IsSealed(kept))
            return kept;
        var (opened, why) = TryOpen(kept, place);
        if (opened is null)
            Tell($"The secret of {place.Kind} {place.Of} cannot be opened: {why} Put the key file back that it was "
                + $"sealed by, or {mend}");
        return opened;
    }

    private (string? Opened, string Why) TryOpen(string kept, SecretPlace place)
    {
        byte[]? key;
        try
        {
            key = Find();
        }
        catch (KeyUnavailableException unavailable)
        {
            return (null, unavailable.Message);
        }
        if (key is null)
            return (null, $"{Place} is not there.");
        var opened = SealedSecret.Open(kept, place, key);
        CryptographicOperations.ZeroMemory(key);
        return (opened, $"the key in {Place} is not the one that it was sealed by, or it was tampered with.");
    }

    private sealed class NoKey : SealingKey
    {
        public override string Place => "a key file";

        public override void Tell(string message)
        {
        }

        protected override byte[]? Find() => null;

        protected override byte[] FindOrMake() => throw Nothing();

        protected override byte[] Random(int count) => throw Nothing();

        private static KeyUnavailableException Nothing() => new("These books have no key file.");
    }
}

/// <summary>There is no key by which secrets are sealed, and none can be made.</summary>
/// <param name="message">Why, where it was looked for, and how to mend it.</param>
/// <param name="inner">What was met; null for nothing.</param>
public sealed class KeyUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
