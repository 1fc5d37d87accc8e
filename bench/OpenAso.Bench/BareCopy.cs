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

    private readonly IReadOnlyList<TableRows> _tables;

    private BareCopy(IReadOnlyList<TableRows> tables) => _tables = tables;

    /// <summary>Takes the rows.</summary>
    public static BareCopy Of(string address)
    {
        using var connection = new NpgsqlConnection(address);
        connection.Open();
        return new BareCopy([.. Names.Select(name => TableRows.Read(
            // The event of the enrolment is there before the claims are.
            connection, name.Name, name.Name == "outbox" ? "where event = 1" : "", name.Order))]);
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

    private static void Copy(NpgsqlConnection connection, TableRows table, long group, long groups)
    {
        using var copy = connection.BeginBinaryImport(
            $"copy {table.Name} ({string.Join(", ", table.Columns)}) from stdin (format binary)");
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
}
