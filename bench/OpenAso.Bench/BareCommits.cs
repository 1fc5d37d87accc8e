using System.Globalization;
using Npgsql;

namespace OpenAso.Bench;

/// <summary>Commits the rows that claims left which were sent one by one: a transaction for each claim, by prepared
/// statements, on as many connections as there were senders; and knows nothing.</summary>
internal sealed class BareCommits : IDisposable
{
    private readonly int _claims;
    private readonly List<NpgsqlConnection> _connections = [];
    private readonly IReadOnlyList<(string Statement, IReadOnlyList<object?[]> Rows)> _tables;

    private BareCommits(int claims, IReadOnlyList<(string, IReadOnlyList<object?[]>)> tables)
    {
        _claims = claims;
        _tables = tables;
    }

    /// <summary>Finds the rows that are in one database and not, or not so, in the one it is a copy of.</summary>
    /// <param name="before">Its address.</param>
    /// <param name="after">The address of the copy to which claims were sent.</param>
    /// <param name="claims">How many were.</param>
    public static BareCommits Of(string before, string after, int claims)
    {
        using var earlier = new NpgsqlConnection(before);
        using var later = new NpgsqlConnection(after);
        earlier.Open();
        later.Open();
        var tables = Tables(later).Select(table => (table.Name, table.Key, Rows: Difference(earlier, later, table)))
            .Where(table => table.Rows.Rows.Count > 0)
            .Select(table => (Statement(table.Rows, table.Key), table.Rows.Rows)).ToList();
        return new BareCommits(claims, tables);
    }

    /// <summary>How many rows a claim leaves, on the average.</summary>
    public double RowsForEach => (double)_tables.Sum(table => table.Rows.Count) / _claims;

    /// <summary>Opens connections, each with every statement prepared.</summary>
    /// <param name="address">Of the database.</param>
    /// <param name="senders">How many connections.</param>
    public void Open(string address, int senders)
    {
        for (var sender = 0; sender < senders; sender++)
        {
            var connection = new NpgsqlConnection(address);
            _connections.Add(connection);
            connection.Open();
            foreach (var (statement, rows) in _tables)
                Prepared(connection, statement, rows[0]).Dispose();
        }
    }

    /// <summary>Closes them.</summary>
    public void Dispose()
    {
        _connections.ForEach(connection => connection.Dispose());
        _connections.Clear();
    }

    /// <summary>Commits them all, on the open connections.</summary>
    /// <returns>How many claims.</returns>
    public long Run()
    {
        var next = -1;
        var threads = _connections.Select(connection => new Thread(() => Send(connection))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return _claims;

        void Send(NpgsqlConnection connection)
        {
            for (var claim = Interlocked.Increment(ref next); claim < _claims; claim = Interlocked.Increment(ref next))
                Commit(connection, claim);
        }
    }

    private void Commit(NpgsqlConnection connection, long claim)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var (statement, rows) in _tables)
        {
            var last = (int)((claim + 1) * rows.Count / _claims);
            for (var row = (int)(claim * rows.Count / _claims); row < last; row++)
            {
                using var command = Prepared(connection, statement, rows[row]);
                command.ExecuteNonQuery();
            }
        }
        transaction.Commit();
    }

    private static NpgsqlCommand Prepared(NpgsqlConnection connection, string statement, object?[] row)
    {
        var command = new NpgsqlCommand(statement, connection);
        foreach (var value in row)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        command.Prepare();
        return command;
    }

    // A row that was there is changed, as accounts and families are.
    private static string Statement(TableRows table, string key)
    {
        var columns = string.Join(", ", table.Columns);
        var values = string.Join(", ", table.Columns.Select((_, index) =>
            string.Create(CultureInfo.InvariantCulture, $"${index + 1}")));
        var set = string.Join(", ", table.Columns.Select(column => $"{column} = excluded.{column}"));
        return $"insert into {table.Name} ({columns}) values ({values}) on conflict ({key}) do update set {set}";
    }

    private static List<(string Name, string Key)> Tables(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            """
            select c.relname, string_agg(a.attname, ', ' order by k.place) from pg_class c
            join pg_index i on i.indrelid = c.oid and i.indisprimary
            cross join lateral unnest(i.indkey) with ordinality as k(attribute, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attribute
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
              and not c.relispartition group by c.relname order by c.relname
            """, connection);
        using var reader = command.ExecuteReader();
        List<(string, string)> tables = [];
        while (reader.Read())
            tables.Add((reader.GetString(0), reader.GetString(1)));
        return tables;
    }

    private static TableRows Difference(
        NpgsqlConnection earlier, NpgsqlConnection later, (string Name, string Key) table)
    {
        using var known = new NpgsqlCommand($"select md5(t::text) from {table.Name} as t", earlier);
        using var reader = known.ExecuteReader();
        HashSet<string> hashes = [];
        while (reader.Read())
            hashes.Add(reader.GetString(0));
        var all = TableRows.Read(
            later, $"(select md5(t::text) as hash_of_row, t.* from {table.Name} as t) as t", "", table.Key);
        return new TableRows(table.Name, [.. all.Columns.Skip(1)],
            [.. all.Rows.Where(row => !hashes.Contains((string)row[0]!)).Select(row => row[1..])]);
    }
}
