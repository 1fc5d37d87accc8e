namespace OpenAso.Kernel;

/// <summary>A benefit plan option of an employer, as the enrolment file names it (834, HD04).</summary>
/// <remarks>Unique within an employer; keeps its name across amendments. Compared letter by letter.</remarks>
/// <param name="Value">The identifier as written.</param>
public readonly record struct PlanId(string Value) : IComparable<PlanId>
{
    /// <summary>Ordered as text, so that lists come out the same on every machine.</summary>
    /// <param name="other">Another identifier of the same kind.</param>
    public int CompareTo(PlanId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The identifier as written.</summary>
    public override string ToString() => Value ?? "";
}
