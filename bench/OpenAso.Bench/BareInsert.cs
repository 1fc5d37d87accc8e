using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpenAso.Bench;

/// <summary>Inserts the rows that decisions left in a database into another one: the fastest way that is
/// durable.</summary>
internal sealed class BareInsert
{
    public const int ClaimsInTransaction = 1_000;

    private const string Settings =
        "pragma journal_mode = wal; pragma synchronous = full; pragma fullfsync = on; "
        + "pragma wal_autocheckpoint = 16000; pragma journal_size_limit = 67108864; pragma cache_size = -65536;";

    // What decisions insert; families and accounts are rows that were there and are changed.
    private static readonly string[] Names = ["claim", "accumulator", "transfer", "outbox"];

    private readonly IReadOnlyList<Table> _tables;

    private BareInsert(IReadOnlyList<Table> tables) => _tables = tables;

    public long Rows => _tables.Sum(table => table.Rows.Count);

    public string Words => string.Join(", ", _tables.Select(table => $"{table.Rows.Count:N0} {table.Name}"));

    /// <summary>Takes the rows, in the order in which they were written.</summary>
    public static BareInsert Of(string path)
    {
        using var connection = Open(path);
        return new BareInsert([.. Names.Select(name => Table.Read(connection, name))]);
    }

    /// <summary>Inserts them all.</summary>
    /// <returns>How many claims.</returns>
    public long Run(string path)
    {
        using var connection = Open(path);
        using (var settings = connection.CreateCommand())
        {
            settings.CommandText = Settings;
            settings.ExecuteNonQuery();
        }
        var handle = connection.Handle!;
        var statements = _tables.Select(table => table.Prepare(handle)).ToArray();
        var claims = _tables[0].Rows.Count;
        var groups = (claims + ClaimsInTransaction - 1) / ClaimsInTransaction;
        for (var group = 0; group < groups; group++)
        {
            Must(raw.sqlite3_exec(handle, "begin immediate"));
            for (var i = 0; i < statements.Length; i++)
                Insert(statements[i], _tables[i].Rows, group, groups);
            Must(raw.sqlite3_exec(handle, "commit"));
        }
        foreach (var statement in statements)
            statement.Dispose();
        return claims;
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Insert(sqlite3_stmt statement, List<object?[]> rows, long group, long groups)
    {
        var last = (int)((group + 1) * rows.Count / groups);
        for (var i = (int)(group * rows.Count / groups); i < last; i++)
        {
            var row = rows[i];
            for (var column = 0; column < row.Length; column++)
                Must(Bind(statement, column + 1, row[column]));
            Must(raw.sqlite3_step(statement));
            Must(raw.sqlite3_reset(statement));
        }
    }

    private static int Bind(sqlite3_stmt statement, int number, object? value) => value switch
    {
        long integer => raw.sqlite3_bind_int64(statement, number, integer),
        Text { Utf8.Length: 0 } => raw.sqlite3_bind_text(statement, number, ""),
        Text text => raw.sqlite3_bind_text(statement, number, text.Utf8),
        byte[] blob => raw.sqlite3_bind_blob(statement, number, blob),
        _ => raw.sqlite3_bind_null(statement, number),
    };

    private static void Must(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"SQLite said {code}."));
    }

    private sealed record Text(byte[] Utf8);

    private sealed record Table(string Name, int Columns, List<object?[]> Rows)
    {
        public static Table Read(SqliteConnection connection, string name)
        {
            using var command = connection.CreateCommand();
            // The event of the enrolment is there before the claims are.
            var decided = name == "outbox" ? "where event = 1" : "";
            command.CommandText = $"select * from {name} {decided} order by rowid";
            using var reader = command.ExecuteReader();
            List<object?[]> rows = [];
            while (reader.Read())
            {
                var row = new object?[reader.FieldCount];
                for (var column = 0; column < row.Length; column++)
                    row[column] = ValueOf(reader.GetValue(column));
                rows.Add(row);
            }
            return new Table(name, reader.FieldCount, rows);
        }

        public sqlite3_stmt Prepare(sqlite3 handle)
        {
            var values = string.Join(", ", Enumerable.Repeat("?", Columns));
            Must(raw.sqlite3_prepare_v2(handle, $"insert into {Name} values ({values})", out var statement));
            return statement;
        }

        private static object? ValueOf(object value) => value switch
        {
            string text => new Text(Encoding.UTF8.GetBytes(text)),
            DBNull => null,
            _ => value,
        };
    }
}
