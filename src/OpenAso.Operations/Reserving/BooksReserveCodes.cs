namespace OpenAso.Operations.Reserving;

/// <summary>The permanent codes of what stands against a reserve of the books, or should be known of it; listed in
/// docs/findings-reserves.md.</summary>
public static class BooksReserveCodes
{
    /// <summary>No period has ended in which anybody was covered.</summary>
    public const string NoPeriod = "RSV030";

    /// <summary>More was taken back than came.</summary>
    public const string BelowZero = "RSV031";

    /// <summary>Fewer months than a plan needs to tell how its claims develop.</summary>
    public const string FewMonths = "RSV032";

    /// <summary>Pended claims are valued by what decided ones come to.</summary>
    public const string PendedValued = "RSV033";

    /// <summary>No credit for stop-loss.</summary>
    public const string NoCredit = "RSV034";

    /// <summary>The agreement names no fee for the run-out.</summary>
    public const string NoRunOutFee = "RSV035";
}
