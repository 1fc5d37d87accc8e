using OpenAso.Kernel;

namespace OpenAso.Claims.Tests;

public class EditTests
{
    private static Household Ppo(DateRange? covered = null)
    {
        var plan = new PlanBuilder();
        plan.Tier("net").Tier("").Benefit("A*", coinsurance: 20).Excluded("X*").FiledWithin(365);
        return new Household(plan.Build(), covered: covered);
    }

    [Fact]
    public void The_same_content_again_is_denied_at_the_providers_cost()
    {
        var family = Ppo();
        var claim = family.Claim("Ana", "A1", 100, 80);
        family.Decide(claim);

        var again = family.Claim("Ana", "A1", 100, 80);
        var repeated = new Claim
        {
            Id = new ClaimId(claim.Id.Content, 2), Form = again.Form, PatientControlNumber = again.PatientControlNumber,
            Received = again.Received, Patient = again.Patient, Billing = again.Billing, Billed = again.Billed,
            Lines = again.Lines,
        };
        var denied = family.Decide(repeated);

        Assert.Equal(ClaimStatus.Denied, denied.Status);
        Assert.Equal(Denial.Duplicate, denied.Lines[0].Denial);
        Assert.Equal(Money.Of(100), denied.Lines[0].ProviderLiability);
        Assert.Equal(Money.Zero, denied.MemberOwes);
    }

    [Fact]
    public void The_same_service_billed_twice_pends_as_suspected()
    {
        var family = Ppo();
        family.Decide("Ana", "A1", 100, 80, Household.NewYear);

        Assert.Equal(
            PendReasons.SuspectedDuplicate, family.Decide("Ana", "A1", 120, 80, Household.NewYear).PendReasons);
        Assert.Equal(ClaimStatus.Payable, family.Decide("Ben", "A1", 100, 80, Household.NewYear).Status);
        Assert.Equal(ClaimStatus.Payable, family.Decide("Ana", "A1", 100, 80, Household.NewYear.AddDays(1)).Status);
    }

    [Fact]
    public void A_line_repeated_within_a_claim_pends_unless_a_modifier_says_that_it_was_done_again()
    {
        var family = Ppo();
        var day = Household.NewYear;

        var twice = family.Decide(
            family.ClaimOf("Ana", [Household.Line(1, "A1", 50, 40, day), Household.Line(2, "A1", 50, 40, day)]));
        var said = family.Decide(family.ClaimOf("Ben",
            [Household.Line(1, "A1", 50, 40, day), Household.Line(2, "A1", 50, 40, day, modifier: "76")]));

        Assert.Equal(PendReasons.SuspectedDuplicate, twice.PendReasons);
        Assert.Equal(ClaimStatus.Payable, said.Status);
    }

    [Theory]
    [InlineData(365, ClaimStatus.Payable)]
    [InlineData(366, ClaimStatus.Denied)]
    public void The_last_day_for_filing_is_in_time(int daysAfter, ClaimStatus expected)
    {
        var family = Ppo();
        var claim =
            family.Claim("Ana", "A1", 100, 80, Household.NewYear, received: Household.NewYear.AddDays(daysAfter));

        Assert.Equal(expected, family.Decide(claim).Status);
    }

    [Fact]
    public void Outside_coverage_the_member_owes_the_charge()
    {
        var family = Ppo(new DateRange(new DateOnly(2026, 2, 1), new DateOnly(2026, 6, 30)));

        var before = family.Decide("Ana", "A1", 100, 80, new DateOnly(2026, 1, 31));
        var after = family.Decide("Ana", "A1", 100, 80, new DateOnly(2026, 7, 1));

        Assert.Equal((ClaimStatus.Denied, Denial.BeforeCoverage), (before.Status, before.Lines[0].Denial));
        Assert.Equal((ClaimStatus.Denied, Denial.AfterCoverage), (after.Status, after.Lines[0].Denial));
        Assert.Equal(Money.Of(100), after.MemberOwes);
        Assert.Equal(ClaimStatus.Payable, family.Decide("Ana", "A1", 100, 80, new DateOnly(2026, 6, 30)).Status);
    }

