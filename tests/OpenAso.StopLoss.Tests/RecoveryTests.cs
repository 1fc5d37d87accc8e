using OpenAso.Kernel;
using OpenAso.StopLoss.Filings;
using OpenAso.StopLoss.Policies;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests;

public class RecoveryTests
{
    // Rows: where the loss stands; columns: where it can go.
    [Theory]
    [InlineData(RecoveryState.Filed, "Pended Approved Denied Closed")]
    [InlineData(RecoveryState.Pended, "Pended Approved Denied Closed")]
    [InlineData(RecoveryState.Approved, "Received Appealed Closed")]
    [InlineData(RecoveryState.Received, "Received Appealed Closed")]
    [InlineData(RecoveryState.Denied, "Received Appealed Closed")]
    [InlineData(RecoveryState.Appealed, "Pended Approved Received Denied Closed")]
    [InlineData(RecoveryState.Closed, "")]
    public void A_loss_goes_only_where_the_table_says(RecoveryState from, string possible)
    {
        var start = new Recovery(
            "F1", StopLossCoverage.Specific, "A", Amount("1000"), Amount("1000"),
            [
                new RecoveryStep(RecoveryState.Filed, Day("2026-05-01"), Money.Zero, ""),
                new RecoveryStep(RecoveryState.Approved, Day("2026-05-02"), Amount("500"), ""),
                new RecoveryStep(from, Day("2026-05-03"), Money.Zero, "x"),
            ]);

        foreach (var to in Enum.GetValues<RecoveryState>())
        {
            var amount = to is RecoveryState.Approved or RecoveryState.Received ? Amount("1") : Money.Zero;
            var next = RecoveryRules.Next(start, new RecoveryStep(to, Day("2026-05-04"), amount, "because"));

            var isPossible = possible.Split(' ').Contains(to.ToString());
            Assert.True(isPossible == next.Accepted, $"{from} to {to}");
            Assert.Equal(isPossible ? to : from, next.Value.State);
            Assert.Equal(isPossible ? [] : [StopLossCodes.RecoveryStep], next.Findings.Select(one => one.Code));
        }
    }

    [Fact]
    public void What_was_asked_for_is_received_outstanding_or_denied_at_every_step() => Check("""
        step                        received  outstanding  denied
        filed     05-01                    0        10000       0
        pended    05-10        bills       0        10000       0
        approved  05-20  7000              0         7000    3000
        received  06-01  4000           4000         3000    3000
        appealed  06-05        terms    4000         6000       0
        approved  06-20  1000           4000         4000    2000
        received  07-01  4000           8000            0    2000
        closed    07-02        enough   8000            0    2000
        """);

    [Fact]
    public void A_denied_loss_that_is_closed_stays_denied() => Check("""
        step                          received  outstanding  denied
        filed     05-01                      0        10000       0
        denied    05-10  late-notice         0            0   10000
        appealed  05-20  in-time             0        10000       0
        denied    06-20  upheld              0            0   10000
        closed    06-21  upheld              0            0   10000
        """);

    [Theory]
    [InlineData(RecoveryState.Pended, "2026-04-30", "0", "why", StopLossCodes.RecoveryDay)]
    [InlineData(RecoveryState.Pended, "2026-05-02", "0", " ", StopLossCodes.RecoveryReason)]
    [InlineData(RecoveryState.Denied, "2026-05-02", "0", "", StopLossCodes.RecoveryReason)]
    [InlineData(RecoveryState.Closed, "2026-05-02", "0", "", StopLossCodes.RecoveryReason)]
    [InlineData(RecoveryState.Approved, "2026-05-02", "0", "", StopLossCodes.RecoveryAmount)]
    [InlineData(RecoveryState.Approved, "2026-05-02", "-1", "", StopLossCodes.RecoveryAmount)]
    [InlineData(RecoveryState.Approved, "2026-05-02", "10000.01", "", StopLossCodes.RecoveryAmount)]
    [InlineData(RecoveryState.Pended, "2026-05-02", "1", "why", StopLossCodes.RecoveryAmount)]
    [InlineData(RecoveryState.Received, "2026-05-02", "1", "", StopLossCodes.RecoveryStep)]
    public void An_impossible_step_is_a_finding_and_changes_nothing(
        RecoveryState to, string on, string amount, string reason, string code)
    {
        var filed = Filed();

        var next = RecoveryRules.Next(filed, new RecoveryStep(to, Day(on), Amount(amount), reason));

        Assert.Equal(code, Assert.Single(next.Findings).Code);
        Assert.Equal(filed, next.Value);
    }

