using OpenAso.Kernel;

namespace OpenAso.Members;

/// <summary>A person's sex as files carry it.</summary>
public enum Sex
{
    /// <summary>Not given.</summary>
    Unknown,

    /// <summary>F.</summary>
    Female,

    /// <summary>M.</summary>
    Male,
}

/// <summary>How a covered person is related to the subscriber.</summary>
[Source("X12 005010X220A1, INS02")]
public enum Relationship
{
    /// <summary>The subscriber, as a rule the employee (18).</summary>
    Subscriber,

    /// <summary>The husband, wife or registered partner (01, 53).</summary>
    Spouse,

    /// <summary>A child by birth, adoption, marriage or court order (19, 05, 07, 09, 17, 23, 24, 31, 60 and
    /// others).</summary>
    Child,

    /// <summary>Any other dependent.</summary>
    Other,
}

/// <summary>A person's name.</summary>
/// <param name="Last">Family name.</param>
/// <param name="First">Given name; empty where not known.</param>
/// <param name="Middle">Middle name or initial; empty where there is none.</param>
public sealed record PersonName(string Last, string First, string Middle = "")
{
    /// <summary>Whether family and given name are alike, not minding case, accents kept.</summary>
    /// <param name="last">Family name.</param>
    /// <param name="first">Given name.</param>
    public bool Is(string last, string first) =>
        string.Equals(Last, last, StringComparison.OrdinalIgnoreCase)
        && string.Equals(First, first, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Where somebody lives or works.</summary>
/// <param name="Street">First line.</param>
/// <param name="Street2">Second line; empty where there is none.</param>
/// <param name="City">City.</param>
/// <param name="State">Two letters in the United States and Canada; empty elsewhere.</param>
/// <param name="PostalCode">As written, without its hyphen.</param>
public sealed record Address(string Street, string Street2, string City, string State, string PostalCode)
{
    /// <summary>Nothing known.</summary>
    public static Address Unknown { get; } = new("", "", "", "", "");
}

/// <summary>A run of days on which a person has a line of coverage under a plan.</summary>
/// <param name="Line">The line.</param>
/// <param name="Plan">The plan option.</param>
/// <param name="Dates">Both ends included; open where no end is known.</param>
/// <param name="Tier">Who is covered beside the employee on those days.</param>
public sealed record CoverageSpan(LineOfCoverage Line, PlanId Plan, DateRange Dates, CoverageTier Tier);

/// <summary>A member: someone who is or was covered.</summary>
/// <param name="Number">Within the family; 1 is the subscriber.</param>
/// <param name="MemberId">The identifier that claims carry for this very person (834, NM109); empty where the person
/// has none and is known by the subscriber's.</param>
/// <param name="Name">As enrolled last.</param>
/// <param name="BirthDate">Null where not known.</param>
/// <param name="Sex">As enrolled last.</param>
/// <param name="Relationship">To the subscriber.</param>
/// <param name="Address">As enrolled last; a dependent without one lives with the subscriber.</param>
/// <param name="Coverage">By line and first day; spans of one line do not overlap.</param>
public sealed record Person(
    PersonNumber Number,
    string MemberId,
    PersonName Name,
    DateOnly? BirthDate,
    Sex Sex,
    Relationship Relationship,
    Address Address,
    ValueList<CoverageSpan> Coverage)
{
    /// <summary>The coverage of a line on a day; null where there is none.</summary>
    /// <param name="line">The line of coverage.</param>
    /// <param name="day">As a rule the day of service.</param>
    public CoverageSpan? CoverageOn(LineOfCoverage line, DateOnly day)
    {
        foreach (var span in Coverage)
        {
            if (span.Line == line && span.Dates.Contains(day))
                return span;
        }
        return null;
    }

    /// <summary>Age in completed years; null where the birth date is not known or lies later.</summary>
    /// <param name="day">On this day.</param>
    public int? AgeOn(DateOnly day)
    {
        if (BirthDate is not { } birth || birth > day)
            return null;
        var years = day.Year - birth.Year;
        return birth.AddYears(years) > day ? years - 1 : years;
    }
}
