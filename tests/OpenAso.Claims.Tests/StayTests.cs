using OpenAso.Kernel;
using OpenAso.Plans;
using OpenAso.Providers;

namespace OpenAso.Claims.Tests;

public class StayTests
{
    private static readonly DateOnly Admitted = new(2026, 3, 2);

    [Fact]
    public void A_case_price_is_paid_once_whatever_the_days_of_the_lines()
    {
        var family = WithCaseRate();

        var decided = family.Decide(Stay(family, 5, [Line(1, "0120", 6000, 3, Admitted), Line(2, "0250", 2000, 1,
            Admitted.AddDays(1)), Line(3, "0300", 2000, 1, Admitted.AddDays(2))]));

        Assert.Equal("3000.00 1000.00 1000.00", string.Join(' ', decided.Lines.Select(line => line.Allowed)));
    }

    [Fact]
    public void A_stay_counts_the_units_of_all_its_room_and_board_in_whatever_order_its_lines_stand()
    {
        foreach (var roomFirst in (bool[])[true, false])
        {
            var family = WithDays(5);
            ClaimLine[] rooms = [Line(1, "0120", 300, 3), Line(2, "0200", 200, 2)];
            ClaimLine[] rest = [Line(3, "0250", 100, 1)];

            var first = family.Decide(Stay(family, 5, roomFirst ? [.. rooms, .. rest] : [.. rest, .. rooms]));
            var second = family.Decide(Stay(family, 1, [Line(1, "0120", 100, 1), Line(2, "0250", 50, 1)], 30, 30));

            Assert.All(first.Lines, line => Assert.Equal(Denial.None, line.Denial));
            Assert.Equal(5, Assert.Single(first.Movements).Amount);
            Assert.All(second.Lines, line => Assert.Equal(Denial.LimitReached, line.Denial));
        }
    }

    [Fact]
    public void A_copay_by_the_day_ends_at_its_most_days_over_all_bills_of_a_stay()
    {
        var family = WithCopayByDay();

        var first = family.Decide(Stay(family, 2, [Line(1, "0120", 1000, 2), Line(2, "0250", 100, 1)]));
        var next = family.Decide(Stay(family, 7, [Line(1, "0120", 4000, 7)], from: 3));
        var other = family.Decide(Stay(family, 1, [Line(1, "0120", 500, 1)], from: 60, admitted: 60));

        Assert.Equal("200.00 0.00 100.00 100.00", string.Join(' ',
            first.Lines.Concat(next.Lines).Concat(other.Lines).Select(line => line.Copay)));
    }

    [Fact]
    public void A_copay_by_the_day_is_taken_on_each_day_of_one_claim()
    {
        var family = WithCopayByDay();
        var day = Household.NewYear;

        var decided = family.Decide(family.ClaimOf("Ana", [Household.Line(1, "A1", 500, 500, day),
            Household.Line(2, "A1", 400, 400, day), Household.Line(3, "A1", 500, 500, day.AddDays(1))]));

        Assert.Equal("100.00 0.00 100.00", string.Join(' ', decided.Lines.Select(line => line.Copay)));
    }

    private static Household WithCaseRate() => new(
        new PlanBuilder().Tier("net").Everything().Build(),
        fees: new FeeRule(1, "net", Npi.None, Code.Of("470"), Code.None, Code.None, DateRange.From(DateOnly.MinValue),
            PriceMethod.Case, Money.Of(5000), Percent.None));

    private static Household WithDays(int most)
    {
        var plan = new PlanBuilder();
        var days = plan.Limit("days", LimitMeasure.Days, most);
        return new Household(plan.Tier("net").Everything(limits: [days]).Build(), fees: HalfOfTheCharge);
    }

    private static Household WithCopayByDay() => new(
        new PlanBuilder().Tier("net").Everything(copay: new Copay(Money.Of(100), CopayPer.Day, 3)).Build(),
        fees: HalfOfTheCharge);

    private static FeeRule HalfOfTheCharge => new(1, "net", Npi.None, Code.None, Code.None, Code.None,
        DateRange.From(DateOnly.MinValue), PriceMethod.PercentOfBilled, Money.Zero, Percent.Of(50));

    private static ClaimLine Line(int number, string revenue, decimal charge, int units, DateOnly? day = null) => new()
    {
        Number = number,
        Revenue = Code.Of(revenue),
        Charge = Money.Exactly(charge),
        Units = Quantity.Of(units),
        Dates = DateRange.On(day ?? DateOnly.MinValue),
    };

    // Lines without a day of their own have those of the statement.
    private static Claim Stay(Household family, int nights, ClaimLine[] lines, int from = 0, int admitted = 0)
    {
        var dates = new DateRange(Admitted.AddDays(from), Admitted.AddDays(from + nights));
        return family.StayOf("Ana", [.. lines.Select(line => line.Dates.First == DateOnly.MinValue
            ? Dated(line, dates) : line)], dates, Admitted.AddDays(admitted), "470");
    }

    private static ClaimLine Dated(ClaimLine line, DateRange dates) => new()
    {
        Number = line.Number, Revenue = line.Revenue, Charge = line.Charge, Units = line.Units, Dates = dates,
    };
}
