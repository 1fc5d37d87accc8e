using Npgsql;
using NpgsqlTypes;

namespace OpenAso.Storage;

/// <summary>Temporary tables of one connection through which rows are copied into tables that COPY may not reach.
/// </summary>
internal sealed class CopyStages(NpgsqlConnection connection)
{
    private readonly Dictionary<string, string> _names = [];
    private readonly HashSet<string> _made = [];
    private long _ordinal;

    /// <summary>Copies the rows and inserts them in their order.</summary>
    /// <returns>How many were inserted or changed.</returns>
    public int Insert(string table, IReadOnlyList<string> columns, OnConflict onConflict, BoundRows rows)
    {
        var names = Dialect.Names(columns);
        var stage = Stage(table, names);
        var first = _ordinal;
        using (var copy = connection.BeginBinaryImport($"copy {stage} (ordinal, {names}) from stdin (format binary)"))
        {
            for (var row = 0; row < rows.Count; row++)
            {
                copy.StartRow();
                copy.Write(_ordinal++, NpgsqlDbType.Bigint);
                rows.Write(copy, row);
            }
            copy.Complete();
        }
        using var insert = new NpgsqlCommand(
            $"insert into {Dialect.Quote(table)} ({names}) select {names} from {stage} where ordinal >= $1 "
            + $"order by ordinal{Dialect.ConflictClause(columns, onConflict)}", connection);
        insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = first });
        return insert.ExecuteNonQuery();
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
