using OpenAso.Kernel;

namespace OpenAso.Storage;

/// <summary>What happens to a row whose unique key is there already.</summary>
/// <remarks>Only unique keys: a row that breaks a check or lacks a value is refused in every case.</remarks>
public sealed record OnConflict
{
    private OnConflict(ValueList<string> key, bool isIgnored)
    {
        Key = key;
        IsIgnored = isIgnored;
    }

    /// <summary>The command fails with <see cref="StorageProblem.Duplicate"/>, and none of its rows are kept.</summary>
    public static OnConflict Fail { get; } = new([], isIgnored: false);

    /// <summary>The row that is there stays; the new one is reported in <see cref="BulkResult.Unwritten"/>.</summary>
    public static OnConflict Ignore { get; } = new([], isIgnored: true);

    /// <summary>The row that is there takes the new one's other columns.</summary>
    /// <param name="key">The columns of the unique key; at least one.</param>
    /// <exception cref="ArgumentException">No column is named.</exception>
    public static OnConflict Update(params ReadOnlySpan<string> key) => key.IsEmpty
        ? throw new ArgumentException("An update on conflict names the columns of the unique key.", nameof(key))
        : new OnConflict([.. key], isIgnored: false);

    /// <summary>The columns of the unique key whose row is updated; empty when none is.</summary>
    public ValueList<string> Key { get; }

    /// <summary>The row that is there stays, without an error.</summary>
    public bool IsIgnored { get; }
}
