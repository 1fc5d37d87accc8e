namespace OpenAso.Claims;

/// <summary>The order in which the claims of one import are decided within a family.</summary>
/// <remarks>By received date, first day of service, frequency (1 before 7 before 8), patient control number (by
/// character code), content hash, occurrence. It follows from the claims alone, so that it does not matter how files
/// were split.</remarks>
public sealed class ClaimOrder : IComparer<Claim>
{
    /// <summary>The one order.</summary>
    public static ClaimOrder Canonical { get; } = new();

    /// <summary>Below zero where the left claim is decided first.</summary>
    /// <param name="x">Left.</param>
    /// <param name="y">Right.</param>
    public int Compare(Claim? x, Claim? y)
    {
        var order = RankOf(x!).CompareTo(RankOf(y!));
        if (order == 0)
            order = string.CompareOrdinal(x!.PatientControlNumber, y!.PatientControlNumber);
        return order != 0 ? order : x!.Id.CompareTo(y!.Id);
    }

    /// <summary>The beginning of the order as one number, for sorting many claims: claims of different rank stand as
    /// their ranks do, those of equal rank as <see cref="Compare"/> says.</summary>
    /// <param name="claim">Received date, first day of service and frequency count.</param>
    public static ulong RankOf(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        // A day has 22 bits: the last one of the calendar is 3,652,058.
        return (ulong)claim.Received.DayNumber << 26 | (ulong)claim.FirstServiceDate.DayNumber << 4
            | (ulong)claim.Frequency;
    }
}
