using System.Globalization;
using System.Text;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>Writes the advice for a payroll as a table (CSV), one row for each period and change.</summary>
public static class AdviceFile
{
    /// <summary>The table, with its heading. <c>pay</c> is before tax, which payroll withholds; below zero where
    /// payroll is to pay less than it was advised before.</summary>
    /// <param name="advice">The advice.</param>
    public static string Of(PayrollAdvice advice)
    {
        ArgumentNullException.ThrowIfNull(advice);
        var text = new StringBuilder(
            "payroll,claim,member,last,first,plan,kind,from,through,gross,offsets,net,recovery,overpaid,pay,taxable\n");
        foreach (var (row, member, name) in advice.Benefits)
        {
            var amounts = row.Amounts;
            text.AppendJoin(',', [
                Day(advice.Payroll), Quoted(row.Claim), Quoted(member), Quoted(name.Last), Quoted(name.First),
                Quoted(row.Plan.Value), Documents.Words.Of(row.Key.Kind.ToString()), Day(row.Key.First),
                Day(row.Through), $"{amounts.Gross}", $"{amounts.Offsets}", $"{amounts.Owed}", $"{amounts.Recovery}",
                $"{amounts.Found}", $"{row.Payable}", $"{amounts.Taxable}",
            ]).Append('\n');
        }
        return text.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\n\r")
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
