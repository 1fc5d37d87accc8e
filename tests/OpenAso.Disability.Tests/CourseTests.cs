using System.Globalization;
using OpenAso.Disability.Benefits;
using OpenAso.Disability.Deciding;

namespace OpenAso.Disability.Tests;

/// <summary>When benefits begin, pause and end.</summary>
public class CourseTests
{
    private const string Sick = "{last-day-worked: 2026-01-04, from: 2026-01-05, cause: sickness}";

    [Fact]
    public void A_sickness_waits_seven_days_and_an_accident_none()
    {
        Assert.Equal("2026-01-12", First(Sample.Claim(("disability", Sick))));
        Assert.Equal("2026-01-05", First(Sample.Claim()));
    }

    [Fact]
    public void The_first_day_in_hospital_ends_the_elimination_period()
    {
        var plan = Sample.WeeklyPlan(("elimination",
            "{clause: c3, accident: 0, sickness: 7, hospital-first-day: yes}"));

        var payments = Sample.Payments(plan, Sample.Claim(
            ("disability", Sick), ("hospital", "[{from: 2026-01-08, to: 2026-01-09}]")));

        Assert.Equal(new DateOnly(2026, 1, 8), payments[0].Period.From);
    }

    // Three days of trial work are allowed: the period ends three days later; a fourth begins it anew.
    [Theory]
    [InlineData("2026-01-09", "2026-01-15")]
    [InlineData("2026-01-10", "2026-01-18")]
    public void Trial_work_does_not_interrupt_the_elimination_period_until_it_is_too_long(string last, string first)
    {
        var plan = Sample.WeeklyPlan(("elimination",
            "{clause: c3, accident: 0, sickness: 7, trial-work-days: 3}"));

        var payments = Sample.Payments(plan, Sample.Claim(
            ("disability", Sick), ("work", $"[{{from: 2026-01-07, to: {last}, full: yes}}]")));

        Assert.Equal(Day(first), payments[0].Period.From);
    }

    // Fourteen days at work are within the plan's time; the fifteenth is a new disability.
    [Theory]
    [InlineData("2026-02-14", "same-cause", 1, "2026-02-15")]
    [InlineData("2026-02-15", "same-cause", 2, "2026-02-23")]
    [InlineData("2026-02-05", "other-cause", 2, "2026-02-13")]
    public void A_relapse_within_the_plans_time_has_no_elimination_period(
        string worked, string cause, int disabilities, string again)
    {
        var then = cause == "other-cause" ? ", then: mental-health" : "";
        var assessment = Sample.Assess(Sample.WeeklyPlan(), Sample.Claim(
            ("disability", Sick), ("work", $"[{{from: 2026-02-01, to: {worked}, full: yes{then}}}]")));

        Assert.Equal(disabilities, assessment.Course!.Periods.Count);
        Assert.Equal(Day(again), assessment.Course.Days.Items.First(day => day.Day > Day("2026-02-01")).Day);
    }

    [Fact]
    public void Weeks_of_benefits_run_on_for_days_that_were_worked()
    {
        var plan = Sample.WeeklyPlan(("duration", "{clause: c7, weeks: 4}"));
        var straight = Sample.Assess(plan, Sample.Claim());
        var relapsed = Sample.Assess(plan, Sample.Claim(
            ("work", "[{from: 2026-01-10, to: 2026-01-14, full: yes}]")));

        Assert.Equal(28, straight.Course!.Days.Count);
        Assert.Equal(28, relapsed.Course!.Days.Count);
        Assert.Equal(Day("2026-02-06"), relapsed.Course.Days[^1].Day);
        Assert.Equal(EndReason.Duration, relapsed.Course.Periods[0].End);
    }

    [Fact]
    public void Mental_illness_is_limited_but_for_days_in_hospital_and_earlier_months_count()
    {
        var plan = Sample.MonthlyPlan(("limitations",
            "[{causes: [mental-health, substance-use], months: 24, except-confined: yes, clause: c10}]"));

        var days = Sample.Assess(plan, Sample.Claim(
            ("disability", "{last-day-worked: 2026-01-04, from: 2026-01-05, cause: mental-health, "
                + "limited-months-used: 23}"),
            ("hospital", "[{from: 2026-02-10, to: 2026-02-12}]"))).Course!.Days;

        Assert.Equal(Day("2026-02-04"), days[30].Day);
        Assert.Equal([Day("2026-02-10"), Day("2026-02-11"), Day("2026-02-12")], days.Skip(31).Select(day => day.Day));
    }

