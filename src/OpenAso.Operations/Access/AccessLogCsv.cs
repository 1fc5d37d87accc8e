using System.Globalization;
using OpenAso.Operations.Listing;
using OpenAso.StopLoss.Filings;

namespace OpenAso.Operations.Access;

/// <summary>Writes entries of the access log as CSV, newest first; text that a spreadsheet would take for a formula is
/// guarded.</summary>
public static class AccessLogCsv
{
    /// <summary>So many entries are in a file at most: the newest of those that the filter leaves.</summary>
    public const int Most = 10_000;

    /// <summary>The file.</summary>
    /// <param name="log">The log.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="filter">Which entries.</param>
    public static string Of(AccessLog log, EmployerScope scope, AccessFilter filter)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(scope);
        var table = new CsvText("number", "moment", "account", "action", "subject", "origin");
        foreach (var (number, entry) in log.Show(scope, new PageCursor<string>(Most, null, null), filter).Rows)
            table.Number(number)
                .Text(entry.Moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
                .Text(entry.Account).Text(Documents.Words.Of(entry.Action.ToString())).Text(entry.Subject)
                .Text(entry.Origin).EndRow();
        return table.ToString();
    }
}
