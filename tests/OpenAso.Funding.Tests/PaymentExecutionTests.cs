using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Funding.Tests;

public class PaymentExecutionTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);
    private static readonly FundAmounts Funds = new(Money.Of(1_000), Money.Of(100), Money.Zero);
    private static readonly Dictionary<PaymentKey, PaymentChain> NoChains = [];

    private static readonly List<Obligation> Claims = PaymentRunTests.Table("""
        a1     03-01     Adams   400.00
        a2     03-05     Adams  -100.00
        b1     03-04     Burke   200.00
        """);

    private static PaymentRunPlan Plan(IEnumerable<Obligation>? claims = null, FundAmounts? funds = null) =>
        PaymentRunPlan.From(claims ?? Claims, funds ?? Funds, Agreements.Acme, Day);

    [Fact]
    public void What_was_looked_at_is_what_is_executed()
    {
        var executed = Assert.IsType<RunExecuted>(PaymentRun.Execute(Plan(), Plan().Hash, NoChains));

        Assert.Equal(Plan().Payments, executed.Payments);
        Assert.Equal(Claims.Select(claim => claim.Key).Order(), executed.Events.Items.Select(one => one.Key).Order());
        Assert.Equal(Plan().Total, executed.Transfers.Items.Total(transfer => transfer.Amount));
    }

    [Fact]
    public void The_plan_is_the_same_in_whatever_order_its_claims_come() =>
        Assert.Equal(Plan().Hash, Plan(Enumerable.Reverse(Claims)).Hash);

    [Fact]
    public void A_run_is_refused_where_the_world_has_changed()
    {
        var looked = Plan().Hash;
        var dearer = Claims[0] with { Amount = Agreements.Amount("400.01") };
        var again = Claims[0] with { EarlierPayments = 1 };
        var waits = PaymentRunTests.Table("z1 03-30 Zeno 5000.00");
        var amended = Agreements.AcmeWith(("days-to-fund: 3", "days-to-fund: 4"));

        Assert.All(
            [
                Plan(Claims[1..]),
                Plan([dearer, .. Claims[1..]]),
                Plan([again, .. Claims[1..]]),
                Plan([.. Claims, .. waits]),
                Plan(funds: Funds + FundAmounts.OfEmployer(new Money(1))),
                Plan(funds: new FundAmounts(Money.Of(1_100), Money.Zero, Money.Zero)),
                PaymentRunPlan.From(Claims, Funds, Agreements.Acme, Day.AddDays(1)),
                PaymentRunPlan.From(Claims, Funds, amended, Day),
            ],
            now => Assert.Equal(new RunOutdated(looked, now.Hash), PaymentRun.Execute(now, looked, NoChains)));
    }

    [Fact]
    public void What_waits_belongs_to_what_was_looked_at()
    {
        var waits = PaymentRunTests.Table("z1 03-30 Zeno 5000.00")[0];
        var dearer = waits with { Amount = Money.Of(5_001) };

        Assert.Equal(Plan([.. Claims, waits]).Payments, Plan([.. Claims, dearer]).Payments);
        Assert.NotEqual(Plan([.. Claims, waits]).Hash, Plan([.. Claims, dearer]).Hash);
    }

    [Fact]
    public void Nobody_is_paid_twice_for_one_claim()
    {
        var first = (RunExecuted)PaymentRun.Execute(Plan(), Plan().Hash, NoChains);
        var chains = Apply(NoChains, first.Events.Items);

        var later = PaymentRunPlan.From(Claims[..1], Funds, Agreements.Acme, Day.AddDays(7));
        Assert.Equal(new RunWouldPayTwice([Claims[0].Key]), PaymentRun.Execute(later, later.Hash, chains));
        Assert.Equal(3, Assert.IsType<RunWouldPayTwice>(
            PaymentRun.Execute(Plan(), Plan().Hash, chains)).Live.Count);
    }

    [Fact]
    public void A_voided_payment_opens_its_claims_and_a_new_one_is_another_payment()
    {
        var book = Book();
        var first = (RunExecuted)PaymentRun.Execute(Plan(), Plan().Hash, NoChains);
        Post(book, first.Transfers);
        var adams = first.Payments[0];
        Post(book, adams.Voided(Day));
        var chains = Apply(Apply(NoChains, first.Events.Items), adams.Obligations.Items.Select(claim =>
            new PaymentEvent(claim.Key, PaymentEventKind.Voided, adams.Id, Day)));
        Assert.Equal(Agreements.Amount("300.00"), FundPosition.Of(book.TrialBalance).ClaimsPayable);

        var open = adams.Obligations.Items.Select(claim => claim with { EarlierPayments = chains[claim.Key].Ended });
        var again = Plan(open, FundPosition.Of(book.TrialBalance).Available);
        var second = Assert.IsType<RunExecuted>(PaymentRun.Execute(again, again.Hash, chains));
        Assert.NotEqual(adams.Id, second.Payments[0].Id);
        Post(book, second.Transfers);
        Post(book, second.Payments[0].Cleared(Day));
        Post(book, first.Payments[1].Cleared(Day));

        var position = FundPosition.Of(book.TrialBalance);
        Assert.Equal(Money.Zero, position.ClaimsPayable);
        Assert.Equal(Money.Zero, position.Outstanding);
        Assert.Equal(Money.Of(600), position.Bank);    // 1,100 − 300 − 200
        Assert.True(book.TrialBalance.IsBalanced);
    }

    [Fact]
    public void A_returned_payment_gives_each_source_its_money_back()
    {
        var book = Book();
        var run = (RunExecuted)PaymentRun.Execute(Plan(), Plan().Hash, NoChains);
        Post(book, run.Transfers);
        foreach (var payment in run.Payments)
            Post(book, payment.Cleared(Day));
        Assert.Equal(Money.Zero, FundPosition.Of(book.TrialBalance).Available.Participant);
        Post(book, run.Payments[0].Returned(Day));

        Assert.Equal(new FundAmounts(Money.Of(800), Money.Of(100), Money.Zero),
            FundPosition.Of(book.TrialBalance).Available);
    }

    // Events in order, then the answer to the last one. Payments are numbered.
    [Theory]
    [InlineData("issued 1", ChainOutcome.Recorded)]
    [InlineData("issued 1, issued 1", ChainOutcome.AlreadyRecorded)]
    [InlineData("issued 1, issued 2", ChainOutcome.AnotherPaymentIsLive)]
    [InlineData("issued 1, cleared 1, issued 2", ChainOutcome.AnotherPaymentIsLive)]
    [InlineData("issued 1, voided 1, issued 2", ChainOutcome.Recorded)]
    [InlineData("issued 1, voided 1, cleared 1", ChainOutcome.PaymentNotLive)]
    [InlineData("issued 1, voided 1, issued 2, voided 1", ChainOutcome.AlreadyRecorded)]
    [InlineData("issued 1, voided 1, issued 2, cleared 1", ChainOutcome.PaymentNotLive)]
    [InlineData("issued 1, cleared 1, voided 1", ChainOutcome.AlreadyCleared)]
    [InlineData("issued 1, cleared 1, returned 1", ChainOutcome.Recorded)]
    [InlineData("issued 1, cleared 1, returned 1, issued 2", ChainOutcome.Recorded)]
    [InlineData("issued 1, returned 1", ChainOutcome.NotCleared)]
    [InlineData("voided 1", ChainOutcome.PaymentNotLive)]
    public void Void_return_and_reissue_form_a_chain(string story, ChainOutcome last)
    {
        var chain = new PaymentChain(Claims[0].Key, []);
        var outcome = ChainOutcome.Recorded;
        foreach (var cells in story.Split(", ").Select(step => step.Split(' ')))
        {
            Assert.Equal(ChainOutcome.Recorded, outcome);
            (outcome, chain) = chain.Record(new PaymentEvent(chain.Key,
                Enum.Parse<PaymentEventKind>(cells[0], ignoreCase: true), ContentHash.Of(cells[1]), Day));
        }
        Assert.Equal(last, outcome);
    }

    [Fact]
    public void A_payment_that_was_voided_is_not_issued_again()
    {
        var chain = new PaymentChain(Claims[0].Key, []);
        PaymentEvent Event(PaymentEventKind kind, int day) =>
            new(chain.Key, kind, ContentHash.Of("1"), Day.AddDays(day));
        chain = chain.Record(Event(PaymentEventKind.Issued, 0)).Chain;
        chain = chain.Record(Event(PaymentEventKind.Voided, 1)).Chain;

        Assert.Equal(ChainOutcome.PaymentWasEnded, chain.Record(Event(PaymentEventKind.Issued, 2)).Outcome);
        Assert.Equal((null, 1), (chain.Live, chain.Ended));
    }

    private static Book Book()
    {
        var book = new Book();
        Post(book,
        [
            new(new(TransferReason.FundingDeposited, "e"), FundSource.Employer, 0, Funds.Employer, Day),
            new(new(TransferReason.FundingDeposited, "p"), FundSource.Participant, 0, Funds.Participant, Day),
            new(new(TransferReason.ClaimIncurred, "all"), FundSource.Employer, 0, Money.Of(500), Day),
        ]);
        return book;
    }

    private static void Post(Book book, ValueList<Transfer> transfers) =>
        Assert.All(transfers.Items, transfer => Assert.Equal(PostOutcome.Posted, book.Post(transfer)));

    private static Dictionary<PaymentKey, PaymentChain> Apply(
        IReadOnlyDictionary<PaymentKey, PaymentChain> chains, IEnumerable<PaymentEvent> events)
    {
        var after = new Dictionary<PaymentKey, PaymentChain>(chains);
        foreach (var happened in events)
        {
            var (outcome, chain) = PaymentChain.Of(happened.Key, after).Record(happened);
            Assert.Equal(ChainOutcome.Recorded, outcome);
            after[happened.Key] = chain;
        }
        return after;
    }
}
