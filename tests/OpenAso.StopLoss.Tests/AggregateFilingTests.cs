using System.Collections.Immutable;
using OpenAso.Kernel;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests;

public class AggregateFilingTests
{
    private const string Claims = """
        a1 A 2026-02-01 2026-03-01 150000
        b1 B 2026-02-01 2026-04-01  40000
        b1 B 2026-02-01 2026-05-01  -5000
        c1 C 2026-02-01 2026-06-01  30000
        d1 D 2026-02-01 2026-06-01    900 dental
        e1 E 2025-11-01 2026-06-01    700
        """;

    private static readonly StopLossPolicy Policy = Tables.Policy(
        "deductible: 50000\nlines: [medical]\nbasis: 12/12",
        """
        lines: [medical]
        basis: 12/15
        factors: [{ line: medical, tier: single, monthly: 500 }, { line: medical, tier: family, monthly: 1000 }]
        accommodation: { threshold: 3000, prorated-minimum: false }
        """);

    private static readonly List<CensusUnits> Units =
        [.. Census([.. Enumerable.Repeat(6, 12)], [.. Enumerable.Repeat(4, 12)])];

    [Fact]
    public void The_years_claim_holds_the_whole_package_and_its_totals_tie_to_the_position()
    {
        var filing = File("2026-12-31");

        Assert.Equal(
            [
                "census.csv", "checklist.csv", "listing.csv", "outside.csv", "refunds.csv", "report.csv",
                "specifics.csv", "totals.csv", "manifest.json",
            ],
            filing.Pack.Contents.Select(content => content.Name));
        Assert.Equal("""
            total,amount
            paid,216600.00
            outside the aggregate,1600.00
            listed,215000.00
            left out by the specific and by run-in limits,100000.00
            eligible,115000.00
            minimum attachment,0.00
            attachment,84000.00
            excess,31000.00
            due,31000.00
            asked for before,0.00
            requested,31000.00

            """, filing.Pack.Find("totals.csv")!.Text);
    }

    [Fact]
    public void The_manifest_of_a_pack_is_the_same_byte_for_byte() =>
        Golden.Verify("aggregate-manifest.json", File("2026-12-31").Pack.Manifest.Text);

    [Fact]
    public void Claims_outside_the_aggregate_and_what_came_back_are_listed_by_themselves()
    {
        var pack = File("2026-12-31").Pack;

        Assert.Equal(["d1 line-not-covered", "e1 incurred-too-early"], Cells("outside.csv", 0, 12));
        Assert.Equal(["b1 -5000.00"], Cells("refunds.csv", 0, 10));
        Assert.Equal(
            ["a1 150000.00", "b1 40000.00", "b1 -5000.00", "c1 30000.00"], Cells("listing.csv", 1, 5));
        Assert.Equal(12, Cells("report.csv", 0, 1).Count);
        Assert.Equal(["family 4", "single 6"], Cells("census.csv", 2, 3)[..2]);

        List<string> Cells(string name, int one, int other) =>
            [.. pack.Find(name)!.Text.Split('\n')[1..^1].Select(row => row.Split(','))
                .Select(cells => $"{cells[one]} {cells[other]}")];
    }

    [Fact]
    public void Every_specific_is_filed_or_says_why_not()
    {
        var late = Specifics([]);
        var filed = Specifics([Filed("100000")]);
        var added = Specifics([Filed("99600")]);

        Assert.Equal("A,100000.00,100000.00,0,0.00,0.00,,100000.00 late: it was due on 2026-05-30", late);
        Assert.Equal("A,100000.00,100000.00,1,100000.00,0.00,filed,", filed);
        Assert.Equal(
            "A,100000.00,100000.00,1,99600.00,0.00,filed,\"400.00 added, less than the 500.00 that is filed at once\"",
            added);

        static string Specifics(ValueList<Recovery> recoveries) =>
            AggregateFiling.Of(Material("2026-12-31") with { Recoveries = recoveries }).Value!
                .Pack.Find("specifics.csv")!.Text.Split('\n')[1];
    }

