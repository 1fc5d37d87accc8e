using Dapper;
using OpenAso.Claims;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Storing;
using OpenAso.X12.Remittances;

namespace OpenAso.Operations.Tests;

public class PayingCorrectionTests
{
    private static readonly DateOnly First = new(2026, 2, 15);
    private static readonly DateOnly Later = new(2026, 6, 30);

    [Fact]
    public async Task A_claim_voided_after_payment_is_taken_off_what_its_payee_is_paid_next()
    {
        await using var employer = await PaidAsync();
        var open = employer.Payments.Plan(employer.Terms,
            Later).Payments.Items.ToDictionary(payment => payment.Payee.ToString());
        var (family, paid) = employer.Claim(claim => IsPaid(employer, claim)
            && open.TryGetValue(PayeeOf(claim), out var payment) && claim.Determination.PlanPaid < payment.Amount);
        var next = open[PayeeOf(paid)];
        var before = employer.Fund.ClaimsPayable;
        var reversal = Assert.Single(
            employer.Decide(family, paid.Claim.Correcting(paid.Claim.Id, ClaimFrequency.Void, Later)));
        Assert.Equal(ClaimStatus.Void, reversal.Determination.Status);
        Assert.Equal(before - paid.Determination.PlanPaid, employer.Fund.ClaimsPayable);
        var run = await employer.PayAsync(Later);
        var payment = Assert.Single(run.Payments.Items, one => one.Payee == next.Payee);
        Assert.Equal(next.Amount - paid.Determination.PlanPaid, payment.Amount);
        var remittance = Assert.Single(employer.Remittances(), one => one.Payment.TraceNumber == payment.Id.ToString());
        var taken = Assert.Single(remittance.Claims.Items, claim => claim.Status == RemittedClaimStatus.Reversal);
        Assert.Equal(-paid.Determination.PlanPaid.Cents, taken.PaidCents);
        Assert.Empty(RemittanceBalance.Check(remittance));
        employer.Prove();
    }

    [Fact]
    public async Task A_stored_void_has_the_amounts_of_its_original_below_zero_the_charge_too()
    {
        await using var employer = await PaidAsync();
        var (family, paid) = employer.Claim(claim => IsPaid(employer, claim));
        var reversal = Assert.Single(
            employer.Decide(family, paid.Claim.Correcting(paid.Claim.Id, ClaimFrequency.Void, Later)));
        var stored = employer.Books.Database.Read(connection => connection.QuerySingle<(long, long, long, long)>(
            "select billed, allowed, plan_paid, member_owes from claim where claim = @claim",
            new { claim = reversal.Claim.Id.ToString() }));
        var decided = paid.Determination;
        Assert.Equal(
            (-paid.Claim.Billed.Cents, -decided.Allowed.Cents, -decided.PlanPaid.Cents, -decided.MemberOwes.Cents),
            stored);
        employer.Prove();
    }

