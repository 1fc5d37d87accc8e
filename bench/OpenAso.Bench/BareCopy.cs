using Npgsql;
using NpgsqlTypes;

namespace OpenAso.Bench;

/// <summary>Copies the rows that decisions left in a PostgreSQL database into another one: the fastest way that is
/// durable.</summary>
internal sealed class BareCopy
{
    public const int ClaimsInTransaction = 1_000;

    // What decisions insert; families and accounts are rows that were there and are changed.
    private static readonly (string Name, string Order)[] Names =
    [
        ("claim", "family, sequence"), ("accumulator", "family, person, limit_id, window_first, part"),
        ("transfer", "key"), ("outbox", "shard, position"),
    ];

    private readonly IReadOnlyList<Table> _tables;

    private BareCopy(IReadOnlyList<Table> tables) => _tables = tables;

    /// <summary>Takes the rows.</summary>
    public static BareCopy Of(string address)
    {
        using var connection = new NpgsqlConnection(address);
        connection.Open();
        return new BareCopy([.. Names.Select(name => Table.Read(connection, name.Name, name.Order))]);
    }

    /// <summary>Copies them all.</summary>
    /// <returns>How many claims.</returns>
    public long Run(string address)
    {
        using var connection = new NpgsqlConnection(address);
        connection.Open();
        var claims = _tables[0].Rows.Count;
        var groups = (claims + ClaimsInTransaction - 1) / ClaimsInTransaction;
        for (var group = 0; group < groups; group++)
        {
            using var transaction = connection.BeginTransaction();
            foreach (var table in _tables)
                Copy(connection, table, group, groups);
            transaction.Commit();
        }
        return claims;
    }

    private static void Copy(NpgsqlConnection connection, Table table, long group, long groups)
    {
        using var copy = connection.BeginBinaryImport(
            $"copy {table.Name} ({table.Columns}) from stdin (format binary)");
        var last = (int)((group + 1) * table.Rows.Count / groups);
        for (var i = (int)(group * table.Rows.Count / groups); i < last; i++)
        {
            copy.StartRow();
            foreach (var value in table.Rows[i])
                Write(copy, value);
        }
        copy.Complete();
    }

    private static void Write(NpgsqlBinaryImporter copy, object? value)
    {
        switch (value)
        {
            case long integer:
                copy.Write(integer, NpgsqlDbType.Bigint);
                break;
            case string text:
                copy.Write(text, NpgsqlDbType.Text);
                break;
            case byte[] bytes:
                copy.Write(bytes, NpgsqlDbType.Bytea);
                break;
            default:
                copy.WriteNull();
                break;
        }
    }

    private sealed record Table(string Name, string Columns, List<object?[]> Rows)
    {
        public static Table Read(NpgsqlConnection connection, string name, string order)
        {
            // The event of the enrolment is there before the claims are.
            var decided = name == "outbox" ? "where event = 1" : "";
            using var command = new NpgsqlCommand($"select * from {name} {decided} order by {order}", connection);
            using var reader = command.ExecuteReader();
            List<object?[]> rows = [];
            while (reader.Read())
            {
                var row = new object?[reader.FieldCount];
                for (var column = 0; column < row.Length; column++)
                    row[column] = reader.IsDBNull(column) ? null : reader.GetValue(column);
                rows.Add(row);
            }
            var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName);
            return new Table(name, string.Join(", ", columns), rows);
        }
    }
}
