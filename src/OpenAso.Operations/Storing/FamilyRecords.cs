using System.Globalization;
using System.Text;
using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Operations.Storing;

/// <summary>A row of coverage, as it is kept.</summary>
internal sealed class CoverageRecord
{
    public string Family { get; set; } = "";

    public long Person { get; set; }

    public long Line { get; set; }

    public string FirstDay { get; set; } = "";

    public string LastDay { get; set; } = "";

    public string Plan { get; set; } = "";

    public long Tier { get; set; }

    public static CoverageRecord Of(FamilyId family, PersonNumber person, CoverageSpan span) => new()
    {
        Family = family.Value,
        Person = person.Value,
        Line = (long)span.Line,
        FirstDay = Days.Text(span.Dates.First),
        LastDay = Days.Text(span.Dates.Last),
        Plan = span.Plan.Value,
        Tier = (long)span.Tier,
    };

    public CoverageSpan ToSpan() => new(
        (LineOfCoverage)Line, new PlanId(Plan), new DateRange(Days.Parse(FirstDay), Days.Parse(LastDay)),
        (CoverageTier)Tier);
}

/// <summary>A row of a person, as it is kept.</summary>
internal sealed class PersonRecord
{
    public string Family { get; set; } = "";

    public long Number { get; set; }

    public string MemberId { get; set; } = "";

    public string Last { get; set; } = "";

    public string First { get; set; } = "";

    public string Middle { get; set; } = "";

    public string? Birth { get; set; }

    public long Sex { get; set; }

    public long Relationship { get; set; }

    public string Street { get; set; } = "";

    public string Street2 { get; set; } = "";

    public string City { get; set; } = "";

    public string State { get; set; } = "";

    public string PostalCode { get; set; } = "";

    public static PersonRecord Of(FamilyId family, Person person) => new()
    {
        Family = family.Value,
        Number = person.Number.Value,
        MemberId = person.MemberId,
        Last = person.Name.Last,
        First = person.Name.First,
        Middle = person.Name.Middle,
        Birth = person.BirthDate is { } birth ? Days.Text(birth) : null,
        Sex = (long)person.Sex,
        Relationship = (long)person.Relationship,
        Street = person.Address.Street,
        Street2 = person.Address.Street2,
        City = person.Address.City,
        State = person.Address.State,
        PostalCode = person.Address.PostalCode,
    };

    public Person ToPerson(IEnumerable<CoverageSpan> coverage) => new(
        new PersonNumber(checked((byte)Number)), MemberId, new PersonName(Last, First, Middle),
        Birth is null ? null : Days.Parse(Birth), (Sex)Sex, (Relationship)Relationship,
        new Address(Street, Street2, City, State, PostalCode), coverage.ToValueList());
}

/// <summary>Names all that is kept of a family's people and coverage: whoever changes, adds or takes out a row by hand
/// breaks it.</summary>
internal static class FamilyHash
{
    // No text that is kept holds them.
    private const char BetweenColumns = '\u001f';
    private const char BetweenRows = '\u001e';

    public static string Of(Family family) => Of(
        family.People.Items.Select(person => PersonRecord.Of(family.Id, person)),
        family.People.Items.SelectMany(person => person.Coverage.Items.Select(span =>
            CoverageRecord.Of(family.Id, person.Number, span))));

    /// <summary>The hash of the rows of one family, as they are kept.</summary>
    public static string Of(IEnumerable<PersonRecord> people, IEnumerable<CoverageRecord> coverage)
    {
        var text = new StringBuilder();
        foreach (var row in people.OrderBy(row => row.Number))
            Add(text, row.Number, row.MemberId, row.Last, row.First, row.Middle, row.Birth, row.Sex, row.Relationship,
                row.Street, row.Street2, row.City, row.State, row.PostalCode);
        foreach (var row in coverage.OrderBy(row => row.Person).ThenBy(row => row.Line)
            .ThenBy(row => row.FirstDay, StringComparer.Ordinal))
            Add(text, row.Person, row.Line, row.FirstDay, row.LastDay, row.Plan, row.Tier);
        return ContentHash.Of(text.ToString()).ToString();
    }

    private static void Add(StringBuilder text, params ReadOnlySpan<object?> columns)
    {
        foreach (var column in columns)
            text.Append(CultureInfo.InvariantCulture, $"{column}").Append(BetweenColumns);
        text.Append(BetweenRows);
    }
}