    [Fact]
    public void In_the_course_of_the_period_what_is_advanced_is_asked_for()
    {
        var filing = File("2026-06-30");

        // 115,000 less six months of 7,000 and the threshold of 3,000.
        Assert.False(filing.IsYearEnd);
        Assert.Equal(Amount("70000"), filing.Requested);
        Assert.Contains("\"kind\": \"accommodation\"", filing.Pack.Manifest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_advanced_is_not_asked_for_again_at_the_end()
    {
        var advanced = Recovery.Of("G1", File("2026-06-30")) with { Requested = Amount("30000") };

        var end = AggregateFiling.Of(Material("2026-12-31") with { Recoveries = [advanced] });
        var none = AggregateFiling.Of(
            Material("2026-12-31") with { Recoveries = [advanced with { Requested = Amount("31000") }] });

        Assert.Equal(Amount("1000"), end.Value!.Requested);
        Assert.Null(none.Value);
        Assert.Equal(StopLossCodes.NothingToFile, Assert.Single(none.Findings).Code);
    }

    [Fact]
    public void A_census_that_is_not_the_positions_is_not_filed()
    {
        var filing = AggregateFiling.Of(Material("2026-12-31") with { Census = [.. Units.Skip(1)] });

        Assert.Null(filing.Value);
        Assert.Equal(StopLossCodes.DoesNotTie, Assert.Single(filing.Findings).Code);
    }

    // Payments count until 31 March 2027; thirty days later is 30 April.
    [Theory]
    [InlineData("2027-04-30", false)]
    [InlineData("2027-05-01", true)]
    public void The_claim_of_a_year_is_late_after_the_last_filing_day(string filedOn, bool isLate)
    {
        var filing = AggregateFiling.Of(Material("2026-12-31") with { FiledOn = Day(filedOn) }).Value!;

        Assert.Equal(isLate, filing.Findings.Items.Any(one => one.Code == StopLossCodes.FiledLate));
    }

    [Fact]
    public void The_carriers_form_is_missing_until_it_is_handed_in()
    {
        var form = new FilingEvidence { Item = FilingItem.SignedForm, Reference = "form of 5 January" };

        Assert.Contains(
            File("2026-12-31").Checklist,
            row => row is { Item: FilingItem.SignedForm, State: ChecklistState.Missing });
        Assert.Contains(
            AggregateFiling.Of(Material("2026-12-31") with { Evidence = [form] }).Value!.Checklist,
            row => row is { Item: FilingItem.SignedForm, State: ChecklistState.There });
    }

    [Fact]
    public void Payees_stand_in_the_listing_where_they_are_known()
    {
        var payees = ImmutableDictionary<string, string>.Empty.Add("c1", "General, Hospital");

        var filing = AggregateFiling.Of(Material("2026-12-31") with { Payees = payees }).Value!;

        Assert.Contains(
            "C,c1,medical,2026-02-01,2026-06-01,30000.00,\"General, Hospital\"\n",
            filing.Pack.Find("listing.csv")!.Text, StringComparison.Ordinal);
    }

    private static AggregateFiling File(string asOf) => AggregateFiling.Of(Material(asOf)).Value!;

    private static Recovery Filed(string amount) => new(
        "F1", StopLossCoverage.Specific, "A", Amount(amount), Amount(amount),
        [new RecoveryStep(RecoveryState.Filed, Day("2026-06-01"), Money.Zero, "")]);

    private static AggregateFilingMaterial Material(string asOf)
    {
        var payments = Payments(Claims);
        return new AggregateFilingMaterial
        {
            Policy = Policy,
            Position = Position(Policy, asOf, payments, Units),
            Payments = payments,
            Census = Units,
            FiledOn = Day(asOf),
        };
    }
}
