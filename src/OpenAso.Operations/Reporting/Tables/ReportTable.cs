using OpenAso.Kernel;

namespace OpenAso.Operations.Reporting.Tables;

/// <summary>A report as a table: what pages show and files hold.</summary>
/// <param name="Name">Of the report, as addresses have it.</param>
/// <param name="AsOf">Everything up to this day.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">All of them; each has a cell for each column.</param>
public sealed record ReportTable(
    string Name, DateOnly AsOf, ValueList<ReportColumn> Columns, ValueList<ReportRow> Rows)
{
    /// <summary>What belongs to the table as a whole; may be none.</summary>
    public ValueList<ReportFact> Facts { get; init; }

    /// <summary>All rows together, in columns that can be added up; null for a table of which none is.</summary>
    /// <remarks>Files do without it: whoever reads them adds up.</remarks>
    public ReportRow? Total { get; init; }

    /// <summary>The table with its total.</summary>
    /// <param name="keys">The columns that are added up: amounts and numbers of things.</param>
    public ReportTable Summed(params IReadOnlyCollection<string> keys) => this with
    {
        Total = new ReportRow(
        [
            new ReportCell.Word("total"),
            .. Columns.Items.Select((column, index) => (column, index)).Skip(1).Select(one =>
                keys.Contains(one.column.Key) ? Sum(one.index) : new ReportCell.Text("")),
        ]),
    };

    private ReportCell Sum(int column)
    {
        var cells = Rows.Items.Select(row => row.Cells[column]).ToList();
        return cells.Exists(cell => cell is ReportCell.Count)
            ? new ReportCell.Count(cells.OfType<ReportCell.Count>().Sum(cell => cell.Value))
            : new ReportCell.Amount(cells.OfType<ReportCell.Amount>().Total(cell => cell.Value ?? Money.Zero));
    }
}

/// <summary>Something that is known of a table as a whole.</summary>
/// <param name="Key">What it is, in lower case with hyphens.</param>
/// <param name="Cell">Its value.</param>
public sealed record ReportFact(string Key, ReportCell Cell);

/// <summary>A column.</summary>
/// <param name="Key">What it holds.</param>
/// <param name="Number">Which of several of the same kind, as the age of a triangle; null where there is one.</param>
/// <param name="IsFigure">Whether it holds numbers.</param>
public sealed record ReportColumn(string Key, int? Number = null, bool IsFigure = true);

/// <summary>A row.</summary>
/// <param name="Cells">One for each column.</param>
public sealed record ReportRow(ValueList<ReportCell> Cells)
{
    /// <summary>The month whose amounts it is made of; null for none.</summary>
    public Month? Month { get; init; }
}

/// <summary>What stands in a cell.</summary>
public abstract record ReportCell
{
    private ReportCell()
    {
    }

    /// <summary>An amount.</summary>
    /// <param name="Value">The amount; null for a blank.</param>
    public sealed record Amount(Money? Value) : ReportCell;

    /// <summary>A number of things.</summary>
    /// <param name="Value">How many.</param>
    public sealed record Count(long Value) : ReportCell;

    /// <summary>A share.</summary>
    /// <param name="Value">One is all.</param>
    public sealed record Share(Percent Value) : ReportCell;

    /// <summary>A day.</summary>
    /// <param name="Value">The day.</param>
    public sealed record Day(DateOnly Value) : ReportCell;

    /// <summary>A month.</summary>
    /// <param name="Value">The month.</param>
    public sealed record OfMonth(Month Value) : ReportCell;

    /// <summary>A text of the books: a pseudonym, a number of something.</summary>
    /// <param name="Value">As it stands there.</param>
    public sealed record Text(string Value) : ReportCell;

    /// <summary>The number of a payment.</summary>
    /// <param name="Value">As it stands in the books.</param>
    public sealed record Payment(string Value) : ReportCell;

    /// <summary>The number of a claim.</summary>
    /// <param name="Value">As it stands in the books.</param>
    public sealed record Claim(string Value) : ReportCell;

    /// <summary>A word of the field, which is translated.</summary>
    /// <param name="Key">Which, in lower case with hyphens.</param>
    public sealed record Word(string Key) : ReportCell;
}
