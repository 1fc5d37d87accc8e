using System.Globalization;
using System.Numerics;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpenAso.Storage;

/// <summary>A prepared SQLite statement that takes its values straight from the row.</summary>
internal sealed class SqliteStatement : RowBinder, IDisposable
{
    private const int MostParameters = 64;
    private const int StackBytes = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int _parameters;
    private ulong _bound;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement, out var tail));
        if (!string.IsNullOrWhiteSpace(tail))
            throw new ArgumentException($"One statement was expected, and more follow: {sql}", nameof(sql));
        _parameters = raw.sqlite3_bind_parameter_count(_statement);
        if (_parameters > MostParameters)
            throw new ArgumentException(
                $"At most {MostParameters} parameters, found {_parameters}: {sql}", nameof(sql));
    }

    public override void Bind(int number, long value) =>
        Bound(number, raw.sqlite3_bind_int64(_statement, number, value));

    public override void Bind(int number, string? value)
    {
        if (value is null)
        {
            BindNull(number);
            return;
        }
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> utf8 = most <= StackBytes ? stackalloc byte[StackBytes] : new byte[most];
        var length = Encoding.UTF8.GetBytes(value, utf8);
        Bound(number, raw.sqlite3_bind_text(_statement, number, utf8[..length]));
    }

    public override void Bind(int number, DateOnly value) =>
        Bind(number, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public override void Bind(int number, ReadOnlySpan<byte> value) =>
        Bound(number, raw.sqlite3_bind_blob(_statement, number, value));

    public override void BindNull(int number) => Bound(number, raw.sqlite3_bind_null(_statement, number));

    /// <summary>Forgets what was bound of a row that was given up.</summary>
    public void Restart() => _bound = 0;

    /// <summary>Executes with the values bound, and is ready for the next row's.</summary>
    /// <returns>How many rows were inserted, changed or deleted.</returns>
    public int Execute()
    {
        var missing = BitOperations.TrailingZeroCount(~_bound);
        if (missing < _parameters)
            throw new InvalidOperationException(
                $"Value {missing + 1} of {_parameters} was not bound: {raw.sqlite3_sql(_statement).utf8_to_string()}");
        _bound = 0;
        var code = raw.sqlite3_step(_statement);
        var said = code == raw.SQLITE_DONE ? null : Failure(code);
        raw.sqlite3_reset(_statement);
        return said is null ? raw.sqlite3_changes(_database) : throw said;
    }

    public void Dispose() => _statement.Dispose();

    private void Bound(int number, int code)
    {
        Check(code);
        _bound |= 1UL << (number - 1);
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw Failure(code);
    }

    private Exception Failure(int code) => code == raw.SQLITE_ROW
        ? new InvalidOperationException(
            $"A statement without results was expected: {raw.sqlite3_sql(_statement).utf8_to_string()}")
        : new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), code & 0xFF,
            raw.sqlite3_extended_errcode(_database));
}
