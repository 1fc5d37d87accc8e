namespace OpenAso.Kernel;

/// <summary>A subscriber together with the dependents covered under that subscriber: the unit of consistency.</summary>
/// <remarks>The subscriber's identifier at the employer (834, REF*0F); unique within an employer. Compared letter by
/// letter.</remarks>
/// <param name="Value">The identifier as written.</param>
public readonly record struct FamilyId(string Value) : IComparable<FamilyId>
{
    /// <summary>Ordered as text, so that lists come out the same on every machine.</summary>
    /// <param name="other">Another identifier of the same kind.</param>
    public int CompareTo(FamilyId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The identifier as written.</summary>
    public override string ToString() => Value ?? "";
}
