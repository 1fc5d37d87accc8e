using System.Data.Common;
using Npgsql;

namespace OpenAso.Storage;

/// <summary>Reads the rows of many keys, each found by the table's primary key.</summary>
/// <remarks>PERF: asked for a list, PostgreSQL takes any index that begins alike while it knows nothing of a young
/// table, and reads all rows of the employer for each chunk: the first load of 25,000 claims spent a third of its time
/// so. Asked for one key after another, in the order of the primary key, it has no other that fits as well.</remarks>
/// <param name="Table">The table.</param>
/// <param name="Columns">As in a select.</param>
/// <param name="Scope">Which rows are looked at: a condition on the first columns of the primary key.</param>
/// <param name="Key">The column behind them in the primary key, a text.</param>
/// <param name="Next">The column behind the key.</param>
public sealed record RowsOfEach(string Table, string Columns, string Scope, string Key, string Next)
{
    /// <summary>The statement; its rows are in no order.</summary>
    /// <param name="connection">Where it runs.</param>
    /// <param name="parameter">The name of the parameter with the keys, without <c>@</c>; its value is an array that
    /// holds each once.</param>
    public string Among(DbConnection connection, string parameter) => connection is NpgsqlConnection
        ? OfEach($"unnest(@{parameter})")
        : $"{All} and {Key} in @{parameter}";

    /// <summary>The statement for the keys that a query gives; its rows are in no order.</summary>
    /// <param name="dialect">Of the database where it runs.</param>
    /// <param name="keys">A query of one column that gives each key once.</param>
    public string AmongThose(Dialect dialect, string keys) => dialect == Dialect.Postgres
        ? OfEach($"({keys})")
        : $"{All} and {Key} in ({keys})";

    /// <summary>The statement that reads all rows of the scope, in no order.</summary>
    public string All => $"select {Columns} from {Table} where {Scope}";

    private string OfEach(string keys) =>
        $"select found.* from {keys} as asked(key) cross join lateral (select {Columns} from {Table} "
        + $"where {Scope} and {Key} = asked.key order by {Next}) as found";
}
