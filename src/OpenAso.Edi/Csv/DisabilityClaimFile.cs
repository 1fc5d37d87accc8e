using OpenAso.Kernel;

namespace OpenAso.Edi.Csv;

/// <summary>An ordinary claim for disability benefits: one disability, certified without a gap.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Claim">The claim's id.</param>
/// <param name="Received">When notice was received.</param>
/// <param name="Plan">The plan; empty where the employer has one.</param>
/// <param name="Claimant">Who claims.</param>
/// <param name="Disability">What happened.</param>
/// <param name="Salary">What the employee earned.</param>
/// <param name="Statements">When the statements of employee, employer and physician came; null where one did
/// not.</param>
public sealed record DisabilityClaimRow(
    int Line,
    string Claim,
    DateOnly Received,
    string Plan,
    ClaimantColumns Claimant,
    DisabilityColumns Disability,
    SalaryColumns Salary,
    (DateOnly? Employee, DateOnly? Employer, DateOnly? Physician) Statements);

/// <summary>The columns that tell of the claimant.</summary>
/// <param name="Member">The member number.</param>
/// <param name="Last">Family name.</param>
/// <param name="First">Given name.</param>
/// <param name="Born">Null where it is not told.</param>
/// <param name="Class">The class of employees.</param>
/// <param name="CoveredFrom">The first day of coverage under the plan; null where it is not told.</param>
public sealed record ClaimantColumns(
    string Member, string Last, string First, DateOnly? Born, string Class, DateOnly? CoveredFrom);

/// <summary>The columns that tell what happened.</summary>
/// <param name="LastDayWorked">Before the disability.</param>
/// <param name="From">The first day of disability.</param>
/// <param name="Cause">In the words of claim documents; empty where it is not known.</param>
/// <param name="CertifiedThrough">The last certified day; null where there is no certification.</param>
/// <param name="Returned">The first day of full work again; null while it lasts.</param>
/// <param name="Delivered">The day of a delivery; null where there was none.</param>
/// <param name="Cesarean">Whether it was one.</param>
public sealed record DisabilityColumns(
    DateOnly LastDayWorked,
    DateOnly From,
    string Cause,
    DateOnly? CertifiedThrough,
    DateOnly? Returned,
    DateOnly? Delivered,
    bool Cesarean);

/// <summary>The columns that tell of pay and who paid for the coverage.</summary>
/// <param name="Amount">Above zero.</param>
/// <param name="Per">week, month or year.</param>
/// <param name="EmployerPaid">The employer's share of what the coverage cost in the year before.</param>
public sealed record SalaryColumns(Money Amount, string Per, Percent EmployerPaid)
{
    /// <summary>Wages for social security, Medicare and unemployment tax that the employer paid besides the benefits in
    /// the calendar year of the first day of disability; null where they are not known.</summary>
    public Money? WagesPaid { get; init; }
}

/// <summary>Reads ordinary claims for disability benefits, a row each.</summary>
/// <remarks>The columns are described in docs/files.md. A row that cannot be read is left out and named; findings quote
/// nothing of it.</remarks>
public static class DisabilityClaimFile
{
    private static readonly string[] Columns =
    [
        "claim", "received", "plan?", "member", "last", "first", "born?", "class", "covered-from?",
        "last-day-worked", "disabled-from", "cause?", "certified-through?", "returned?", "delivered?", "cesarean?",
        "salary", "per", "employer-paid", "wages-paid?", "employee-statement?", "employer-statement?",
        "physician-statement?",
    ];

    private static readonly string[] Periods = ["week", "month", "year"];

    /// <summary>Reads one file.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <returns>In the order of the file.</returns>
    public static Parsed<ValueList<DisabilityClaimRow>> Read(TextReader reader, string file)
    {
        List<DisabilityClaimRow> claims = [];
        List<Finding> findings = [];
        CsvTable.Read(reader, file, Columns, findings, row =>
        {
            var claim = Claim(row);
            if (row.IsSound)
                claims.Add(claim);
        }, quotes: false);
        return new Parsed<ValueList<DisabilityClaimRow>>(claims.ToValueList(), findings.ToValueList());
    }

    private static DisabilityClaimRow Claim(CsvRow row) => new(
        row.Line,
        Name(row, "claim"),
        row.RequiredDate("received"),
        Plain(row, "plan"),
        new ClaimantColumns(
            Name(row, "member"), Name(row, "last"), Name(row, "first"), row.Date("born"), Name(row, "class"),
            row.Date("covered-from")),
        new DisabilityColumns(
            row.RequiredDate("last-day-worked"), row.RequiredDate("disabled-from"), Plain(row, "cause"),
            row.Date("certified-through"), row.Date("returned"), row.Date("delivered"), Yes(row, "cesarean")),
        new SalaryColumns(Salary(row), Per(row), Share(row)) { WagesPaid = Wages(row) },
        (row.Date("employee-statement"), row.Date("employer-statement"), row.Date("physician-statement")));

    private static string Name(CsvRow row, string column)
    {
        row.Required(column);
        return Plain(row, column);
    }

    private static string Plain(CsvRow row, string column)
    {
        var text = row.Text(column);
        return text.Length <= 60 && !text.Any(letter => char.IsControl(letter) || letter is '"' or '\\')
            ? text
            : row.Bad<string>(column, "at most 60 letters without quotes and backslashes") ?? "";
    }

    private static bool Yes(CsvRow row, string column) => row.Text(column).ToLowerInvariant() switch
    {
        "yes" => true,
        "" or "no" => false,
        _ => row.Bad<bool>(column, "yes, no or nothing"),
    };

    private static Money Salary(CsvRow row) =>
        Money.TryParse(row.Text("salary"), out var amount) && amount.IsPositive && amount <= Values.LargestAmount
            ? amount
            : row.Bad<Money>("salary", "dollars and cents such as 52000, above zero");

    private static Money? Wages(CsvRow row) => row.Text("wages-paid") is not { Length: > 0 } text ? null
        : Money.TryParse(text, out var amount) && !amount.IsNegative && amount <= Values.LargestAmount
            ? amount
            : row.Bad<Money>("wages-paid", "dollars and cents such as 48120, or nothing");

    private static string Per(CsvRow row)
    {
        var text = row.Text("per").ToLowerInvariant();
        return Periods.Contains(text) ? text : row.Bad<string>("per", string.Join(", ", Periods)) ?? "";
    }

    private static Percent Share(CsvRow row) =>
        Percent.TryParse(row.Text("employer-paid"), out var share) && share <= Percent.Whole
            ? share
            : row.Bad<Percent>("employer-paid", "a share such as 60%, at most 100%");
}
