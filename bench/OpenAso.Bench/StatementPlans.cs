using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using OpenAso.Kernel;
using OpenAso.Storage;

namespace OpenAso.Bench;

/// <summary>Notes the statements that are sent to PostgreSQL, and says how it would carry each out.</summary>
internal sealed partial class StatementPlans : IDisposable
{
    private readonly ConcurrentDictionary<string, bool> _statements = new();
    private readonly ActivityListener _listener;

    /// <summary>Begins to note.</summary>
    public StatementPlans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Note(activity),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>How many different statements were noted.</summary>
    public int Count => _statements.Count;

    /// <summary>The plan of each that reads one of some tables, by its text.</summary>
    /// <param name="address">Of the database.</param>
    /// <param name="tenant">By whose right it is read: what a role may not see decides which indexes serve.</param>
    /// <param name="tables">Their names.</param>
    public IReadOnlyDictionary<string, string> Of(
        string address, TenantId tenant, IReadOnlyCollection<string> tables)
    {
        using var connection = new NpgsqlConnection(address);
        connection.Open();
        Execute(connection, $"set role {PostgresOptions.ApplicationRole}; set openaso.tenant = '{tenant}'");
        Execute(connection, "set plan_cache_mode = force_generic_plan");
        return _statements.Keys.Where(text => tables.Any(table => Regex.IsMatch(text, $@"\b{table}\b")))
            .ToDictionary(text => text, text => Plan(connection, text));
    }

    public void Dispose() => _listener.Dispose();

    private void Note(Activity activity)
    {
        var text = activity.Tags.FirstOrDefault(tag => tag.Key is "db.query.text" or "db.statement").Value;
        foreach (var statement in text?.Split(';', StringSplitOptions.TrimEntries) ?? [])
        {
            if (Asked().IsMatch(statement))
                _statements[statement] = true;
        }
    }

    private static string Plan(NpgsqlConnection connection, string statement)
    {
        List<string> names = [];
        var text = Parameter().Replace(statement, match =>
        {
            if (!names.Contains(match.Value))
                names.Add(match.Value);
            return Numbered(names.IndexOf(match.Value));
        });
        // The kind of a list cannot be guessed; the library says it with the value.
        text = List().Replace(text, "unnest($1::text[])");
        Execute(connection, $"prepare asked as {text}");
        var lists = ListOf().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();
        var values = names.Count == 0 ? "" : $"({string.Join(", ", names.Select((_, index) =>
            lists.Contains(Numbered(index)) ? "'{1}'" : "'1'"))})";
        using (var explain = new NpgsqlCommand($"explain execute asked{values}", connection))
        {
            using var reader = explain.ExecuteReader();
            List<string> lines = [];
            while (reader.Read())
                lines.Add(reader.GetString(0));
            text = string.Join('\n', lines);
        }
        Execute(connection, "deallocate asked");
        return text;
    }

    private static string Numbered(int index) => string.Create(CultureInfo.InvariantCulture, $"${index + 1}");

    private static void Execute(NpgsqlConnection connection, string statement)
    {
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }

    [GeneratedRegex("^(select|with|insert|update|delete)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex(@"[@$][a-zA-Z0-9_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"unnest\((\$\d+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex List();

    [GeneratedRegex(@"(?:unnest|any)\((\$\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex ListOf();
}
