using CsCheck;
using OpenAso.Disability.Benefits;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Leave;
using OpenAso.Kernel;

namespace OpenAso.Disability.Tests;

/// <summary>Job-protected leave beside a disability.</summary>
public class LeaveTests
{
    private const string Weekdays = "{monday: 8, tuesday: 8, wednesday: 8, thursday: 8, friday: 8}";

    // Disabled from Monday, 5 January 2026, to 30 June: twelve weeks end on Friday, 27 March.
    [Theory]
    [InlineData("method: calendar-year, used: none", "12", "2026-03-27")]
    // two weeks of last December count to the day on which they leave the twelve months behind each day
    [InlineData("method: rolling-back, used: [{from: 2025-12-08, to: 2025-12-19}]", "10", "2026-03-13")]
    [InlineData("method: measured-forward, used: [{from: 2025-12-08, to: 2025-12-19}]", "10", "2026-03-13")]
    // last year's leave is no matter where the year is the calendar's
    [InlineData("method: calendar-year, used: [{from: 2025-12-08, to: 2025-12-19}]", "12", "2026-03-27")]
    [InlineData("method: fixed-year, year-begins: 2020-07-01, used: [{from: 2025-06-02, to: 2025-06-13}]", "12",
        "2026-03-27")]
    [InlineData("method: fixed-year, year-begins: 2020-07-01, used: [{from: 2025-07-07, to: 2025-07-18}]", "10",
        "2026-03-13")]
    // half days: four hours on each of ten days are one week
    [InlineData("method: calendar-year, used: [{from: 2026-01-05, to: 2026-01-05, hours-a-day: 4}]", "12",
        "2026-03-27")]
    [InlineData("method: rolling-back, used: [{from: 2025-12-08, to: 2025-12-19, hours-a-day: 4}]", "11",
        "2026-03-20")]
    public void Twelve_workweeks_are_counted_in_the_employers_twelve_months(
        string facts, string weeks, string exhausted)
    {
        var count = Count(Claim(facts))!;

        Assert.Equal(LeaveStanding.Protected, count.Standing);
        Assert.Equal((decimal.Parse(weeks, null), Day(exhausted)), (count.WeeksTaken, count.ExhaustedOn));
        Assert.Equal(Day(exhausted), count.ProtectedThrough);
    }

    // 20 of 40 hours are worked for four weeks: half of each day is leave, two weeks in all, and two weeks longer last
    // the twelve.
    [Fact]
    public void Days_of_part_time_work_count_in_part()
    {
        var claim = Claim("method: calendar-year, used: none") with
        {
            Work = [new WorkSpell(
                new DateRange(new(2026, 2, 2), new(2026, 3, 1)), false, new Pay(Money.Of(500), PayPeriod.Week), null)
            {
                WeeklyMinutes = 20 * 60,
            }],
        };

        var count = Count(claim)!;

        Assert.Equal(new DateOnly(2026, 4, 10), count.ExhaustedOn);
        Assert.Equal(0.1m, count.Days.Items.Single(day => day.Day == new DateOnly(2026, 2, 3)).Taken.Weeks);
        Assert.Equal(
            [LeaveReason.PartTimeUnknown],
            Count(claim with { Work = [claim.Work[0] with { WeeklyMinutes = null }] })!.Reasons);
    }

    [Theory]
    [InlineData("employed-since: 2025-06-01", "employed-too-short")]
    [InlineData("hours-worked: 1249", "too-few-hours")]
    [InlineData("employees: 49", "too-few-employees")]
    [InlineData("employees: 49, hours-worked: 10", "too-few-hours, too-few-employees")]
    public void Who_is_not_eligible_has_none(string fact, string reasons)
    {
        var count = Count(Claim($"method: calendar-year, used: none, {fact}"))!;

        Assert.Equal(LeaveStanding.NotEligible, count.Standing);
        Assert.Equal(reasons, Words(count));
    }

