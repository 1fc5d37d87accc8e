namespace OpenAso.Ledger;

/// <summary>Why money moves. The numbers are stored and never change; each reason moves between two fixed accounts,
/// which <see cref="ReasonTerms"/> lists.</summary>
public enum TransferReason : byte
{
    /// <summary>A claim was decided and the plan pays something.</summary>
    ClaimIncurred = 1,

    /// <summary>A decision was taken back: the mirror of <see cref="ClaimIncurred"/>.</summary>
    ClaimReversed = 2,

    /// <summary>A check was written or a transfer sent.</summary>
    PaymentIssued = 10,

    /// <summary>A payment was stopped before it cleared: the claims are open again.</summary>
    PaymentVoided = 11,

    /// <summary>The bank has paid out.</summary>
    PaymentCleared = 12,

    /// <summary>The bank had paid out and the money came back: the claims are open again.</summary>
    PaymentReturned = 13,

    /// <summary>A payment that nobody cashed was stopped; the money still belongs to the payee.</summary>
    PaymentUnclaimed = 14,

    /// <summary>Money that nobody claimed was handed to the state.</summary>
    UnclaimedRemitted = 15,

    /// <summary>The employer was asked for money.</summary>
    FundingRequested = 20,

    /// <summary>A request, or a part of one, was taken back.</summary>
    FundingWithdrawn = 21,

    /// <summary>Money that was asked for arrived.</summary>
    FundingReceived = 22,

    /// <summary>Money arrived that was not asked for, such as an opening deposit.</summary>
    FundingDeposited = 23,

    /// <summary>Fees of a month became due.</summary>
    FeeIncurred = 30,

    /// <summary>Fees were lowered afterwards, as when an end of coverage comes late.</summary>
    FeeCredited = 31,

    /// <summary>The administrator took its fee from the fund.</summary>
    FeePaid = 32,

    /// <summary>A one-time fee that serves the employer, not the plan, was taken from the fund.</summary>
    SetupFeePaid = 33,

    /// <summary>A payee sent back what it had been overpaid.</summary>
    OverpaymentReturned = 40,

    /// <summary>Rebates, subrogation or other money from a third party arrived.</summary>
    RecoveryReceived = 41,

    /// <summary>Stop-loss premium became due.</summary>
    StopLossPremiumIncurred = 50,

    /// <summary>Stop-loss premium was paid from the fund.</summary>
    StopLossPremiumPaid = 51,

    /// <summary>The stop-loss carrier owes something.</summary>
    StopLossClaimed = 52,

    /// <summary>The stop-loss carrier owes less than was booked, as after a claim is taken back.</summary>
    StopLossClaimReduced = 53,

    /// <summary>The stop-loss carrier paid.</summary>
    StopLossReceived = 54,

    /// <summary>Stop-loss premium was lowered afterwards, as when an end of coverage comes late.</summary>
    StopLossPremiumCredited = 55,

    /// <summary>What the stop-loss carrier had paid went back to it, because claims were taken back since.</summary>
    StopLossRepaid = 56,

    /// <summary>What was left over went back to the employer.</summary>
    SurplusReturned = 60,

    /// <summary>A benefit of short-term disability became due.</summary>
    ShortTermIncurred = 70,

    /// <summary>A benefit of short-term disability was lowered or taken back.</summary>
    ShortTermReversed = 71,

    /// <summary>A benefit of long-term disability became due.</summary>
    LongTermIncurred = 72,

    /// <summary>A benefit of long-term disability was lowered or taken back.</summary>
    LongTermReversed = 73,

    /// <summary>Benefits that were paid turned out to be too high: the claimant owes it.</summary>
    OverpaymentFound = 74,

    /// <summary>An overpayment was taken off a later benefit.</summary>
    OverpaymentRecovered = 75,

    /// <summary>A claimant paid an overpayment back.</summary>
    OverpaymentRepaid = 76,

    /// <summary>A repayment was booked that was none: the mirror of <see cref="OverpaymentRepaid"/>.</summary>
    RepaymentReversed = 77,

    /// <summary>Income tax was withheld from a benefit.</summary>
    TaxWithheld = 78,

    /// <summary>Less was to be withheld: the mirror of <see cref="TaxWithheld"/>.</summary>
    TaxReduced = 79,

    /// <summary>Withheld tax was sent to the tax authority.</summary>
    TaxIssued = 80,

    /// <summary>A payment of withheld tax was stopped before it cleared.</summary>
    TaxVoided = 81,

    /// <summary>A payment of withheld tax had cleared and came back.</summary>
    TaxReturned = 82,

    /// <summary>Another carrier or a settlement pays back what the claimant owed.</summary>
    RecoveryAgreed = 90,

    /// <summary>It does not after all: the mirror of <see cref="RecoveryAgreed"/>.</summary>
    RecoveryReopened = 91,

    /// <summary>What another carrier or a settlement owed came.</summary>
    RecoveryPaid = 92,

    /// <summary>It was booked and had not come, or was sent back: the mirror of <see cref="RecoveryPaid"/>.</summary>
    RecoveryReturned = 93,
    /// <summary>Social security and Medicare tax was withheld from a benefit.</summary>
    FicaWithheld = 83,

    /// <summary>Less was to be withheld: the mirror of <see cref="FicaWithheld"/>.</summary>
    FicaReduced = 84,

    /// <summary>The employer's part of social security and Medicare tax on a benefit became due, where the plan pays
    /// it.</summary>
    EmployerTaxIncurred = 85,

    /// <summary>Less was due: the mirror of <see cref="EmployerTaxIncurred"/>.</summary>
    EmployerTaxReversed = 86,
}
