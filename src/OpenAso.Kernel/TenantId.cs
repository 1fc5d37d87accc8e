namespace OpenAso.Kernel;

/// <summary>The administrator's organisation: everything stored belongs to one, and nothing crosses from one to
/// another.</summary>
/// <remarks>Lower-case letters, digits and hyphens. Compared letter by letter.</remarks>
/// <param name="Value">The identifier as written.</param>
public readonly record struct TenantId(string Value) : IComparable<TenantId>
{
    /// <summary>Ordered as text, so that lists come out the same on every machine.</summary>
    /// <param name="other">Another identifier of the same kind.</param>
    public int CompareTo(TenantId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The identifier as written.</summary>
    public override string ToString() => Value ?? "";
}
