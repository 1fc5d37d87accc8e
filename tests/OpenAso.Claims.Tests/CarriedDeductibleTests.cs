using OpenAso.Plans;

namespace OpenAso.Claims.Tests;

// "Your deductible is $500. What you meet in October to December, while it is unmet, counts toward next year's too."
public class CarriedDeductibleTests
{
    private static readonly DateOnly November = new(2026, 11, 10);
    private static readonly DateOnly December = new(2026, 12, 10);
    private static readonly DateOnly January = new(2027, 1, 10);

    private static Household Family()
    {
        var plan = new PlanBuilder();
        var deductible = plan.Deductible(
            "deductible", 500, 1000, carryOver: new CarryOver(3, OnlyIfUnmet: true, new ClauseNumber(1)));
        plan.Tier("net", deductible).Tier("").Benefit("A*", deductible: true);
        return new Household(plan.Build());
    }

    [Fact]
    public void What_is_met_late_in_the_year_counts_in_the_next()
    {
        var family = Family();
        family.Decide("Ana", "A1", 100, 100, November).Shares("0 100 0 0");

        family.Decide("Ana", "A2", 450, 450, January).Shares("0 400 0 50");
    }

    [Fact]
    public void Meeting_the_deductible_takes_back_what_was_carried()
    {
        var family = Family();
        family.Decide("Ana", "A1", 100, 100, November).Shares("0 100 0 0");
        family.Decide("Ana", "A2", 400, 400, December).Shares("0 400 0 0");

        family.Decide("Ana", "A3", 600, 600, January).Shares("0 500 0 100");
    }

    // 100 and 400 met it; without the 100 it is unmet again, and the 400 of December are carried.
    [Fact]
    public void A_void_that_opens_the_deductible_again_restores_the_credit()
    {
        var family = Family();
        var first = family.Claim("Ana", "A1", 100, 100, November);
        family.Decide(first).Shares("0 100 0 0");
        family.Decide("Ana", "A2", 400, 400, December).Shares("0 400 0 0");
        family.Decide(family.Claim(
            "Ana", "A1", 100, 100, November, frequency: ClaimFrequency.Void, original: first.Id.ToString()));

        family.Decide("Ana", "A3", 600, 600, January).Shares("0 100 0 500");
    }

    [Fact]
    public void Voids_of_all_claims_leave_nothing_carried_in_whatever_order()
    {
        var family = Family();
        var first = family.Claim("Ana", "A1", 100, 100, November);
        var second = family.Claim("Ana", "A2", 400, 400, December);
        family.Decide(first);
        family.Decide(second);

        foreach (var claim in new[] { first, second })
            family.Decide(family.Claim("Ana", "A1", 100, 100, December,
                frequency: ClaimFrequency.Void, original: claim.Id.ToString()));

        family.Decide("Ana", "A3", 600, 600, January).Shares("0 500 0 100");
        Assert.Equal(0, family.Context.Accumulators.Entries.Where(entry => entry.Key.WindowFirst.Year == 2026)
            .Sum(entry => entry.Amount));
    }

    [Fact]
    public void A_deductible_met_only_with_what_was_carried_in_carries_nothing_on()
    {
        var family = Family();
        family.Decide("Ana", "A1", 100, 100, November.AddYears(-1)).Shares("0 100 0 0");
        family.Decide("Ana", "A2", 400, 400, December).Shares("0 400 0 0"); // 100 carried in and 400: met

        family.Decide("Ana", "A3", 600, 600, January).Shares("0 500 0 100");
    }
}