    [Fact]
    public void Unknown_is_never_treated_as_fine()
    {
        var family = Ppo();
        var stranger = family.Claim("Ana", "A1", 100, 80);
        var unknownMember =
            Adjudicator.Adjudicate(stranger, new FamilyContext(null, family.Context.Plans, family.Context.Prices));
        var noBenefit = family.Decide("Ana", "C1", 100, 80);
        var noPrice = family.Decide("Ana", "A1", 100, -1);
        var noBenefitEither = family.Decide(family.ClaimOf("Ana",
            [Household.Line(1, "A7", 10, -1, Household.NewYear), Household.Line(2, "C9", 10, 5, Household.NewYear)]));

        Assert.Equal(PendReasons.UnknownMember, unknownMember.PendReasons);
        Assert.Equal(PendReasons.NoBenefit, noBenefit.PendReasons);
        Assert.Equal(PendReasons.NoPrice, noPrice.PendReasons);
        Assert.Equal(PendReasons.NoPrice | PendReasons.NoBenefit, noBenefitEither.PendReasons);
    }

    [Fact]
    public void One_pended_line_pends_the_claim()
    {
        var family = Ppo();

        var claim = family.Decide(family.ClaimOf("Ana",
            [Household.Line(1, "A1", 100, 80, Household.NewYear), Household.Line(2, "A2", 50, -1, Household.NewYear)]));

        Assert.Equal(ClaimStatus.Pended, claim.Status);
        Assert.Equal(Money.Zero, claim.PlanPaid);
    }

    [Fact]
    public void Lines_may_be_paid_and_denied_within_one_claim()
    {
        var family = Ppo();

        var claim = family.Decide(family.ClaimOf("Ana",
            [Household.Line(1, "A1", 100, 80, Household.NewYear), Household.Line(2, "X1", 50, 30, Household.NewYear)]));

        Assert.Equal(ClaimStatus.Payable, claim.Status);
        Assert.Equal(Money.Of(64), claim.PlanPaid);
        Assert.Equal((Denial.Excluded, Money.Of(30)), (claim.Lines[1].Denial, claim.Lines[1].MemberNotCovered));
    }

    [Fact]
    public void A_service_that_a_contracted_tier_does_not_cover_costs_the_member_the_contracts_price()
    {
        var plan = new PlanBuilder();
        plan.Tier("net").Tier("").Benefit("A*", notInTier: 0);
        var family = new Household(plan.Build());

        var claim = family.Decide("Ana", "A1", 100, 80);

        Assert.Equal(Denial.NotCoveredInTier, claim.Lines[0].Denial);
        Assert.Equal((Money.Of(20), Money.Of(80)), (claim.Lines[0].Contractual, claim.MemberOwes));
    }

    [Theory]
    [InlineData(ClaimCircumstances.OtherPayerDecided, PendReasons.OtherCoverage)]
    [InlineData(ClaimCircumstances.NotPrimary, PendReasons.OtherCoverage)]
    [InlineData(ClaimCircumstances.WorkRelated, PendReasons.WorkRelated)]
    [InlineData(ClaimCircumstances.MotorAccident, PendReasons.Accident)]
    [InlineData(ClaimCircumstances.Predetermination, PendReasons.Predetermination)]
    [InlineData(ClaimCircumstances.Encounter, PendReasons.Encounter)]
    [InlineData(
        ClaimCircumstances.WorkRelated | ClaimCircumstances.NotPrimary,
        PendReasons.WorkRelated | PendReasons.OtherCoverage)]
    public void A_stated_circumstance_pends_the_claim(ClaimCircumstances stated, PendReasons expected)
    {
        var family = Ppo();

        Assert.Equal(expected, family.Decide(family.Claim("Ana", "A1", 100, 80, circumstances: stated)).PendReasons);
    }
}