    [Fact]
    public async Task A_payee_that_owes_more_than_it_would_be_paid_waits_and_is_asked_for_nothing()
    {
        await using var employer = await PaidAsync();
        var next = employer.Payments.Plan(employer.Terms,
            Later).Payments.Items.ToDictionary(payment => payment.Payee.ToString(), payment => payment.Amount);
        var (family, paid) = employer.Claim(claim => IsPaid(employer, claim)
            && next.GetValueOrDefault(PayeeOf(claim)) < claim.Determination.PlanPaid);
        employer.Decide(family, paid.Claim.Correcting(paid.Claim.Id, ClaimFrequency.Void, Later));
        var plan = employer.Payments.Plan(employer.Terms, Later);
        Assert.Contains(plan.Held, held => held.Reason == HoldReason.PayeeOwesPlan
            && held.Obligation.Amount == -paid.Determination.PlanPaid
            && held.Obligation.Key.Payee.ToString() == PayeeOf(paid));
        Assert.DoesNotContain(plan.Payments, payment => payment.Payee.ToString() == PayeeOf(paid));
        await employer.PayAsync(Later);
        Assert.Contains(employer.Payments.Plan(employer.Terms, Later).Held,
            held => held.Reason == HoldReason.PayeeOwesPlan);
        employer.Prove();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_replaced_claim_with_the_same_payee_moves_the_difference_and_shows_reversal_and_correction(
        bool isShorter)
    {
        await using var employer = await PaidAsync();
        await employer.PayAsync(Later);
        var (family, paid) = employer.Claim(claim => IsPaid(employer, claim) && claim.Determination.Lines.Length > 1
            && claim.Determination.Lines.All(line => line.PlanPaid.IsPositive) && !claim.Claim.IsInpatient
            && claim.Claim.Repricing is null);
        var lines = isShorter ? paid.Claim.Lines[..^1] : paid.Claim.Lines;
        var sent = paid.Claim.Correcting(paid.Claim.Id, ClaimFrequency.Replacement, Later, lines);
        var corrected = Assert.Single(employer.Decide(family, sent));
        Assert.Equal((ClaimStatus.Payable, paid.Claim.Id),
            (corrected.Determination.Status, corrected.Determination.Reverses));
        var difference = corrected.Determination.PlanPaid - paid.Determination.PlanPaid;
        Assert.Equal(isShorter, difference.IsNegative);
        Assert.Equal(!isShorter, difference.IsZero);
        var plan = employer.Payments.Plan(employer.Terms, Later.AddDays(1));
        if (isShorter)
            Assert.Equal(difference,
                Assert.Single(plan.Held, held => held.Obligation.Key.Claim == corrected.Claim.Id).Obligation.Amount);
        else
            Assert.DoesNotContain(plan.Held, held => held.Obligation.Key.Claim == corrected.Claim.Id);
        await employer.PayAsync(Later.AddDays(1));
        var told = employer.Remittances().SelectMany(remittance => remittance.Claims.Items)
            .Where(claim => claim.PayerControlNumber == paid.Claim.Id.ToString()
                || claim.PayerControlNumber == corrected.Claim.Id.ToString()).ToList();
        Assert.Equal(isShorter ? 1 : 3, told.Count);
        Assert.Equal(isShorter ? paid.Determination.PlanPaid.Cents : corrected.Determination.PlanPaid.Cents,
            told.Sum(claim => claim.PaidCents));
        employer.Prove();
    }

    [Fact]
    public async Task A_claim_without_assignment_pays_the_subscriber_and_tells_the_provider_so()
    {
        await using var employer = await PaidAsync();
        await employer.PayAsync(Later);
        var (family, like) = employer.Claim(claim => IsPaid(employer, claim) && claim.Claim.BenefitsAssigned);
        employer.Decide(family, like.Claim.Correcting(like.Claim.Id, ClaimFrequency.Void, Later));
        var decided = Assert.Single(employer.Decide(family, like.Claim.Unassigned()));
        Assert.Equal(PayeeKind.Subscriber, decided.Determination.Payee);
        Assert.True(decided.Determination.PlanPaid.IsPositive);
        var run = await employer.PayAsync(Later.AddDays(1));
        var payment = Assert.Single(run.Payments.Items,
            one => one.Payee == new PayeeId(PayeeRole.Subscriber, family.Value));
        Assert.Equal(decided.Determination.PlanPaid, payment.Amount);
        var told = Assert.Single(employer.Remittances().SelectMany(remittance => remittance.Claims.Items),
            claim => claim.PayerControlNumber == decided.Claim.Id.ToString());
        Assert.Equal(0, told.PaidCents);
        var adjustments = told.Adjustments.Items.Concat(told.Lines.Items.SelectMany(line => line.Adjustments.Items));
        Assert.Equal(decided.Determination.PlanPaid.Cents, adjustments
            .Where(adjustment => adjustment is { Group: "OA", Reason: "100" }).Sum(adjustment => adjustment.Cents));
        employer.Prove();
    }

    // Claims received by the middle of February are paid; there is money for all that follow.
    private static async Task<PaidEmployer> PaidAsync()
    {
        var employer = await PaidEmployer.ImportedAsync();
        await employer.ReceiveAsync("deposit", First, new Money(200_000_000));
        await employer.PayAsync(First);
        return employer;
    }

    private static bool IsPaid(PaidEmployer employer, DecidedClaim claim) => claim.Claim.Received <= First
        && claim.Determination.PlanPaid.IsPositive && claim.Claim.Frequency == ClaimFrequency.Original
        && employer.Query<long>("select count(*) from payment_item where claim = @id and amount > 0",
        new { id = claim.Claim.Id.ToString() })[0] == 1;

    private static string PayeeOf(DecidedClaim claim) => Payees.ProviderOf(claim.Claim).ToString();
}
