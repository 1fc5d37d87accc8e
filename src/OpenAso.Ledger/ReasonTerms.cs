using System.Collections.Frozen;

namespace OpenAso.Ledger;

/// <summary>What a reason moves, and out of what.</summary>
/// <param name="Reason">Why money moves.</param>
/// <param name="Word">How its keys begin; stored, and never changed.</param>
/// <param name="Debit">The account debited.</param>
/// <param name="Credit">The account credited.</param>
/// <param name="Use">What is spent on; <see cref="FundUse.None"/> where the fund gives nothing away.</param>
public sealed record ReasonTerms(
    TransferReason Reason, string Word, AccountKind Debit, AccountKind Credit, FundUse Use = FundUse.None)
{
    private static readonly FrozenDictionary<TransferReason, ReasonTerms> ByReason = Table().ToFrozenDictionary(
        terms => terms.Reason);

    private static readonly FrozenDictionary<string, ReasonTerms> ByWord = Table().ToFrozenDictionary(
        terms => terms.Word, StringComparer.Ordinal);

    /// <summary>All reasons, by their numbers.</summary>
    public static IEnumerable<ReasonTerms> All => ByReason.Values.OrderBy(terms => terms.Reason);

    /// <summary>Whether the fund must hold the amount before it may be posted.</summary>
    public bool DrawsOnFund => Use != FundUse.None;

    /// <summary>The terms of one reason.</summary>
    /// <param name="reason">Any of the enumeration.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such reason.</exception>
    public static ReasonTerms Of(TransferReason reason) => ByReason.TryGetValue(reason, out var terms) ? terms
        : throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason.");

    internal static ReasonTerms? Of(ReadOnlySpan<char> word) =>
        ByWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var terms) ? terms : null;

    private static ReasonTerms[] Table() => [.. OfPlan(), .. OfDisability()];

    private static ReasonTerms[] OfPlan() =>
    [
        new(TransferReason.ClaimIncurred, "claim-incurred", AccountKind.ClaimsIncurred, AccountKind.ClaimsPayable),
        new(TransferReason.ClaimReversed, "claim-reversed", AccountKind.ClaimsPayable, AccountKind.ClaimsIncurred),
        new(TransferReason.PaymentIssued, "payment-issued",
            AccountKind.ClaimsPayable, AccountKind.PaymentsIssued, FundUse.Benefits),
        new(TransferReason.PaymentVoided, "payment-voided", AccountKind.PaymentsIssued, AccountKind.ClaimsPayable),
        new(TransferReason.PaymentCleared, "payment-cleared", AccountKind.PaymentsIssued, AccountKind.EmployerFund),
        new(TransferReason.PaymentReturned, "payment-returned", AccountKind.EmployerFund, AccountKind.ClaimsPayable),
        new(TransferReason.PaymentUnclaimed, "payment-unclaimed",
            AccountKind.PaymentsIssued, AccountKind.UnclaimedPayments),
        new(TransferReason.UnclaimedRemitted, "unclaimed-remitted",
            AccountKind.UnclaimedPayments, AccountKind.EmployerFund),
        new(TransferReason.FundingRequested, "funding-requested",
            AccountKind.FundingReceivable, AccountKind.FundingContributed),
        new(TransferReason.FundingWithdrawn, "funding-withdrawn",
            AccountKind.FundingContributed, AccountKind.FundingReceivable),
        new(TransferReason.FundingReceived, "funding-received",
            AccountKind.EmployerFund, AccountKind.FundingReceivable),
        new(TransferReason.FundingDeposited, "funding-deposited",
            AccountKind.EmployerFund, AccountKind.FundingContributed),
        new(TransferReason.FeeIncurred, "fee-incurred", AccountKind.FeesIncurred, AccountKind.FeesPayable),
        new(TransferReason.FeeCredited, "fee-credited", AccountKind.FeesPayable, AccountKind.FeesIncurred),
        new(TransferReason.FeePaid, "fee-paid",
            AccountKind.FeesPayable, AccountKind.EmployerFund, FundUse.Administration),
        new(TransferReason.SetupFeePaid, "setup-fee-paid",
            AccountKind.FeesPayable, AccountKind.EmployerFund, FundUse.Sponsor),
        new(TransferReason.OverpaymentReturned, "overpayment-returned",
            AccountKind.EmployerFund, AccountKind.ClaimsPayable),
        new(TransferReason.RecoveryReceived, "recovery-received", AccountKind.EmployerFund, AccountKind.Recoveries),
        new(TransferReason.StopLossPremiumIncurred, "stop-loss-due",
            AccountKind.StopLossPremium, AccountKind.StopLossPremiumPayable),
        new(TransferReason.StopLossPremiumPaid, "stop-loss-paid",
            AccountKind.StopLossPremiumPayable, AccountKind.EmployerFund, FundUse.StopLossPremium),
        new(TransferReason.StopLossClaimed, "stop-loss-claimed",
            AccountKind.StopLossRecoverable, AccountKind.StopLossRecovered),
        new(TransferReason.StopLossClaimReduced, "stop-loss-reduced",
            AccountKind.StopLossRecovered, AccountKind.StopLossRecoverable),
        new(TransferReason.StopLossReceived, "stop-loss-received",
            AccountKind.EmployerFund, AccountKind.StopLossRecoverable),
        new(TransferReason.StopLossPremiumCredited, "stop-loss-credited",
            AccountKind.StopLossPremiumPayable, AccountKind.StopLossPremium),
        new(TransferReason.StopLossRepaid, "stop-loss-repaid",
            AccountKind.StopLossRecoverable, AccountKind.EmployerFund, FundUse.Sponsor),
        new(TransferReason.SurplusReturned, "surplus-returned",
            AccountKind.Surplus, AccountKind.EmployerFund, FundUse.Sponsor),
    ];

    private static ReasonTerms[] OfDisability() =>
    [
        new(TransferReason.ShortTermIncurred, "short-term-incurred",
            AccountKind.ShortTermIncurred, AccountKind.ClaimsPayable),
        new(TransferReason.ShortTermReversed, "short-term-reversed",
            AccountKind.ClaimsPayable, AccountKind.ShortTermIncurred),
        new(TransferReason.LongTermIncurred, "long-term-incurred",
            AccountKind.LongTermIncurred, AccountKind.ClaimsPayable),
        new(TransferReason.LongTermReversed, "long-term-reversed",
            AccountKind.ClaimsPayable, AccountKind.LongTermIncurred),
        new(TransferReason.OverpaymentFound, "overpayment-found",
            AccountKind.OverpaymentsReceivable, AccountKind.ClaimsPayable),
        new(TransferReason.OverpaymentRecovered, "overpayment-recovered",
            AccountKind.ClaimsPayable, AccountKind.OverpaymentsReceivable),
        new(TransferReason.OverpaymentRepaid, "overpayment-repaid",
            AccountKind.EmployerFund, AccountKind.OverpaymentsReceivable),
        new(TransferReason.RepaymentReversed, "repayment-reversed",
            AccountKind.OverpaymentsReceivable, AccountKind.EmployerFund, FundUse.Benefits),
        new(TransferReason.TaxWithheld, "tax-withheld", AccountKind.ClaimsPayable, AccountKind.TaxesWithheld),
        new(TransferReason.TaxReduced, "tax-reduced", AccountKind.TaxesWithheld, AccountKind.ClaimsPayable),
        new(TransferReason.TaxIssued, "tax-issued",
            AccountKind.TaxesWithheld, AccountKind.PaymentsIssued, FundUse.Benefits),
        new(TransferReason.TaxVoided, "tax-voided", AccountKind.PaymentsIssued, AccountKind.TaxesWithheld),
        new(TransferReason.TaxReturned, "tax-returned", AccountKind.EmployerFund, AccountKind.TaxesWithheld),
        new(TransferReason.RecoveryAgreed, "recovery-agreed",
            AccountKind.ThirdPartiesReceivable, AccountKind.OverpaymentsReceivable),
        new(TransferReason.RecoveryReopened, "recovery-reopened",
            AccountKind.OverpaymentsReceivable, AccountKind.ThirdPartiesReceivable),
        new(TransferReason.RecoveryPaid, "recovery-paid",
            AccountKind.EmployerFund, AccountKind.ThirdPartiesReceivable),
        new(TransferReason.RecoveryReturned, "recovery-returned",
            AccountKind.ThirdPartiesReceivable, AccountKind.EmployerFund, FundUse.Benefits),
        new(TransferReason.FicaWithheld, "fica-withheld", AccountKind.ClaimsPayable, AccountKind.TaxesWithheld),
        new(TransferReason.FicaReduced, "fica-reduced", AccountKind.TaxesWithheld, AccountKind.ClaimsPayable),
        new(TransferReason.EmployerTaxIncurred, "employer-tax-incurred",
            AccountKind.EmployerTaxIncurred, AccountKind.TaxesWithheld),
        new(TransferReason.EmployerTaxReversed, "employer-tax-reversed",
            AccountKind.TaxesWithheld, AccountKind.EmployerTaxIncurred),
    ];
}
