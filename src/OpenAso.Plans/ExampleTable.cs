using System.Globalization;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>A table written as text: a line of column names, then a line for each row, cells divided by bars.</summary>
/// <remarks>Empty lines, lines of dashes, lines that begin with <c>#</c> and what stands behind <c> # </c> are
/// skipped.</remarks>
internal sealed class ExampleTable
{
    private static readonly string[] Columns =
    [
        "claim", "member", "date", "form", "procedure", "revenue", "place", "diagnosis", "modifier", "bill type",
        "units",
        "tooth", "provider", "authorized", "network", "benefit", "billed", "priced", "contractual",
        "provider liability",
        "balance bill", "not covered", "allowed", "copay", "deductible", "coinsurance", "penalty", "plan pays",
        "member owes",
    ];

    private static readonly string[] RequiredColumns =
        ["claim", "member", "network", "billed", "priced", "allowed", "plan pays", "member owes"];

    private readonly DocumentScalar _node;
    private readonly DocumentFindings _findings;
    private string[]? _names;

    public ExampleTable(DocumentScalar node, DocumentFindings findings)
    {
        (_node, _findings) = (node, findings);
        var lines = node.Value.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            Take(lines[i].TrimEnd('\r'), i + 1);
        if (_names is null)
            Stop(0, "The table is empty. Write a line of column names, then a line for each claim.");
    }

    public List<ExampleRow> Rows { get; } = [];

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
            Rows.Add(new ExampleRow(_names, cells, Place(number, cells[0]), _findings));
    }

    private void Head(string[] names, int number)
    {
        _names = names;
        foreach (var name in names)
        {
            if (!Columns.Contains(name))
                Stop(number, $"There is no column '{name}'.{NearestWord.Suggestion(name, Columns)} "
                    + $"Columns: {string.Join(", ", Columns)}.");
        }
        foreach (var twice in names.GroupBy(name => name).Where(group => group.Count() > 1))
            Stop(number, $"The column '{twice.Key}' stands twice. Keep one.");
        foreach (var missing in RequiredColumns.Except(names))
            Stop(number, $"The column '{missing}' is missing. Add it.");
    }

    private Place Place(int number, string row) =>
        _node.Place with { Line = _node.Line + number, Column = 1, Path = $"{_node.Path} {row}" };

    private void Stop(int number, string message) =>
        _findings.Stop(PlanCodes.ExampleTable, _node.Place with { Line = _node.Line + number, Column = 1 }, message);
}

/// <summary>A row of a table of worked claims.</summary>
internal sealed class ExampleRow(string[] names, string[] cells, Place place, DocumentFindings findings)
{
    public Place Place => place;

    /// <summary>A cell; empty where the table has no such column.</summary>
    public string this[string name] => Array.IndexOf(names, name) is >= 0 and var at ? cells[at] : "";

    /// <summary>An amount; nothing where the cell is empty or has a dash. Thousands may be divided by commas.</summary>
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
    public Code Code(string name)
    {
        if (Kernel.Code.TryParse(this[name], out var code))
            return code;
        Stop(PlanCodes.ExampleTable, $"'{this[name]}' under '{name}' is not a code.");
        return Kernel.Code.None;
    }

    public void Stop(string code, string message) => findings.Stop(code, place, message);
}
