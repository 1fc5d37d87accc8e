namespace OpenAso.Seed.People;

/// <summary>To the subscriber.</summary>
internal enum Kinship
{
    Self,
    Spouse,
    Child,
}

/// <summary>Somebody who is covered.</summary>
internal sealed class PersonDraft
{
    /// <summary>1 is the subscriber; numbers are never given again.</summary>
    public required int Number { get; init; }

    public required string Given { get; init; }

    public required string Surname { get; init; }

    public required DateOnly Birth { get; init; }

    public required char Sex { get; init; }

    public required Kinship Kinship { get; init; }

    /// <summary>The first day of coverage.</summary>
    public required DateOnly From { get; init; }

    /// <summary>When the administrator learns of this person.</summary>
    public DateOnly Known { get; init; }

    /// <summary>The last day of coverage; null while it lasts.</summary>
    public DateOnly? Last { get; set; }

    public Condition Conditions { get; set; }

    /// <summary>In percent of the average use of unplanned care.</summary>
    public int Frailty { get; init; } = 100;

    /// <summary>Days on which she is delivered of a child, within the window.</summary>
    public List<DateOnly> Deliveries { get; } = [];

    /// <summary>Whether the birth was difficult: a newborn in intensive care, or a delivery by section.</summary>
    public bool Difficult { get; init; }

    public required SeedStream Stream { get; init; }

    public bool Has(Condition condition) => (Conditions & condition) != 0;

    public int AgeOn(DateOnly day) =>
        day.Year - Birth.Year - ((day.Month, day.Day).CompareTo((Birth.Month, Birth.Day)) < 0 ? 1 : 0);

    public bool CoveredOn(DateOnly day) => From <= day && (Last is null || day <= Last);
}
