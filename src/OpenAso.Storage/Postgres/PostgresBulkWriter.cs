using System.Text.RegularExpressions;
using Npgsql;

namespace OpenAso.Storage;

/// <summary>Many rows by COPY into a stage and from there into the table; few rows in one batch of statements, which
/// waits for others until something is asked.</summary>
/// <remarks>PostgreSQL takes no COPY into a table that row-level security binds, hence the stage, a temporary table
/// that each commit empties.</remarks>
internal sealed partial class PostgresBulkWriter(NpgsqlConnection connection) : BulkWriter
{
    // PERF: below that the two round trips of a COPY cost more than they save.
    private const int FewRows = 32;
    private const int RowsInBatch = 500;

    private readonly Dictionary<string, (string Sql, int Parameters)> _positional = [];
    private readonly CopyStages _stages = new(connection);
    private readonly List<NpgsqlBatchCommand> _waiting = [];

    // What waits and has to find something to change, and what its command fails with where it does not.
    private readonly Dictionary<NpgsqlBatchCommand, Func<Exception>> _required = [];

    public override BulkResult Insert<TRow>(BulkInsert<TRow> insert, IEnumerable<TRow> rows) =>
        Insert(insert, rows, mayWait: !insert.OnConflict.IsIgnored);

    public override void Enqueue<TRow>(BulkInsert<TRow> insert, IEnumerable<TRow> rows) =>
        Insert(insert, rows, mayWait: true);

    /// <summary>Rows that were encoded before; null for few of them.</summary>
    public BulkResult Insert<TRow>(BulkInsert<TRow> insert, IReadOnlyList<TRow> rows, EncodedRows? encoded) =>
        Insert(insert, rows, encoded, mayWait: !insert.OnConflict.IsIgnored);

    /// <summary>Rows as they are copied; null where they are too few for it.</summary>
    public static EncodedRows? Encoded<TRow>(BulkInsert<TRow> insert, IReadOnlyList<TRow> rows) =>
        rows.Count > FewRows
            ? EncodedRows.Of(insert.Columns.Count, Statement(insert), insert.Bind, rows)
            : null;

    public override BulkResult Execute<TRow>(BulkStatement<TRow> statement, IEnumerable<TRow> rows) =>
        OneByOne(statement.Sql, Bound(statement, rows));

    public override void Enqueue<TRow>(BulkStatement<TRow> statement, IEnumerable<TRow> rows) =>
        Wait(statement.Sql, Bound(statement, rows));

    private BulkResult Insert<TRow>(BulkInsert<TRow> insert, IEnumerable<TRow> rows, bool mayWait)
    {
        var all = rows as IReadOnlyList<TRow> ?? [.. rows];
        return Insert(insert, all, Encoded(insert, all), mayWait);
    }

    private BulkResult Insert<TRow>(
        BulkInsert<TRow> insert, IReadOnlyList<TRow> rows, EncodedRows? encoded, bool mayWait)
    {
        if (encoded is null)
            return mayWait
                ? Wait(Statement(insert), Bound(insert, rows))
                : OneByOne(Statement(insert), Bound(insert, rows));
        if (!insert.WritesEach)
            return TryTogether(insert.Table, insert.Columns, insert.OnConflict, encoded)
                ?? OneByOne(Statement(insert), Bound(insert, rows));
        // PERF: copied at once; from there into the table with all that waits: a round trip less for each table.
        _waiting.Add(_stages.Copy(insert.Table, insert.Columns, insert.OnConflict, encoded));
        return new BulkResult(rows.Count, []);
    }

    private static string Statement<TRow>(BulkInsert<TRow> insert) =>
        Dialect.InsertStatement(insert.Table, insert.Columns, insert.OnConflict);

    private static BoundRows Bound<TRow>(BulkInsert<TRow> insert, IReadOnlyList<TRow> rows) =>
        BoundRows.Of(insert.Columns.Count, Statement(insert), insert.Bind, rows);

    private BoundRows Bound<TRow>(BulkStatement<TRow> statement, IEnumerable<TRow> rows) =>
        BoundRows.Of(Positional(statement.Sql).Parameters, statement.Sql, statement.Bind, rows);

