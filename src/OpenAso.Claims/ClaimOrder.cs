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
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = x.Received.CompareTo(y.Received);
        if (order == 0)
            order = x.FirstServiceDate.CompareTo(y.FirstServiceDate);
        if (order == 0)
            order = ((int)x.Frequency).CompareTo((int)y.Frequency);
        if (order == 0)
            order = string.CompareOrdinal(x.PatientControlNumber, y.PatientControlNumber);
        return order != 0 ? order : x.Id.CompareTo(y.Id);
    }
}
