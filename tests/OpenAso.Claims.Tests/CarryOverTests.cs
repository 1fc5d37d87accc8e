using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims.Tests;

public class CarryOverTests
{
    private static readonly DateOnly November = new(2026, 11, 10);
    private static readonly DateOnly December = new(2026, 12, 10);
    private static readonly DateOnly NextYear = new(2027, 2, 10);

    [Fact]
    public void Deductible_of_the_last_months_counts_for_the_next_year()
    {
        var family = Unmet();
        family.Decide("Ana", "A1", 100, 100, new DateOnly(2026, 9, 30));
        family.Decide("Ana", "A1", 200, 200, November);

        family.Decide("Ana", "A1", 1000, 1000, NextYear).Shares("0 300 0 700");
    }

    [Fact]
    public void A_deductible_that_was_met_carries_nothing()
    {
        var family = Unmet();
        family.Decide("Ana", "A1", 200, 200, November);
        family.Decide("Ana", "A1", 400, 400, December).Shares("0 300 0 100");

        family.Decide("Ana", "A1", 1000, 1000, NextYear).Shares("0 500 0 500");
    }

    [Fact]
    public void A_void_of_an_early_claim_of_a_year_that_was_met_carries_what_is_left()
    {
        var family = Unmet();
        var early = family.Claim("Ana", "A1", 200, 200, November);
        family.Decide(early);
        family.Decide("Ana", "A1", 300, 300, December).Shares("0 300 0 0");
        Assert.Equal((0L, 0L), Used(family));

        family.Decide(family.Claim(
            "Ana", "A1", 200, 200, November, frequency: ClaimFrequency.Void, original: early.Id.ToString()));

        Assert.Equal((300_00L, 300_00L), Used(family));
        family.Decide("Ana", "A1", 1000, 1000, NextYear).Shares("0 200 0 800");
    }

    [Fact]
    public void Nobody_owes_more_than_the_deductible_after_a_void()
    {
        var family = Unmet();
        var early = family.Claim("Ana", "A1", 200, 200, November);
        family.Decide(early);
        family.Decide("Ana", "A1", 100, 100, new DateOnly(2026, 2, 2));
        family.Decide("Ana", "A1", 400, 400, December).Shares("0 200 0 200");
        family.Decide(family.Claim(
            "Ana", "A1", 200, 200, November, frequency: ClaimFrequency.Void, original: early.Id.ToString()));

        family.Decide("Ana", "A1", 1000, 1000, NextYear).Shares("0 300 0 700");
    }

    private static (long Person, long Family) Used(Household family)
    {
        var terms = family.Context.Plans.Find(new PlanId("ppo"), NextYear)!;
        return family.Context.Accumulators.UsedOf(
            terms.Limits[0], terms, family.Context.Plans, PersonNumber.Subscriber, CoverageTier.Family, NextYear);
    }

    private static Household Unmet()
    {
        var plan = new PlanBuilder();
        var deductible = plan.Deductible(
            "deductible", 500, 1000, new CarryOver(3, OnlyIfUnmet: true, new ClauseNumber(1)));
        return new Household(plan.Tier("net", deductible).Benefit("A*", deductible: true).Build());
    }
}
