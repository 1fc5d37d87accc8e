using OpenAso.Kernel;

namespace OpenAso.Ledger.Tests;

public class PostingTests
{
    private static readonly Transfer Incurred = Ledgers.Make(TransferReason.ClaimIncurred, "claim-1", "80.00");

    [Fact]
    public void The_same_key_with_another_amount_is_refused()
    {
        var book = new Book();

        Assert.Equal(PostOutcome.Posted, book.Post(Incurred));
        Assert.Equal(PostOutcome.KeyUsedForAnotherTransfer,
            book.Post(Ledgers.Make(TransferReason.ClaimIncurred, "claim-1", "81.00")));
        Assert.Equal(PostOutcome.KeyUsedForAnotherTransfer, book.Post(Incurred.Announced()));
        Assert.Equal(1, book.Count);
    }

    [Fact]
    public void Nothing_is_posted_into_a_closed_period()
    {
        var book = new Book();
        book.Close(Ledgers.January(31));
        book.Close(Ledgers.January(15));

        Assert.Equal(PostOutcome.PeriodClosed,
            book.Post(Ledgers.Make(TransferReason.ClaimIncurred, "late", "1.00", day: 31)));
        Assert.Empty(book.Balances);
    }

    [Fact]
    public void An_earlier_refusal_goes_before_a_later_one()
    {
        var payment = Ledgers.Make(TransferReason.SurplusReturned, "s", "5.00", FundSource.Participant);
        var closed = new PostingContext { ClosedThrough = Ledgers.January(31), Available = Money.Zero };

        Assert.Equal(PostOutcome.PeriodClosed, PostingRules.Post(payment, closed));
        Assert.Equal(PostOutcome.FundSourceNotAllowed,
            PostingRules.Post(payment, closed with { ClosedThrough = null }));
        Assert.Equal(PostOutcome.FundsInsufficient, PostingRules.Post(
            Ledgers.Make(TransferReason.SurplusReturned, "s", "5.00"), closed with { ClosedThrough = null }));
        Assert.Equal(PostOutcome.KeyUsedForAnotherTransfer, PostingRules.Post(payment, closed with
        {
            SameKey = Ledgers.Make(TransferReason.SurplusReturned, "s", "6.00"),
        }));
    }

    [Fact]
    public void A_payment_beyond_the_fund_is_refused_unless_the_agreement_allows_it()
    {
        var book = Ledgers.Post("funding-deposited employer 100.00");
        var payment = Ledgers.Make(TransferReason.PaymentIssued, "check-1", "100.01");

        Assert.Equal(PostOutcome.FundsInsufficient, book.Post(payment));
        Assert.Equal(PostOutcome.Posted, book.Post(payment, beyondFunds: true));
        Assert.Equal(new Money(-1), FundPosition.Of(book.TrialBalance).Available.Total);
    }

    [Fact]
    public void What_is_announced_to_go_out_is_not_given_away_again()
    {
        var book = Ledgers.Post("funding-deposited employer 100.00");
        var announced = Ledgers.Make(TransferReason.PaymentIssued, "check-1", "70.00").Announced();
        var other = Ledgers.Make(TransferReason.PaymentIssued, "check-2", "40.00");

        Assert.Equal(PostOutcome.Posted, book.Post(announced));
        Assert.Equal(PostOutcome.FundsInsufficient, book.Post(other));
        Assert.Equal(PostOutcome.Posted, book.Post(
            announced.Withdrawal(new TransferKey(TransferReason.PaymentIssued, "check-1", 1), Ledgers.January(6))));
        Assert.Equal(PostOutcome.Posted, book.Post(other));
    }

    [Fact]
    public void Money_announced_to_come_in_cannot_be_spent_yet()
    {
        var book = new Book();
        book.Post(Ledgers.Make(TransferReason.FundingDeposited, "wire-1", "100.00").Announced());

        Assert.Equal(PostOutcome.FundsInsufficient,
            book.Post(Ledgers.Make(TransferReason.PaymentIssued, "check-1", "1.00")));
    }

    [Fact]
    public void An_announced_transfer_is_completed_once()
    {
        var book = new Book();
        var announced = Ledgers.Make(TransferReason.FundingReceived, "wire-1", "100.00").Announced();
        Transfer Complete(int part) => announced.Completion(
            new TransferKey(TransferReason.FundingReceived, "wire-1", part), Ledgers.January(7));

        Assert.Equal(PostOutcome.OriginUnknown, book.Post(Complete(1)));
        book.Post(announced);
        Assert.Equal(Ledgers.Amount("100.00"), book.TrialBalance[AccountKind.EmployerFund].DebitsPending);
        Assert.Equal(PostOutcome.Posted, book.Post(Complete(1)));
        Assert.Equal(PostOutcome.AlreadyPosted, book.Post(Complete(1)));
        Assert.Equal(PostOutcome.OriginAlreadyEnded, book.Post(Complete(2)));
        Assert.Equal(new AccountBalance(Ledgers.Amount("100.00"), default, default, default),
            book.TrialBalance[AccountKind.EmployerFund]);
    }

