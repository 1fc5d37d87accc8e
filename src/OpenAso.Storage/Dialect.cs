using System.Data.Common;

namespace OpenAso.Storage;

/// <summary>What differs between databases, so that everything else is written once.</summary>
/// <remarks>Statements are written in the SQL that all of them share, with parameters as <c>@name</c>.</remarks>
public abstract class Dialect
{
    /// <summary>SQLite, as the bundled library speaks it.</summary>
    public static Dialect Sqlite { get; } = new SqliteDialect();

    /// <summary>PostgreSQL 15 or later.</summary>
    public static Dialect Postgres { get; } = new PostgresDialect();

    /// <summary>As in the names of migrations made for one database: <c>sqlite</c>, <c>postgres</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Replaces the words in braces that stand for what databases name differently.</summary>
    /// <remarks>
    /// <c>{integer}</c> a whole number of 64 bits, <c>{text}</c>, <c>{bytes}</c>, <c>{date}</c>; behind the closing
    /// parenthesis of a table <c>{table}</c>, or <c>{clustered}</c> for one kept in the order of its primary key
    /// (good for narrow rows only: with a payload of 260 bytes it was measured at less than half the speed).
    /// </remarks>
    /// <param name="sql">Statements; braces around other words are left alone.</param>
    public string Render(string sql) =>
        Words.Aggregate(sql, (text, word) => text.Replace("{" + word.Key + "}", word.Value, StringComparison.Ordinal));

    /// <summary>The statement that inserts one row.</summary>
    /// <param name="table">Its name, unquoted.</param>
    /// <param name="columns">In the order in which values are bound; at least one.</param>
    /// <param name="onConflict">What happens to a row whose unique key is there already.</param>
    internal static string InsertStatement(string table, IReadOnlyList<string> columns, OnConflict onConflict)
    {
        var parameters = string.Join(", ", columns.Select((_, index) => $"@p{index + 1}"));
        return $"insert into {Quote(table)} ({Names(columns)}) values ({parameters})"
            + ConflictClause(columns, onConflict);
    }

    /// <summary>What an insert says of rows whose key is there already, with a blank before; empty where it fails.
    /// </summary>
    internal static string ConflictClause(IReadOnlyList<string> columns, OnConflict onConflict)
    {
        if (onConflict.IsIgnored)
            return " on conflict do nothing";
        if (onConflict.Key.Count == 0)
            return "";
        var others = columns.Except(onConflict.Key).Select(column => $"{Quote(column)} = excluded.{Quote(column)}");
        return $" on conflict ({Names(onConflict.Key)}) do update set {string.Join(", ", others)}";
    }

    /// <summary>Each word that <see cref="Render"/> knows, without braces, and what it stands for here.</summary>
    protected abstract IReadOnlyDictionary<string, string> Words { get; }

    /// <summary>The statement that begins a transaction which will write, taking the lock at once where there is one.
    /// </summary>
    internal abstract string BeginWrite { get; }

    /// <summary>The statements that end a transaction which wrote.</summary>
    internal virtual IReadOnlyList<string> Commit { get; } = ["commit"];

    /// <summary>Whether a commit that fails ends the transaction, so that it is never taken for the failure of what was
    /// sent before it.</summary>
    internal virtual bool CommitEnds => false;

    /// <summary>Gives a value at once and after every commit of any process; several commits may give one.</summary>
    /// <param name="connection">Used for nothing else meanwhile.</param>
    /// <param name="time">Measures the waits.</param>
    /// <param name="cancellation">Ends it.</param>
    internal abstract IAsyncEnumerable<long> WatchAsync(
        DbConnection connection, TimeProvider time, CancellationToken cancellation);

    /// <summary>Whether a reader's statements that are sent at once see the same state without a transaction.</summary>
    internal virtual bool AsksOneState => false;

    /// <summary>Begins a transaction whose statements all see the same state.</summary>
    internal abstract DbTransaction BeginRead(DbConnection connection);

    /// <summary>Whether a transaction that was begun still stands; a full disk may have ended it.</summary>
    internal abstract bool IsInTransaction(DbConnection connection);

    /// <summary>Whether a failure says that a savepoint, or the transaction that it was in, stands no longer.</summary>
    internal abstract bool LacksSavepoint(DbException failure);

    /// <summary>Tables in the database, but for its own.</summary>
    internal abstract IReadOnlyList<string> Tables(DbConnection connection);

    /// <summary>What binds and writes rows on a connection, keeping what can be kept between commands.</summary>
    internal abstract BulkWriter OpenBulk(DbConnection connection);

    /// <summary>Makes rows ready for a command to insert, as far as that can be done before it runs.</summary>
    /// <remarks>Safe to call from any thread; worth while for many rows.</remarks>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="insert">Table, columns, what happens on a conflict.</param>
    /// <param name="rows">In order; not changed afterwards.</param>
    public virtual ReadyRows Ready<TRow>(BulkInsert<TRow> insert, IReadOnlyList<TRow> rows) =>
        new ReadyRows<TRow>(insert, rows);

    /// <summary>Makes ready what a migration may have to reach, within its transaction.</summary>
    internal virtual void BeforeMigration(DbConnection connection)
    {
    }

    /// <summary>Sets right what a migration made, within its transaction.</summary>
    internal virtual void AfterMigration(DbConnection connection)
    {
    }

    /// <summary>Says clearly what the database's library said.</summary>
    /// <returns>Null where only a change of the program would help, as with a statement that is wrong.</returns>
    internal abstract StorageException? Translate(Exception failure, string database);

    internal static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(Quote));

    internal static string Quote(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
