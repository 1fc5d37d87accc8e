using CsCheck;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Tests;

/// <summary>Workers' compensation that comes for days already paid: what its carrier pays back, and what the claimant
/// owes besides.</summary>
public class ThirdPartyTests
{
    private const string Award =
        "[{kind: workers-compensation, from: 2026-01-05, per: week, amount: 500, known: 2026-02-02}]";

    // 600 a week, of which 500 should have come from the carrier: 2,000 of four weeks are found on 2 February. Nothing
    // is taken from benefits (rate 0 %).
    [Theory]
    // agreed in full and paid
    [InlineData("agreed: {day: 2026-02-20, amount: 2000}, received: [{day: 2026-03-01, amount: 2000}]",
        2000, 0, 0, 0, 0)]
    // agreed, not paid yet: the carrier owes it, and the claimant does not
    [InlineData("agreed: {day: 2026-02-20, amount: 2000}", 0, 2000, 0, 0, 0)]
    // a third goes to attorneys, 200 are given up
    [InlineData("agreed: {day: 2026-02-20, amount: 1200, attorneys-share: 600, compromise: 200}, "
        + "received: [{day: 2026-03-01, amount: 700}]", 700, 500, 800, 0, 0)]
    // money without an agreement counts as it comes; the rest stays the claimant's
    [InlineData("received: [{day: 2026-03-01, amount: 700}]", 700, 0, 0, 1300, 0)]
    // asserted only: nothing moves
    [InlineData("", 0, 0, 0, 2000, 0)]
    // more than was found is to be sent back
    [InlineData("received: [{day: 2026-03-01, amount: 2300}]", 2000, 0, 0, 0, 300)]
    public void What_was_found_is_received_owed_by_others_forgiven_or_owed_by_the_claimant(
        string steps, long received, long byOthers, long forgiven, long byClaimant, long tooMuch)
    {
        var schedule = Schedule("0%", steps, Award);

        Assert.Equal(Money.Of(2000), Assert.Single(schedule.Overpayments).Amount);
        Assert.Equal(
            (Money.Of(received), Money.Of(byOthers), Money.Of(forgiven), Money.Of(byClaimant), Money.Of(tooMuch)),
            (schedule.Of(ThirdPartyStep.Received), schedule.OwedByOthers, schedule.Of(ThirdPartyStep.Forgiven),
                schedule.Open.Items.Total(year => year.Amount), schedule.Of(ThirdPartyStep.TooMuch)));
    }

    // 100 a week are taken back in full until the agreement of 20 February: 2 weeks. 1,800 are left for the carrier.
    [Fact]
    public void What_benefits_paid_back_before_the_agreement_is_not_claimed_again()
    {
        var schedule = Schedule(
            "100%", "agreed: {day: 2026-02-20, amount: 2000}, received: [{day: 2026-03-01, amount: 2000}]", Award);

        Assert.Equal(Money.Of(200), schedule.Payments.Items.Total(payment => payment.Recovery));
        Assert.Equal(Money.Of(1800), schedule.Of(ThirdPartyStep.Received));
        Assert.Equal(Money.Of(200), schedule.Of(ThirdPartyStep.TooMuch));
        Assert.Empty(schedule.Open);
        Assert.Contains(
            Sample.Assess(Plan("100%"), Claim("received: [{day: 2026-03-01, amount: 2500}]", Award)).Findings,
            finding => finding.Code == AssessmentCodes.MoreThanOwed);
    }

    // The plan that excludes work-related disabilities and counts no such income owes nothing of it.
    [Fact]
    public void A_plan_that_excludes_what_it_does_not_count_takes_back_all_of_it()
    {
        var plan = Sample.WeeklyPlan(("exclusions", "{work-related: c9}"), ("overpayment", "{clause: c8, rate: 100%}"));

        var assessment = Sample.Assess(plan, Claim("", Award));

        Assert.Equal(DecisionReason.Excluded, Assert.Single(assessment.Decision.Reasons).Reason);
        Assert.Equal(Money.Of(2400), Assert.Single(assessment.Schedule!.Overpayments).Amount);
        Assert.Equal(4, assessment.Schedule.Payments.Count);
    }

