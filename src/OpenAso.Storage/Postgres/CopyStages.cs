using Npgsql;

namespace OpenAso.Storage;

/// <summary>Temporary tables of one connection through which rows are copied into tables that COPY may not reach.
/// </summary>
internal sealed class CopyStages(NpgsqlConnection connection)
{
    private readonly Dictionary<string, string> _names = [];
    private readonly HashSet<string> _made = [];
    private long _ordinal;

    /// <summary>Copies the rows.</summary>
    /// <returns>The statement that inserts them in their order.</returns>
    public NpgsqlBatchCommand Copy(string table, IReadOnlyList<string> columns, OnConflict onConflict, EncodedRows rows)
    {
        var names = Dialect.Names(columns);
        var stage = Stage(table, names);
        var first = _ordinal;
        rows.CopyTo(connection, $"copy {stage} (ordinal, {names}) from stdin (format binary)", first);
        _ordinal += rows.Count;
        var insert = new NpgsqlBatchCommand(
            $"insert into {Dialect.Quote(table)} ({names}) select {names} from {stage} "
            + "where ordinal between $1 and $2 "
            + $"order by ordinal{Dialect.ConflictClause(columns, onConflict)}");
        insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = first });
        insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = _ordinal - 1 });
        return insert;
    }

    /// <summary>A rollback may have taken stages with it: they are made anew when they are needed.</summary>
    public void Forget() => _made.Clear();

    private string Stage(string table, string names)
    {
        var key = $"{table} ({names})";
        if (!_names.TryGetValue(key, out var stage))
            _names.Add(key, stage = Dialect.Quote($"stage_{_names.Count}_{table}"));
        if (_made.Add(stage))
            Script.Run(connection, $"create temporary table if not exists {stage} on commit delete rows as "
                + $"select cast(0 as bigint) as ordinal, {names} from {Dialect.Quote(table)} with no data");
        return stage;
    }
}
