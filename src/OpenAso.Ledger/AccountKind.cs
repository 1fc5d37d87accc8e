namespace OpenAso.Ledger;

/// <summary>The chart of accounts of a self-funded plan. The numbers are stored and never change.</summary>
/// <remarks>1 to 9 are what the plan has, 10 to 19 what it owes, 20 to 29 what it carries from year to year, 30 to 39
/// what comes in, 40 to 49 what goes out. The README beside this file shows a month in them.</remarks>
public enum AccountKind : byte
{
    /// <summary>The plan's bank account, as the bank sees it: deposits less what has cleared. Debit.</summary>
    EmployerFund = 1,

    /// <summary>What was asked of the employer and has not arrived. Debit.</summary>
    FundingReceivable = 2,

    /// <summary>What the stop-loss carrier owes for claims already paid. Debit.</summary>
    StopLossRecoverable = 3,

    /// <summary>Disability benefits that were paid and turned out to be too high, owed by claimants. Debit.</summary>
    OverpaymentsReceivable = 4,

    /// <summary>What other carriers and settlements have agreed to pay back of disability benefits. Debit.</summary>
    ThirdPartiesReceivable = 5,

    /// <summary>Claims decided and not yet paid. Credit; the other way round where payees owe the plan.</summary>
    ClaimsPayable = 10,

    /// <summary>Payments issued that the bank has not paid out yet. Credit.</summary>
    PaymentsIssued = 11,

    /// <summary>Fees of the administrator not yet paid. Credit.</summary>
    FeesPayable = 12,

    /// <summary>Stop-loss premium due and not yet paid. Credit.</summary>
    StopLossPremiumPayable = 13,

    /// <summary>Payments that nobody cashed, owed to their payees or the state: never income. Credit.</summary>
    UnclaimedPayments = 14,

    /// <summary>Tax on disability benefits, owed to the tax authority: withheld from claimants, and the employer's part
    /// where the plan pays it. Credit.</summary>
    TaxesWithheld = 15,

    /// <summary>Surplus: what was handed back to the employer stands here as a debit; the surplus itself is what came
    /// in less what was incurred. Credit.</summary>
    Surplus = 20,

    /// <summary>What employer and participants have put in, asked or unasked. Credit.</summary>
    FundingContributed = 30,

    /// <summary>Rebates, subrogation and other money from third parties. Credit.</summary>
    Recoveries = 31,

    /// <summary>What the stop-loss carrier has agreed to pay back. Credit.</summary>
    StopLossRecovered = 32,

    /// <summary>What the plan pays for decided claims, less reversals. Debit.</summary>
    ClaimsIncurred = 40,

    /// <summary>Fees of the administrator, less credits. Debit.</summary>
    FeesIncurred = 41,

    /// <summary>Premium for stop-loss insurance. Debit.</summary>
    StopLossPremium = 42,

    /// <summary>Benefits of short-term disability, less what was taken back. Debit.</summary>
    ShortTermIncurred = 43,

    /// <summary>Benefits of long-term disability, less what was taken back. Debit.</summary>
    LongTermIncurred = 44,

    /// <summary>The employer's part of social security and Medicare tax on disability benefits, where the plan pays it.
    /// Debit.</summary>
    EmployerTaxIncurred = 45,
}
