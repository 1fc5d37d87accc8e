using CsCheck;
using OpenAso.Kernel;

namespace OpenAso.Ledger.Tests;

public class LawTests
{
    private static readonly Gen<TransferReason> Reason = Gen.Enum<TransferReason>();

    private static readonly Gen<Transfer> Proposed = Gen.Select(
        Reason, Gen.Int[1, 12], Gen.Enum<FundSource>(), Gen.Byte, Gen.Long[1, 50_000],
        (reason, id, source, stripe, cents) => new Transfer(
            new TransferKey(reason, $"c{id}"), source, stripe, new Money(cents), Ledgers.January(1 + id)));

    // What happens to one proposal: posted, announced, or followed up where the book has it already.
    private static readonly Gen<(Transfer Transfer, TransferStep Step)[]> Story =
        Gen.Select(Proposed, Gen.Enum<TransferStep>()).Array[1, 60];

    private static Transfer Shape(Book book, Transfer transfer, TransferStep step)
    {
        var key = new TransferKey(transfer.Key.Reason, transfer.Key.Id, (int)step);
        var first = book.Find(transfer.Key) ?? transfer;
        return step switch
        {
            TransferStep.Posted => transfer,
            TransferStep.Pending => transfer.Announced(),
            TransferStep.Completion => first.Completion(key, transfer.Date),
            TransferStep.Withdrawal => first.Withdrawal(key, transfer.Date),
            _ => first.Reversal(key, transfer.Date),
        };
    }

    [Fact]
    public void Debits_equal_credits_after_any_sequence_of_postings() =>
        Story.Sample(story =>
        {
            var book = new Book();
            foreach (var (transfer, step) in story)
            {
                book.Post(Shape(book, transfer, step));
                Assert.True(book.TrialBalance.IsBalanced);
            }
            Assert.All(book.Balances.Values, balance => Assert.True(
                balance.DebitsPending >= Money.Zero && balance.CreditsPending >= Money.Zero));
        });

    [Fact]
    public void Posting_the_same_transfer_twice_is_one_posting() =>
        Story.Sample(story =>
        {
            var once = new Book();
            var twice = new Book();
            foreach (var (transfer, step) in story)
            {
                var shaped = Shape(once, transfer, step);
                var outcome = once.Post(shaped);
                Assert.Equal(outcome, twice.Post(shaped));
                if (outcome == PostOutcome.Posted)
                    Assert.Equal(PostOutcome.AlreadyPosted, twice.Post(shaped));
            }
            Assert.Equal(once.TrialBalance.Rows, twice.TrialBalance.Rows);
        });

    [Fact]
    public void A_reversal_restores_every_balance() =>
        Gen.Select(Story, Proposed).Sample((story, transfer) =>
        {
            var book = new Book();
            foreach (var (earlier, step) in story)
                book.Post(Shape(book, earlier, step), beyondFunds: true);
            var before = Balances(book);
            var other = new Transfer(new TransferKey(transfer.Key.Reason, "last"), FundSource.Employer,
                transfer.Stripe, transfer.Amount, transfer.Date);

            Assert.Equal(PostOutcome.Posted, book.Post(other, beyondFunds: true));
            Assert.NotEqual(before, Balances(book));
            var back = other.Reversal(new TransferKey(transfer.Key.Reason, "last-back"), transfer.Date);
            Assert.Equal(PostOutcome.Posted, book.Post(back, beyondFunds: true));
            Assert.Equal(before, Balances(book));
        });

    [Fact]
    public void Stored_transfers_read_back_give_the_same_balances_in_any_order() =>
        Story.Sample(story =>
        {
            var book = new Book();
            var posted = new List<Transfer>();
            foreach (var (transfer, step) in story)
            {
                var shaped = Shape(book, transfer, step);
                if (book.Post(shaped) == PostOutcome.Posted)
                    posted.Add(shaped);
            }
            var rebuilt = new Book();
            foreach (var transfer in Enumerable.Reverse(posted))
                rebuilt.Load(transfer);
            Assert.Equal(book.TrialBalance.Rows, rebuilt.TrialBalance.Rows);
        });

    [Fact]
    public void The_fund_never_gives_away_more_than_it_holds() =>
        Proposed.Where(transfer => transfer.Terms.DrawsOnFund || transfer.Key.Reason == TransferReason.FundingDeposited)
            .Array[1, 60].Sample(proposals =>
            {
                var book = new Book();
                foreach (var transfer in proposals)
                {
                    book.Post(transfer);
                    var available = FundPosition.Of(book.TrialBalance).Available;
                    Assert.All(Enum.GetValues<FundSource>(), source => Assert.False(available[source].IsNegative));
                }
            });

    [Fact]
    public void Drawing_on_the_fund_loses_no_cent_and_takes_the_participants_money_first() =>
        Gen.Select(Gen.Long[0, 1000], Gen.Long[0, 1000], Gen.Long[0, 1000], Gen.Long[0, 4000], Gen.Enum<FundUse>())
            .Sample((employer, participant, assets, cents, use) =>
            {
                var funds = new FundAmounts(new Money(employer), new Money(participant), new Money(assets));
                var drawn = funds.Draw(new Money(cents), use);

                Assert.Equal(new Money(cents), drawn.Total);
                Assert.All(Enum.GetValues<FundSource>(), source =>
                    Assert.True(drawn[source].IsZero || FundUseRules.MayPay(source, use)));
                if (use == FundUse.Benefits)
                    Assert.Equal(Math.Min(participant, cents), drawn.Participant.Cents);
            });

    [Fact]
    public void A_key_reads_back_and_stays_within_eighty_characters() =>
        Gen.Select(Reason, Gen.String[Gen.Char["abcXYZ019.-_"], 1, TransferKey.MaximumIdLength], Gen.Int[0, 99_999])
            .Sample((reason, id, part) =>
            {
                var key = new TransferKey(reason, id, part);
                Assert.True(key.ToString().Length <= TransferKey.MaximumLength);
                Assert.True(TransferKey.TryParse(key.ToString(), out var read));
                Assert.Equal(key, read);
            });

    private static string Balances(Book book) =>
        string.Join('\n', book.TrialBalance.Rows.Items
            .Select(row => (row.Kind, row.Source, Net: row.Balance.Normal(row.Kind.NormalSide)))
            .Where(row => !row.Net.IsZero)
            .Select(row => $"{row.Kind} {row.Source} {row.Net}"));
}
