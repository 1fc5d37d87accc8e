namespace OpenAso.Seed.People;

/// <summary>An employee and whoever is covered beside them.</summary>
internal sealed class Household
{
    public required string Id { get; init; }

    public required SeedProfile Employer { get; init; }

    public required string Street { get; init; }

    public required Town Town { get; init; }

    public required DateOnly Hired { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day of employment and coverage; null while they last.</summary>
    public DateOnly? Last { get; set; }

    public required bool HasMedical { get; init; }

    public required bool HasDental { get; init; }

    public List<PersonDraft> People { get; } = [];

    /// <summary>Medical options chosen, the earliest first.</summary>
    public List<(DateOnly From, string Plan)> MedicalPlans { get; } = [];

    /// <summary>What enrolment files have to tell after the first.</summary>
    public List<EnrollmentEvent> Events { get; } = [];

    public required SeedStream Stream { get; init; }

    public PersonDraft Subscriber => People[0];

    public bool IsActiveOn(DateOnly day) => From <= day && (Last is null || day <= Last);

    public string MedicalPlanOn(DateOnly day)
    {
        var plan = MedicalPlans[0].Plan;
        foreach (var (from, chosen) in MedicalPlans)
            plan = from <= day ? chosen : plan;
        return plan;
    }

    /// <summary>HD05: who is covered beside the employee.</summary>
    public string TierOn(DateOnly day)
    {
        var hasSpouse = People.Exists(person => person.Kinship == Kinship.Spouse && person.CoveredOn(day));
        var hasChildren = People.Exists(person => person.Kinship == Kinship.Child && person.CoveredOn(day));
        return (hasSpouse, hasChildren) switch
        {
            (false, false) => "EMP",
            (true, false) => "ESP",
            (false, true) => "ECH",
            _ => "FAM",
        };
    }
}