    [Fact]
    public void Only_what_is_posted_is_reversed_and_only_what_is_announced_is_completed()
    {
        var book = new Book();
        var announced = Ledgers.Make(TransferReason.FundingReceived, "wire-1", "100.00").Announced();
        book.Post(announced);
        book.Post(Incurred);

        Assert.Equal(PostOutcome.OriginDiffers, book.Post(announced.Reversal(
            new TransferKey(TransferReason.FundingReceived, "wire-1", 1), Ledgers.January(7))));
        Assert.Equal(PostOutcome.OriginDiffers, book.Post(Incurred.Completion(
            new TransferKey(TransferReason.ClaimIncurred, "claim-1", 1), Ledgers.January(7))));
    }

    [Fact]
    public void A_reversal_of_another_amount_is_refused()
    {
        var book = new Book();
        book.Post(Incurred);
        var smaller = Ledgers.Make(TransferReason.ClaimIncurred, "claim-1", "79.00");

        Assert.Equal(PostOutcome.OriginDiffers, book.Post(smaller.Reversal(
            new TransferKey(TransferReason.ClaimIncurred, "claim-1", 1), Ledgers.January(7))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_transfer_of_nothing_or_less_is_a_defect(long cents) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Transfer(
            new TransferKey(TransferReason.FeeIncurred, "f"), FundSource.Employer, 0, new Money(cents),
            Ledgers.January(1)));

    [Fact]
    public void No_reason_moves_money_from_an_account_to_itself() =>
        Assert.All(ReasonTerms.All, terms => Assert.NotEqual(terms.Debit, terms.Credit));

    [Fact]
    public void Every_reason_has_terms_and_a_word_of_its_own()
    {
        Assert.Equal(Enum.GetValues<TransferReason>(), ReasonTerms.All.Select(terms => terms.Reason));
        Assert.Distinct(ReasonTerms.All.Select(terms => terms.Word));
        Assert.All(ReasonTerms.All, terms => Assert.True(terms.Word.Length <= 22, terms.Word));
    }

    // Stored in databases: a change here breaks every book that exists.
    [Fact]
    public void Stored_numbers_and_words_never_change() => Assert.Equal("""
        1 claim-incurred, 2 claim-reversed, 10 payment-issued, 11 payment-voided, 12 payment-cleared,
        13 payment-returned, 14 payment-unclaimed, 15 unclaimed-remitted, 20 funding-requested, 21 funding-withdrawn,
        22 funding-received, 23 funding-deposited, 30 fee-incurred, 31 fee-credited, 32 fee-paid, 33 setup-fee-paid,
        40 overpayment-returned, 41 recovery-received, 50 stop-loss-due, 51 stop-loss-paid, 52 stop-loss-claimed,
        53 stop-loss-reduced, 54 stop-loss-received, 55 stop-loss-credited, 56 stop-loss-repaid,
        60 surplus-returned, 70 short-term-incurred, 71 short-term-reversed, 72 long-term-incurred, 73
        long-term-reversed, 74 overpayment-found, 75 overpayment-recovered, 76 overpayment-repaid, 77
        repayment-reversed, 78 tax-withheld, 79 tax-reduced, 80 tax-issued, 81 tax-voided, 82 tax-returned,
        83 fica-withheld, 84 fica-reduced, 85 employer-tax-incurred, 86 employer-tax-reversed,
        90 recovery-agreed, 91 recovery-reopened, 92 recovery-paid, 93 recovery-returned
        """.ReplaceLineEndings(" "),
        string.Join(", ", ReasonTerms.All.Select(terms => $"{(int)terms.Reason} {terms.Word}")));

    [Theory]
    [InlineData("")]
    [InlineData("claim-incurred")]
    [InlineData("claim-incurred:x")]
    [InlineData("claim-incurred::0")]
    [InlineData("claim-incurred:x:")]
    [InlineData("claim-incurred:x:-1")]
    [InlineData("claim-incurred:x:00")]
    [InlineData("claim-incurred:x:100000")]
    [InlineData("claim-occurred:x:0")]
    [InlineData("claim-incurred:x y:0")]
    [InlineData("claim-incurred:x:y:0")]
    public void What_is_no_key_is_not_read_as_one(string text) => Assert.False(TransferKey.TryParse(text, out _));

    [Fact]
    public void A_claims_identifier_fits_into_a_key()
    {
        var claim = new ClaimId(ContentHash.Of("a claim"), int.MaxValue);

        var key = new TransferKey(TransferReason.ClaimIncurred, claim.ToString(), 3);
        Assert.Equal($"claim-incurred:{claim}:3", key.ToString());
    }
}
