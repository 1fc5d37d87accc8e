using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims.Tests;

public class DayLimitTests
{
    private static readonly DateOnly First = Household.NewYear;

    private static Household Family()
    {
        var plan = new PlanBuilder();
        var days = plan.Limit("days", LimitMeasure.Days, person: 30);
        plan.Tier("net").Tier("").Benefit("A*", limits: [days]);
        return new Household(plan.Build());
    }

    [Fact]
    public void A_stay_counts_the_days_of_room_and_board_whatever_its_lines()
    {
        var family = Family();
        var stay = new DateRange(First, First.AddDays(5));

        family.Decide(family.ClaimOf("Ana",
        [
            Line(1, "A1", stay, "0250", 1), // pharmacy
            Line(2, "A2", stay, "0120", 3), // a room for three days
            Line(3, "A3", stay, "0200", 2), // intensive care for two
        ], stay: stay));

        Assert.Equal(5, Counted(family));
    }

    [Fact]
    public void A_stay_without_room_and_board_counts_its_nights()
    {
        var family = Family();
        var stay = new DateRange(First, First.AddDays(4));

        family.Decide(family.ClaimOf("Ana", [Line(1, "A1", stay, "0250", 12)], stay: stay));

        Assert.Equal(4, Counted(family));
    }

    [Fact]
    public void The_day_of_discharge_is_free_for_the_next_stay()
    {
        var family = Family();
        var one = new DateRange(First, First.AddDays(4));
        var next = new DateRange(First.AddDays(4), First.AddDays(7));

        family.Decide(family.ClaimOf("Ana", [Line(1, "A1", one, "0120", 4)], stay: one));
        family.Decide(family.ClaimOf("Ana", [Line(1, "A1", next, "0120", 3)], stay: next));

        Assert.Equal(7, Counted(family));
    }

    [Fact]
    public void Days_of_several_earlier_claims_are_each_counted_once()
    {
        var family = Family();
        for (var day = 0; day < 3; day++)
            family.Decide("Ana", "A1", 10, 10, First.AddDays(day));

        family.Decide(family.ClaimOf("Ana", [Line(1, "A2", new DateRange(First, First.AddDays(3)), "", 1)]));

        Assert.Equal(4, Counted(family));
    }

    private static ClaimLine Line(int number, string code, DateRange dates, string revenue, int units) =>
        Household.Line(number, code, 100, 80, dates.First, dates.Last, revenue: revenue, units: units);

    private static long Counted(Household family) => family.Context.Accumulators.Entries.Sum(entry => entry.Amount);
}
