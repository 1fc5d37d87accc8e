using Npgsql;

namespace OpenAso.Bench;

/// <summary>Rows of a table, ready in memory.</summary>
internal sealed record TableRows(string Name, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows)
{
    /// <summary>Reads them, but for columns that the database fills by itself.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="name">Of the table.</param>
    /// <param name="condition">From <c>where</c> on; empty for all.</param>
    /// <param name="order">By which columns.</param>
    public static TableRows Read(NpgsqlConnection connection, string name, string condition, string order)
    {
        var generated = Generated(connection);
        using var command = new NpgsqlCommand($"select * from {name} {condition} order by {order}", connection);
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount)
            .Where(column => !generated.Contains(reader.GetName(column))).ToList();
        List<object?[]> rows = [];
        while (reader.Read())
            rows.Add([.. columns.Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))]);
        return new TableRows(name, [.. columns.Select(reader.GetName)], rows);
    }

    private static HashSet<string> Generated(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            "select distinct attname::text from pg_attribute where attgenerated <> ''", connection);
        using var reader = command.ExecuteReader();
        HashSet<string> names = [];
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }
}
