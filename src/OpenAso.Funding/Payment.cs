using System.Globalization;
using System.Text;
using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Funding;

/// <summary>One check or transfer to one payee for one or more claims.</summary>
/// <remarks>May be of zero: claims and what the payee owed settle each other, and only a remittance is sent.</remarks>
/// <param name="Employer">Whose plan pays.</param>
/// <param name="Payee">Who is paid.</param>
/// <param name="Date">The day of issue.</param>
/// <param name="Obligations">What is paid, oldest first, and what is taken off.</param>
/// <param name="Sources">Whose money it is; adds up to <see cref="Amount"/>.</param>
public sealed record Payment(
    EmployerId Employer, PayeeId Payee, DateOnly Date, ValueList<Obligation> Obligations, FundAmounts Sources)
{
    /// <summary>What the payee receives; zero or more.</summary>
    public Money Amount => Obligations.Items.Total(obligation => obligation.Amount);

    /// <summary>The payment by its content: the same obligations paid for the same time on the same day have the same
    /// identifier on every machine.</summary>
    public ContentHash Id
    {
        get
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"{Employer}|{Payee}|{Date:yyyy-MM-dd}");
            foreach (var obligation in Obligations)
                text.Append(CultureInfo.InvariantCulture,
                    $"|{obligation.Key}={obligation.Amount}#{obligation.EarlierPayments}");
            return ContentHash.Of(text.ToString());
        }
    }

    /// <summary>The transfers that book the issue, one for each source; none for a payment of zero.</summary>
    public ValueList<Transfer> Issued() => Move(TransferReason.PaymentIssued, Date);

    /// <summary>The transfers that book that it was stopped before it cleared.</summary>
    /// <param name="date">The day on which it counts.</param>
    public ValueList<Transfer> Voided(DateOnly date) => Move(TransferReason.PaymentVoided, date);

    /// <summary>The transfers that book that the bank paid out.</summary>
    /// <param name="date">The day on which it counts.</param>
    public ValueList<Transfer> Cleared(DateOnly date) => Move(TransferReason.PaymentCleared, date);

    /// <summary>The transfers that book that it came back after the bank had paid out.</summary>
    /// <param name="date">The day on which it counts.</param>
    public ValueList<Transfer> Returned(DateOnly date) => Move(TransferReason.PaymentReturned, date);

    private ValueList<Transfer> Move(TransferReason ofClaims, DateOnly date)
    {
        var id = Id.ToString();
        var reason = Payee.Role == PayeeRole.TaxAuthority ? OfTax(ofClaims) : ofClaims;
        return Enum.GetValues<FundSource>()
            .Where(source => Sources[source].IsPositive)
            .Select(source => new Transfer(
                new TransferKey(reason, id, (int)source), source, 0, Sources[source], date))
            .ToValueList();
    }

    // What clears leaves the bank, whoever it was for.
    private static TransferReason OfTax(TransferReason ofClaims) => ofClaims switch
    {
        TransferReason.PaymentIssued => TransferReason.TaxIssued,
        TransferReason.PaymentVoided => TransferReason.TaxVoided,
        TransferReason.PaymentReturned => TransferReason.TaxReturned,
        _ => ofClaims,
    };
}
