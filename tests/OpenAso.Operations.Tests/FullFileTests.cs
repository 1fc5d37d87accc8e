using System.Text;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Importing;

namespace OpenAso.Operations.Tests;

/// <summary>What a full enrolment file says by leaving somebody out: nothing is changed, and it is told.</summary>
public class FullFileTests
{
    [Fact]
    public void Who_is_covered_and_absent_is_counted_and_keeps_the_coverage()
    {
        var known = Enroll(new Dictionary<FamilyId, Family>(), full: false,
            Person("A", "Ana"), Person("A", "Ben", Relationship.Spouse), Person("B", "Bo"),
            Person("C", "Cy", last: "2026-02-28")).Families;

        var again = Enroll(known, full: true, Person("A", "Ana"));

        Assert.Empty(again.Changes);
        Assert.Equal(["1 covered family is", "1 covered person is, whose family is there,"],
            again.Findings.Select(finding => finding.Message.Split(" absent ")[0]));
        Assert.All(again.Findings, finding => Assert.Equal(EnrollmentCodes.AbsentFromFullFile, finding.Code));
    }

    [Fact]
    public void A_file_of_changes_says_nothing_of_those_it_leaves_out()
    {
        var known = Enroll(new Dictionary<FamilyId, Family>(), full: false, Person("A", "Ana"), Person("B", "Bo"));

        Assert.Empty(Enroll(known.Families, full: false, Person("A", "Ana")).Findings);
    }

    // Senders divide a large full file into several transaction sets.
    [Fact]
    public async Task The_sets_of_a_full_file_are_one_list()
    {
        await using var employer = SeededEmployer.Of(20, 1);
        var (name, content) = employer.Content.Single(file => file.Key.EndsWith("full.834", StringComparison.Ordinal));
        var divided = ReadFile.Read(InputFile.Of(name, Encoding.ASCII.GetBytes(InTwoSets(content))));

        var enrolled = EnrollmentIntake.Enroll([divided], new Dictionary<FamilyId, Family>());

        Assert.True(enrolled.Families.Count > 15);
        Assert.DoesNotContain(enrolled.Findings, finding => finding.Code == EnrollmentCodes.AbsentFromFullFile);
        Assert.DoesNotContain(enrolled.Findings, finding => finding.Severity >= Severity.Rejected);
    }

    private static string InTwoSets(byte[] file)
    {
        var segments = Encoding.ASCII.GetString(file).Split('~', StringSplitOptions.TrimEntries).ToList();
        var first = segments.FindIndex(segment => segment.StartsWith("INS", StringComparison.Ordinal));
        var end = segments.FindIndex(segment => segment.StartsWith("SE*", StringComparison.Ordinal));
        var middle = segments.FindIndex(
            (first + end) / 2, segment => segment.StartsWith("INS*Y", StringComparison.Ordinal));
        var head = segments[2..first];
        return string.Join('~',
        [
            .. segments[..2],
            .. Set(head, segments[first..middle], "0001"), .. Set(head, segments[middle..end], "0002"),
            segments[end + 1].Replace("GE*1*", "GE*2*", StringComparison.Ordinal), .. segments[(end + 2)..],
        ]);
    }

    private static IEnumerable<string> Set(List<string> head, List<string> members, string number) =>
    [
        head[0].Replace("*0001*", $"*{number}*", StringComparison.Ordinal), .. head[1..], .. members,
        $"SE*{head.Count + members.Count + 1}*{number}",
    ];

    private static EnrollmentResult Enroll(
        IReadOnlyDictionary<FamilyId, Family> known, bool full, params EnrollmentRecord[] records) =>
        EnrollmentIntake.Enroll(new EnrollmentFile(full, records.ToValueList()), "file", known);

    private static EnrollmentRecord Person(
        string family, string first, Relationship relationship = Relationship.Subscriber, string? last = null) => new()
        {
            Place = Place.None,
            Maintenance = Maintenance.Audit,
            Family = new FamilyId(family),
            Relationship = relationship,
            Name = new PersonName("Doe", first),
            Coverage =
            [
                new CoverageChange(
                    Maintenance.Audit, LineOfCoverage.Medical, new PlanId("PPO"), CoverageTier.Family,
                    new DateOnly(2026, 1, 1),
                    last is null ? null : DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)),
            ],
        };
}
