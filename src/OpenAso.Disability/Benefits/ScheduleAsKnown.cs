using OpenAso.Disability.Claims;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Law;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Benefits;

/// <summary>A claim as it is known on a day, with what happened and what is owed by that.</summary>
/// <param name="Claim">Without what becomes known later.</param>
/// <param name="Course">What happened.</param>
/// <param name="Earnings">Before each disability, in order.</param>
/// <param name="Periods">What is owed; none where what is known by then excludes it.</param>
public sealed record KnownSchedule(
    DisabilityClaim Claim,
    DisabilityCourse Course,
    ValueList<PredisabilityEarnings> Earnings,
    ValueList<SchedulePeriod> Periods);

/// <summary>Makes the schedule of a claim as it is known on any day: with the awards, work, withdrawn proof and death
/// of which somebody knew.</summary>
/// <remarks>Pure.</remarks>
/// <param name="claim">Its facts are complete, and sums paid once are spread.</param>
/// <param name="terms">Of the first day of disability.</param>
/// <param name="law">The figures of law.</param>
/// <param name="through">The last day to preview; null for the last that is certified.</param>
public sealed class ScheduleAsKnown(DisabilityClaim claim, DisabilityTerms terms, DisabilityLaw law, DateOnly? through)
{
    /// <summary>The schedule as it is known on a day.</summary>
    /// <param name="day">What becomes known later does not count.</param>
    /// <param name="paid">The last days of the payments so far, behind which periods are cut.</param>
    public KnownSchedule On(DateOnly day, IReadOnlySet<DateOnly> paid)
    {
        var known = ClaimNews.KnownOn(claim, day);
        var course = DisabilityCourse.Of(known, terms, law, through);
        var earnings = course.Periods.Items.ToDictionary(
            period => period.Number,
            period => PredisabilityEarnings.Of(
                known.Earnings, terms.Class(known.Class)!, period.LastWorked, terms.IsWeekly)!);
        var periods = Eligibility.ByAward(known, terms, day) is not null
            ? []
            : new ScheduleCalculation(known, terms, course, earnings).KnownOn(day, paid);
        return new KnownSchedule(
            known, course, course.Periods.Items.Select(period => earnings[period.Number]).ToValueList(), periods);
    }
}
