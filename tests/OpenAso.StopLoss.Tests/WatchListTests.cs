using OpenAso.StopLoss.Notices;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests;

public class WatchListTests
{
    private const string Specific100k = """
        deductible: 100000
        lines: [medical, rx]
        basis: 12/15
        lasers: [{ claimant: L, deductible: 250000 }, { claimant: X, excluded: true }]
        """;

    [Theory]
    [InlineData("A", "24999.99", "")]
    [InlineData("A", "25000.00", "25%")]
    [InlineData("A", "50000.00", "25% 50%")]
    [InlineData("A", "99999.99", "25% 50% 75%")]
    [InlineData("A", "100000.00", "25% 50% 75% 100%")]
    [InlineData("L", "100000.00", "25%")]
    [InlineData("X", "900000.00", "")]
    public void A_claimant_stands_on_the_list_from_a_quarter_of_the_own_deductible(
        string claimant, string paid, string levels)
    {
        var watch = WatchList.Of(
            Policy(Specific100k), Day("2026-12-31"), Payments($"c1 {claimant} 2026-02-01 2026-03-01 {paid}"));

        Assert.Equal(levels, string.Join(' ', watch.SelectMany(entry => entry.Levels.Select(one => one.Level))));
    }

    // The carrier must be told of more than a tenth; a quarter, the first level, is far.
    [Theory]
    [InlineData("9999.99", false)]
    [InlineData("10000.00", false)]
    [InlineData("10000.01", true)]
    public void Whoever_has_used_more_than_the_share_that_must_be_told_of_stands_on_the_list_below_every_level(
        string paid, bool stands)
    {
        var watch = WatchList.Of(
            Policy(Specific100k, rest: "notices: { share: 10%, within-days: 5 }\n"), Day("2026-12-31"),
            Payments($"c1 A 2026-02-01 2026-03-01 {paid}"));

        Assert.Equal(stands, watch.Count == 1);
        Assert.All(watch.Items, entry => Assert.Empty(entry.Levels));
    }

    [Fact]
    public void Each_level_has_the_day_of_the_payment_that_reached_it()
    {
        var watch = WatchList.Of(Policy(Specific100k), Day("2026-12-31"), Payments("""
            c1 A 2026-02-01 2026-03-01 25000
            c2 A 2026-02-01 2026-04-01 51000
            c3 A 2026-02-01 2026-05-01 24000
            c4 A 2026-02-01 2026-06-01 1
            """));

        var entry = Assert.Single(watch);
        Assert.Equal(
            ["25% 2026-03-01", "50% 2026-04-01", "75% 2026-04-01", "100% 2026-05-01"],
            entry.Levels.Select(one => $"{one.Level} {one.On:yyyy-MM-dd}"));
        Assert.Equal(Day("2026-06-01"), entry.PassedOn);
    }

    // Days from 1 January, the day of the position included: 31 January is day 31.
    [Theory]
    [InlineData("2026-01-31", "50000", "2026-03-03")]   // 100,000 x 31 / 50,000 = day 62
    [InlineData("2026-01-31", "50000.01", "2026-03-03")] // day 61.99, rounded up
    [InlineData("2026-01-31", "49999.99", "2026-03-04")] // day 62.00001, rounded up
    [InlineData("2026-01-31", "100000", null)]          // reached
    [InlineData("2026-06-30", "50000", "2026-12-28")]   // 181 x 2 = day 362
    [InlineData("2026-07-02", "50000", null)]           // 183 x 2 = day 366, after the period
    [InlineData("2027-01-31", "99999", null)]           // the period is over
    public void The_day_of_reaching_the_deductible_is_projected_from_the_pace_since_the_period_began(
        string asOf, string paid, string? projected)
    {
        var watch = WatchList.Of(
            Policy(Specific100k), Day(asOf), Payments($"c1 A 2026-01-02 2026-01-10 {paid}"));

        Assert.Equal(projected is null ? null : Day(projected), Assert.Single(watch).ProjectedOn);
    }

    [Fact]
    public void Who_has_used_most_stands_first()
    {
        var watch = WatchList.Of(Policy(Specific100k), Day("2026-12-31"), Payments("""
            c1 A 2026-02-01 2026-03-01  30000
            c2 B 2026-02-01 2026-03-01 130000
            c3 L 2026-02-01 2026-03-01 200000   # 80 % of the laser
            """));

        Assert.Equal(["B 130%", "L 80%", "A 30%"], watch.Select(entry => $"{entry.Claimant} {entry.Used}"));
    }

    [Fact]
    public void An_excluded_person_with_a_listed_diagnosis_is_watched_without_a_deductible()
    {
        var policy = Policy(Specific100k, rest: "notices: { diagnoses: { cancer: [C50] } }\n");

        var watch = WatchList.Of(policy, Day("2026-12-31"), Payments("c1 X 2026-02-01 2026-03-01 10 dx=C50"));

        var entry = Assert.Single(watch);
        Assert.Null(entry.Deductible);
        Assert.Equal([new DiagnosisSeen("cancer", Day("2026-03-01"))], entry.Diagnoses);
    }

    [Fact]
    public void A_policy_without_a_specific_watches_illness_alone()
    {
        var policy = Policy(
            aggregate: "lines: [medical]\nbasis: 12/12\nfactors: [{ line: medical, tier: single, monthly: 900 }]",
            rest: "notices: { diagnoses: { cancer: [C50] } }\n");

        var watch = WatchList.Of(policy, Day("2026-12-31"), Payments("""
            c1 A 2026-02-01 2026-03-01 900000
            c2 B 2026-02-01 2026-03-01 10 dx=C50
            """));

        Assert.Equal(["B"], watch.Select(entry => entry.Claimant));
    }

    [Fact]
    public void A_deductible_of_nothing_is_reached_by_the_first_cent()
    {
        var policy = Policy("deductible: 0\nlines: [medical]\nbasis: 12/12");

        var watch = WatchList.Of(policy, Day("2026-12-31"), Payments("c1 A 2026-02-01 2026-03-01 0.01"));

        Assert.Equal(4, Assert.Single(watch).Levels.Count);
    }
}
