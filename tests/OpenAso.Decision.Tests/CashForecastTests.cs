using OpenAso.Decision.Forecasting;

namespace OpenAso.Decision.Tests;

public sealed class CashForecastTests
{
    private const int Plans = 240;

    private static readonly DateOnly First = new(2026, 1, 1);

    // Of plans whose truth is known, each quantile is passed as often as it says, within three standard errors.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(13)]
    public void Quantiles_hold_as_often_as_they_say_on_plans_whose_truth_is_known(int weeks)
    {
        var (within90, within50, gap) = (0, 0, 0.0);
        for (var plan = 0; plan < Plans; plan++)
        {
            var made = new MadeUpCash(60, (ulong)plan);
            var forecast = CashForecast.Of(made.Known, weeks, courses: 400, seed: 9).Between(0, weeks);
            var comes = made.Comes(weeks);
            within90 += comes >= forecast.Quantile(0.05) && comes <= forecast.Quantile(0.95) ? 1 : 0;
            within50 += comes >= forecast.Quantile(0.25) && comes <= forecast.Quantile(0.75) ? 1 : 0;
            gap += forecast.Mean - comes;
        }

        Assert.InRange((double)within90 / Plans, 0.90 - Error(0.90), 0.90 + Error(0.90));
        Assert.InRange((double)within50 / Plans, 0.50 - Error(0.50), 0.50 + Error(0.50));
        Assert.InRange(gap / Plans / (weeks * MadeUpCash.ExpectedWeek), -0.05, 0.05);

        static double Error(double share) => 3 * Math.Sqrt(share * (1 - share) / Plans);
    }

    [Fact]
    public void The_same_seed_tells_the_same_and_another_seed_something_near()
    {
        var known = new MadeUpCash(40, 3).Known;
        var one = CashForecast.Of(known, 4, seed: 5).Between(0, 4);

        Assert.Equal(one.Mean, CashForecast.Of(known, 4, seed: 5).Between(0, 4).Mean);
        var other = CashForecast.Of(known, 4, seed: 6).Between(0, 4);
        Assert.NotEqual(one.Mean, other.Mean);
        Assert.InRange(other.Mean / one.Mean, 0.97, 1.03);
    }

    [Fact]
    public void A_large_claim_that_is_decided_and_not_paid_comes_by_the_wait_for_payments_and_not_by_chance()
    {
        var claims = Enumerable.Range(0, 30).Select(week => Paid(week, 0, 1_000))
            .Append(new ClaimCash(First.AddDays(7 * 30 - 3), First.AddDays(7 * 30 - 2), null, 500_000, 500_000));
        var known = CashHistory.Of(First.AddDays(7 * 30 - 1), First, Enumerable.Repeat(100.0, 30), claims);

        var forecast = CashForecast.Of(known, 2);

        Assert.Equal(500_000, known.Unpaid);
        // Every claim was paid in its week or, what waits longer than any has, in the next.
        Assert.True(forecast.Between(0, 1).Quantile(0) >= 500_000);
    }

    [Fact]
    public void What_was_not_known_then_changes_no_forecast_of_the_past()
    {
        var made = new MadeUpCash(50, 8);
        var then = made.Known.Before(20);
        var alone = new MadeUpCash(30, 8).Known;

        Assert.Equal(alone.Last, then.Last);
        Assert.Equal(alone.Unpaid, then.Unpaid, 6);
        Assert.Equal(
            CashForecast.Of(alone, 4).Between(0, 4).Mean, CashForecast.Of(then, 4).Between(0, 4).Mean, 6);
    }

    [Fact]
    public void Twice_the_amounts_are_twice_the_forecast()
    {
        var claims = Enumerable.Range(0, 40).SelectMany(week => Enumerable.Range(1, 6)
            .Select(claim => Paid(week, claim % 2, 100 * claim * (1 + (week % 5))))).ToList();
        var once = Forecast(claims);
        var twice = Forecast(claims.Select(claim =>
            claim with { Amount = 2 * claim.Amount, Allowed = 2 * claim.Allowed }));

        Assert.Equal(2 * once.Mean, twice.Mean, 6);
        Assert.Equal(2 * once.Quantile(0.95), twice.Quantile(0.95), 6);

        static CashDistribution Forecast(IEnumerable<ClaimCash> claims) => CashForecast.Of(
            CashHistory.Of(First.AddDays((7 * 40) - 1), First, Enumerable.Repeat(50.0, 40), claims), 4).Between(0, 4);
    }

