namespace OpenAso.Storage;

/// <summary>Which SQLite file is opened, and how.</summary>
/// <param name="Path">The file; relative to the current folder.</param>
public sealed record SqliteOptions(string Path)
{
    /// <summary>What it is opened for. Default: reading and writing, made when missing.</summary>
    public DatabaseAccess Access { get; init; } = DatabaseAccess.Create;

    /// <summary>How long to wait for another process to leave the file. Default: 30 seconds; zero never waits.
    /// </summary>
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
