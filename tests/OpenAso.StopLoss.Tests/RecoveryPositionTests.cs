using OpenAso.Kernel;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;
using static OpenAso.StopLoss.Tests.RecoveryTests;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests;

public class RecoveryPositionTests
{
    private const string Loss = "c1 A 2026-02-01 2026-04-01 110000";

    private static readonly StopLossPolicy Policy = Tables.Policy("deductible: 100000\nlines: [medical]\nbasis: 12/12");

    [Fact]
    public void Each_claimant_has_what_is_due_filed_received_outstanding_and_denied()
    {
        var rows = Of("2026-12-31", Loss + "\nc2 B 2026-02-01 2026-04-01 130000\nc3 C 2026-02-01 2026-04-01 100500",
            Steps(Filed(), "approved 06-01 8000", "received 06-02 5000"),
            Steps(Filed("F2", "B", "30000"), "denied 06-01 late"));

        Assert.Equal(
            [
                // claimant, reimbursable, filed, received, outstanding, denied, not filed
                "A 10000.00 10000.00 5000.00 3000.00 2000.00 0.00",
                "B 30000.00 30000.00 0.00 0.00 30000.00 0.00",
                "C 500.00 0.00 0.00 0.00 0.00 500.00",
            ],
            rows.Select(row => $"{row.Claimant} {row.Reimbursable} {row.Filed} {row.Received} {row.Outstanding}"
                + $" {row.Denied} {row.NotFiled}"));
    }

    [Fact]
    public void What_comes_back_after_the_carrier_has_paid_is_payable_to_the_carrier()
    {
        var paid = Steps(Filed(), "approved 06-01 10000", "received 06-02 10000");

        var before = Assert.Single(Of("2026-06-30", Loss, paid));
        var after = Assert.Single(Of("2026-12-31", Loss + "\nc1 A 2026-02-01 2026-09-01 -4000", paid));

        Assert.Equal(Money.Zero, before.PayableToCarrier);
        Assert.Equal((Amount("6000"), Amount("4000")), (after.Reimbursable, after.PayableToCarrier));
    }

    [Fact]
    public void What_is_paid_back_to_the_carrier_is_not_payable_any_more()
    {
        var paid = Steps(Filed(), "approved 06-01 10000", "received 06-02 10000");
        var payments = Payments(Loss + "\nc1 A 2026-02-01 2026-09-01 -4000");

        var row = Assert.Single(RecoveryPosition.Of(
            Policy, Position(Policy, "2026-12-31", payments), [paid],
            [
                new CarrierRepayment(StopLossCoverage.Specific, "A", Day("2026-10-01"), Amount("3000")),
                new CarrierRepayment(StopLossCoverage.Specific, "A", Day("2027-01-01"), Amount("1000")), // not yet
            ]));

        Assert.Equal((Amount("7000"), Amount("1000")), (row.Received, row.PayableToCarrier));
    }

    [Fact]
    public void A_loss_that_vanishes_altogether_leaves_everything_received_payable()
    {
        var paid = Steps(Filed(), "approved 06-01 10000", "received 06-02 10000");

        var row = Assert.Single(Of("2026-12-31", Loss + "\nc1 A 2026-02-01 2026-09-01 -110000", paid));

        Assert.Equal(Amount("10000"), row.PayableToCarrier);
    }

    [Fact]
    public void What_comes_back_before_the_carrier_has_paid_is_withdrawn()
    {
        var row = Assert.Single(Of("2026-12-31", Loss + "\nc1 A 2026-02-01 2026-09-01 -4000", Filed()));

        Assert.Equal(
            (Amount("6000"), Amount("4000"), Money.Zero), (row.Outstanding, row.Withdrawn, row.PayableToCarrier));
    }

    // On 1 September; days since the filing.
    [Theory]
    [InlineData("2026-09-01", "10000 0 0 0")]   // 0
    [InlineData("2026-08-02", "10000 0 0 0")]   // 30
    [InlineData("2026-08-01", "0 10000 0 0")]   // 31
    [InlineData("2026-07-03", "0 10000 0 0")]   // 60
    [InlineData("2026-07-02", "0 0 10000 0")]   // 61
    [InlineData("2026-06-03", "0 0 10000 0")]   // 90
    [InlineData("2026-06-02", "0 0 0 10000")]   // 91
    public void Receivables_age_from_the_day_of_the_filing(string filedOn, string buckets)
    {
        var ageing = Ageing("2026-09-01", Loss, Filed(on: filedOn));

        Assert.Equal(
            buckets.Split(' ').Select(Amount),
            [ageing.Through30, ageing.Through60, ageing.Through90, ageing.Beyond90]);
    }

    [Fact]
    public void The_latest_filing_is_the_first_to_be_withdrawn()
    {
        var ageing = Ageing("2026-09-01", Loss + "\nc1 A 2026-02-01 2026-08-20 -4000",
            Filed(amount: "7000", on: "2026-05-01"), Filed("F2", amount: "3000", on: "2026-08-10"));

        Assert.Equal((Amount("6000"), Money.Zero), (ageing.Beyond90, ageing.Through30));
    }

    [Fact]
    public void An_aggregate_advance_is_due_in_the_period_and_the_years_claim_after_it()
    {
        var policy = Tables.Policy(aggregate: """
            lines: [medical]
            basis: 12/12
            factors: [{ line: medical, tier: single, monthly: 1000 }]
            accommodation: { threshold: 0, prorated-minimum: false }
            """);
        var census = Census([.. Enumerable.Repeat(10, 12)], new int[12])
            .Where(units => units.Tier == "single").ToList();
        var payments = Payments("c1 A 2026-02-01 2026-03-31 125000");
        var received = Steps(
            Filed(claimant: "", amount: "95000") with { From = StopLossCoverage.Aggregate },
            "approved 05-02 95000", "received 05-03 95000");

        var inPeriod = Row("2026-05-31");
        var atEnd = Row("2026-12-31");

        // Three months of 10,000 when the claim was paid; the year's attachment is 120,000.
        Assert.Equal((Amount("75000"), Amount("20000")), (inPeriod.Reimbursable, inPeriod.PayableToCarrier));
        Assert.Equal((Amount("5000"), Amount("90000")), (atEnd.Reimbursable, atEnd.PayableToCarrier));

        RecoveryPosition Row(string asOf) => Assert.Single(
            RecoveryPosition.Of(policy, Position(policy, asOf, payments, census), [received], []),
            row => row.From == StopLossCoverage.Aggregate);
    }

    private static ValueList<RecoveryPosition> Of(string asOf, string payments, params Recovery[] recoveries) =>
        RecoveryPosition.Of(Policy, Position(Policy, asOf, Payments(payments)), recoveries, []);

    private static ReceivableAgeing Ageing(string asOf, string payments, params Recovery[] recoveries) =>
        ReceivableAgeing.Of(Policy, Position(Policy, asOf, Payments(payments)), recoveries, []);
}