    [Fact]
    public void After_the_months_of_the_own_occupation_only_proof_for_any_occupation_counts()
    {
        var plan = Sample.MonthlyPlan(("occupation", "{clause: c2, own-months: 1}"));
        var claim = Sample.Claim(("certifications",
            "[{from: 2026-01-05, to: 2026-02-28}, {from: 2026-02-20, to: 2026-02-28, any-occupation: yes}]"));

        var days = Sample.Assess(plan, claim).Course!.Days.Items.Select(day => day.Day).ToList();

        Assert.Contains(Day("2026-02-04"), days);
        Assert.DoesNotContain(Day("2026-02-05"), days);
        Assert.Equal(9, days.Count(day => day >= Day("2026-02-20")));
    }

    [Theory]
    [InlineData("1959-01-01", "2025-09-01", "2025-08-31")] // 66 and 8 months: who is born on 1 January counts with 1958
    [InlineData("1960-06-15", "2027-06-15", "2027-06-14")] // 67
    [InlineData("1990-02-02", "2057-02-02", "2057-02-01")]
    public void Benefits_run_to_the_normal_retirement_age(string born, string retires, string last)
    {
        var plan = Sample.MonthlyPlan(("duration",
            "{clause: c7, by-age: [{from-age: 0, months: 3, to-normal-retirement: yes}]}"));
        var claim = Sample.Claim(
            ("claimant", $"{{id: E, first: A, last: B, born: {born}, class: all}}"),
            ("disability", "{last-day-worked: 2025-01-05, from: 2025-01-05, cause: accident}"),
            ("certifications", "[{from: 2025-01-05, to: 2025-03-31}]"));

        Assert.Equal(Day(retires), Sample.Law.NormalRetirement(claim.Claimant.BirthDate!.Value));
        Assert.Equal(Day(last), Sample.Assess(plan, claim).Course!.Periods[0].LatestEnd);
    }

    [Theory]
    [InlineData("yes", 56)]
    [InlineData("no", 42)]
    public void A_delivery_needs_no_certification_for_the_plans_weeks(string cesarean, int days)
    {
        var plan = Sample.WeeklyPlan(
            ("elimination", "{clause: c3, accident: 0, sickness: 0}"),
            ("maternity", "{clause: c10, vaginal-weeks: 6, cesarean-weeks: 8}"));

        var assessment = Sample.Assess(plan, Sample.Claim(
            ("certifications", ""),
            ("disability", "{last-day-worked: 2026-01-04, from: 2026-01-05, cause: pregnancy, "
                + $"delivered: 2026-01-05, cesarean: {cesarean}}}")));

        Assert.Equal(days, assessment.Course!.Days.Count);
    }

    [Fact]
    public void Days_beyond_what_is_certified_are_a_preview_and_do_not_end_before_the_plan_does()
    {
        var assessment = Sample.Assess(Sample.WeeklyPlan(), Sample.Claim(), "2026-12-31");

        Assert.Equal(26 * 7, assessment.Course!.Days.Count);
        Assert.All(assessment.Schedule!.Payments, payment =>
            Assert.Equal(payment.Day <= Day("2026-03-31"), payment.Period.IsCertified));
        Assert.Equal(Day("2026-03-31"), assessment.Schedule.Payments.Items.Last(one => one.Period.IsCertified).Day);
    }

    [Fact]
    public void Who_earns_too_much_part_time_is_not_disabled()
    {
        var plan = Sample.WeeklyPlan(("work-incentive", "{clause: c10, months: 12, most-earnings: 80%}"));
        var claim = Sample.Claim(("work",
            "[{from: 2026-02-02, to: 2026-02-08, earnings: {amount: 799.99, per: week}}, "
            + "{from: 2026-02-09, to: 2026-02-15, earnings: {amount: 800, per: week}}]"));

        var days = Sample.Assess(plan, claim).Course!.Days.Items.Select(day => day.Day).ToList();

        Assert.Contains(Day("2026-02-08"), days);
        Assert.DoesNotContain(days, day => day >= Day("2026-02-09") && day <= Day("2026-02-15"));
        Assert.Contains(Day("2026-02-16"), days);
    }

    [Fact]
    public void The_long_term_claim_is_due_before_short_term_benefits_end()
    {
        var plan = Sample.WeeklyPlan(
            ("plan", "{id: p, name: P, line: short-term-disability, currency: USD, first: 2010-01-01, "
                + "long-term-notice-weeks: 6}"),
            ("duration", "{clause: c7, weeks: 13}"));

        var late = Sample.Assess(plan, Sample.Claim());
        var early = Sample.Assess(plan, Sample.Claim(("certifications", "[{from: 2026-01-05, to: 2026-02-20}]")));

        Assert.Equal(new LongTermTransition(Day("2026-04-05"), Day("2026-02-22"), true), late.LongTerm);
        Assert.Contains(late.Findings, finding => finding.Code == AssessmentCodes.LongTermDue);
        Assert.False(early.LongTerm!.IsDue);
    }

    private static string First(Claims.DisabilityClaim claim) =>
        Sample.Payments(Sample.WeeklyPlan(), claim)[0].Period.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
