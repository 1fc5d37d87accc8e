using OpenAso.Kernel;

namespace OpenAso.Operations.Reporting.Tables;

/// <summary>A report as a table: what pages show and files hold.</summary>
/// <param name="Name">Of the report, as addresses have it.</param>
/// <param name="AsOf">Everything up to this day.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">All of them; each has a cell for each column.</param>
public sealed record ReportTable(
    string Name, DateOnly AsOf, ValueList<ReportColumn> Columns, ValueList<ReportRow> Rows);

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

    /// <summary>A word of the field, which is translated.</summary>
    /// <param name="Key">Which, in lower case with hyphens.</param>
    public sealed record Word(string Key) : ReportCell;
}
