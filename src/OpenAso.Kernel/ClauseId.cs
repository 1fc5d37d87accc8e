namespace OpenAso.Kernel;

/// <summary>A provision of a plan document, by the number that its summary plan description gives it.</summary>
/// <remarks>For example 4.2. Compared letter by letter.</remarks>
/// <param name="Value">The identifier as written.</param>
public readonly record struct ClauseId(string Value) : IComparable<ClauseId>
{
    /// <summary>Ordered as text, so that lists come out the same on every machine.</summary>
    /// <param name="other">Another identifier of the same kind.</param>
    public int CompareTo(ClauseId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The identifier as written.</summary>
    public override string ToString() => Value ?? "";
}