    // Members' deductibles: the plan pays a quarter of what it recognises in the first half of a year, and all of it in
    // the second.
    [Fact]
    public void A_plan_year_that_begins_is_forecast_by_the_weeks_of_a_year_ago()
    {
        var first = new DateOnly(2025, 1, 1);
        var known = CashHistory.Of(
            first.AddDays((7 * 104) - 1), first, Enumerable.Repeat(100.0, 104),
            Enumerable.Range(0, 104).Select(week => new ClaimCash(
                first.AddDays(7 * week), first.AddDays(7 * week), first.AddDays(7 * week),
                week % 52 < 26 ? 250 : 1_000, 1_000)));

        var ahead = CashForecast.Of(known, 13);

        Assert.False(known.TurnsUnknown(13));
        Assert.InRange(ahead.Between(4, 9).Mean / 9, 200, 400);
        Assert.True(known.Before(60).TurnsUnknown(13));
    }

    [Fact]
    public void Too_few_weeks_or_no_payment_or_nobody_covered_make_no_forecast()
    {
        Assert.False(CashForecast.IsEnough(new MadeUpCash(CashForecast.FewestWeeks - 1, 1).Known));
        Assert.True(CashForecast.IsEnough(new MadeUpCash(CashForecast.FewestWeeks, 1).Known));
        var unpaid = CashHistory.Of(
            First.AddDays(209), First, Enumerable.Repeat(9.0, 30), [new ClaimCash(First, First, null, 5, 5)]);
        Assert.False(CashForecast.IsEnough(unpaid));
        Assert.Throws<ArgumentException>(() => CashForecast.Of(unpaid, 1));
        var nobody = CashHistory.Of(
            First.AddDays(209), First, Enumerable.Repeat(0.0, 30), [new ClaimCash(First, First, First, 5, 5)]);
        Assert.False(CashForecast.IsEnough(nobody));
    }

    [Fact]
    public void A_back_test_of_a_plan_whose_truth_is_known_finds_little_bias_and_beats_no_truth()
    {
        var tests = BackTest.Of(new MadeUpCash(80, 5).Known, [1, 4, 13], courses: 300);

        Assert.Equal([1, 4, 13], tests.Items.Select(test => test.Horizon));
        Assert.Equal([64, 61, 52], tests.Items.Select(test => test.Forecasts));
        Assert.All(tests.Items, test =>
        {
            Assert.InRange(test.Within90, 0.75, 1);
            Assert.InRange(Math.Abs(test.Bias), 0, test.Error);
            Assert.InRange(test.Outcome / (test.Horizon * MadeUpCash.ExpectedWeek), 0.8, 1.2);
        });
        Assert.Empty(BackTest.Of(new MadeUpCash(CashForecast.FewestWeeks, 5).Known, [1]).Items);
    }

    [Fact]
    public void A_fund_is_below_its_target_when_claims_and_costs_have_used_it_and_a_call_makes_up_for_them()
    {
        var known = CashHistory.Of(
            First.AddDays((7 * 30) - 1), First, Enumerable.Repeat(10.0, 30),
            Enumerable.Range(0, 30).Select(week => Paid(week, 0, 1_000)));
        var forecast = CashForecast.Of(known, 4, courses: 50);
        Assert.Equal(1_000, forecast.Between(0, 1).Mean, 6);

        var course = FundCourse.Of(forecast, new FundPlan(
            3_000, 500, 1_000, [100, 0, 0, 0], [0, 0, 50, 0], [false, true, false, true]));

        // 3,500 − 1,100 = 2,400; − 1,000 = 1,400; − 950 = 450; − 1,000 = −550.
        Assert.Equal((2, 3, 1), (course.BelowTargetIn, course.EmptyIn, course.NextCallIn));
        Assert.Equal([0, 0, 1, 1], course.Weeks.Items.Select(week => week.BelowTarget));
        Assert.Equal([0, 0, 0, 1], course.Weeks.Items.Select(week => week.Empty));
        // Nothing is asked for while 1,400 is there; in the fourth week what 1,000 lacks from −550.
        Assert.Equal(0, course.Weeks[1].Call!.Mean, 6);
        Assert.Equal(1_550, course.Weeks[3].Call!.Mean, 6);
        Assert.Null(course.Weeks[0].Call);
    }

    private static ClaimCash Paid(int week, int lag, double amount) => new(
        First.AddDays(7 * week), First.AddDays(7 * week), First.AddDays(7 * (week + lag)), amount, amount);
}
