namespace OpenAso.Storage;

/// <summary>When a group of commands is committed although more are waiting.</summary>
/// <param name="Duration">Since the transaction began; a command that is running is not cut off.</param>
/// <param name="Size">The sum of the sizes that commands name; one larger command has a transaction of its own.</param>
public sealed record GroupLimit(TimeSpan Duration, int Size)
{
    /// <summary>50 milliseconds or a size of 1,000.</summary>
    public static GroupLimit Default { get; } = new(TimeSpan.FromMilliseconds(50), 1_000);
}