    [Fact]
    public void A_plan_that_counts_workers_compensation_offsets_it_even_where_it_excludes_work_related_causes()
    {
        var plan = Sample.WeeklyPlan(
            ("exclusions", "{work-related: c9}"), ("offsets", "[{kind: workers-compensation, clause: c9}]"));

        Assert.Equal(DecisionOutcome.Approved, Sample.Assess(plan, Claim("", Award)).Decision.Outcome);
    }

    [Fact]
    public void Recovered_still_owed_and_forgiven_make_what_was_found() =>
        Gen.Select(Gen.Int[0, 100], Gen.Long[0, 300_000].Array[4], Gen.Int[0, 80].Array[3], Gen.Bool).Sample(
            (rate, cents, days, isAgreed) =>
            {
                var first = new DateOnly(2026, 2, 2);
                var sum = new Money(cents[0] + cents[1] + cents[2] + 1);
                var claim = Claim("", Award) with
                {
                    Recoveries = [new ThirdPartyRecovery(
                        OffsetKind.WorkersCompensation, RecoverySource.Carrier, new Repayment(first, sum),
                        isAgreed ? new RecoveryAgreement(
                            first.AddDays(days[0]), new Money(cents[0] + 1), new Money(cents[1]), new Money(cents[2]))
                            : null,
                        [new Repayment(first.AddDays(days[1]), new Money(cents[3] + 1))])],
                    Repayments = [new Repayment(first.AddDays(days[2]), new Money(cents[2] + 1))],
                };
                var schedule = Sample.Assess(Plan($"{rate}%"), claim).Schedule!;

                return schedule.Overpayments.Items.Total(one => one.Amount)
                        == schedule.Payments.Items.Total(payment => payment.Recovery) + schedule.Repaid
                            + schedule.Of(ThirdPartyStep.Received) + schedule.OwedByOthers
                            + schedule.Of(ThirdPartyStep.Forgiven) + schedule.Open.Items.Total(year => year.Amount)
                    && schedule.Of(ThirdPartyStep.Agreed)
                        == schedule.Of(ThirdPartyStep.Received) + schedule.OwedByOthers
                    && schedule.Of(ThirdPartyStep.Received) + schedule.Of(ThirdPartyStep.TooMuch)
                        == new Money(cents[3] + 1);
            });

    // Received in the year of the payment, it was no income of the year: 2,000 of it were taxable.
    [Fact]
    public void What_others_pay_back_in_the_year_of_the_payment_makes_its_wages_less()
    {
        var paid = Sample.Assess(Plan("0%"), Claim("", Award)).TaxYears[0].Taxable;
        var back = Sample.Assess(
            Plan("0%"), Claim("received: [{day: 2026-03-01, amount: 2000}]", Award)).TaxYears[0].Taxable;

        Assert.Equal(Money.Of(2000), paid - back);
    }

    [Theory]
    [InlineData("agreed: {day: 2026-02-20, amount: 1000}", DisabilityCodes.Incomplete)]
    [InlineData("agreed: {day: 2026-02-01, amount: 2000}", DisabilityCodes.ClaimDates)]
    [InlineData("received: [{day: 2026-02-01, amount: 2000}]", DisabilityCodes.ClaimDates)]
    public void A_claim_against_others_that_cannot_be_meant_is_found(string steps, string code)
    {
        var read = DisabilityClaimReader.Read(Sample.ClaimText(("recoveries", Recoveries(steps))), "claim.yaml");

        Assert.Equal(code, Assert.Single(read.Findings).Code);
    }

    private static PaymentSchedule Schedule(string rate, string steps, string award) =>
        Sample.Assess(Plan(rate), Claim(steps, award)).Schedule!;

    private static DisabilityPlan Plan(string rate) => Sample.WeeklyPlan(
        ("offsets", "[{kind: workers-compensation, clause: c9}]"), ("overpayment", $"{{clause: c8, rate: {rate}}}"));

    private static DisabilityClaim Claim(string steps, string award) =>
        Sample.Claim(("other-income", award), ("recoveries", Recoveries(steps)));

    private static string Recoveries(string steps) =>
        "[{of: workers-compensation, from: carrier, asserted: {day: 2026-02-05, amount: 2000}"
        + $"{(steps.Length > 0 ? ", " : "")}{steps}}}]";
}
