using OpenAso.Kernel;

namespace OpenAso.Claims.Tests;

public class EmbeddedDeductibleTests
{
    // "Each person has 1,500; the family has 3,000; once either is met the plan pays 80 % until the out-of-pocket
    // maximum of 4,000 a person."
    private static Household Ppo(CoverageTier tier = CoverageTier.Family)
    {
        var plan = new PlanBuilder();
        var deductible = plan.Deductible("deductible", 1500, 3000);
        var maximum = plan.OutOfPocket("maximum", 4000, 8000);
        plan.Tier("net", deductible, maximum).Tier("").Benefit("A*", coinsurance: 20, deductible: true);
        return new Household(plan.Build(), tier: tier);
    }

    [Fact]
    public void One_person_never_owes_more_than_the_individual_deductible()
    {
        var family = Ppo();
        //                                              copay deductible coinsurance plan
        family.Decide("Ana", "A1", 900, 900).Shares("       0     900.00      0         0");
        // 600 left, then 20 % of 400
        family.Decide("Ana", "A1", 1000, 1000).Shares("     0     600.00     80.00    320.00");
        family.Decide("Ben", "A1", 500, 500).Shares("       0     500.00      0         0"); // Ana's 1,500 is not Ben's
        // 3,000 is met
        family.Decide("Cal", "A1", 2000, 2000).Shares("     0   1,000.00    200.00    800.00".Replace(",", ""));
        family.Decide("Ana", "A1", 20000, 20000).Shares("   0       0      2420.00  17580.00"); // 4,000, then nothing
    }

    [Fact]
    public void An_employee_covered_alone_has_no_family_limit()
    {
        var alone = Ppo(CoverageTier.EmployeeOnly);

        alone.Decide("Ana", "A1", 5000, 5000).Shares("0 1500 700 2800");
    }

    [Fact]
    public void Each_year_begins_anew()
    {
        var family = Ppo();

        family.Decide("Ana", "A1", 1500, 1500, new DateOnly(2026, 12, 31)).Shares("0 1500 0 0");
        family.Decide("Ana", "A1", 1500, 1500, new DateOnly(2027, 1, 1)).Shares("0 1500 0 0");
    }

    [Fact]
    public void A_claim_of_the_old_year_that_is_decided_late_counts_in_the_old_year()
    {
        var family = Ppo();

        family.Decide("Ana", "A1", 1500, 1500, new DateOnly(2027, 1, 5));
        family.Decide("Ana", "A1", 1000, 1000, new DateOnly(2026, 12, 30)).Shares("0 1000 0 0");
    }
}
