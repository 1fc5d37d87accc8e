using OpenAso.Kernel;

namespace OpenAso.Ledger.Tests;

public class TrialBalanceTests
{
    private static KeyValuePair<AccountId, AccountBalance> Row(
        AccountKind kind, FundSource source, byte stripe, long debits, long credits) =>
        new(new AccountId(kind, source, stripe),
            new AccountBalance(new Money(debits), new Money(credits), default, default));

    [Fact]
    public void Stripes_of_an_account_are_summed()
    {
        var accounts = TrialBalance.Of(
        [
            Row(AccountKind.ClaimsIncurred, FundSource.Employer, 3, 70, 0),
            Row(AccountKind.ClaimsPayable, FundSource.Employer, 3, 0, 70),
            Row(AccountKind.ClaimsIncurred, FundSource.Employer, 200, 30, 0),
            Row(AccountKind.ClaimsPayable, FundSource.Employer, 200, 0, 30),
        ]);

        Assert.True(accounts.IsBalanced);
        Assert.Equal(2, accounts.Rows.Count);
        Assert.Equal(new Money(100), accounts.Normal(AccountKind.ClaimsPayable));
    }

    [Fact]
    public void A_cent_changed_in_storage_is_seen() => Assert.False(TrialBalance.Of(
    [
        Row(AccountKind.ClaimsIncurred, FundSource.Employer, 0, 100, 0),
        Row(AccountKind.ClaimsPayable, FundSource.Employer, 0, 0, 99),
    ]).IsBalanced);

    [Fact]
    public void Money_that_crosses_from_one_source_to_another_is_seen() => Assert.False(TrialBalance.Of(
    [
        Row(AccountKind.EmployerFund, FundSource.Employer, 0, 100, 0),
        Row(AccountKind.FundingContributed, FundSource.Participant, 0, 0, 100),
    ]).IsBalanced);
}
