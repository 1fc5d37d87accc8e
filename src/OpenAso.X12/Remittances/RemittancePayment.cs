namespace OpenAso.X12.Remittances;

/// <summary>How money reaches the payee: BPR04.</summary>
public enum PaymentMethod
{
    /// <summary>NON: no money moves, because the payment is zero.</summary>
    NonPayment,

    /// <summary>CHK: a paper check.</summary>
    Check,

    /// <summary>ACH: an electronic transfer through the automated clearing house.</summary>
    AutomatedClearingHouse,

    /// <summary>FWT: a wire.</summary>
    Wire,

    /// <summary>BOP: as the payer's bank decides.</summary>
    InstitutionOption,
}

/// <summary>The payment that a remittance explains.</summary>
public sealed record RemittancePayment
{
    /// <summary>BPR02 in cents, zero or above: a negative balance is carried forward, see
    /// <see cref="BalanceForward"/>.</summary>
    public required long PaidCents { get; init; }

    /// <summary>BPR04; <see cref="PaymentMethod.NonPayment"/> exactly where nothing is paid.</summary>
    public required PaymentMethod Method { get; init; }

    /// <summary>BPR16: when the check was issued or the transfer takes effect.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>TRN02: number of the check or transfer, which joins the remittance to the money; at most 50
    /// characters, unique to its payer even where nothing is paid.</summary>
    public required string TraceNumber { get; init; }

    /// <summary>BPR01: I where the money goes its own way, H where none moves, C where it travels with the
    /// file.</summary>
    public string Handling { get; init; } = "I";

    /// <summary>The accounts of a transfer; null for a check and for no payment.</summary>
    public BankTransfer? Transfer { get; init; }

    /// <summary>A check.</summary>
    /// <param name="paidCents">Above zero.</param>
    /// <param name="date">Of issue.</param>
    /// <param name="checkNumber">At most 50 characters.</param>
    public static RemittancePayment ByCheck(long paidCents, DateOnly date, string checkNumber) =>
        new() { PaidCents = paidCents, Method = PaymentMethod.Check, Date = date, TraceNumber = checkNumber };

    /// <summary>An electronic transfer.</summary>
    /// <param name="paidCents">Above zero.</param>
    /// <param name="date">When it takes effect.</param>
    /// <param name="traceNumber">Also told to the bank, so that the two can be joined again.</param>
    /// <param name="transfer">From which account to which.</param>
    public static RemittancePayment ByTransfer(
        long paidCents, DateOnly date, string traceNumber, BankTransfer transfer) => new()
        {
            PaidCents = paidCents,
            Method = PaymentMethod.AutomatedClearingHouse,
            Date = date,
            TraceNumber = traceNumber,
            Transfer = transfer,
        };

    /// <summary>No money: a remittance that only informs.</summary>
    /// <param name="date">Of the remittance.</param>
    /// <param name="traceNumber">Unique to its payer.</param>
    public static RemittancePayment None(DateOnly date, string traceNumber) => new()
    {
        PaidCents = 0,
        Method = PaymentMethod.NonPayment,
        Date = date,
        TraceNumber = traceNumber,
        Handling = "H",
    };
}

/// <summary>From which bank account to which a transfer goes: BPR05 to BPR15.</summary>
/// <param name="PayerRouting">BPR07: nine digits.</param>
/// <param name="PayerAccount">BPR09.</param>
/// <param name="PayeeRouting">BPR13: nine digits.</param>
/// <param name="PayeeAccount">BPR15.</param>
/// <param name="PayeeAccountKind">BPR14: DA for a demand deposit account, SG for savings.</param>
/// <param name="Format">BPR05: CCP for a transfer with one addendum, CTX where the remittance travels with it.</param>
public sealed record BankTransfer(
    string PayerRouting, string PayerAccount, string PayeeRouting, string PayeeAccount,
    string PayeeAccountKind = "DA", string Format = "CCP");