    [Theory]
    [InlineData(RecoveryState.Pended, "2026-04-30", "0",
        "Filing F1 has a step of 2026-05-01, and 2026-04-30 lies before. Correct the day.")]
    [InlineData(RecoveryState.Pended, "2026-05-02", "0", "Filing F1 becomes pended without a reason. Say why.")]
    [InlineData(RecoveryState.Closed, "2026-05-02", "1", "Filing F1 becomes closed without a reason. Say why.")]
    [InlineData(RecoveryState.Approved, "2026-05-02", "10000.01",
        "Filing F1 cannot have 10000.01 approved: above zero and at most 10000.00 is open. Correct the amount.")]
    [InlineData(RecoveryState.Received, "2026-05-02", "1",
        "Filing F1 is filed and cannot become received. Possible: pended, approved, denied, closed.")]
    public void A_finding_says_what_is_possible(RecoveryState to, string on, string amount, string message)
    {
        var next = RecoveryRules.Next(Filed(), new RecoveryStep(to, Day(on), Amount(amount), ""));

        Assert.Equal(message, Assert.Single(next.Findings).Message);
    }

    [Fact]
    public void An_amount_of_a_step_without_money_and_a_step_behind_the_last_are_told()
    {
        var pended = new RecoveryStep(RecoveryState.Pended, Day("2026-05-02"), Amount("1"), "why");
        var closed = Steps(Filed(), "closed 05-02 enough");

        Assert.Equal(
            "Filing F1 becomes pended with an amount of 1.00. Only what is approved or received has one.",
            RecoveryRules.Next(Filed(), pended).Findings[0].Message);
        Assert.Equal(
            "Filing F1 is closed and cannot become pended. Possible: nothing more.",
            RecoveryRules.Next(closed, pended).Findings[0].Message);
    }

    [Fact]
    public void No_more_is_received_than_was_approved()
    {
        var approved = RecoveryRules.Next(
            Filed(), new RecoveryStep(RecoveryState.Approved, Day("2026-05-02"), Amount("7000"), "")).Value;

        var next = RecoveryRules.Next(
            approved, new RecoveryStep(RecoveryState.Received, Day("2026-05-03"), Amount("7000.01"), ""));

        Assert.Equal(StopLossCodes.RecoveryAmount, Assert.Single(next.Findings).Code);
    }

    [Fact]
    public void A_loss_that_was_received_in_full_is_closed_without_a_reason()
    {
        var received = Steps(Filed(), "approved 05-02 10000", "received 05-03 10000");

        Assert.True(RecoveryRules.Next(
            received, new RecoveryStep(RecoveryState.Closed, Day("2026-05-04"), Money.Zero, "")).Accepted);
    }

    [Fact]
    public void On_an_earlier_day_only_its_steps_until_then_are_known()
    {
        var loss = Steps(Filed(), "approved 05-20 7000", "received 06-01 4000");

        Assert.Null(loss.AsOf(Day("2026-04-30")));
        Assert.Equal(RecoveryState.Filed, loss.AsOf(Day("2026-05-19"))!.State);
        Assert.Equal(RecoveryState.Approved, loss.AsOf(Day("2026-05-31"))!.State);
        Assert.Equal(loss, loss.AsOf(Day("2026-06-01")));
    }

    internal static Recovery Filed(
        string number = "F1", string claimant = "A", string amount = "10000", string on = "2026-05-01") =>
        new(
            number, StopLossCoverage.Specific, claimant, Amount(amount), Amount(amount),
            [new RecoveryStep(RecoveryState.Filed, Day(on), Money.Zero, "")]);

    /// <summary>Steps such as <c>approved 05-20 7000</c> or <c>denied 05-10 late-notice</c>, of 2026.</summary>
    internal static Recovery Steps(Recovery loss, params IEnumerable<string> steps)
    {
        foreach (var step in steps)
        {
            var words = step.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var isAmount = words.Length > 2 && Money.TryParse(words[2], out _);
            var next = RecoveryRules.Next(loss, new RecoveryStep(
                Enum.Parse<RecoveryState>(words[0], ignoreCase: true), Day("2026-" + words[1]),
                isAmount ? Amount(words[2]) : Money.Zero, isAmount || words.Length < 3 ? "" : words[2]));
            Assert.Empty(next.Findings);
            loss = next.Value;
        }
        return loss;
    }

    private static void Check(string table)
    {
        var rows = Rows(table).Skip(1).ToList();
        var loss = Filed();
        foreach (var cells in rows)
        {
            if (cells[0] != "filed")
                loss = Steps(loss, string.Join(' ', cells[..^3]));
            Assert.Equal(
                $"{cells[0]}: {string.Join(' ', cells[^3..].Select(Amount))}",
                $"{cells[0]}: {loss.Received} {loss.Outstanding} {loss.Denied}");
        }
    }
}
