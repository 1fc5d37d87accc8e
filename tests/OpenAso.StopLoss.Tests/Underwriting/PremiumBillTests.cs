using CsCheck;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;
using OpenAso.StopLoss.Underwriting;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests.Underwriting;

public class PremiumBillTests
{
    private static readonly StopLossPolicy Priced = Policy(
        "deductible: 200000\nlines: [medical]\nbasis: 12/15",
        "lines: [medical]\nbasis: 12/15\nfactors: [{ line: medical, tier: single, monthly: 900 }]",
        """
        premium:
          specific:
            - { line: medical, tier: single, monthly: 9.10 }
            - { line: medical, tier: family, monthly: 21.34 }
          aggregate:
            - { line: medical, tier: single, monthly: 2 }
            - { line: medical, tier: family, monthly: 2 }
          due-day: 10
          grace-days: 31
        """);

    [Fact]
    public void O_15_Twelve_bordereaux_come_to_452690_dollars_and_40_cents()
    {
        var census = Census([.. Enumerable.Repeat(1308, 12)], [.. Enumerable.Repeat(1210, 12)]).ToList();

        var bills = Enumerable.Range(1, 12).Select(month => Bill(month, census, Before(census, month)));

        Assert.Equal(
            Amount("452690.40"),
            bills.SelectMany(bill => bill.Rows).Where(row => row.Coverage == StopLossCoverage.Specific)
                .Total(row => row.Amount));
    }

    [Fact]
    public void A_row_stands_for_each_coverage_and_tier_and_the_bill_has_its_days()
    {
        var bill = Bill(2, Census([60, 58], [40, 40]), Census([60], [40]));

        Assert.Equal(
            [
                "Specific family 40 853.60", "Specific single 58 527.80", "Aggregate family 40 80.00",
                "Aggregate single 58 116.00",
            ],
            bill.Rows.Select(row => $"{row.Coverage} {row.Tier} {row.Units} {row.Amount}"));
        Assert.Equal(Amount("1577.40"), bill.Total);
        Assert.Equal(Day("2026-02-10"), bill.DueOn);
        Assert.Equal(Day("2026-03-13"), bill.GraceThrough);
        Assert.Empty(bill.Findings);
    }

    [Fact]
    public void A_change_for_a_month_billed_before_is_a_difference_of_its_own()
    {
        var bill = Bill(2, Census([58, 58], [41, 41]), Census([60], [40]));

        Assert.Equal(
            [
                "Specific family 1 21.34", "Specific single -2 -18.20", "Aggregate family 1 2.00",
                "Aggregate single -2 -4.00",
            ],
            bill.Rows.Where(row => row.Month == new Month(2026, 1))
                .Select(row => $"{row.Coverage} {row.Tier} {row.Units} {row.Amount}"));
        Assert.Equal(Amount("1.14"), bill.Retroactive);
    }

    [Fact]
    public void What_cannot_be_billed_is_named()
    {
        var unpriced = new CensusUnits(new Month(2026, 1), LineOfCoverage.Medical, "couple", 3);

        Assert.Equal("STL063", Assert.Single(Bill(1, [], []).Findings).Code);
        Assert.Equal(
            ["STL060", "STL060"],
            Bill(1, Census([1], [1]).Append(unpriced), []).Findings.Select(finding => finding.Code));
        Assert.Null(PremiumBill.Of(Priced with { Premium = null }, new Month(2026, 1), [], []));
    }

    [Fact]
    public void Bills_with_their_late_changes_come_to_what_the_last_census_costs() =>
        Gen.Select(Gen.Int[0, 90].Array[4], Gen.Int[0, 90].Array[4], Gen.Int[0, 90].Array[4])
            .Sample((first, second, last) =>
            {
                int[][] known = [first, second, last, last];
                var total = Enumerable.Range(1, 4).Select(month => Bill(
                        month, Census(known[month - 1][..month], new int[month]),
                        month == 1 ? [] : Census(known[month - 2][..(month - 1)], new int[month - 1])))
                    .Total(bill => bill.Total);
                return total == Amount("11.10").Ratio(last.Sum(), 1, Rounding.HalfUp);
            });

    private static IEnumerable<CensusUnits> Before(IEnumerable<CensusUnits> census, int month) =>
        census.Where(units => units.Month.Number < month);

    private static PremiumBill Bill(int month, IEnumerable<CensusUnits> census, IEnumerable<CensusUnits> billed) =>
        PremiumBill.Of(Priced, new Month(2026, month), census, billed)!;
}
