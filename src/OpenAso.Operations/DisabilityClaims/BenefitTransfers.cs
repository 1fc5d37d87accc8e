using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>What a row of booked benefits moves in the ledger, and whom it obliges the plan to pay.</summary>
internal static class BenefitTransfers
{
    /// <summary>The employer's part of social security and Medicare tax: no benefit of the claimant.</summary>
    public static readonly PayeeId EmployerFica = new(PayeeRole.TaxAuthority, "federal-fica-employer");

    private static readonly PayeeId FederalIncome = new(PayeeRole.TaxAuthority, "federal-income");

    private static readonly PayeeId FederalFica = new(PayeeRole.TaxAuthority, "federal-fica");

    public static IEnumerable<Transfer> Of(BookedBenefit row, EmployerScope scope)
    {
        var id = row.Obligation(scope).ToString();
        var amounts = row.Amounts;
        if (row.IsAdvice)
            return [];
        if (row.Key.Kind == BenefitKind.Repayment)
            return Moved(amounts.Recovery, TransferReason.OverpaymentRepaid, TransferReason.RepaymentReversed);
        var (incurred, reversed) = row.Line == LineOfCoverage.LongTermDisability
            ? (TransferReason.LongTermIncurred, TransferReason.LongTermReversed)
            : (TransferReason.ShortTermIncurred, TransferReason.ShortTermReversed);
        return
        [
            .. Moved(amounts.Owed, incurred, reversed),
            .. Moved(amounts.Found - amounts.Recovery, TransferReason.OverpaymentFound,
                TransferReason.OverpaymentRecovered),
            .. Moved(amounts.Withheld, TransferReason.TaxWithheld, TransferReason.TaxReduced),
            .. Moved(amounts.Fica.Withheld, TransferReason.FicaWithheld, TransferReason.FicaReduced),
            .. Moved(amounts.Fica.Employer, TransferReason.EmployerTaxIncurred, TransferReason.EmployerTaxReversed),
        ];

        IEnumerable<Transfer> Moved(Money amount, TransferReason more, TransferReason less)
        {
            if (!amount.IsZero)
                yield return new Transfer(
                    new TransferKey(amount.IsPositive ? more : less, id), FundSource.Employer, 0,
                    amount.IsPositive ? amount : -amount, row.Day);
        }
    }

    public static IEnumerable<(PayeeId Payee, Money Amount)> Owed(BookedBenefit row)
    {
        if (row.IsAdvice)
            yield break;
        if (!row.Payable.IsZero)
            yield return (new PayeeId(PayeeRole.Subscriber, row.Family.Value), row.Payable);
        if (!row.Amounts.Withheld.IsZero)
            yield return (FederalIncome, row.Amounts.Withheld);
        if (!row.Amounts.Fica.Withheld.IsZero)
            yield return (FederalFica, row.Amounts.Fica.Withheld);
        if (!row.Amounts.Fica.Employer.IsZero)
            yield return (EmployerFica, row.Amounts.Fica.Employer);
    }
}
