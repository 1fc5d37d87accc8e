using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Edi.Csv;

/// <summary>Reads enrolment from CSV, one row for each person and line of coverage:
/// <c>family,member,relationship,last,first,middle,birth,sex,street,city,state,postal,action,</c>
/// <c>line,plan,tier,from,to</c>.</summary>
/// <remarks>Rows of one person that follow each other are one record, so that two plans on one day are seen. Actions
/// are add, change, end, reinstate and audit; tiers are employee, employee-spouse, employee-children and
/// family.</remarks>
public static class EnrollmentCsv
{
    private static readonly string[] Columns =
    [
        "family", "member?", "relationship", "last", "first", "middle?", "birth", "sex?", "street?", "city?", "state?",
        "postal?", "action", "line", "plan", "tier?", "from", "to?",
    ];

    private static readonly Dictionary<string, Relationship> Relationships = new(StringComparer.OrdinalIgnoreCase)
    {
        ["subscriber"] = Relationship.Subscriber,
        ["employee"] = Relationship.Subscriber,
        ["spouse"] = Relationship.Spouse,
        ["child"] = Relationship.Child,
        ["other"] = Relationship.Other,
    };

    private static readonly Dictionary<string, Maintenance> Actions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["add"] = Maintenance.Add,
        ["change"] = Maintenance.Change,
        ["end"] = Maintenance.Terminate,
        ["reinstate"] = Maintenance.Reinstate,
        ["audit"] = Maintenance.Audit,
    };

    private static readonly Dictionary<string, LineOfCoverage> Lines = new(StringComparer.OrdinalIgnoreCase)
    {
        ["medical"] = LineOfCoverage.Medical,
        ["dental"] = LineOfCoverage.Dental,
        ["vision"] = LineOfCoverage.Vision,
        ["pharmacy"] = LineOfCoverage.Pharmacy,
    };

    private static readonly Dictionary<string, CoverageTier?> Tiers = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = null,
        ["employee"] = CoverageTier.EmployeeOnly,
        ["employee-spouse"] = CoverageTier.EmployeeAndSpouse,
        ["employee-children"] = CoverageTier.EmployeeAndChildren,
        ["family"] = CoverageTier.Family,
    };

    private static readonly Dictionary<string, Sex> Sexes = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = Sex.Unknown,
        ["U"] = Sex.Unknown,
        ["F"] = Sex.Female,
        ["M"] = Sex.Male,
    };

    /// <summary>Reads one file, as one that tells what has changed.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <returns>A row that cannot be read is left out and named.</returns>
    public static Parsed<EnrollmentFile> Read(TextReader reader, string file)
    {
        List<EnrollmentRecord> records = [];
        List<Finding> findings = [];
        CsvTable.Read(reader, file, Columns, findings, row =>
        {
            var record = Record(row);
            if (!row.IsSound)
                return;
            if (records.Count > 0 && SamePerson(records[^1], record))
                records[^1] = records[^1] with { Coverage = records[^1].Coverage.Add(record.Coverage[0]) };
            else
                records.Add(record);
        }, quotes: false);
        return new Parsed<EnrollmentFile>(
            new EnrollmentFile(IsFull: false, records.ToValueList()), findings.ToValueList());
    }

    private static EnrollmentRecord Record(CsvRow row)
    {
        var action = Word(row, "action", Actions);
        return new EnrollmentRecord
        {
            Place = row.Place,
            Maintenance = action,
            Family = new FamilyId(row.Required("family")),
            Relationship = Word(row, "relationship", Relationships),
            MemberId = row.Text("member"),
            Name = new PersonName(row.Required("last"), row.Text("first"), row.Text("middle")),
            BirthDate = Since(1800, row, "birth"),
            Sex = Word(row, "sex", Sexes),
            Address = AddressOf(row),
            Coverage =
            [
                new CoverageChange(
                    action, Word(row, "line", Lines), new PlanId(row.Text("plan")), Word(row, "tier", Tiers),
                    Since(1800, row, "from"), row.Date("to")),
            ],
        };
    }

    private static DateOnly? Since(int year, CsvRow row, string column)
    {
        var day = row.Date(column);
        return day is null || day.Value.Year >= year
            ? day
            : row.Bad<DateOnly?>(column, $"a date from {year} on such as 2026-01-31");
    }

    private static Address? AddressOf(CsvRow row) =>
        row.Text("street").Length + row.Text("city").Length == 0
            ? null
            : new Address(row.Text("street"), "", row.Text("city"), row.Text("state"), row.Text("postal"));

    private static bool SamePerson(EnrollmentRecord one, EnrollmentRecord other) =>
        one.Family == other.Family && one.Maintenance == other.Maintenance && one.Relationship == other.Relationship
        && one.Name == other.Name && one.BirthDate == other.BirthDate && one.MemberId == other.MemberId;

    private static T Word<T>(CsvRow row, string column, Dictionary<string, T> words) =>
        words.TryGetValue(row.Text(column), out var value)
            ? value
            : row.Bad<T>(column, string.Join(", ", words.Keys.Where(word => word.Length > 0)));
}
