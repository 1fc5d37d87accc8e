using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims.Tests;

public class CountingTests
{
    [Fact]
    public void A_service_of_which_nothing_is_allowed_counts_toward_no_limit()
    {
        var plan = new PlanBuilder();
        var visits = plan.Limit("visits", LimitMeasure.Visits, 2);
        var dollars = plan.Limit("dollars", LimitMeasure.PlanPaid, 100_00, window: LimitWindow.CalendarYear);
        plan.Tier("net").Benefit("A*", limits: [visits, dollars]).Benefit("B*", limits: [visits]);
        var family = new Household(plan.Build());
        family.Decide("Ana", "A1", 100, 100).Shares("0 0 0 100");

        var cut = family.Decide("Ana", "A1", 80, 80);
        var next = family.Decide("Ana", "B1", 70, 70);

        Assert.Equal((Money.Zero, Money.Of(80)), (cut.Lines[0].Allowed, cut.Lines[0].MemberNotCovered));
        next.Shares("0 0 0 70");
    }

    [Fact]
    public void A_line_without_a_tooth_counts_apart_from_those_with_one()
    {
        var plan = new PlanBuilder();
        var crowns = plan.Limit("crowns", LimitMeasure.Services, 1, window: LimitWindow.Lifetime, perTooth: true);
        var family = new Household(plan.Tier("net").Benefit("A*", limits: [crowns]).Build());

        var decided = new[] { "3", "", "14", "", "3" }.Select((tooth, i) => family.Decide(family.ClaimOf("Ana",
            [Household.Line(1, "A1", 90, 90, Household.NewYear.AddDays(i), tooth: tooth)]))).ToList();

        Assert.Equal("90.00 90.00 90.00 0.00 0.00", string.Join(' ', decided.Select(claim => claim.PlanPaid)));
    }

    [Fact]
    public void A_senders_own_number_means_the_claim_and_not_its_repeat_that_was_denied()
    {
        var plan = new PlanBuilder();
        var family = new Household(plan.Tier("net").Benefit("A*").Build());
        var original = family.Claim("Ana", "A1", 50, 50, controlNumber: "X");
        family.Decide(original);
        var repeat = family.Decide(original.WithId(new ClaimId(original.Id.Content, 2)));

        var request = family.Claim("Ana", "A1", 50, 50, frequency: ClaimFrequency.Void, original: "X");
        var undone = family.Decide(request);

        Assert.Equal(Denial.Duplicate, repeat.Lines[0].Denial);
        Assert.Equal((ClaimStatus.Void, original.Id), (undone.Status, undone.Reverses));
    }
}
