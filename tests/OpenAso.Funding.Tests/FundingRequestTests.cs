using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Funding.Tests;

public class FundingRequestTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private static readonly List<Obligation> Claims = PaymentRunTests.Table("""
        a1     02-20     Adams   4,000.00
        a2     02-21     Adams    -500.00
        b1     02-22     Burke  12,000.00
        c1     02-23     Cole     -900.00      # owes more than it is paid: lowers nothing
        c2     02-24     Cole      100.00
        """);

    private static FundingRequest Ask(FundingNeed need, AsoAgreement? agreement = null) =>
        FundingRequest.For(agreement ?? Agreements.Acme, Monday, need)!;

    [Fact]
    public void The_employer_is_asked_for_claims_fees_and_target_less_what_is_there_and_on_its_way()
    {
        var request = Ask(new FundingNeed
        {
            Number = 7,
            Obligations = Claims.ToValueList(),
            Fees = Fees.ForMonth(Agreements.Acme, new Month(2026, 3),
                [new(LineOfCoverage.Medical, CoverageTier.EmployeeOnly, 10),
                    new(LineOfCoverage.Dental, CoverageTier.Family, 4)]).Value.Lines,
            Available = Money.Of(48_000),
            Outstanding = Money.Of(5_000),
            Contributions = Money.Of(2_000),
        });

        Assert.Equal(
            """
            Claims 15500.00
            Fees 495.50
            TargetBalance 60000.00
            Available -48000.00
            Outstanding -5000.00
            """, string.Join('\n', request.Steps.Items.Select(step => $"{step.Kind} {step.Amount}")));
        Assert.Equal(Agreements.Amount("22,995.50"), request.Amount);
        Assert.Equal(new FundAmounts(Agreements.Amount("20,995.50"), Money.Of(2_000), Money.Zero), request.Sources);
        Assert.Equal(new DateOnly(2026, 3, 5), request.Due);
        Assert.Equal(
            """
            Claims acme-ppo Medical 2 16000.00
            Recoveries acme-ppo Medical 1 -500.00
            Fees  Medical 2 482.50
            Fees  Dental 1 13.00
            """, string.Join('\n', request.Lines.Items.Select(line =>
                $"{line.Purpose} {line.Plan} {line.Line} {line.Count} {line.Amount}")));
    }

    [Fact]
    public void A_payees_debt_lowers_its_own_payment_only()
    {
        var request = Ask(new FundingNeed { Number = 1, Obligations = Claims[3..].ToValueList() });

        Assert.Equal(Money.Of(60_000), request.Amount);
        Assert.Empty(request.Lines);
    }

    [Fact]
    public void A_fund_that_holds_enough_asks_for_nothing_and_says_how_much_is_left()
    {
        var request = Ask(new FundingNeed
        {
            Number = 1, Available = Money.Of(60_100), Contributions = Money.Of(50),
        });

        Assert.Equal(Money.Zero, request.Amount);
        Assert.Equal(Money.Zero, request.FromParticipants);
        Assert.Equal(new FundingStep(FundingStepKind.Excess, Money.Of(100)), request.Steps[^1]);
        Assert.Empty(request.Transfers());
    }

    // finance.md § 3.2: imprest request = target − (bank − outstanding payments + deposits in transit).
    [Fact]
    public void Finance_3_2_an_imprest_fund_is_restored_to_its_target()
    {
        var position = new FundPosition(Money.Of(50_000), Money.Of(12_000), FundAmounts.OfEmployer(Money.Of(38_000)),
            Money.Of(3_000), Money.Zero, Money.Zero);
        var request = Ask(new FundingNeed
        {
            Number = 1, Available = position.Available.Total, Outstanding = position.Requested,
        });

        Assert.Equal(Money.Of(60_000 - (50_000 - 12_000 + 3_000)), request.Amount);
    }

    // finance.md § 3.2, void before funding: the next request is lower. After funding: the money is there again.
    [Fact]
    public void Finance_3_2_a_claim_taken_back_before_funding_lowers_the_next_request()
    {
        var before = Ask(new FundingNeed { Number = 1, Obligations = Claims[..1].ToValueList() });
        var after = Ask(new FundingNeed { Number = 1, Obligations = Claims[..2].ToValueList() });

        Assert.Equal(Money.Of(500), before.Amount - after.Amount);
    }

    // finance.md § 3.2 (S75): 150 % of an expected month of claims and fixed cost.
    [Fact]
    public void Finance_3_2_the_target_may_be_a_share_of_an_expected_month() => Assert.Equal(
        Money.Of(150_000), Agreements.Birch.Segments[0].Funding.Target.For(Money.Of(100_000)));

    // finance.md R-3: annual liability 1,200,000, initial reserve 18.75 % = 225,000.
    [Fact]
    public void Finance_R_3_the_first_reserve_is_18_75_percent_of_an_expected_year()
    {
        var agreement = Agreements.AcmeWith(
            ("target-balance: 60000", "target-balance: {share: 18.75%, of: expected-year}"));

        Assert.Equal(Money.Of(225_000), Ask(new FundingNeed
        {
            Number = 1, ExpectedMonth = Money.Of(100_000),
        }, agreement).Amount);
    }

    [Theory]
    //          terms     last request  due
    [InlineData("weekly", "2026-02-23", true)]
    [InlineData("weekly", "2026-02-24", false)]
    [InlineData("monthly", "2026-02-28", true)]
    [InlineData("monthly", "2026-03-01", false)]
    [InlineData("per-run", "2026-03-02", true)]
    [InlineData("weekly", "", true)]
    public void Requests_come_as_often_as_agreed(string frequency, string last, bool due)
    {
        var terms = Agreements.AcmeWith(("request: weekly", $"request: {frequency}")).Segments[0].Funding;

        Assert.Equal(due, terms.IsDue(Monday, last.Length == 0 ? null : DateOnly.Parse(last, null)));
    }

    [Fact]
    public void Outside_the_agreement_nothing_is_asked_for() =>
        Assert.Null(FundingRequest.For(Agreements.Acme, new DateOnly(2025, 12, 31), new FundingNeed { Number = 1 }));

    [Theory]
    //                         received  participants employer deposit
    [InlineData("22,995.50", "2,000.00", "20,995.50", "0.00")]
    [InlineData("1,500.00", "1,500.00", "0.00", "0.00")]
    [InlineData("23,000.00", "2,000.00", "20,995.50", "4.50")]
    public void What_participants_paid_is_set_apart_first_and_what_is_too_much_is_a_deposit(
        string received, string participants, string employer, string deposit)
    {
        var book = new Book();
        var request = Ask(new FundingNeed
        {
            Number = 1, Available = Agreements.Amount("37,004.50"), Contributions = Money.Of(2_000),
        });
        foreach (var transfer in request.Transfers())
            Assert.Equal(PostOutcome.Posted, book.Post(transfer));
        var transfers = new FundingReceipt("wire-1", Monday, Agreements.Amount(received)).Transfers(request.Sources);
        foreach (var transfer in transfers)
            Assert.Equal(PostOutcome.Posted, book.Post(transfer));

        Assert.Equal(Agreements.Amount(received), FundPosition.Of(book.TrialBalance).Bank);
        Assert.Equal(Agreements.Amount(participants), Sum(TransferReason.FundingReceived, FundSource.Participant));
        Assert.Equal(Agreements.Amount(employer), Sum(TransferReason.FundingReceived, FundSource.Employer));
        Assert.Equal(Agreements.Amount(deposit), Sum(TransferReason.FundingDeposited, FundSource.Employer));
        Assert.Equal(
            Money.Max(request.Amount - Agreements.Amount(received), Money.Zero),
            FundPosition.Of(book.TrialBalance).Requested);

        Money Sum(TransferReason reason, FundSource source) => transfers.Items
            .Where(transfer => transfer.Key.Reason == reason && transfer.Source == source)
            .Total(transfer => transfer.Amount);
    }
}
