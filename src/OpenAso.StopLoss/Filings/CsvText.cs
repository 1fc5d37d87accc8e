using System.Buffers;
using System.Globalization;
using System.Text;
using OpenAso.Kernel;

namespace OpenAso.StopLoss.Filings;

/// <summary>Builds a table as CSV: UTF-8, commas, a header, each row ended by a line feed; the same on every
/// machine.</summary>
/// <remarks>A text cell that a spreadsheet would take for a formula gets an apostrophe in front. Amounts and days are
/// not text: an amount below zero keeps its sign.</remarks>
public sealed class CsvText
{
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n");
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private readonly StringBuilder _text = new();
    private readonly int _columns;
    private int _cells;

    /// <summary>A table without rows.</summary>
    /// <param name="header">The names of its columns.</param>
    public CsvText(params ReadOnlySpan<string> header)
    {
        _columns = header.Length;
        foreach (var name in header)
            Text(name);
        EndRow();
    }

    /// <summary>Adds a cell of text.</summary>
    /// <param name="value">Null for a blank.</param>
    public CsvText Text(string? value)
    {
        var text = value ?? "";
        return Raw(text.Length > 0 && Formula.Contains(text[0]) ? "'" + text : text);
    }

    /// <summary>Adds an amount.</summary>
    /// <param name="value">Null for a blank.</param>
    public CsvText Amount(Money? value) => Raw(value?.ToString() ?? "");

    /// <summary>Adds a day, year first.</summary>
    /// <param name="value">Null for a blank.</param>
    public CsvText Day(DateOnly? value) => Raw(value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    /// <summary>Adds a number.</summary>
    /// <param name="value">Null for a blank.</param>
    public CsvText Number(long? value) => Raw(value?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>Adds <c>y</c> or <c>n</c>.</summary>
    /// <param name="value">Which.</param>
    public CsvText YesOrNo(bool value) => Raw(value ? "y" : "n");

    /// <summary>Ends the row.</summary>
    /// <exception cref="InvalidOperationException">It has not as many cells as the header.</exception>
    public void EndRow()
    {
        if (_cells != _columns)
            throw new InvalidOperationException($"The row has {_cells} cells, and the header {_columns}.");
        _text.Append('\n');
        _cells = 0;
    }

    /// <summary>All of it.</summary>
    public override string ToString() => _text.ToString();

    private CsvText Raw(string cell)
    {
        if (_cells++ > 0)
            _text.Append(',');
        if (cell.AsSpan().ContainsAny(Quoted) || cell.StartsWith(' ') || cell.EndsWith(' '))
            _text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else
            _text.Append(cell);
        return this;
    }
}
