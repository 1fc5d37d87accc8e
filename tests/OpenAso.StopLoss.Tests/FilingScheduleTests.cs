using OpenAso.Kernel;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests;

public class FilingScheduleTests
{
    private static readonly StopLossPolicy Policy =
        Tables.Policy("deductible: 100000\nlines: [medical]\nbasis: 12/15");

    // Payments count until 31 March 2027, so that the last filing is due on 30 April 2027.
    [Theory]
    [InlineData("2026-04-10", "2026-04-30", "A Initial 20000.00 2026-07-09 0")]
    [InlineData("2026-04-10", "2026-07-19", "A Initial 20000.00 2026-07-09 10")]
    [InlineData("2027-03-31", "2027-04-01", "A Initial 20000.00 2027-04-30 0")]
    [InlineData("2027-03-31", "2027-05-02", "A Initial 20000.00 2027-04-30 2")]
    public void The_first_filing_is_due_ninety_days_after_the_deductible_was_passed_but_never_after_the_last_day(
        string paid, string asOf, string due)
    {
        Assert.Equal([due], Schedule(asOf, $"c1 A 2026-03-01 {paid} 120000"));
    }

    [Theory]
    [InlineData("499.99", "2026-09-30", null)]
    [InlineData("500.00", "2026-09-30", "A Addition 500.00 2027-04-30 0")]
    [InlineData("499.99", "2027-03-31", null)]
    [InlineData("499.99", "2027-04-01", "A Final 499.99 2027-04-30 0")]
    public void Additions_are_filed_from_500_and_what_is_left_at_the_end(string added, string asOf, string? due)
    {
        var filed = Filed("20000", "2026-05-01");

        Assert.Equal(due is null ? [] : [due], Schedule(asOf, $"""
            c1 A 2026-03-01 2026-04-10 120000
            c2 A 2026-03-01 2026-08-10 {added}
            """, filed));
    }

    [Fact]
    public void What_was_filed_after_the_day_of_the_position_is_not_known_to_it()
    {
        Assert.Single(Schedule("2026-04-30", "c1 A 2026-03-01 2026-04-10 120000", Filed("20000", "2026-05-01")));
        Assert.Empty(Schedule("2026-05-01", "c1 A 2026-03-01 2026-04-10 120000", Filed("20000", "2026-05-01")));
    }

    private static Recovery Filed(string excess, string on) => new(
        "F1", StopLossCoverage.Specific, "A", Amount(excess), Amount(excess),
        [new RecoveryStep(RecoveryState.Filed, Day(on), Money.Zero, "")]);

    private static List<string> Schedule(string asOf, string payments, params Recovery[] filed) =>
        [.. FilingSchedule.Of(Policy, Position(Policy, asOf, Payments(payments)), filed)
            .Select(due => $"{due.Claimant} {due.Kind} {due.Excess} {due.DueOn:yyyy-MM-dd} {due.DaysLate}")];
}
