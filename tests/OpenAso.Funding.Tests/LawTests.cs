using CsCheck;
using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Funding.Tests;

public class LawTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    private static readonly Gen<Obligation[]> Open = Gen.Select(
            Gen.Int[1, 5], Gen.Int[1, 28], Gen.Long[-30_000, 50_000].Where(cents => cents != 0))
        .Array[0, 25].Select(rows => rows.Select((row, index) => new Obligation
        {
            Key = new PaymentKey(new ClaimId(ContentHash.Of($"claim {index}"), 1), 1,
                new PayeeId(PayeeRole.Provider, $"payee {row.Item1}")),
            Employer = new EmployerId("acme"),
            Plan = new PlanId("acme-ppo"),
            Line = LineOfCoverage.Medical,
            Received = new DateOnly(2026, 2, row.Item2),
            Amount = new Money(row.Item3),
        }).ToArray());

    private static readonly Gen<FundAmounts> Funds = Gen.Select(
        Gen.Long[0, 200_000], Gen.Long[0, 50_000], Gen.Long[0, 20_000],
        (employer, participant, assets) =>
            new FundAmounts(new Money(employer), new Money(participant), new Money(assets)));

    [Fact]
    public void Every_obligation_is_paid_or_waits_and_no_payment_goes_beyond_the_fund() =>
        Gen.Select(Open, Funds).Sample((open, funds) =>
        {
            var plan = PaymentRunPlan.From(open, funds, Agreements.Acme, Day);
            var paid = plan.Payments.Items.SelectMany(payment => payment.Obligations.Items).ToList();

            Assert.Equal(open.Length, paid.Count + plan.Held.Count);
            Assert.Equal(open.Select(one => one.Key).Order(),
                paid.Concat(plan.Held.Items.Select(held => held.Obligation)).Select(one => one.Key).Order());
            Assert.True(plan.Total <= funds.Total);
            Assert.All(plan.Payments.Items, payment => Assert.False(payment.Amount.IsNegative));
            Assert.All(plan.Payments.Items, payment => Assert.Equal(payment.Amount, payment.Sources.Total));
            Assert.All(Enum.GetValues<FundSource>(), source => Assert.True(
                plan.Payments.Items.Total(payment => payment.Sources[source]) <= funds[source]));
        });

    [Fact]
    public void Nothing_younger_is_paid_with_money_while_an_older_claim_waits_for_the_fund() =>
        Gen.Select(Open, Funds).Sample((open, funds) =>
        {
            var plan = PaymentRunPlan.From(open, funds, Agreements.Acme, Day);
            var waiting = plan.Held.Items.Where(held => held.Reason == HoldReason.FundsInsufficient)
                .Select(held => (held.Obligation.Received, held.Obligation.Key)).ToList();

            Assert.All(plan.Payments.Items.SelectMany(payment => payment.Obligations.Items)
                .Where(one => one.Amount.IsPositive),
                paid => Assert.All(waiting, older => Assert.True((paid.Received, paid.Key).CompareTo(older) < 0)));
        });

    [Fact]
    public void The_order_of_the_obligations_changes_nothing() =>
        Gen.Select(Open, Funds).SelectMany(pair => Gen.Shuffle(pair.Item1)
            .Select(shuffled => (pair.Item1, pair.Item2, shuffled))).Sample((open, funds, shuffled) => Assert.Equal(
                PaymentRunPlan.From(open, funds, Agreements.Acme, Day).Hash,
                PaymentRunPlan.From(shuffled, funds, Agreements.Acme, Day).Hash));

    [Fact]
    public void What_a_request_asks_for_is_enough_to_pay_everything_that_can_be_paid() =>
        Gen.Select(Open, Funds).Sample((open, funds) =>
        {
            var noTarget = Agreements.AcmeWith(("target-balance: 60000", "target-balance: 0"));
            var request = FundingRequest.For(noTarget, Day, new FundingNeed
            {
                Number = 1, Obligations = open.ToValueList(), Available = funds.Total,
            })!;
            var plan = PaymentRunPlan.From(
                open, funds + FundAmounts.OfEmployer(request.Amount), noTarget, Day);

            Assert.DoesNotContain(plan.Held.Items, held => held.Reason == HoldReason.FundsInsufficient);
            if (request.Amount.IsPositive)
                Assert.Equal(plan.Total, funds.Total + request.Amount);
            Assert.Equal(plan.Total, request.Lines.Items.Total(line => line.Amount));
        }, iter: 30);

    [Fact]
    public void A_run_posts_to_the_ledger_as_planned() =>
        Gen.Select(Open, Funds).Sample((open, funds) =>
        {
            var book = new Book();
            foreach (var source in Enum.GetValues<FundSource>().Where(source => funds[source].IsPositive))
                book.Post(new Transfer(new TransferKey(TransferReason.FundingDeposited, "d", (int)source), source, 0,
                    funds[source], Day));
            var plan = PaymentRunPlan.From(open, funds, Agreements.Acme, Day);
            var run = Assert.IsType<RunExecuted>(
                PaymentRun.Execute(plan, plan.Hash, new Dictionary<PaymentKey, PaymentChain>()));

            Assert.All(run.Transfers.Items, one => Assert.Equal(PostOutcome.Posted, book.Post(one)));
            Assert.All(run.Transfers.Items, one => Assert.Equal(PostOutcome.AlreadyPosted, book.Post(one)));
            Assert.Equal(funds.Total - plan.Total, FundPosition.Of(book.TrialBalance).Available.Total);
        });
}
