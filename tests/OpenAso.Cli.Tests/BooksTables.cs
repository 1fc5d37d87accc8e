using Dapper;
using Microsoft.Data.Sqlite;

namespace OpenAso.Cli.Tests;

/// <summary>Every row of a database as text, to compare two of them.</summary>
internal static class BooksTables
{
    /// <summary>The rows of every table, sorted as text.</summary>
    /// <remarks>The positions of events are left out: chunks of one shard may be committed in either order.</remarks>
    public static IReadOnlyList<string> Rows(string folder)
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "openaso.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var tables = connection.Query<string>("select m.name from sqlite_master m join "
            + "pragma_table_info(m.name) c where m.type = 'table' and c.name = 'tenant'");
        return [.. tables.SelectMany(table => Rows(connection, table))
            .Select(row => row.Replace(folder, "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    public static long Count(string folder, string sql) => Query<long>(folder, sql).Single();

    public static IReadOnlyList<string> Text(string folder, string sql) => Query<string>(folder, sql);

    private static List<T> Query<T>(string folder, string sql)
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "openaso.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return [.. connection.Query<T>(sql)];
    }

    private static IEnumerable<string> Rows(SqliteConnection connection, string table) => connection
        .Query($"select * from {table}").Cast<IDictionary<string, object?>>()
        .Select(row => table + "|" + string.Join('|', row
            .Where(column => (table, column.Key) is not ("outbox", "position"))
            .Select(column => column.Value is byte[] bytes ? Convert.ToHexString(bytes) : column.Value)));
}
