using System.Text.RegularExpressions;
using OpenAso.Kernel;

namespace OpenAso.Ledger.Tests;

public partial class WorkedMonthTests
{
    private const string January = """
        funding-deposited  employer     10,000.00   # the opening deposit
        claim-incurred     employer     32,400.00
        claim-reversed     employer        400.00   # one decision is taken back
        fee-incurred       employer      4,175.00
        funding-requested  employer     30,175.00   # 32,000 of claims and 4,175 of fees, less
        funding-requested  participant   6,000.00   # what participants pay of it
        funding-received   employer     30,175.00
        funding-received   participant   6,000.00
        payment-issued     participant   6,000.00
        payment-issued     employer     26,000.00
        payment-cleared    participant   6,000.00
        payment-cleared    employer     25,100.00
        payment-voided     employer        300.00
        fee-paid           employer      4,175.00
        """;

    [Fact]
    public void The_worked_month_ends_with_the_opening_deposit_as_its_surplus()
    {
        var position = FundPosition.Of(Ledgers.Post(January).TrialBalance);

        Assert.Equal(Ledgers.Amount("10,900.00"), position.Bank);            // 10,000 + 36,175 − 31,100 − 4,175
        Assert.Equal(Ledgers.Amount("600.00"), position.Outstanding);        // 32,000 − 31,100 − 300
        Assert.Equal(Ledgers.Amount("10,300.00"), position.BookBalance);
        Assert.Equal(FundAmounts.OfEmployer(Ledgers.Amount("10,300.00")), position.Available);
        Assert.Equal(Money.Zero, position.Requested);
        Assert.Equal(Ledgers.Amount("300.00"), position.ClaimsPayable);      // the voided payment's claim is open again
        Assert.Equal(Ledgers.Amount("10,000.00"), position.Result);          // 46,175 − 32,000 − 4,175
    }

    // finance.md § 3.2: bank = opening + receipts − cleared − fees; book = bank − outstanding.
    [Fact]
    public void Finance_3_2_book_balance_is_the_bank_balance_less_payments_outstanding()
    {
        var position = FundPosition.Of(Ledgers.Post(January).TrialBalance);

        Assert.Equal(position.Bank - position.Outstanding, position.BookBalance);
        Assert.Equal(position.BookBalance, position.ClaimsPayable + position.Result);
    }

    [Fact]
    public void Each_source_of_money_balances_by_itself()
    {
        var accounts = Ledgers.Post(January).TrialBalance;

        Assert.True(accounts.IsBalanced);
        Assert.Equal(Ledgers.Amount("6,000.00"),
            accounts[AccountKind.ClaimsPayable, FundSource.Participant].DebitsPosted);
        Assert.Equal(Money.Zero, FundPosition.Of(accounts).Available.Participant);
    }

    [Fact]
    public void Recoveries_and_stop_loss_raise_the_result_and_premium_and_what_is_handed_back_lower_it()
    {
        var position = FundPosition.Of(Ledgers.Post("""
            funding-deposited   employer  1,000.00
            recovery-received   employer     80.00
            stop-loss-claimed   employer    500.00
            stop-loss-reduced   employer    100.00
            stop-loss-received  employer    300.00
            stop-loss-due       employer     40.00
            stop-loss-paid      employer     40.00
            surplus-returned    employer    200.00
            """).TrialBalance);

        Assert.Equal(Ledgers.Amount("1,240.00"), position.Result);    // 1,000 + 80 + 400 − 40 − 200
        Assert.Equal(Ledgers.Amount("1,140.00"), position.Bank);      // 100 are still owed by the carrier
    }

    [Fact]
    public void A_payment_that_nobody_cashed_is_never_income()
    {
        var position = FundPosition.Of(Ledgers.Post("""
            funding-deposited   employer  1,000.00
            claim-incurred      employer    300.00
            payment-issued      employer    300.00
            payment-unclaimed   employer    300.00
            """).TrialBalance);

        Assert.Equal(Ledgers.Amount("700.00"), position.Result);
        Assert.Equal(Ledgers.Amount("700.00"), position.Available.Total);
    }

    [Fact]
    public void The_readme_shows_this_month()
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "src/OpenAso.Ledger/README.md"));
        var rows = ReadmeRow().Matches(readme)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value));

        Assert.Equal(
            January.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(cells => (cells[0], cells[1], cells[2])), rows);
    }

    [Fact]
    public void The_readme_lists_every_reason_with_its_accounts()
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "src/OpenAso.Ledger/README.md"));

        Assert.All(ReasonTerms.All, terms =>
            Assert.Contains($"| `{terms.Word}` | {terms.Debit} | {terms.Credit} |", readme, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<AccountKind>(), kind => Assert.Contains(
            $"| {kind} | {kind.NormalSide.ToString().ToLowerInvariant()} |", readme, StringComparison.Ordinal));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "OpenAso.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(@"^\| \d+ \| `([a-z-]+)` \| (employer|participant) \| ([\d,.]+) \|", RegexOptions.Multiline)]
    private static partial Regex ReadmeRow();
}