    public override void Require<TRow>(
        BulkStatement<TRow> statement, IEnumerable<TRow> rows, Func<TRow, Exception> refused)
    {
        var all = rows.ToList();
        var bound = Bound(statement, all);
        var required = Required(Positional(statement.Sql).Sql);
        for (var row = 0; row < all.Count; row++)
        {
            var (command, one) = (Command(required, bound, row), all[row]);
            _waiting.Add(command);
            _required.Add(command, () => refused(one));
        }
        if (_waiting.Count >= RowsInBatch)
            Flush();
    }

    // PERF: a claim that is sent alone writes a row into each of ten tables: one round trip instead of ten.
    public override void Flush(params ReadOnlySpan<string> then)
    {
        if (_waiting.Count + then.Length == 0)
            return;
        using var batch = new NpgsqlBatch(connection);
        Take(batch);
        foreach (var statement in then)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        Send(batch);
    }

    public override void Undone()
    {
        _waiting.Clear();
        _required.Clear();
        _stages.Forget();
    }

    public override void Dispose()
    {
    }

    // Every row is written, or the command fails; of those that nobody asks after, some may be passed over.
    private BulkResult Wait(string sql, BoundRows rows)
    {
        var (positional, _) = Positional(sql);
        for (var row = 0; row < rows.Count; row++)
            _waiting.Add(Command(positional, rows, row));
        if (_waiting.Count >= RowsInBatch)
            Flush();
        return new BulkResult(rows.Count, []);
    }

    private void Take(NpgsqlBatch batch)
    {
        foreach (var command in _waiting)
            batch.BatchCommands.Add(command);
        _waiting.Clear();
    }

    private void Send(NpgsqlBatch batch)
    {
        try
        {
            batch.ExecuteNonQuery();
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.DivisionByZero
            && failure.BatchCommand is NpgsqlBatchCommand failed && _required.ContainsKey(failed))
        {
            throw _required[failed]();
        }
        finally
        {
            _required.Clear();
        }
    }

    // Fails by itself where it finds nothing, so that nothing that was sent behind it is done: not even the commit.
    private static string Required(string statement) =>
        $"with written as ({statement} returning 1) select 1 / count(*) from written";

    private static NpgsqlBatchCommand Command(string sql, BoundRows rows, int row)
    {
        var command = new NpgsqlBatchCommand(sql);
        rows.AddTo(command.Parameters, row);
        return command;
    }

    // Null where rows meet others of their key and each has to be asked what became of it.
    private BulkResult? TryTogether(
        string table, IReadOnlyList<string> columns, OnConflict onConflict, EncodedRows rows)
    {
        Flush();
        Script.Run(connection, "savepoint together");
        try
        {
            using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(_stages.Copy(table, columns, onConflict, rows));
            var written = batch.ExecuteNonQuery();
            if (written == rows.Count)
            {
                Script.Run(connection, "release savepoint together");
                return new BulkResult(written, []);
            }
        }
        catch (PostgresException said) when (said.SqlState == PostgresErrorCodes.CardinalityViolation)
        {
            // A key stands twice among the rows: the later one wins, which only one after the other can do.
        }
        Script.Run(connection, "rollback to savepoint together; release savepoint together");
        _stages.Forget();
        return null;
    }

    private BulkResult OneByOne(string sql, BoundRows rows)
    {
        var (positional, _) = Positional(sql);
        var written = 0;
        List<int>? unwritten = null;
        for (var first = 0; first < rows.Count; first += RowsInBatch)
        {
            using var batch = new NpgsqlBatch(connection);
            Take(batch);
            var before = batch.BatchCommands.Count;
            for (var row = first; row < Math.Min(first + RowsInBatch, rows.Count); row++)
                batch.BatchCommands.Add(Command(positional, rows, row));
            Send(batch);
            for (var at = before; at < batch.BatchCommands.Count; at++)
            {
                if (batch.BatchCommands[at].RecordsAffected > 0)
                    written++;
                else
                    (unwritten ??= []).Add(first + at - before);
            }
        }
        return new BulkResult(written, unwritten is null ? [] : unwritten);
    }

    // Values are numbered as the parameters first appear.
    private (string Sql, int Parameters) Positional(string sql)
    {
        if (_positional.TryGetValue(sql, out var known))
            return known;
        List<string> names = [];
        var text = Parameter().Replace(sql, match =>
        {
            if (!names.Contains(match.Value))
                names.Add(match.Value);
            return $"${names.IndexOf(match.Value) + 1}";
        });
        return _positional[sql] = (text, names.Count);
    }

    [GeneratedRegex("@[a-zA-Z_][a-zA-Z0-9_]*", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
