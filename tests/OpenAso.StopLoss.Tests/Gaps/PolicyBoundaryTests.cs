using CsCheck;
using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Gaps;
using OpenAso.StopLoss.Policies;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests.Gaps;

public class PolicyBoundaryTests
{
    private static readonly StopLossPolicy Twelve = Policy("deductible: 100000\nlines: [medical]\nbasis: 12/12");

    private static readonly StopLossPolicy Fifteen = Policy("deductible: 100000\nlines: [medical]\nbasis: 12/15");

    [Fact]
    public void A_claim_that_is_decided_and_not_paid_near_the_end_of_the_window_stands_on_the_list_with_its_last_day()
    {
        var near = PolicyBoundary.Of(Twelve, [Claim("c1", "2026-09-01", decided: "2026-12-10")], Day("2026-12-20"), 30);

        Assert.Equal(
            [new BoundaryClaim(
                "c1", "A", LineOfCoverage.Medical, Money.Of(100), BoundaryReason.DecidedNotPaid,
                [StopLossCoverage.Specific], Day("2026-12-31"), 11)],
            near);
    }

    // 31 days before 31 December is 30 November.
    [Theory]
    [InlineData("2026-11-30", 0)]
    [InlineData("2026-12-01", 1)]
    [InlineData("2026-12-31", 1)]
    [InlineData("2027-01-01", 0)]
    public void It_stands_there_from_the_first_near_day_to_the_last_day_that_counts(string asOf, int count) =>
        Assert.Equal(count, PolicyBoundary.Of(
            Twelve, [Claim("c1", "2026-09-01", decided: "2026-11-10")], Day(asOf), 30).Count);

    [Theory]
    [InlineData("2026-12-01", 0)]
    [InlineData("2026-12-02", 1)]
    [InlineData("2026-12-31", 1)]
    [InlineData("2027-01-01", 0)]
    public void A_claim_of_the_last_days_that_is_not_decided_has_until_the_end_of_run_out(string incurred, int count)
    {
        var near = PolicyBoundary.Of(Fifteen, [Claim("c1", incurred)], Day("2027-01-15"), 30);

        Assert.Equal(count, near.Count);
        Assert.All(near, claim =>
        {
            Assert.Equal(BoundaryReason.IncurredNearEnd, claim.Reason);
            Assert.Equal(Day("2027-03-31"), claim.LastDay);
        });
    }

    [Fact]
    public void What_is_issued_without_money_behind_it_is_not_paid()
    {
        var issued = Claim("c1", "2026-12-01", decided: "2026-12-05") with
        {
            Dates = new PaymentDates(Day("2026-12-05"), Day("2026-12-06"), null, null),
        };

        Assert.Single(PolicyBoundary.Of(Twelve, [issued], Day("2026-12-20"), 30));
        Assert.Empty(PolicyBoundary.Of(
            Twelve, [issued with { Dates = issued.Dates with { Funded = Day("2026-12-20") } }], Day("2026-12-20"), 30));
    }

    [Fact]
    public void A_claim_that_would_not_count_anyway_or_was_voided_does_not_stand_there()
    {
        var claim = Claim("c1", "2026-12-15", decided: "2026-12-16");

        Assert.Empty(PolicyBoundary.Of(
            Twelve, [claim with { IneligibleBecause = "experimental" }], Day("2026-12-20"), 30));
        Assert.Empty(PolicyBoundary.Of(
            Twelve, [claim, claim with { Amount = -claim.Amount }], Day("2026-12-20"), 30));
        Assert.Empty(PolicyBoundary.Of(Twelve, [claim with { Line = LineOfCoverage.Dental }], Day("2026-12-20"), 30));
    }

    [Fact]
    public void Two_windows_give_two_last_days_and_one_window_one_row()
    {
        var same = Policy(
            "deductible: 1\nlines: [medical]\nbasis: 12/12",
            "lines: [medical]\nbasis: 12/12\nfactors: [{ line: medical, tier: single, monthly: 1 }]");
        var other = same with { Specific = Fifteen.Specific };
        var claim = Claim("c1", "2026-12-15");

        var row = Assert.Single(PolicyBoundary.Of(same, [claim], Day("2026-12-20"), 30));
        Assert.Equal([StopLossCoverage.Specific, StopLossCoverage.Aggregate], row.From);
        Assert.Equal(
            ["2026-12-31 Aggregate", "2027-03-31 Specific"],
            PolicyBoundary.Of(other, [claim], Day("2026-12-20"), 30)
                .Select(near => $"{near.LastDay:yyyy-MM-dd} {near.From[0]}"));
    }

    [Fact]
    public void Every_claim_on_the_list_counts_if_it_is_paid_on_its_last_day_and_not_a_day_later() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 120], Gen.Int[0, 120]).Sample((incurred, later, days) =>
        {
            var claim = Claim("c1", "2026-01-01") with { Incurred = Day("2026-01-01").AddDays(incurred) };
            var asOf = Day("2026-12-15").AddDays(later);
            return PolicyBoundary.Of(Fifteen, [claim], asOf, days).Items.All(near =>
                Counted(claim, near.LastDay) == near.Amount && Counted(claim, near.LastDay.AddDays(1)).IsZero
                && near.LastDay >= asOf);
        });

    private static Money Counted(ClaimPayment claim, DateOnly paid) => Position(
        Fifteen, "2028-01-01", [claim with { Dates = new PaymentDates(paid, paid, paid, null) }]).Specific[0].Eligible;

    private static ClaimPayment Claim(string number, string incurred, string? decided = null) => new()
    {
        Claim = number,
        Claimant = "A",
        Certificate = "A",
        Line = LineOfCoverage.Medical,
        Incurred = Day(incurred),
        Dates = new PaymentDates(decided is null ? null : Day(decided), null, null, null),
        Amount = Money.Of(100),
    };
}
