namespace OpenAso.Kernel;

/// <summary>A deductible, an out-of-pocket maximum or another limit of a plan document.</summary>
/// <remarks>Kept across amendments and plan years, and may be shared by plans, so that what was used stays used.
/// Compared letter by letter.</remarks>
/// <param name="Value">The identifier as written.</param>
public readonly record struct LimitId(string Value) : IComparable<LimitId>
{
    /// <summary>Ordered as text, so that lists come out the same on every machine.</summary>
    /// <param name="other">Another identifier of the same kind.</param>
    public int CompareTo(LimitId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The identifier as written.</summary>
    public override string ToString() => Value ?? "";
}
