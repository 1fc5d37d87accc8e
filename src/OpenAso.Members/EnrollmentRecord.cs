using OpenAso.Kernel;

namespace OpenAso.Members;

/// <summary>What an enrolment file asks to be done.</summary>
[Source("X12 005010X220A1, INS03 and HD01")]
public enum Maintenance
{
    /// <summary>Something changes (001).</summary>
    Change,

    /// <summary>Somebody or some coverage is new (021).</summary>
    Add,

    /// <summary>Coverage ends (024).</summary>
    Terminate,

    /// <summary>Coverage that had ended is in force again (025).</summary>
    Reinstate,

    /// <summary>How things stand, as full files tell it (030).</summary>
    Audit,
}

/// <summary>What a record says about one line of coverage.</summary>
/// <param name="Maintenance">What is asked for this line.</param>
/// <param name="Line">The line of coverage.</param>
/// <param name="Plan">The plan option; empty where the record only ends coverage.</param>
/// <param name="Tier">Who is covered beside the employee; null where not told.</param>
/// <param name="First">The first day; null where not told.</param>
/// <param name="Last">The last day, included; null where not told.</param>
public sealed record CoverageChange(
    Maintenance Maintenance, LineOfCoverage Line, PlanId Plan, CoverageTier? Tier, DateOnly? First, DateOnly? Last);

/// <summary>What an enrolment file says about one person.</summary>
public sealed record EnrollmentRecord
{
    /// <summary>Where in the file it stands.</summary>
    public required Place Place { get; init; }

    /// <summary>What is asked.</summary>
    public required Maintenance Maintenance { get; init; }

    /// <summary>The subscriber's identifier.</summary>
    public required FamilyId Family { get; init; }

    /// <summary>To the subscriber.</summary>
    public required Relationship Relationship { get; init; }

    /// <summary>The identifier that claims carry for this very person; empty where there is none.</summary>
    public string MemberId { get; init; } = "";

    /// <summary>The person's name.</summary>
    public required PersonName Name { get; init; }

    /// <summary>Null where not told.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Unknown where not told.</summary>
    public Sex Sex { get; init; }

    /// <summary>Null where not told.</summary>
    public Address? Address { get; init; }

    /// <summary>The first day of eligibility (356); null where not told.</summary>
    public DateOnly? EligibleFirst { get; init; }

    /// <summary>The last day of eligibility (357), or of employment (337); null where not told.</summary>
    public DateOnly? EligibleLast { get; init; }

    /// <summary>In the order of the file.</summary>
    public ValueList<CoverageChange> Coverage { get; init; }

    /// <summary>Whether it is about the subscriber.</summary>
    public bool IsSubscriber => Relationship == Relationship.Subscriber;
}

/// <summary>An enrolment file.</summary>
/// <param name="IsFull">Whether it lists everybody who is covered, rather than what has changed.</param>
/// <param name="Records">In the order of the file, subscribers before their dependents.</param>
public sealed record EnrollmentFile(bool IsFull, ValueList<EnrollmentRecord> Records)
{
    /// <summary>The records by family; families in the order of their identifiers, records in the order of the
    /// file.</summary>
    public IReadOnlyList<(FamilyId Family, IReadOnlyList<EnrollmentRecord> Records)> ByFamily() =>
        [.. Records.GroupBy(record => record.Family)
            .OrderBy(group => group.Key)
            .Select(group => (group.Key, (IReadOnlyList<EnrollmentRecord>)[.. group]))];
}
