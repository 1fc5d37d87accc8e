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
    /// <param name="quotes">Whether findings may quote what stands in the file: never where it tells of people.</param>
    public static void Read(
        TextReader reader, string file, string[] columns, List<Finding> findings, Action<CsvRow> row,
        bool quotes = true) =>
        Open(reader, file, Names(columns), findings, (csv, head) =>
            ReadRows(csv, head, columns, findings, row, quotes));

    /// <summary>Opens a file and hands it over at its first row; a file that is empty or not CSV is a
    /// finding.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <param name="columns">What the first line must name, in words.</param>
    /// <param name="findings">Receives what is wrong.</param>
    /// <param name="read">Receives the file, and the place of its first line.</param>
    public static void Open(
        TextReader reader, string file, string columns, List<Finding> findings, Action<CsvDataReader, Place> read)
    {
        try
        {
            var line = 1 + PassBlankLines(reader);
            if (reader.Peek() < 0)
            {
                findings.Add(new Finding(CsvCodes.NoRows, Severity.Fatal, new Place(file),
                    $"The file is empty: its first line must name the columns {columns}."));
                return;
            }
            using var csv = CsvDataReader.Create(
                reader, new CsvDataReaderOptions { HasHeaders = true, Delimiter = ',' });
            read(csv, new Place(file, line));
        }
        catch (Exception error) when (error is CsvFormatException or System.Text.DecoderFallbackException)
        {
            findings.Add(new Finding(CsvCodes.NotCsv, Severity.Fatal, new Place(file),
                "The file is not CSV in UTF-8: expected values with commas between, quoted where they hold a comma or "
                + "a line break. Look for a quote that is not closed."));
        }
    }

    private static void ReadRows(
        CsvDataReader csv, Place head, string[] columns, List<Finding> findings, Action<CsvRow> row, bool quotes)
    {
        if (Columns(csv, head, columns, findings) is not { } ordinals)
            return;
        var rows = 0;
        while (csv.Read())
        {
            rows++;
            var place = head with { Line = head.Line + rows };
            if (HasMoreThanColumns(csv))
                findings.Add(TooManyValues(csv, place));
            else if (csv.RowFieldCount > 1 || csv.GetString(0).Trim().Length > 0)
                row(new CsvRow(csv, place, ordinals, findings) { Quotes = quotes });
        }
        if (rows == 0)
            findings.Add(new Finding(
                CsvCodes.NoRows, Severity.Warning, head with { Line = 0 },
                "The file has no rows below its first line."));
    }

    /// <summary>What is said of a row that has more values than there are columns.</summary>
    public static Finding TooManyValues(CsvDataReader csv, Place place) =>
        new(CsvCodes.TooManyValues, Severity.Rejected, place,
            $"The line has {csv.RowFieldCount} values and the first line names {csv.FieldCount} columns. "
            + "Look for a comma too many; quote a value that holds one.");

    /// <summary>Whether a row has values where there are no columns.</summary>
    public static bool HasMoreThanColumns(CsvDataReader csv)
    {
        for (var i = csv.FieldCount; i < csv.RowFieldCount; i++)
        {
            if (csv.GetString(i).Trim().Length > 0)
                return true;
        }
        return false;
    }

    private static Dictionary<string, int>? Columns(
        CsvDataReader csv, Place head, string[] columns, List<Finding> findings)
    {
        var ordinals = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        List<Finding> unknown = [];
        for (var i = 0; i < csv.FieldCount; i++)
        {
            var name = csv.GetName(i).Trim();
            if (!Array.Exists(columns, known => Is(known, name)))
                unknown.Add(new Finding(CsvCodes.UnknownColumn, Severity.Warning, head,
                    $"Column '{name}' is not known and is passed over; known are {Names(columns)}."));
            else if (!ordinals.TryAdd(name, i))
            {
                findings.Add(new Finding(CsvCodes.ColumnRepeated, Severity.Fatal, head,
                    $"Column '{name}' is named twice; remove one of the two."));
                return null;
            }
        }
        var missing = columns.Where(name => !name.EndsWith('?') && !ordinals.ContainsKey(name)).ToArray();
        if (missing.Length > 0)
        {
            findings.Add(new Finding(CsvCodes.MissingColumn, Severity.Fatal, head,
                $"Missing: {string.Join(", ", missing)}. The first line must name the columns {Names(columns)}, with "
                + "commas between."));
            return null;
        }
        findings.AddRange(unknown);
        return ordinals;
    }

    private static int PassBlankLines(TextReader reader)
    {
        var lines = 0;
        while (reader.Peek() is '\r' or '\n' or ' ')
            lines += reader.Read() == '\n' ? 1 : 0;
        return lines;
    }

    private static bool Is(string known, string name) =>
        string.Equals(known.TrimEnd('?'), name, StringComparison.OrdinalIgnoreCase);

    private static string Names(string[] columns) => string.Join(",", columns.Select(name => name.TrimEnd('?')));
}
