using OpenAso.Kernel;

namespace OpenAso.Ledger;

/// <summary>Where an employer's fund stands, read from its accounts.</summary>
/// <param name="Bank">In the bank account, as the bank sees it.</param>
/// <param name="Outstanding">Payments issued that have not cleared.</param>
/// <param name="Available">What may still be given away, by source: the bank's balance less payments outstanding, less
/// payments that nobody cashed and less what is announced to go out; money announced to come in is not counted.</param>
/// <param name="Requested">Asked of the employer and not yet arrived.</param>
/// <param name="ClaimsPayable">Decided and not yet paid; below zero where payees owe the plan.</param>
/// <param name="Result">What came in less what was incurred, since the beginning: a surplus above zero, a deficit
/// below.</param>
public sealed record FundPosition(
    Money Bank, Money Outstanding, FundAmounts Available, Money Requested, Money ClaimsPayable, Money Result)
{
    /// <summary>The bank's balance less payments outstanding: what the plan's own books say.</summary>
    public Money BookBalance => Bank - Outstanding;

    /// <summary>Reads the position from the accounts.</summary>
    /// <param name="accounts">Of one employer.</param>
    public static FundPosition Of(TrialBalance accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        return new FundPosition(
            accounts.Normal(AccountKind.EmployerFund),
            accounts.Normal(AccountKind.PaymentsIssued),
            new FundAmounts(
                Free(accounts, FundSource.Employer),
                Free(accounts, FundSource.Participant),
                Free(accounts, FundSource.PlanAssets)),
            accounts.Normal(AccountKind.FundingReceivable),
            accounts.Normal(AccountKind.ClaimsPayable),
            ResultOf(accounts));
    }

    private static Money Free(TrialBalance accounts, FundSource source)
    {
        var fund = accounts[AccountKind.EmployerFund, source];
        var issued = accounts[AccountKind.PaymentsIssued, source];
        return fund.Normal(NormalSide.Debit) - fund.CreditsPending
            - issued.Normal(NormalSide.Credit) - issued.CreditsPending
            - accounts[AccountKind.UnclaimedPayments, source].Normal(NormalSide.Credit);
    }

    private static Money ResultOf(TrialBalance accounts) =>
        accounts.Normal(AccountKind.FundingContributed)
        + accounts.Normal(AccountKind.Recoveries)
        + accounts.Normal(AccountKind.StopLossRecovered)
        + accounts.Normal(AccountKind.Surplus)
        - accounts.Normal(AccountKind.ClaimsIncurred)
        - accounts.Normal(AccountKind.FeesIncurred)
        - accounts.Normal(AccountKind.StopLossPremium);
}
