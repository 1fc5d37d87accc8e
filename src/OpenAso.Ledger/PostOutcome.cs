namespace OpenAso.Ledger;

/// <summary>The answer to a request to post. Ordered by precedence: where several apply, the first is given, so a
/// caller and a test can rely on which one it will be.</summary>
public enum PostOutcome : byte
{
    /// <summary>It is in the book.</summary>
    Posted,

    /// <summary>The very same transfer was in the book before; nothing changed.</summary>
    AlreadyPosted,

    /// <summary>Another transfer has the key.</summary>
    KeyUsedForAnotherTransfer,

    /// <summary>What it completes, withdraws or reverses is not in the book.</summary>
    OriginUnknown,

    /// <summary>What it completes, withdraws or reverses has another amount, source or stripe, or cannot be followed in
    /// this way: only what is pending can be completed or withdrawn, only what is posted reversed.</summary>
    OriginDiffers,

    /// <summary>What it completes, withdraws or reverses was completed, withdrawn or reversed before.</summary>
    OriginAlreadyEnded,

    /// <summary>Its date lies in a period that is closed.</summary>
    PeriodClosed,

    /// <summary>Money from this source may not be spent on this.</summary>
    FundSourceNotAllowed,

    /// <summary>The fund does not hold the amount.</summary>
    FundsInsufficient,
}
