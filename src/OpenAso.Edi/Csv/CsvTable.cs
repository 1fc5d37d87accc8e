using OpenAso.Kernel;
using Sylvan.Data.Csv;

namespace OpenAso.Edi.Csv;

/// <summary>Reads a CSV file whose first row names its columns; columns may stand in any order.</summary>
internal static class CsvTable
{
    /// <summary>Calls <paramref name="row"/> for each row that has every required column.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <param name="columns">Those known; a name that ends in <c>?</c> may be missing.</param>
    /// <param name="findings">Receives what is wrong.</param>
    /// <param name="row">Receives each row.</param>
    public static void Read(
        TextReader reader, string file, string[] columns, List<Finding> findings, Action<CsvRow> row)
    {
        if (reader.Peek() < 0)
        {
            findings.Add(new Finding(CsvCodes.NoRows, Severity.Fatal, new Place(file),
                $"The file is empty: its first line must name the columns {Names(columns)}."));
            return;
        }
        try
        {
            using var csv = CsvDataReader.Create(
                reader, new CsvDataReaderOptions { HasHeaders = true, Delimiter = ',' });
            if (Columns(csv, file, columns, findings) is not { } ordinals)
                return;
            var rows = 0;
            while (csv.Read())
            {
                rows++;
                row(new CsvRow(csv, file, rows + 1, ordinals, findings));
            }
            if (rows == 0)
                findings.Add(new Finding(CsvCodes.NoRows, Severity.Warning, new Place(file), "The file has no rows."));
        }
        catch (Exception error) when (error is CsvFormatException or System.Text.DecoderFallbackException)
        {
            findings.Add(new Finding(CsvCodes.NotCsv, Severity.Fatal, new Place(file),
                "The file is not CSV in UTF-8: expected values with commas between, quoted where they hold a comma or "
                + "a line break. Look for a quote that is not closed."));
        }
    }

    private static Dictionary<string, int>? Columns(
        CsvDataReader csv, string file, string[] columns, List<Finding> findings)
    {
        var ordinals = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < csv.FieldCount; i++)
        {
            var name = csv.GetName(i).Trim();
            if (Array.Exists(columns, known => Is(known, name)))
                ordinals[name] = i;
            else
                findings.Add(new Finding(CsvCodes.UnknownColumn, Severity.Warning, new Place(file, 1),
                    $"Column '{name}' is not known and is passed over; known are {Names(columns)}."));
        }
        var missing = columns.Where(name => !name.EndsWith('?') && !ordinals.ContainsKey(name)).ToArray();
        if (missing.Length == 0)
            return ordinals;
        findings.Add(new Finding(CsvCodes.MissingColumn, Severity.Fatal, new Place(file, 1),
            $"Missing: {string.Join(", ", missing)}. The first line must name the columns {Names(columns)}."));
        return null;
    }

    private static bool Is(string known, string name) =>
        string.Equals(known.TrimEnd('?'), name, StringComparison.OrdinalIgnoreCase);

    private static string Names(string[] columns) => string.Join(",", columns.Select(name => name.TrimEnd('?')));
}
