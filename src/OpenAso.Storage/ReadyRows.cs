namespace OpenAso.Storage;

/// <summary>Rows of a table with their values bound, for any command to insert.</summary>
/// <remarks>PERF: the one thread that writes has the least time; whoever makes rows ready before takes the binding off
/// it.</remarks>
public abstract class ReadyRows
{
    private protected ReadyRows()
    {
    }

    /// <summary>Inserts them, in order.</summary>
    internal abstract BulkResult InsertBy(BulkWriter writer);
}

/// <summary>Rows, and how they are inserted.</summary>
/// <param name="insert">Table, columns, what happens on a conflict.</param>
/// <param name="rows">In order.</param>
internal class ReadyRows<TRow>(BulkInsert<TRow> insert, IReadOnlyList<TRow> rows) : ReadyRows
{
    public BulkInsert<TRow> How => insert;

    public IReadOnlyList<TRow> Rows => rows;

    internal override BulkResult InsertBy(BulkWriter writer) => writer.Insert(insert, rows);
}
