using System.Data.Common;

namespace OpenAso.Storage;

/// <summary>What a command writes with. Good only while the command runs.</summary>
public sealed class WriteSession
{
    private readonly BulkWriter _bulk;
    private readonly DbConnection _connection;

    internal WriteSession(DbConnection connection, Dialect dialect, BulkWriter bulk)
    {
        _connection = connection;
        Dialect = dialect;
        _bulk = bulk;
    }

    /// <summary>For reading and for single statements, inside the command's part of the transaction.</summary>
    /// <remarks>The transaction is the queue's: a command neither begins nor ends one. Foreign keys have to be
    /// checked at once (not deferred), or one command's mistake would fail the commit of its neighbours.</remarks>
    public DbConnection Connection
    {
        get
        {
            _bulk.Flush();
            return _connection;
        }
    }

    /// <summary>What this database names differently.</summary>
    public Dialect Dialect { get; }

    /// <summary>Inserts rows, in order.</summary>
    /// <remarks>They may be sent when the next thing is asked, or when the command ends: one that is refused fails the
    /// command, and not always here.</remarks>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="insert">Table, columns, what happens on a conflict.</param>
    /// <param name="rows">Any number; read once.</param>
    public BulkResult Insert<TRow>(BulkInsert<TRow> insert, IEnumerable<TRow> rows) => _bulk.Insert(insert, rows);

    /// <summary>Inserts rows that were made ready before, in order.</summary>
    /// <param name="rows">Made for this database.</param>
    public BulkResult Insert(ReadyRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.InsertBy(_bulk);
    }

    /// <summary>Executes a statement once for each row, in order.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="statement">What to execute, and how a row's values are bound.</param>
    /// <param name="rows">Any number; read once.</param>
    public BulkResult Execute<TRow>(BulkStatement<TRow> statement, IEnumerable<TRow> rows) =>
        _bulk.Execute(statement, rows);

    /// <summary>Executes a statement once for each row, in order, where each has to find something to change.</summary>
    /// <remarks>As with <see cref="Insert"/> they may be sent with what is asked next, and refused only then; what
    /// follows such a row is not written either.</remarks>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="statement">What to execute, and how a row's values are bound.</param>
    /// <param name="rows">Any number; read once.</param>
    /// <param name="refused">What the command fails with where a row found nothing.</param>
    public void Require<TRow>(
        BulkStatement<TRow> statement, IEnumerable<TRow> rows, Func<TRow, Exception> refused) =>
        _bulk.Require(statement, rows, refused);

    /// <summary>Inserts rows, in order, where nobody asks what became of single ones.</summary>
    /// <remarks>As with <see cref="Insert"/> they may be sent with what is asked next.</remarks>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="insert">Table, columns, what happens on a conflict.</param>
    /// <param name="rows">Any number; read once.</param>
    public void Enqueue<TRow>(BulkInsert<TRow> insert, IEnumerable<TRow> rows) => _bulk.Enqueue(insert, rows);

    /// <summary>Executes a statement once for each row, in order, where nobody asks what became of single ones.
    /// </summary>
    /// <remarks>As with <see cref="Insert"/> they may be sent with what is asked next.</remarks>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="statement">What to execute, and how a row's values are bound.</param>
    /// <param name="rows">Any number; read once.</param>
    public void Enqueue<TRow>(BulkStatement<TRow> statement, IEnumerable<TRow> rows) =>
        _bulk.Enqueue(statement, rows);
}
