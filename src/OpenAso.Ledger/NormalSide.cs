namespace OpenAso.Ledger;

/// <summary>The side on which an account grows.</summary>
public enum NormalSide : byte
{
    /// <summary>What the plan has, and what goes out.</summary>
    Debit,

    /// <summary>What the plan owes, what comes in, and what is carried on.</summary>
    Credit,
}

/// <summary>Properties of the accounts in the chart.</summary>
public static class AccountKinds
{
    extension(AccountKind kind)
    {
        /// <summary>The side on which the account grows.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The account is not in the chart.</exception>
        public NormalSide NormalSide => kind switch
        {
            AccountKind.EmployerFund or AccountKind.FundingReceivable or AccountKind.StopLossRecoverable
                or AccountKind.ClaimsIncurred or AccountKind.FeesIncurred or AccountKind.StopLossPremium
                or AccountKind.OverpaymentsReceivable or AccountKind.ShortTermIncurred or AccountKind.LongTermIncurred
                or AccountKind.ThirdPartiesReceivable
                or AccountKind.EmployerTaxIncurred
                => NormalSide.Debit,
            AccountKind.ClaimsPayable or AccountKind.PaymentsIssued or AccountKind.FeesPayable
                or AccountKind.StopLossPremiumPayable or AccountKind.UnclaimedPayments or AccountKind.Surplus
                or AccountKind.TaxesWithheld
                or AccountKind.FundingContributed or AccountKind.Recoveries or AccountKind.StopLossRecovered
                => NormalSide.Credit,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The account is not in the chart."),
        };
    }
}
