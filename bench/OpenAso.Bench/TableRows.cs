using Npgsql;

namespace OpenAso.Bench;

/// <summary>Rows of a table, ready in memory.</summary>
internal sealed record TableRows(string Name, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows)
{
    /// <summary>Reads them.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="name">Of the table.</param>
    /// <param name="condition">From <c>where</c> on; empty for all.</param>
    /// <param name="order">By which columns.</param>
    public static TableRows Read(NpgsqlConnection connection, string name, string condition, string order)
    {
        using var command = new NpgsqlCommand($"select * from {name} {condition} order by {order}", connection);
        using var reader = command.ExecuteReader();
        List<object?[]> rows = [];
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var column = 0; column < row.Length; column++)
                row[column] = reader.IsDBNull(column) ? null : reader.GetValue(column);
            rows.Add(row);
        }
        return new TableRows(name, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], rows);
    }
}
