namespace OpenAso.Kernel;

/// <summary>A person within a family: 1 is the subscriber, dependents follow in the order in which they were
/// enrolled.</summary>
/// <remarks>Never reused within the family. The default value, 0, stands for nobody in particular: the family as a
/// whole.</remarks>
/// <param name="Value">0 to 255.</param>
public readonly record struct PersonNumber(byte Value) : IComparable<PersonNumber>
{
    /// <summary>The family as a whole.</summary>
    public static PersonNumber Family => default;

    /// <summary>The subscriber.</summary>
    public static PersonNumber Subscriber => new(1);

    /// <summary>Subscriber first, then dependents in the order of their numbers.</summary>
    /// <param name="other">Another person.</param>
    public int CompareTo(PersonNumber other) => Value.CompareTo(other.Value);

    /// <summary>The number.</summary>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
