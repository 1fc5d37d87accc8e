using OpenAso.StopLoss.Notices;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests;

public class NoticeTests
{
    private const string Specific100k = """
        deductible: 100000
        lines: [medical, rx]
        basis: 12/15
        lasers: [{ claimant: L, deductible: 250000 }]
        """;

    private const string Triggers = """
        notices:
          diagnoses:
            cancer: [C50, C91]
            kidney-failure: [N186]
        """;

    [Theory]
    [InlineData("49999.99", false)]
    [InlineData("50000.00", false)]
    [InlineData("50000.01", true)]
    public void O_32_A_notice_arises_when_more_than_half_of_the_deductible_is_used(string paid, bool arises)
    {
        var position = Position(Policy(Specific100k), "2026-12-31", Payments($"c1 A 2026-02-01 2026-03-01 {paid}"));

        Assert.Equal(arises, position.Notices.Items.Any(notice => notice.Kind == NoticeKind.Share));
    }

    [Fact]
    public void A_notice_names_the_day_of_the_payment_that_passed_the_share_and_is_due_thirty_days_later()
    {
        var position = Position(Policy(Specific100k), "2026-12-31", Payments("""
            c3 A 2026-02-01 2026-06-10 90000
            c1 A 2026-02-01 2026-03-01 30000
            c2 A 2026-02-01 2026-04-15 30000
            """));

        var notice = Assert.Single(position.Notices);
        Assert.Equal(("A", Day("2026-04-15"), Day("2026-05-15")), (notice.Claimant, notice.ArisenOn, notice.DueOn));
        Assert.Equal("More than 50% of the deductible of 100000.00 is used.", $"{notice.Because}");
    }

    [Theory]
    [InlineData("A", "60000", true)]
    [InlineData("L", "60000", false)]
    [InlineData("L", "125000", false)]
    [InlineData("L", "125000.01", true)]
    public void A_laser_moves_the_share_with_it(string claimant, string paid, bool arises)
    {
        var position = Position(
            Policy(Specific100k), "2026-12-31", Payments($"c1 {claimant} 2026-02-01 2026-03-01 {paid}"));

        Assert.Equal(arises, position.Notices.Count == 1);
    }

    [Fact]
    public void A_share_below_the_lowest_level_of_the_watch_list_still_gives_a_notice()
    {
        var policy = Policy(Specific100k, rest: "notices: { share: 10%, within-days: 5 }\n");

        var position = Position(policy, "2026-12-31", Payments("c1 A 2026-02-01 2026-03-01 10000.01"));

        Assert.Equal(Day("2026-03-06"), Assert.Single(position.Notices).DueOn);
    }

    [Fact]
    public void A_refund_takes_the_notice_back_that_rested_on_its_payment()
    {
        var position = Position(Policy(Specific100k), "2026-12-31", Payments("""
            c1 A 2026-02-01 2026-03-01  40000
            c2 A 2026-02-01 2026-04-01  20000
            c2 A 2026-02-01 2026-05-01 -20000
            """));

        Assert.Empty(position.Notices);
    }

    [Fact]
    public void A_listed_diagnosis_gives_one_notice_from_the_day_it_was_first_seen()
    {
        var policy = Policy(Specific100k, rest: Triggers);

        var position = Position(policy, "2026-12-31", Payments("""
            c1 A 2026-05-01 2026-06-01 10 dx=C5091
            c2 A 2026-02-01 2026-03-01 20 dx=C5011   # first seen
            c3 A 2026-02-01 2026-03-05 20 dx=N186    # another of the list
            c4 B 2026-02-01 2026-03-01 20 dx=C49     # not of the list
            c5 C 2025-11-01 2026-02-01 20 dx=C91     # incurred before the policy
            """));

        Assert.Equal(
            [
                "A A diagnosis of the policy's list: cancer. 2026-03-01",
                "A A diagnosis of the policy's list: kidney failure. 2026-03-05",
            ],
            position.Notices.Select(notice => $"{notice.Claimant} {notice.Because} {notice.ArisenOn:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("c1 A 2026-02-01 2026-03-01 5 stay=7", null)]
    [InlineData("c1 A 2026-02-01 2026-03-01 5 stay=8", "2026-03-01 8")]
    [InlineData("c1 A 2026-02-01 2026-03-01 5 stay=4 \n c2 A 2026-02-05 2026-03-20 5 stay=4", "2026-03-20 8")]
    [InlineData("c1 A 2026-02-01 2026-03-01 5 stay=4 \n c2 A 2026-02-06 2026-03-20 5 stay=4", null)]
    [InlineData("c1 A 2026-02-01 2026-03-01 5 stay=8 \n c2 A 2026-02-02 2026-03-20 5 stay=2", "2026-03-01 8")]
    [InlineData("c1 A 2026-02-01 2026-03-09 5 stay=9 \n c2 A 2026-02-01 2026-03-02 5 stay=9", "2026-03-02 9")]
    public void A_stay_of_more_than_seven_days_gives_a_notice_however_it_is_billed(string payments, string? expected)
    {
        var position = Position(Policy(Specific100k), "2026-12-31", Payments(payments));

        Assert.Equal(expected, position.Watch.Items.FirstOrDefault()?.Stays[0] is { } stay
            ? $"{stay.On:yyyy-MM-dd} {stay.Days}"
            : null);
        Assert.Equal(expected is null ? 0 : 1, position.Notices.Count);
    }

    [Fact]
    public void Nothing_that_came_after_the_day_of_the_position_gives_a_notice()
    {
        var policy = Policy(Specific100k, rest: Triggers);

        var position = Position(
            policy, "2026-02-28", Payments("c1 A 2026-02-01 2026-03-01 90000 dx=C50 stay=20"));

        Assert.Empty(position.Notices);
        Assert.Empty(position.Watch);
    }

    [Fact]
    public void Notices_stand_in_the_order_in_which_they_are_due()
    {
        var position = Position(Policy(Specific100k), "2026-12-31", Payments("""
            c1 A 2026-02-01 2026-05-01 60000
            c2 B 2026-02-01 2026-03-01 60000
            c3 C 2026-02-01 2026-03-01 60000
            """));

        Assert.Equal(["B", "C", "A"], position.Notices.Select(notice => notice.Claimant));
    }
}
