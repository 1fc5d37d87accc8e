using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using OpenAso.Tests.Postgres;

namespace OpenAso.Bench;

/// <summary>The same looks and the same claims in large books, ten million claims unless another number is asked for,
/// and in small ones; and the indexes by which the large ones are searched.</summary>
/// <remarks>Half of the claims of the large books are those of the employer that is looked at, half those of others.
/// </remarks>
internal sealed partial class LargeContest
{
    private const string Large = "looks and claims in the large books";
    private const string Small = "the same in the small books";
    private const int Looks = 400;
    private const int Sent = 40;
    private const int Senders = 4;

    // What names a family, a person or a claim, for the families that are added.
    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["family"] = "family || '-' || copy",
        ["member_id"] = "member_id || '-' || copy",
        ["claim"] = ClaimOf("claim"),
        ["reverses"] = ClaimOf("reverses"),
        ["reversed_by"] = ClaimOf("reversed_by"),
    };

    // What numbers an import, for those of claims that came one by one.
    private static readonly Dictionary<string, string> Renumbered = new()
    {
        ["number"] = "1000000 + copy",
        ["import"] = "1000000 + copy",
        ["control_number"] = "'one-' || copy",
    };

    private static readonly string[] OfFamilies = ["family", "person", "coverage", "claim", "accumulator"];

    // Those that grow with every claim.
    private static readonly string[] Growing =
        ["claim", "transfer", "accumulator", "outbox", "interchange", "import", "person", "coverage", "family"];

    private readonly Corpus _corpus;
    private readonly LoadedServer _large;
    private readonly LoadedServer _small;
    private readonly IReadOnlyDictionary<string, string> _plans;
    private int _sent;

    private LargeContest(Corpus corpus, int claims)
    {
        _corpus = corpus;
        var small = ServedCorpus.KeepAsync(corpus).GetAwaiter().GetResult();
        var large = PostgresTestServer.CopyOf(small);
        Multiply(large, claims / corpus.Claims.Count / 2, claims / 100);
        _small = StartAsync(small).GetAwaiter().GetResult();
        _large = StartAsync(large, _small).GetAwaiter().GetResult();
        using var plans = new StatementPlans();
        Work(_large);
        _plans = plans.Of(large, corpus.Terms.Scope.Tenant, Growing);
    }

    public static Contest Of(Corpus corpus, int claims)
    {
        var contest = new LargeContest(corpus, claims);
        return new Contest(
            string.Create(CultureInfo.InvariantCulture, $"Books of {claims:N0} claims in PostgreSQL"),
            "calls", Looks + Sent, Clock.Wall,
            [new(Large, () => contest.Work(contest._large)), new(Small, () => contest.Work(contest._small))],
            [new(Large, Small, 0.5)])
        {
            Limits =
            [
                new("statements that read a large table from end to end", () => contest.Whole().Count(), 0),
            ],
            Notes = [.. contest.Whole(), .. contest.Found()],
        };
    }

    // What is looked at stands in both: the claims that are added are found by number, and say another one themselves.
    private Task<LoadedServer> StartAsync(string address, LoadedServer? like = null) => LoadedServer.StartAsync(
        new NpgsqlConnectionStringBuilder(address) { Pooling = true }.ConnectionString,
        _corpus.Terms.Scope.Tenant, like);

    private long Work(LoadedServer server)
    {
        var looked = 0L;
        for (var look = 0; look < Looks; look++)
            looked += server.ReadAsync(look).GetAwaiter().GetResult() ? 1 : 0;
        var claims = ServedCorpus.Claims(_corpus, _sent, Sent).ToList();
        _sent += Sent;
        return looked + server.SendAsync(claims, Senders).GetAwaiter().GetResult();
    }

    // Other employers with the same books, then other families with the same claims, and claims that came one by one.
    private static void Multiply(string address, int times, int single)
    {
        using var connection = new NpgsqlConnection(address);
        connection.Open();
        var tables = EmployerTables(connection);
        foreach (var (table, columns) in tables)
            Copy(connection, table, columns, (table, "employer || '-' || copy"), columns, times);
        foreach (var (table, columns) in tables.Where(table => OfFamilies.Contains(table.Table)))
            Copy(connection, table, columns, (table, "employer"),
                [.. columns.Select(column => Renamed.GetValueOrDefault(column, column))], times);
        foreach (var (table, columns) in tables.Where(table => table.Table is "import" or "interchange"))
            Copy(connection, table, columns,
                ($"(select * from {table} where employer = 'acme' limit 1) as one", "employer"),
                [.. columns.Select(column => Renumbered.GetValueOrDefault(column, column))], single);
        PostgresTestServer.Execute("vacuum analyze", address);
    }

    private static void Copy(
        NpgsqlConnection connection, string table, string[] columns, (string Rows, string Employer) of, string[] values,
        int times)
    {
        using var command = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture,
            $"""
            insert into {table} (tenant, employer, {string.Join(", ", columns)})
            select tenant, {of.Employer}, {string.Join(", ", values)}
            from {of.Rows} cross join generate_series(2, {times}) as copy where employer = 'acme'
            """), connection);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    private static string ClaimOf(string column) => $"lpad(to_hex(copy), 4, '0') || substr({column}, 5)";

    private static List<(string Table, string[] Columns)> EmployerTables(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            """
            select c.relname, array_agg(a.attname::text) filter (where a.attname not in ('tenant', 'employer'))
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              and a.attgenerated = ''
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
              and not c.relispartition group by c.relname
            having count(*) filter (where a.attname in ('tenant', 'employer')) = 2
            """, connection);
        using var reader = command.ExecuteReader();
        List<(string, string[])> tables = [];
        while (reader.Read())
            tables.Add((reader.GetString(0), reader.GetFieldValue<string[]>(1)));
        return tables;
    }

    private IEnumerable<string> Whole() => _plans.Where(plan => WholeTable().Matches(plan.Value)
            .Any(match => Growing.Contains(match.Groups[1].Value)))
        .Select(plan => $"read from end to end by: {plan.Key.ReplaceLineEndings(" ")}");

    private IEnumerable<string> Found() => _plans.Values
        .SelectMany(plan => IndexOfTable().Matches(plan).Select(match =>
            (Table: match.Groups[2].Value, Index: match.Groups[1].Value)))
        .Where(found => Growing.Contains(found.Table)).GroupBy(found => found.Table)
        .OrderBy(table => table.Key, StringComparer.Ordinal).Select(table =>
            $"{table.Key} is searched by {Names(table.Select(one => one.Index))}.");

    private static string Names(IEnumerable<string> indexes) =>
        string.Join(", ", indexes.Select(index => NumberOfPart().Replace(index, "_")).Distinct().Order());

    [GeneratedRegex(@"_\d+_", RegexOptions.CultureInvariant)]
    private static partial Regex NumberOfPart();

    // Parts of a table are named after it, with a number.
    [GeneratedRegex(@"Seq Scan on ([a-z_]+?)(?:_\d+)?\b", RegexOptions.CultureInvariant)]
    private static partial Regex WholeTable();

    [GeneratedRegex(@"(?:Index Scan|Index Only Scan|Scan Backward) using (\w+) on ([a-z_]+?)(?:_\d+)?\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex IndexOfTable();
}
