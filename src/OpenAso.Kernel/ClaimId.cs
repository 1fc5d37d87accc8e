using System.Globalization;

namespace OpenAso.Kernel;

/// <summary>A claim as one sender sent it: the hash of its content, and which occurrence of that content it
/// is.</summary>
/// <remarks>A claim that arrives again, letter by letter the same, is occurrence 2 and a duplicate; the same
/// interchange read again brings no new occurrence. This is the payer claim control number of the 835
/// (CLP07).</remarks>
/// <param name="Content">Of what the claim says, not of where in a file it stood.</param>
/// <param name="Occurrence">1 for the first.</param>
public readonly record struct ClaimId(ContentHash Content, int Occurrence) : IComparable<ClaimId>
{
    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">32 hexadecimal digits, then from the second occurrence on a hyphen and its number.</param>
    /// <param name="id">Empty when false is returned.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out ClaimId id)
    {
        id = default;
        var occurrence = 1;
        if (text.Length > 33 && text[32] == '-')
        {
            if (!int.TryParse(text[33..], NumberStyles.None, CultureInfo.InvariantCulture, out occurrence)
                || occurrence < 2)
                return false;
            text = text[..32];
        }
        if (!ContentHash.TryParse(text, out var content))
            return false;
        id = new ClaimId(content, occurrence);
        return true;
    }

    /// <summary>By content, then by occurrence.</summary>
    /// <param name="other">Another claim.</param>
    public int CompareTo(ClaimId other)
    {
        var byContent = Content.CompareTo(other.Content);
        return byContent != 0 ? byContent : Occurrence.CompareTo(other.Occurrence);
    }

    /// <summary>32 hexadecimal digits; from the second occurrence on followed by a hyphen and its number.</summary>
    public override string ToString() =>
        Occurrence == 1 ? Content.ToString() : string.Create(CultureInfo.InvariantCulture, $"{Content}-{Occurrence}");
}
