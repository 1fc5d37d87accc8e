namespace OpenAso.X12.Remittances;

/// <summary>What one payment to one payee is for: a transaction set 835 (005010X221A1).</summary>
/// <remarks>Amounts are whole cents. Balanced where payment = paid claims − provider adjustments, see
/// <see cref="RemittanceBalance"/>.</remarks>
public sealed record Remittance
{
    /// <summary>The payment it explains: BPR and TRN.</summary>
    public required RemittancePayment Payment { get; init; }

    /// <summary>Who pays: loop 1000A.</summary>
    public required RemittancePayer Payer { get; init; }

    /// <summary>Who is paid: loop 1000B.</summary>
    public required RemittancePayee Payee { get; init; }

    /// <summary>When the adjudication cycle of these claims ended: DTM*405. Null in files that do not say.</summary>
    public DateOnly? ProductionDate { get; init; }

    /// <summary>REF*EV: who receives the file where that is not the payee, such as a clearinghouse; else
    /// empty.</summary>
    public string ReceiverIdentifier { get; init; } = "";

    /// <summary>In the order of the file; may be empty where only provider adjustments are told.</summary>
    public Sequence<RemittedClaim> Claims { get; init; }

    /// <summary>What changes the payment without belonging to a claim of this file: PLB.</summary>
    public Sequence<ProviderAdjustment> ProviderAdjustments { get; init; }

    /// <summary>Σ CLP04 in cents.</summary>
    public long ClaimsPaidCents => Claims.Items.Sum(claim => claim.PaidCents);

    /// <summary>Σ PLB amounts in cents: above zero where they reduce the payment.</summary>
    public long ProviderAdjustmentCents => ProviderAdjustments.Items.Sum(adjustment => adjustment.Cents);
}
