using System.Collections.Immutable;
using System.Globalization;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>A table written as text: a line of column names, then a line for each row, cells divided by bars.</summary>
/// <remarks>Empty lines, lines of dashes, lines that begin with <c>#</c> and what stands behind <c> # </c> are
/// skipped.</remarks>
public sealed class ExampleTable
{
    private readonly DocumentScalar _node;
    private readonly ExampleColumns _columns;
    private readonly DocumentFindings _findings;
    private readonly List<ExampleRow> _rows = [];
    private string[]? _names;

    /// <summary>Reads a table.</summary>
    /// <param name="node">Its text.</param>
    /// <param name="columns">Those that it may have.</param>
    /// <param name="findings">Receives what is wrong.</param>
    public ExampleTable(DocumentScalar node, ExampleColumns columns, DocumentFindings findings)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(columns);
        (_node, _columns, _findings) = (node, columns, findings);
        var lines = node.Value.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            Take(lines[i].TrimEnd('\r'), i + 1);
        if (_names is null)
            Stop(0, "The table is empty. Write a line of column names, then a line for each "
                + $"{columns.Rows}.");
    }

    /// <summary>In the order of the table.</summary>
    public IReadOnlyList<ExampleRow> Rows => _rows;

    private void Take(string line, int number)
    {
        var note = line.IndexOf(" # ", StringComparison.Ordinal);
        var text = (note < 0 ? line : line[..note]).Trim();
        if (text.Length == 0 || text[0] == '#' || text.All(letter => letter is '-' or '|' or '+' or ' '))
            return;
        var cells = text.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        if (_names is null)
            Head(cells, number);
        else if (cells.Length != _names.Length)
        {
            Stop(number, string.Create(CultureInfo.InvariantCulture,
                $"The row has {cells.Length} cells, the table {_names.Length} columns. "
                    + $"Divide cells by |; leave none out."));
        }
        else
            _rows.Add(new ExampleRow(_names, cells, Place(number, cells[0]), _findings));
    }

    private void Head(string[] names, int number)
    {
        _names = names;
        foreach (var name in names)
        {
            if (!_columns.Known.Contains(name))
                Stop(number, $"There is no column '{name}'.{NearestWord.Suggestion(name, _columns.Known)} "
                    + $"Columns: {string.Join(", ", _columns.Known)}.");
        }
        foreach (var twice in names.GroupBy(name => name).Where(group => group.Count() > 1))
            Stop(number, $"The column '{twice.Key}' stands twice. Keep one.");
        foreach (var missing in _columns.Required.Except(names))
            Stop(number, $"The column '{missing}' is missing. Add it.");
    }

    private Place Place(int number, string row) =>
        _node.Place with { Line = _node.Line + number, Column = 1, Path = $"{_node.Path} {row}" };

    private void Stop(int number, string message) =>
        _findings.Stop(PlanCodes.ExampleTable, _node.Place with { Line = _node.Line + number, Column = 1 }, message);
}

/// <summary>The columns of a table of worked examples.</summary>
/// <param name="Rows">What a row is, for findings: claim, period.</param>
/// <param name="Known">Those that it may have.</param>
/// <param name="Required">Those that it must have.</param>
public sealed record ExampleColumns(string Rows, ImmutableArray<string> Known, ImmutableArray<string> Required);

/// <summary>A row of a table of worked examples.</summary>
public sealed class ExampleRow
{
    private readonly string[] _names;
    private readonly string[] _cells;
    private readonly DocumentFindings _findings;

    internal ExampleRow(string[] names, string[] cells, Place place, DocumentFindings findings)
    {
        (_names, _cells, _findings) = (names, cells, findings);
        Place = place;
    }

    /// <summary>Where it stands.</summary>
    public Place Place { get; }

    /// <summary>A cell; empty where the table has no such column.</summary>
    /// <param name="name">The column's.</param>
    public string this[string name] => Array.IndexOf(_names, name) is >= 0 and var at ? _cells[at] : "";

    /// <summary>An amount; nothing where the cell is empty or has a dash. Thousands may be divided by commas.</summary>
    /// <param name="name">The column's.</param>
    public Money Money(string name)
    {
        var text = this[name];
        if (text is "" or "-")
            return Kernel.Money.Zero;
        if (Kernel.Money.TryParse(text.Replace(",", "", StringComparison.Ordinal), out var money) && !money.IsNegative)
            return money;
        Stop(PlanCodes.ExampleTable, $"'{text}' under '{name}' is not an amount such as 1,200.00.");
        return Kernel.Money.Zero;
    }

    /// <summary>A code; none where the cell is empty.</summary>
    /// <param name="name">The column's.</param>
    public Code Code(string name)
    {
        if (Kernel.Code.TryParse(this[name], out var code))
            return code;
        Stop(PlanCodes.ExampleTable, $"'{this[name]}' under '{name}' is not a code.");
        return Kernel.Code.None;
    }

    /// <summary>Adds a finding at this row that stops the document.</summary>
    /// <param name="code">Permanent and never reused.</param>
    /// <param name="message">What was expected and how to mend it.</param>
    public void Stop(string code, string message) => _findings.Stop(code, Place, message);
}
