namespace OpenAso.Members;

/// <summary>Finds the person whom a claim means. Never guesses: what is not certain is nobody.</summary>
public static class PatientMatching
{
    /// <summary>The person of a family whom a claim means.</summary>
    /// <remarks>An own identifier is enough for the person it belongs to, unless both birth date and given name
    /// contradict it. A patient under the subscriber's identifier, or under one that several people of the family have,
    /// must agree in birth date and given name, or in birth date alone where exactly one person of the family has it
    /// and the family name and sex agree.</remarks>
    /// <param name="family">Found by the identifier.</param>
    /// <param name="patient">As the claim names the patient.</param>
    /// <returns>Null where nobody, or more than one, fits.</returns>
    public static Person? Match(Family family, PatientReference patient)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(patient);
        return patient.IsSubscriber ? ByIdentifier(family, patient) : ByName(family, patient);
    }

    // Where a whole family shares one identifier, the name and birth date say which of its holders is meant.
    private static Person? ByIdentifier(Family family, PatientReference patient)
    {
        Person? holder = null;
        var holders = 0;
        foreach (var person in family.People)
        {
            if (!string.Equals(person.MemberId, patient.SubscriberMemberId, StringComparison.OrdinalIgnoreCase))
                continue;
            holder ??= person;
            holders++;
        }
        if (holders > 1)
            return ByName(family, patient);
        holder ??= string.Equals(family.Id.Value, patient.SubscriberMemberId, StringComparison.OrdinalIgnoreCase)
            ? family.Subscriber
            : null;
        return holder is not null && Contradicts(holder, patient) ? null : holder;
    }

    private static bool Contradicts(Person person, PatientReference patient) =>
        patient.BirthDate is { } birth && person.BirthDate is { } known && birth != known
        && !string.Equals(person.Name.First, patient.Name.First, StringComparison.OrdinalIgnoreCase);

    private static Person? ByName(Family family, PatientReference patient)
    {
        Person? exact = null;
        Person? byBirthDate = null;
        var sameBirthDate = 0;
        foreach (var person in family.People)
        {
            if (patient.BirthDate is null || person.BirthDate != patient.BirthDate)
                continue;
            sameBirthDate++;
            byBirthDate = person;
            if (string.Equals(person.Name.First, patient.Name.First, StringComparison.OrdinalIgnoreCase))
            {
                if (exact is not null)
                    return null;
                exact = person;
            }
        }
        if (exact is not null)
            return exact;
        return sameBirthDate == 1 && AgreesOtherwise(byBirthDate!, patient) ? byBirthDate : null;
    }

    private static bool AgreesOtherwise(Person person, PatientReference patient) =>
        string.Equals(person.Name.Last, patient.Name.Last, StringComparison.OrdinalIgnoreCase)
        && person.Sex != Sex.Unknown && person.Sex == patient.Sex;
}