    [Theory]
    [InlineData("", "method-unknown, used-unknown")]
    [InlineData("method: calendar-year", "used-unknown")]
    [InlineData("used: none, method: calendar-year, hours-worked: ", "hours-unknown")]
    public void What_nobody_has_said_is_never_assumed(string facts, string reasons)
    {
        var count = Count(Claim(facts))!;

        Assert.Equal(LeaveStanding.Unknown, count.Standing);
        Assert.Equal(reasons, Words(count));
        Assert.Empty(count.Days);
    }

    [Fact]
    public void Nothing_is_counted_where_nobody_has_said_anything_of_leave() => Assert.Null(Count(Sample.Claim()));

    [Fact]
    public void Absence_in_the_next_twelve_months_needs_eligibility_of_its_own()
    {
        var claim = Claim("method: calendar-year, used: none") with
        {
            DisabledFrom = new(2025, 12, 1),
            Certifications = [new Certification(new DateRange(new(2025, 12, 1), new(2026, 2, 1)), false)],
        };

        var count = Count(claim)!;

        Assert.Equal(new DateOnly(2025, 12, 31), count.ProtectedThrough);
        Assert.Equal(new DateOnly(2026, 1, 1), count.NewYearFrom);
    }

    [Fact]
    public void Return_is_the_day_of_full_work_or_the_day_after_the_last_certified_one()
    {
        Assert.Equal(new DateOnly(2026, 4, 1), Sample.Assess(Sample.WeeklyPlan(), Sample.Claim()).ReturnExpected);
        Assert.Equal(new DateOnly(2026, 3, 30), Sample.Assess(
            Sample.WeeklyPlan(), Sample.Claim(("work", "[{from: 2026-03-30, full: yes}]"))).ReturnExpected);
    }

    [Fact]
    public void No_more_is_ever_taken_than_twelve_weeks_and_no_more_than_the_absence() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 500], Gen.Int[0, 120], Gen.Int[0, 400], Gen.Int[0, 60])
            .Sample((method, before, length, days, hours) =>
            {
                var from = new DateOnly(2026, 1, 5).AddDays(-before);
                var claim = Claim("method: calendar-year, used: none") with
                {
                    Certifications = [new Certification(
                        new DateRange(new(2026, 1, 5), new DateOnly(2026, 1, 5).AddDays(days)), false)],
                };
                claim = claim with
                {
                    Leave = claim.Leave! with
                    {
                        Method = (LeaveYear)method,
                        YearBegins = new DateOnly(2020, 7, 1),
                        Used = [new UsedLeave(new DateRange(from, from.AddDays(length)), 60 * hours / 8)],
                    },
                };
                var count = Count(claim)!;

                return count.WeeksTaken <= 12
                    && count.Days.Items.All(day => day.Taken.Units <= day.Absent.Units && day.Left.Units >= 0)
                    && count.Days.Items.All(day => day.Taken == day.Absent || day.Left.IsNone);
            });

    private static LeaveCount? Count(DisabilityClaim claim) => LeaveCalculation.Of(
        claim, CertifiedDays.Of(claim, Sample.WeeklyPlan().Wordings[0]), Sample.Law);

    private static DisabilityClaim Claim(string facts)
    {
        string[] defaults =
            ["employed-since: 2020-01-01", "hours-worked: 1800", "employees: 120", $"schedule: {Weekdays}"];
        var given = facts.Length == 0 ? [] : facts.Split(", ")
            .Where(one => !one.EndsWith(": ", StringComparison.Ordinal));
        var keys = facts.Split(", ").Select(one => one.Split(':')[0]).ToHashSet();
        return Sample.Claim(
            ("certifications", "[{from: 2026-01-05, to: 2026-06-30}]"),
            ("protected-leave", "{" + string.Join(", ", given.Concat(
                defaults.Where(one => !keys.Contains(one.Split(':')[0])))) + "}"));
    }

    private static string Words(LeaveCount count) =>
        string.Join(", ", count.Reasons.Items.Select(reason => Documents.Words.Of(reason.ToString())));

    private static DateOnly Day(string text) =>
        DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
