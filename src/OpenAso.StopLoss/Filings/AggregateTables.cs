using System.Globalization;
using OpenAso.Documents;
using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Filings;

/// <summary>The tables that go with a filing under the aggregate.</summary>
/// <param name="material">What the filing is made from.</param>
/// <param name="aggregate">The position that is claimed.</param>
/// <param name="counted">Every payment, as the aggregate counts it.</param>
internal sealed class AggregateTables(
    AggregateFilingMaterial material, AggregatePosition aggregate, IReadOnlyList<CountedAmount> counted)
{
    [Source("Public aggregate filing packages: cumulative report, listing, specifics filed or why not, claims outside,"
        + " voids and refunds, census by tier")]
    public IEnumerable<PackContent> All() =>
    [
        Report(), Listing(), Specifics(), CountedClaims.Detail("outside.csv", counted.Where(amount => !amount.Counts)),
        CountedClaims.Detail("refunds.csv", counted.Where(amount => amount.Payment.Amount.IsNegative)), Census(),
    ];

    private PackContent Report()
    {
        var csv = new CsvText(
            "month", "attachment", "cumulative_attachment", "eligible", "cumulative_eligible", "floor", "accommodation",
            "repayable");
        foreach (var month in aggregate.Months)
        {
            csv.Text(month.Month.ToString()).Amount(month.Attachment).Amount(month.CumulativeAttachment)
                .Amount(month.Eligible).Amount(month.CumulativeEligible).Amount(month.Floor)
                .Amount(month.Accommodation).Amount(month.Repayable).EndRow();
        }
        return new PackContent("report.csv", csv.ToString());
    }

    private PackContent Listing()
    {
        var csv = new CsvText("claimant", "claim", "line", "incurred", "paid_on", "amount", "payee");
        foreach (var amount in counted.Where(amount => amount.Counts))
        {
            var payment = amount.Payment;
            var paidOn = payment.Dates.PaidAs(material.Policy.PaidMeans) ?? payment.Dates.Latest;
            csv.Text(payment.Claimant).Text(payment.Claim).Text(StopLossLines.WordOf(payment.Line))
                .Day(payment.Incurred).Day(paidOn).Amount(amount.Amount)
                .Text(material.Payees.GetValueOrDefault(payment.Claim)).EndRow();
        }
        return new PackContent("listing.csv", csv.ToString());
    }

    private PackContent Specifics()
    {
        var filed = OpenReceivables.KnownOn(material.FiledOn, material.Recoveries)
            .Where(recovery => recovery.From == StopLossCoverage.Specific)
            .ToLookup(recovery => recovery.Claimant, StringComparer.Ordinal);
        var due = FilingSchedule.Of(material.Policy, material.Position, material.Recoveries).Items
            .ToDictionary(one => one.Claimant, StringComparer.Ordinal);
        var csv = new CsvText(
            "claimant", "excess", "reimbursable", "filings", "filed", "received", "last_state", "not_filed_because");
        foreach (var claimant in material.Position.Specific.Items.Where(one => one.Excess.IsPositive))
        {
            var own = filed[claimant.Claimant].ToList();
            var open = claimant.Excess - FilingSchedule.ExcessFiled(own);
            csv.Text(claimant.Claimant).Amount(claimant.Excess).Amount(claimant.Reimbursable).Number(own.Count)
                .Amount(own.Total(recovery => recovery.Requested)).Amount(own.Total(recovery => recovery.Received))
                .Text(own.Count > 0 ? Words.Of(own[^1].State.ToString()) : "")
                .Text(WhyNot(open, due.GetValueOrDefault(claimant.Claimant))).EndRow();
        }
        return new PackContent("specifics.csv", csv.ToString());
    }

    private string WhyNot(Money open, FilingDue? due) => (open.IsPositive, due) switch
    {
        (false, _) => "",
        (true, null) => $"{open} added, less than the {material.Policy.Filing.ResubmitFrom} that is filed at once",
        (true, { IsLate: true }) => string.Create(
            CultureInfo.InvariantCulture, $"{open} late: it was due on {due.DueOn:yyyy-MM-dd}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{open} to be filed until {due.DueOn:yyyy-MM-dd}"),
    };

    private PackContent Census()
    {
        var factors = material.Policy.Aggregate!.Factors.Items.ToDictionary(factor => (factor.Line, factor.Tier));
        var csv = new CsvText("month", "line", "tier", "units", "monthly_factor", "attachment");
        var rows = material.Census.GroupBy(units => (units.Month, units.Line, units.Tier))
            .OrderBy(group => group.Key.Month).ThenBy(group => group.Key.Line)
            .ThenBy(group => group.Key.Tier, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var units = row.Sum(one => (long)one.Units);
            var monthly = factors.GetValueOrDefault((row.Key.Line, row.Key.Tier))?.Monthly;
            csv.Text(row.Key.Month.ToString()).Text(StopLossLines.WordOf(row.Key.Line)).Text(row.Key.Tier).Number(units)
                .Amount(monthly).Amount(monthly?.Ratio(units, 1, Rounding.HalfUp)).EndRow();
        }
        return new PackContent("census.csv", csv.ToString());
    }
}
