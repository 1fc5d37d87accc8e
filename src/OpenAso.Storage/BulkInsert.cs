namespace OpenAso.Storage;

/// <summary>How rows of a kind are inserted. Made once, used for any number of rows.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Table">The table.</param>
/// <param name="Columns">In the order in which <paramref name="Bind"/> numbers them; at least one.</param>
/// <param name="OnConflict">What happens to a row whose unique key is there already.</param>
/// <param name="Bind">Gives a row's values, one for each column.</param>
public sealed record BulkInsert<TRow>(
    string Table, IReadOnlyList<string> Columns, OnConflict OnConflict, BindRow<TRow> Bind)
{
    /// <summary>Whether no key stands twice among rows that are inserted together; false where nobody knows.</summary>
    /// <remarks>PERF: where none does, and none is to be ignored, nobody waits for what becomes of them.</remarks>
    public bool IsDistinct { get; init; }

    /// <summary>Whether each row is written, or the command fails.</summary>
    internal bool WritesEach => OnConflict == OnConflict.Fail || (IsDistinct && !OnConflict.IsIgnored);
}

/// <summary>A statement that is executed once for each row, as a guarded update is.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Sql">One statement without results.</param>
/// <param name="Bind">Gives a row's values, numbered as the parameters first appear in the statement.</param>
public sealed record BulkStatement<TRow>(string Sql, BindRow<TRow> Bind);

/// <summary>What became of the rows.</summary>
/// <param name="Written">How many rows were inserted or found something to change.</param>
/// <param name="Unwritten">Which did not, by their index from 0, ascending: those whose key was there already and is
/// to be ignored, those whose guarded update found nothing.</param>
public readonly record struct BulkResult(int Written, IReadOnlyList<int> Unwritten);

/// <summary>Writes many rows on one connection.</summary>
internal abstract class BulkWriter : IDisposable
{
    public abstract BulkResult Insert<TRow>(BulkInsert<TRow> insert, IEnumerable<TRow> rows);

    public abstract BulkResult Execute<TRow>(BulkStatement<TRow> statement, IEnumerable<TRow> rows);

    /// <summary>As <see cref="Insert"/>, where nobody asks what became of single rows.</summary>
    public virtual void Enqueue<TRow>(BulkInsert<TRow> insert, IEnumerable<TRow> rows) => Insert(insert, rows);

    /// <summary>As <see cref="Execute"/>, where nobody asks what became of single rows.</summary>
    public virtual void Enqueue<TRow>(BulkStatement<TRow> statement, IEnumerable<TRow> rows) =>
        Execute(statement, rows);

    /// <summary>As <see cref="Execute"/>, where each row has to find something to change.</summary>
    public virtual void Require<TRow>(
        BulkStatement<TRow> statement, IEnumerable<TRow> rows, Func<TRow, Exception> refused)
    {
        var all = rows.ToList();
        if (Execute(statement, all).Unwritten is [var first, ..])
            throw refused(all[first]);
    }

    /// <summary>Sends what waits to be sent, and statements behind it, if there are any.</summary>
    public abstract void Flush(params ReadOnlySpan<string> then);

    /// <summary>Something that was written was undone, and what was made beside it with it.</summary>
    public virtual void Undone()
    {
    }

    public abstract void Dispose();
}
