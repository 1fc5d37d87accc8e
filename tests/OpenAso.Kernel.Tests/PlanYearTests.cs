using CsCheck;

namespace OpenAso.Kernel.Tests;

public sealed class PlanYearTests
{
    private static readonly Gen<PlanYear> Any =
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 28]).Select((month, day) => new PlanYear(month, day));

    private static readonly Gen<DateOnly> Day =
        Gen.Int[new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2099, 12, 31).DayNumber].Select(
            DateOnly.FromDayNumber);

    [Theory]
    [InlineData(1, 1, "2026-12-31", "2026-01-01..2026-12-31")]
    [InlineData(7, 1, "2026-06-30", "2025-07-01..2026-06-30")]
    [InlineData(7, 1, "2026-07-01", "2026-07-01..2027-06-30")]
    [InlineData(2, 28, "2024-02-29", "2024-02-28..2025-02-27")]
    [InlineData(3, 1, "2024-02-29", "2023-03-01..2024-02-29")]
    [InlineData(1, 1, "9999-06-30", "9999-01-01..")]
    [InlineData(7, 1, "9999-12-31", "9999-07-01..")]
    [InlineData(7, 1, "9999-06-30", "9998-07-01..9999-06-30")]
    [InlineData(7, 1, "0001-01-01", "0001-01-01..0001-06-30")]
    public void A_day_lies_in_the_twelve_months_that_hold_it(int month, int start, string day, string year) =>
        Assert.Equal(year, new PlanYear(month, start)
            .Containing(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
            .ToString());

    [Fact]
    public void Years_follow_each_other_without_gap_or_overlap() => Gen.Select(Any, Day).Sample((year, day) =>
    {
        var these = year.Containing(day);
        return these.Contains(day) && these.Days is 365 or 366
            && year.Containing(these.First) == these && year.Containing(these.Last) == these
            && year.Containing(these.Last.AddDays(1)).First == these.Last.AddDays(1)
            && year.Containing(these.First.AddDays(-1)).Last == these.First.AddDays(-1)
            && these.First.Month == year.StartMonth && these.First.Day == year.StartDay;
    });

    [Fact]
    public void The_default_is_the_calendar_year()
    {
        Assert.Equal(new PlanYear(1, 1), PlanYear.Calendar);
        Assert.Equal(PlanYear.Calendar, default);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(13, 1)]
    [InlineData(1, 0)]
    [InlineData(2, 29)]
    public void A_day_that_some_year_lacks_is_refused(int month, int day) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlanYear(month, day));
}
