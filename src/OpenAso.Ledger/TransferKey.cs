using System.Globalization;

namespace OpenAso.Ledger;

/// <summary>The business key of a transfer: what caused it. Posting the same key twice is one posting.</summary>
public readonly record struct TransferKey : IComparable<TransferKey>
{
    /// <summary>The longest identifier that a key takes, in characters.</summary>
    public const int MaximumIdLength = 50;

    /// <summary>The longest text of a key, in characters.</summary>
    public const int MaximumLength = 80;

    private readonly string? _id;

    /// <summary>The key of what caused a transfer.</summary>
    /// <param name="reason">Why money moves.</param>
    /// <param name="id">Of the claim, payment, request or invoice: 1 to <see cref="MaximumIdLength"/> letters, digits,
    /// points, hyphens and underscores.</param>
    /// <param name="part">Counts where one cause moves money more than once; 0 to 99,999, usually 0.</param>
    /// <exception cref="ArgumentException">The identifier is empty, too long or holds another character.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such reason, or the part is outside its
    /// range.</exception>
    public TransferKey(TransferReason reason, string id, int part = 0)
    {
        _ = ReasonTerms.Of(reason);
        ArgumentNullException.ThrowIfNull(id);
        if (!IsId(id))
            throw new ArgumentException(
                $"'{id}' is no key of a transfer: expected 1 to 50 letters, digits, points, hyphens, underscores.",
                nameof(id));
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, 99_999);
        (Reason, _id, Part) = (reason, id, part);
    }

    /// <summary>Why money moves.</summary>
    public TransferReason Reason { get; }

    /// <summary>Of the claim, payment, request or invoice.</summary>
    public string Id => _id ?? "";

    /// <summary>Counts where one cause moves money more than once; 0 for the first.</summary>
    public int Part { get; }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">Reason, identifier and part with colons between.</param>
    /// <param name="key">Empty when false is returned.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out TransferKey key)
    {
        key = default;
        var first = text.IndexOf(':');
        var last = text.LastIndexOf(':');
        if (first <= 0 || last == first || ReasonTerms.Of(text[..first]) is not { } terms)
            return false;
        var id = text[(first + 1)..last];
        var digits = text[(last + 1)..];
        if (!IsId(id) || digits.Length > 5 || (digits.Length > 1 && digits[0] == '0')
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var part))
            return false;
        key = new TransferKey(terms.Reason, id.ToString(), part);
        return true;
    }

    /// <summary>By reason, then identifier as text, then part.</summary>
    /// <param name="other">Another key.</param>
    public int CompareTo(TransferKey other)
    {
        var byReason = Reason.CompareTo(other.Reason);
        if (byReason != 0)
            return byReason;
        var byId = string.CompareOrdinal(Id, other.Id);
        return byId != 0 ? byId : Part.CompareTo(other.Part);
    }

    /// <summary>For example <c>claim-incurred:8f14e45f:0</c>. Stable: stored keys are read for ever.</summary>
    public override string ToString() => _id is null ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{ReasonTerms.Of(Reason).Word}:{_id}:{Part}");

    /// <summary>Whether text can be an identifier: 1 to <see cref="MaximumIdLength"/> letters, digits, points, hyphens
    /// and underscores.</summary>
    /// <param name="id">Of the claim, payment, request, receipt or invoice.</param>
    public static bool IsId(ReadOnlySpan<char> id)
    {
        foreach (var letter in id)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_'))
                return false;
        }
        return id.Length is > 0 and <= MaximumIdLength;
    }
}
