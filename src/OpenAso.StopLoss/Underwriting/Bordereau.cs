using OpenAso.Documents;
using OpenAso.StopLoss.Filings;

namespace OpenAso.StopLoss.Underwriting;

/// <summary>The bordereau that goes to a carrier with a month's premium, as CSV: <c>policy,billed_month,</c>
/// <c>covered_month,coverage,line,tier,units,rate,amount,due_date,grace_date</c>.</summary>
/// <remarks>A month that was billed before and has changed comes with the difference, below zero where it was billed
/// for too many.</remarks>
public static class Bordereau
{
    /// <summary>The file's text.</summary>
    /// <param name="bill">The month's bill.</param>
    public static string Of(PremiumBill bill)
    {
        ArgumentNullException.ThrowIfNull(bill);
        var csv = new CsvText(
            "policy", "billed_month", "covered_month", "coverage", "line", "tier", "units", "rate", "amount",
            "due_date", "grace_date");
        foreach (var row in bill.Rows)
        {
            csv.Text(bill.Policy).Text(bill.Month.ToString()).Text(row.Month.ToString())
                .Text(Words.Of(row.Coverage.ToString())).Text(StopLossLines.WordOf(row.Line)).Text(row.Tier)
                .Number(row.Units).Amount(row.Rate).Amount(row.Amount).Day(bill.DueOn).Day(bill.GraceThrough)
                .EndRow();
        }
        return csv.ToString();
    }
}
