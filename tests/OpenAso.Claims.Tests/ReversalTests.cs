using OpenAso.Kernel;

namespace OpenAso.Claims.Tests;

public class ReversalTests
{
    private static Household Ppo()
    {
        var plan = new PlanBuilder();
        var deductible = plan.Deductible("deductible", 1000, 2000);
        plan.Tier("net", deductible).Tier("").Benefit("A*", coinsurance: 20, deductible: true).FiledWithin(365);
        return new Household(plan.Build());
    }

    [Fact]
    public void A_void_takes_back_every_amount_and_restores_the_deductible()
    {
        var family = Ppo();
        var original = family.Claim("Ana", "A1", 1200, 1100);
        var paid = family.Decide(original);

        var request =
            family.Claim("Ana", "A1", 1200, 1100, frequency: ClaimFrequency.Void, original: original.Id.ToString());
        var undone = family.Decide(request);

        Assert.Equal(ClaimStatus.Void, undone.Status);
        Assert.Equal(original.Id, undone.Reverses);
        Assert.Equal(-paid.PlanPaid, undone.PlanPaid);
        Assert.All(family.Context.Accumulators.Entries, entry => Assert.Equal(0, entry.Amount));
        family.Decide("Ana", "A2", 1000, 1000).Shares("0 1000 0 0");
    }

    [Fact]
    public void A_replacement_is_decided_as_if_the_original_had_never_been()
    {
        var family = Ppo();
        var original = family.Claim("Ana", "A1", 1200, 1100);
        family.Decide(original).Shares("0 1000 20 80");

        var replacement = family.Claim(
            "Ana", "A1", 700, 600, frequency: ClaimFrequency.Replacement, original: original.Id.ToString());
        var decided = family.Decide(replacement);

        decided.Shares("0 600 0 0");
        Assert.Equal(original.Id, decided.Reverses);
        family.Decide("Ana", "A2", 500, 500).Shares("0 400 20 80");
    }

    [Fact]
    public void A_replacement_that_pends_leaves_the_original_standing()
    {
        var family = Ppo();
        var original = family.Claim("Ana", "A1", 1200, 1100);
        family.Decide(original);

        var pended = family.Decide(family.Claim("Ana", "B1", 700, 600,
            frequency: ClaimFrequency.Replacement, original: original.Id.ToString()));

        Assert.Equal(ClaimStatus.Pended, pended.Status);
        Assert.Equal(PendReasons.NoBenefit, pended.PendReasons);
        Assert.Null(pended.Reverses);
        Assert.True(family.Context.History.Find(original.Id)!.IsLive);
        family.Decide("Ana", "A2", 100, 100).Shares("0 0 20 80");
    }

    [Fact]
    public void A_late_replacement_is_denied_and_the_original_stands()
    {
        var family = Ppo();
        var original = family.Claim("Ana", "A1", 1200, 1100);
        family.Decide(original);

        var late =
            family.Decide(family.Claim("Ana", "A1", 700, 600, on: Household.NewYear, received: new DateOnly(2027, 3, 1),
            frequency: ClaimFrequency.Replacement, original: original.Id.ToString()));

        Assert.Equal(Denial.LateFiling, late.Lines[0].Denial);
        Assert.Null(late.Reverses);
        Assert.True(family.Context.History.Find(original.Id)!.IsLive);
    }

    [Fact]
    public void A_senders_own_number_finds_the_original_only_when_it_is_the_only_one()
    {
        var family = Ppo();
        family.Decide(family.Claim("Ana", "A1", 1200, 1100, controlNumber: "X"));
        var once = family.Claim("Ana", "A1", 1200, 1100, frequency: ClaimFrequency.Void, original: "X");
        Assert.Equal(ClaimStatus.Void, family.Decide(once).Status);

        family.Decide(family.Claim("Ana", "A2", 10, 10, controlNumber: "Y"));
        family.Decide(family.Claim("Ben", "A3", 10, 10, controlNumber: "Y"));
        var twice = family.Decide(family.Claim("Ana", "A2", 10, 10, frequency: ClaimFrequency.Void, original: "Y"));
        Assert.Equal(PendReasons.OriginalNotFound, twice.PendReasons);
    }

    [Fact]
    public void A_repeat_that_was_denied_does_not_hide_the_original_from_the_senders_own_number()
    {
        var family = Ppo();
        var original = family.Claim("Ana", "A1", 1200, 1100, controlNumber: "X");
        family.Decide(original);
        family.Decide(original.WithId(new ClaimId(original.Id.Content, 2)));

        var replaced = family.Decide(family.Claim(
            "Ana", "A1", 700, 600, frequency: ClaimFrequency.Replacement, original: "X"));

        Assert.Equal(original.Id, replaced.Reverses);
    }

    [Fact]
    public void A_chain_of_replacements_ends_with_a_void_that_leaves_nothing()
    {
        var family = Ppo();
        var number = family.Claim("Ana", "A1", 1200, 1100);
        family.Decide(number);
        foreach (var price in new[] { 900m, 1050m, 300m })
        {
            var next = family.Claim("Ana", "A1", 1200, price, on: Household.NewYear,
                frequency: ClaimFrequency.Replacement, original: number.Id.ToString());
            Assert.Equal(number.Id, family.Decide(next).Reverses);
            number = next;
        }
        family.Decide(family.Claim(
            "Ana", "A1", 1200, 300, frequency: ClaimFrequency.Void, original: number.Id.ToString()));

        Assert.All(family.Context.Accumulators.Entries, entry => Assert.Equal(0, entry.Amount));
        Assert.DoesNotContain(family.Context.History.Claims, claim => claim.IsLive);
    }

    [Fact]
    public void What_was_taken_back_cannot_be_taken_back_again()
    {
        var family = Ppo();
        var original = family.Claim("Ana", "A1", 1200, 1100);
        family.Decide(original);
        family.Decide(
            family.Claim("Ana", "A1", 1200, 1100, frequency: ClaimFrequency.Void, original: original.Id.ToString()));

        var again = family.Decide(
            family.Claim("Ana", "A1", 1201, 1100, frequency: ClaimFrequency.Void, original: original.Id.ToString()));

        Assert.Equal(ClaimStatus.Pended, again.Status);
        Assert.Equal(PendReasons.OriginalNotFound, again.PendReasons);
    }
}
