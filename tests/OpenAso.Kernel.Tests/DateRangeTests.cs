using CsCheck;

namespace OpenAso.Kernel.Tests;

public sealed class DateRangeTests
{
    private static readonly DateOnly NewYear = new(2026, 1, 1);

    private static readonly Gen<DateRange> Any = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60]).Select(
        (first, days) => new DateRange(NewYear.AddDays(first), NewYear.AddDays(first + days)));

    private static readonly Gen<DateOnly> Day = Gen.Int[-5, 125].Select(NewYear.AddDays);

    [Fact]
    public void Both_ends_are_included()
    {
        var january = new DateRange(NewYear, new DateOnly(2026, 1, 31));

        Assert.True(january.Contains(NewYear) && january.Contains(new DateOnly(2026, 1, 31)));
        Assert.False(january.Contains(NewYear.AddDays(-1)) || january.Contains(new DateOnly(2026, 2, 1)));
        Assert.Equal(31, january.Days);
        Assert.Equal(1, DateRange.On(NewYear).Days);
    }

    [Fact]
    public void A_range_never_ends_before_it_begins() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DateRange(NewYear, NewYear.AddDays(-1)));

    [Fact]
    public void What_two_ranges_share_are_the_days_in_both() => Gen.Select(Any, Any, Day).Sample((a, b, day) =>
        (a.Intersect(b)?.Contains(day) ?? false) == (a.Contains(day) && b.Contains(day)));

    [Fact]
    public void Overlap_is_having_a_day_in_common_whoever_asks() => Gen.Select(Any, Any).Sample((a, b) =>
        a.Overlaps(b) == (a.Intersect(b) is not null) && a.Overlaps(b) == b.Overlaps(a)
        && a.Intersect(b) == b.Intersect(a));

    [Fact]
    public void A_range_contains_another_when_what_they_share_is_all_of_it() => Gen.Select(Any, Any).Sample((a, b) =>
        a.Contains(b) == (a.Intersect(b) == b));

    [Fact]
    public void An_open_range_has_no_end()
    {
        Assert.True(DateRange.From(NewYear) is { IsOpen: true });
        Assert.True(DateRange.From(NewYear).Contains(new DateOnly(9999, 12, 31)));
        Assert.Equal("2026-01-01..", DateRange.From(NewYear).ToString());
        Assert.Equal("2026-01-01..2026-01-01", DateRange.On(NewYear).ToString());
    }
}
