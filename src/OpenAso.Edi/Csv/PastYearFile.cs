using System.Globalization;
using OpenAso.Kernel;

namespace OpenAso.Edi.Csv;

/// <summary>A plan year as another system tells it.</summary>
/// <param name="Year">The year in which it began.</param>
/// <param name="MemberMonths">Months of membership.</param>
/// <param name="Claims">Incurred in it.</param>
/// <param name="Pooled">Of these, below the insurer's pooling level person by person; all of them where the file does
/// not say.</param>
/// <param name="Fees">Administration and other fees; null where the file does not say.</param>
/// <param name="StopLossPremium">Stop-loss premium; null where the file does not say.</param>
/// <param name="Recoveries">What stop-loss paid back; null where the file does not say.</param>
public sealed record PastYearRow(
    int Year, long MemberMonths, Money Claims, Money Pooled, Money? Fees, Money? StopLossPremium, Money? Recoveries);

/// <summary>Reads past plan years: <c>year,member_months,claims,pooled_claims,fees,stop_loss_premium,recoveries</c>;
/// the last four may be left out.</summary>
public static class PastYearFile
{
    private static readonly string[] Columns =
    [
        "year", "member_months", "claims", "pooled_claims?", "fees?", "stop_loss_premium?", "recoveries?",
    ];

    /// <summary>Reads one file.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <returns>In the order of the file; a row that cannot be read is left out and named.</returns>
    public static Parsed<ValueList<PastYearRow>> Read(TextReader reader, string file)
    {
        List<PastYearRow> years = [];
        List<Finding> findings = [];
        CsvTable.Read(reader, file, Columns, findings, row =>
        {
            var year = Year(row);
            if (row.IsSound)
                years.Add(year);
        });
        return new Parsed<ValueList<PastYearRow>>(years.ToValueList(), findings.ToValueList());
    }

    private static PastYearRow Year(CsvRow row)
    {
        var year = Whole(row, "year", 1900, 2199, "a year such as 2025");
        var months = Whole(row, "member_months", 0, 1_000_000_000, "a whole number of months such as 2640");
        var claims = Amount(row, "claims");
        var pooled = Amount(row, "pooled_claims") ?? claims;
        if (row.IsSound && pooled > claims)
            row.Bad<Money>("pooled_claims", "at most the claims of the year");
        if (claims is null && row.IsSound)
            row.Required("claims");
        return new PastYearRow(
            (int)year, months, claims ?? Money.Zero, pooled ?? Money.Zero, Amount(row, "fees"),
            Amount(row, "stop_loss_premium"), Amount(row, "recoveries"));
    }

    private static long Whole(CsvRow row, string column, long least, long most, string expected) =>
        long.TryParse(row.Required(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
                ? number
                : row.Text(column).Length == 0 ? 0 : row.Bad<long>(column, expected);

    private static Money? Amount(CsvRow row, string column)
    {
        var text = row.Text(column);
        if (text.Length == 0)
            return null;
        return Money.TryParse(text, out var amount) && !amount.IsNegative
            ? amount
            : row.Bad<Money?>(column, "dollars and cents of zero or more such as 1250000.00");
    }
}
