using OpenAso.Kernel;
using OpenAso.Plans;
using static OpenAso.Correspondence.Tests.Household;

namespace OpenAso.Correspondence.Tests;

public class LimitUsedTests
{
    private static readonly DateRange Year = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    [Fact]
    public void Deductible_and_maximum_are_told_for_the_person_and_the_family_in_and_out_of_network()
    {
        var family = new Household();
        family.Decide("Ana", "Summit Clinic", [Line(1, "29881", 5000, new(2026, 2, 2))]); // 1,000, then 20 % of 2,200
        family.Decide("Ben", "Summit Clinic", [Line(1, "73721", 1500, new(2026, 2, 9))]); // 800

        var used = Used(family, "acme-ppo", PersonNumber.Subscriber, CoverageTier.Family);

        Assert.Equal(
        [
            new("Deductible, in network", LimitMeasure.Deductible, false, 1_000_00, 1_000_00, Year),
            new("Deductible, in network", LimitMeasure.Deductible, true, 1_800_00, 2_000_00, Year),
            new("Deductible, out of network", LimitMeasure.Deductible, false, 0, 2_000_00, Year),
            new("Deductible, out of network", LimitMeasure.Deductible, true, 0, 4_000_00, Year),
            new("Out-of-pocket maximum, in network", LimitMeasure.OutOfPocket, false, 1_440_00, 5_000_00, Year),
            new("Out-of-pocket maximum, in network", LimitMeasure.OutOfPocket, true, 2_240_00, 10_000_00, Year),
            new("Out-of-pocket maximum, out of network", LimitMeasure.OutOfPocket, false, 0, 10_000_00, Year),
            new("Out-of-pocket maximum, out of network", LimitMeasure.OutOfPocket, true, 0, 20_000_00, Year),
        ], used);
    }

    [Fact]
    public void Other_limits_are_told_once_they_are_used_and_what_is_used_in_another_year_is_not()
    {
        var family = new Household();
        family.Decide("Ana", "Summit Clinic", [Line(1, "97802", 45, new(2026, 2, 2))]);

        var limit = Assert.Single(Used(family, "acme-ppo", PersonNumber.Subscriber, CoverageTier.Family),
            limit => limit.Measure == LimitMeasure.Services);

        Assert.Equal(("Units of dietary counselling", 1, 8, 7), (limit.Name, limit.Used, limit.Limit, limit.Left));
        Assert.DoesNotContain(Used(family, "acme-ppo", new PersonNumber(2), CoverageTier.Family),
            limit => limit.Measure == LimitMeasure.Services);
        Assert.All(Used(family, "acme-ppo", PersonNumber.Subscriber, CoverageTier.Family, 2027),
            limit => Assert.Equal(0, limit.Used));
    }

    [Fact]
    public void An_employee_covered_alone_has_no_family_row() =>
        Assert.DoesNotContain(
            Used(new Household(), "acme-ppo", PersonNumber.Subscriber, CoverageTier.EmployeeOnly),
            limit => limit.IsFamily);

    [Fact]
    public void A_limit_for_life_keeps_what_was_used_in_earlier_years()
    {
        var family = new Household();
        family.Decide("Ben", "Summit Dental", [Line(1, "D8080", 5000, new(2026, 8, 3))]); // at most 2,000

        var limit = Assert.Single(Used(family, "acme-dental", new PersonNumber(2), CoverageTier.Family, 2027),
            limit => limit.Used > 0);

        Assert.Equal(("Orthodontic lifetime maximum", 2_000_00, 0), (limit.Name, limit.Used, limit.Left));
    }

    private static ValueList<LimitUsed> Used(
        Household family, string plan, PersonNumber person, CoverageTier tier, int year = 2026)
    {
        var day = new DateOnly(year, 12, 1);
        return LimitUsed.Of(
            family.Plans.Find(new PlanId(plan), day)!, family.Plans, family.Accumulators, person, tier, day);
    }
}
