namespace OpenAso.Ledger;

/// <summary>How far a transfer moves money. The numbers are stored and never change.</summary>
public enum TransferStep : byte
{
    /// <summary>It moves at once and for good.</summary>
    Posted = 0,

    /// <summary>It is announced: counted as pending until it is completed or withdrawn.</summary>
    Pending = 1,

    /// <summary>An announced transfer moves for good.</summary>
    Completion = 2,

    /// <summary>An announced transfer does not come about.</summary>
    Withdrawal = 3,

    /// <summary>A transfer posted by mistake moves back.</summary>
    Reversal = 4,
}
