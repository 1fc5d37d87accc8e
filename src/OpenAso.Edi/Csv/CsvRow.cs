using System.Globalization;
using OpenAso.Kernel;
using Sylvan.Data.Csv;

namespace OpenAso.Edi.Csv;

/// <summary>One row of a CSV file, read value by value; a value that cannot be read is a finding.</summary>
internal sealed class CsvRow(
    CsvDataReader csv, Place place, Dictionary<string, int> ordinals, List<Finding> findings)
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyyMMdd"];

    /// <summary>Whether every value read so far could be read.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>1-based line of the file.</summary>
    public int Line => place.Line;

    /// <summary>Where the row stands.</summary>
    public Place Place => place;

    /// <summary>Whether findings may quote what stands in the row.</summary>
    public bool Quotes { get; init; } = true;

    public string Text(string column) =>
        ordinals.TryGetValue(column, out var ordinal) && ordinal < csv.RowFieldCount
            ? csv.GetString(ordinal).Trim()
            : "";

    public string Required(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            Add(CsvCodes.Empty, column, $"Column '{column}' is empty; it must be given.");
        return text;
    }

    public Code Code(string column)
    {
        var text = Text(column).ToUpperInvariant();
        if (text.All(char.IsAsciiLetterOrDigit) && Kernel.Code.TryParse(text, out var code))
            return code;
        return Bad<Code>(column,
            $"a code of at most {Kernel.Code.MaximumLength} letters and digits, or nothing for any");
    }

    public Npi Npi(string column)
    {
        if (Text(column).Length == 0)
            return Kernel.Npi.None;
        return Kernel.Npi.TryParse(Text(column), out var npi) ? npi : Bad<Npi>(column, "an NPI of ten digits");
    }

    public DateOnly? Date(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        return DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : Bad<DateOnly?>(column, "a date such as 2026-01-31");
    }

    public DateOnly RequiredDate(string column) => Required(column).Length == 0 ? default : Date(column) ?? default;

    public DateRange Dates(string first, string last)
    {
        var from = Date(first) ?? DateOnly.MinValue;
        var to = Date(last) ?? DateOnly.MaxValue;
        if (from <= to)
            return new DateRange(from, to);
        Add(CsvCodes.BadValue, last, $"The last day {to:yyyy-MM-dd} is before the first day {from:yyyy-MM-dd}.");
        return DateRange.On(from);
    }

    public T Bad<T>(string column, string expected)
    {
        var text = Text(column);
        var holds = text.Length == 0 ? "is empty" : Quotes ? $"holds '{Shown(text)}'" : "cannot be read";
        Add(CsvCodes.BadValue, column, $"Column '{column}' {holds}; expected is {expected}.");
        return default!;
    }

    public void Add(string code, string column, string message)
    {
        IsSound = false;
        findings.Add(new Finding(code, Severity.Rejected, Place with { Path = column }, message));
    }

    // Without signs that move the cursor of a terminal.
    private static string Shown(string text)
    {
        var shown = text.Length <= 24 ? text : text[..24] + "…";
        return string.Concat(shown.Select(letter => char.IsControl(letter) ? '?' : letter));
    }
}
