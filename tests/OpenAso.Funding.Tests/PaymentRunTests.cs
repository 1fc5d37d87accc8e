using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Funding.Tests;

public class PaymentRunTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    [Fact]
    public void A_payee_is_paid_once_for_all_its_claims_less_what_it_owes() => Check("1,000.00", """
        claim  received  payee   amount  | outcome
        a1     03-01     Adams   400.00  | paid
        a2     03-05     Adams  -100.00  | paid       # an earlier payment was too high
        a3     03-09     Adams    50.00  | paid
        b1     03-04     Burke   200.00  | paid
        """, "Adams 350.00, Burke 200.00");

    [Fact]
    public void Oldest_first_and_never_a_part_of_a_claim() => Check("1,000.00", """
        claim  received  payee   amount  | outcome
        a1     03-01     Adams   400.00  | paid
        b1     03-02     Burke   700.00  | FundsInsufficient      # 600 are left
        c1     03-03     Cole     10.00  | FundsInsufficient      # would pass, but Burke's is older
        """, "Adams 400.00");

    [Fact]
    public void The_last_cent_of_the_fund_may_be_paid() => Check("1,000.00", """
        claim  received  payee   amount  | outcome
        a1     03-01     Adams   999.99  | paid
        b1     03-02     Burke     0.01  | paid
        c1     03-03     Cole      0.01  | FundsInsufficient
        """, "Adams 999.99, Burke 0.01");

    [Fact]
    public void A_payee_that_owes_more_than_it_would_be_paid_carries_all_of_it_forward() => Check("1,000.00", """
        claim  received  payee   amount  | outcome
        a1     03-01     Adams   400.00  | PayeeOwesPlan
        a2     03-05     Adams  -400.01  | PayeeOwesPlan
        b1     03-06     Burke  -100.00  | PayeeOwesPlan
        c1     03-07     Cole    900.00  | paid
        """, "Cole 900.00");

    [Fact]
    public void A_payee_whose_claims_and_debts_are_equal_is_settled_without_money() => Check("0.00", """
        claim  received  payee   amount  | outcome
        a1     03-01     Adams   400.00  | paid
        a2     03-05     Adams  -400.00  | paid
        """, "Adams 0.00");

    [Fact]
    public void What_a_payee_owes_makes_the_fund_reach_further() => Check("500.00", """
        claim  received  payee   amount  | outcome
        a1     03-01     Adams   400.00  | paid       # 300 of it are taken off
        a2     03-05     Adams  -300.00  | paid
        b1     03-06     Burke   400.00  | paid       # 100 + 400
        """, "Adams 100.00, Burke 400.00");

    // Of Adams' claims the fund reaches the first only, and that is less than Adams owes.
    [Fact]
    public void What_a_payee_owes_is_not_taken_off_before_it_is_paid_more() => Check("50.00", """
        claim  received  payee   amount  | outcome
        a1     03-01     Adams    80.00  | PayeeOwesPlan
        a2     03-02     Adams  -100.00  | PayeeOwesPlan
        a3     03-03     Adams    90.00  | FundsInsufficient      # needs 70
        """, "");

    [Fact]
    public void An_agreement_may_let_payments_go_beyond_the_fund() => Check("100.00", """
        claim  received  payee   amount  | outcome
        a1     03-01     Adams   400.00  | paid
        b1     03-02     Burke   700.00  | paid
        """, "Adams 400.00, Burke 700.00", Agreements.AcmeWith(("pay-beyond-funds: no", "pay-beyond-funds: yes")));

    [Fact]
    public void Nothing_is_paid_before_the_agreement_or_after_its_run_out() => Check("1,000.00", """
        claim  received  payee   amount  | outcome
        a1     03-01     Adams   400.00  | OutsideAgreement
        """, "", Agreements.AcmeWith(("first: 2026-01-01", "first: 2026-04-01")));

    [Fact]
    public void On_the_same_day_the_claims_identifier_decides()
    {
        var claims = Table("""
            a1     03-01     Adams   60.00
            b1     03-01     Burke   60.00
            """);
        var plan = PaymentRunPlan.From(claims, FundAmounts.OfEmployer(Money.Of(100)), Agreements.Acme, Day);

        var paid = Assert.Single(Assert.Single(plan.Payments).Obligations);
        Assert.Equal(claims.Min(claim => claim.Key.Claim), paid.Key.Claim);
    }

    [Fact]
    public void Participants_money_is_spent_first()
    {
        var claims = Table("""
            a1     03-01     Adams   60.00
            b1     03-02     Burke   60.00
            """);
        var funds = new FundAmounts(Money.Of(100), Money.Of(50), Money.Of(30));
        var plan = PaymentRunPlan.From(claims, funds, Agreements.Acme, Day);

        Assert.Equal(
            [
                new FundAmounts(Money.Zero, Money.Of(50), Money.Of(10)),
                new FundAmounts(Money.Of(40), Money.Zero, Money.Of(20)),
            ], plan.Payments.Items.Select(payment => payment.Sources));
    }

    [Fact]
    public void Another_employers_claims_never_meet_these()
    {
        var foreign = Table("a1 03-01 Adams 60.00")[0] with { Employer = new EmployerId("birch") };

        Assert.Throws<ArgumentException>(() => PaymentRunPlan.From([foreign], default, Agreements.Acme, Day));
    }

    [Fact]
    public void An_obligation_that_comes_twice_is_a_defect()
    {
        var claim = Table("a1 03-01 Adams 60.00")[0];

        Assert.Throws<ArgumentException>(() =>
            PaymentRunPlan.From([claim, claim with { Amount = Money.Of(61) }], default, Agreements.Acme, Day));
    }

    internal static List<Obligation> Table(string table) => Agreements.Rows(table)
        .Where(cells => cells[0] != "claim")
        .Select(cells => new Obligation
        {
            Key = new PaymentKey(
                new ClaimId(ContentHash.Of(cells[0]), 1), 1, new PayeeId(PayeeRole.Provider, cells[2])),
            Employer = new EmployerId("acme"),
            Plan = new PlanId("acme-ppo"),
            Line = LineOfCoverage.Medical,
            Received = new DateOnly(2026, int.Parse(cells[1][..2], null), int.Parse(cells[1][3..], null)),
            Amount = Agreements.Amount(cells[3]),
        })
        .ToList();

    private static void Check(string funds, string table, string payments, AsoAgreement? agreement = null)
    {
        var claims = Table(table);
        var outcomes = Agreements.Rows(table).Where(cells => cells[0] != "claim").Select(cells => cells[4]);
        var plan = PaymentRunPlan.From(
            claims, FundAmounts.OfEmployer(Agreements.Amount(funds)), agreement ?? Agreements.Acme, Day);

        Assert.Equal(outcomes, claims.Select(claim =>
            plan.Held.Items.SingleOrDefault(held => held.Obligation == claim)?.Reason.ToString() ?? "paid"));
        Assert.Equal(payments, string.Join(", ",
            plan.Payments.Items.Select(payment => $"{payment.Payee.Value} {payment.Amount}")));
        Assert.Equal(
            claims.OrderBy(claim => claim.Key),
            plan.Payments.Items.SelectMany(payment => payment.Obligations.Items)
                .Concat(plan.Held.Items.Select(held => held.Obligation)).OrderBy(claim => claim.Key));
    }
}
