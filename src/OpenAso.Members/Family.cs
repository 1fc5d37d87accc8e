using OpenAso.Kernel;

namespace OpenAso.Members;

/// <summary>A subscriber and the dependents covered under that subscriber: the unit of consistency.</summary>
/// <remarks>Immutable; a change of enrolment gives a new family with the same id.</remarks>
public sealed class Family
{
    /// <summary>A family of these people.</summary>
    /// <param name="id">The subscriber's identifier.</param>
    /// <param name="people">By number; the subscriber first where enrolled.</param>
    public Family(FamilyId id, ValueList<Person> people)
    {
        Id = id;
        People = people;
    }

    /// <summary>The subscriber's identifier at the employer.</summary>
    public FamilyId Id { get; }

    /// <summary>By number.</summary>
    public ValueList<Person> People { get; }

    /// <summary>The subscriber; null where only dependents have been enrolled so far.</summary>
    public Person? Subscriber => Find(PersonNumber.Subscriber);

    /// <summary>A person by number; null for none.</summary>
    /// <param name="number">Within the family.</param>
    public Person? Find(PersonNumber number)
    {
        foreach (var person in People)
        {
            if (person.Number == number)
                return person;
        }
        return null;
    }

    /// <summary>Who is covered beside the employee on a day: what the subscriber's own coverage says, for a dependent
    /// is covered under it; the span's own tier where the subscriber has none.</summary>
    /// <param name="span">Somebody's coverage on that day.</param>
    /// <param name="day">As a rule the day of service.</param>
    public CoverageTier TierOn(CoverageSpan span, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(span);
        return Subscriber?.CoverageOn(span.Line, day) is { } own && own.Plan == span.Plan ? own.Tier : span.Tier;
    }
}
