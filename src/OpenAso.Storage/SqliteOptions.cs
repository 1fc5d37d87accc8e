namespace OpenAso.Storage;

/// <summary>Which SQLite file is opened, and how.</summary>
/// <param name="Path">The file; relative to the current folder.</param>
public sealed record SqliteOptions(string Path)
{
    /// <summary>What it is opened for. Default: reading and writing, made when missing.</summary>
    public DatabaseAccess Access { get; init; } = DatabaseAccess.Create;

    /// <summary>How long to wait for another process to leave the file. Default: 30 seconds; zero never waits.</summary>
    /// <remarks>Another program's lock is waited for as long, but at most 5 seconds.</remarks>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Told at once and then about every second while waiting: who works with the file (null when it does
    /// not say), and for how long it was waited.</summary>
    public Action<DatabaseOwner?, TimeSpan>? Waiting { get; init; }

    /// <summary>How much one transaction may hold.</summary>
    public GroupLimit Group { get; init; } = GroupLimit.Default;

    /// <summary>Measures the waits, and dates the migrations.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>When a group of commands is committed although more are waiting.</summary>
/// <param name="Duration">Since the transaction began; a command that is running is not cut off.</param>
/// <param name="Size">The sum of the sizes that commands name; one larger command has a transaction of its own.</param>
public sealed record GroupLimit(TimeSpan Duration, int Size)
{
    /// <summary>50 milliseconds or a size of 1,000.</summary>
    public static GroupLimit Default { get; } = new(TimeSpan.FromMilliseconds(50), 1_000);
}

/// <summary>Who goes first.</summary>
public enum Urgency
{
    /// <summary>Somebody waits for the answer.</summary>
    Interactive,

    /// <summary>One of many; goes when nobody waits, but is never kept from going at all.</summary>
    Bulk,
}
