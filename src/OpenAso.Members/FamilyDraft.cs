using OpenAso.Kernel;

namespace OpenAso.Members;

/// <summary>A family while records are applied to it.</summary>
internal sealed class FamilyDraft(Family? current, FamilyId id)
{
    public FamilyId Id { get; } = current?.Id ?? id;

    public List<Person> People { get; } = current is null ? [] : [.. current.People];

    /// <summary>Whom the records so far are about.</summary>
    public List<PersonNumber> Named { get; } = [];

    public Person? Find(PersonNumber number) => People.Find(person => person.Number == number);

    /// <summary>The number of the person whom a record means: known by identifier, or by birth date and given name;
    /// else the next free one. Null where there is none left.</summary>
    public PersonNumber? NumberFor(EnrollmentRecord record)
    {
        if (record.IsSubscriber)
            return PersonNumber.Subscriber;
        foreach (var person in People)
        {
            if (person.Number != PersonNumber.Subscriber && Means(record, person))
                return person.Number;
        }
        var highest = People.Count == 0 ? 1 : People.Max(person => person.Number.Value);
        return highest < byte.MaxValue ? new PersonNumber((byte)(highest + 1)) : null;
    }

    public void Put(Person person)
    {
        People.RemoveAll(known => known.Number == person.Number);
        People.Add(person);
        People.Sort(static (left, right) => left.Number.CompareTo(right.Number));
    }

    /// <summary>Ends the dependents' coverage on every line on which the subscriber's now ends earlier than before, or
    /// never was.</summary>
    public void EndDependentsWithSubscriber(Person? before)
    {
        if (before is null || Find(PersonNumber.Subscriber) is not { } subscriber)
            return;
        foreach (var known in before.Coverage.GroupBy(span => span.Line))
        {
            var last = subscriber.Coverage.LastOf(known.Key)?.Dates.Last ?? DateOnly.MinValue;
            if (last < known.Last().Dates.Last)
                EndDependents(known.Key, last);
        }
    }

    private void EndDependents(LineOfCoverage line, DateOnly last)
    {
        for (var i = 0; i < People.Count; i++)
        {
            if (People[i].Number != PersonNumber.Subscriber)
                People[i] = People[i] with { Coverage = People[i].Coverage.EndedAfter(line, last) };
        }
    }

    // Twins share a birth date, a child may be renamed: an own identifier decides where both have one; else the given
    // name with the birth date, or with the relationship where a birth date is missing.
    private static bool Means(EnrollmentRecord record, Person person)
    {
        if (record.MemberId.Length > 0 && person.MemberId.Length > 0 && record.MemberId != record.Family.Value)
            return string.Equals(record.MemberId, person.MemberId, StringComparison.OrdinalIgnoreCase);
        if (!string.Equals(record.Name.First, person.Name.First, StringComparison.OrdinalIgnoreCase))
            return false;
        return record.BirthDate is { } stated && person.BirthDate is { } known
            ? stated == known
            : record.Relationship == person.Relationship;
    }
}
