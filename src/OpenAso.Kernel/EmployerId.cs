namespace OpenAso.Kernel;

/// <summary>An employer that sponsors a plan under an administrator's agreement.</summary>
/// <remarks>Unique within a tenant; lower-case letters, digits and hyphens. Compared letter by letter.</remarks>
/// <param name="Value">The identifier as written.</param>
public readonly record struct EmployerId(string Value) : IComparable<EmployerId>
{
    /// <summary>Ordered as text, so that lists come out the same on every machine.</summary>
    /// <param name="other">Another identifier of the same kind.</param>
    public int CompareTo(EmployerId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The identifier as written.</summary>
    public override string ToString() => Value ?? "";
}
