using System.Text;
using OpenAso.Edi.Enrollment834;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.X12;
using OpenAso.X12.Envelopes;

namespace OpenAso.Edi.Tests;

public class EnrollmentFileTests
{
    private const string Members = """
        BGN*00*1*20260101*1200****2~
        N1*P5*ACME*FI*123456789~
        N1*IN*PLAN*FI*987654321~
        INS*N*19*021*28*A***FT~
        REF*0F*S1~
        DTP*356*D8*20260101~
        NM1*IL*1*DOE*CAL~
        DMG*D8*20150615*M~
        HD*021**HLT*ppo*FAM~
        DTP*348*D8*20260101~
        INS*Y*18*021*28*A***FT~
        REF*0F*S1~
        REF*1L*ACME~
        DTP*356*D8*20260101~
        NM1*IL*1*DOE*ANN*Q***ZZ*M1~
        N3*1 MAIN ST*APT 2~
        N4*TOWN*IA*50001-1234~
        DMG*D8*19800101*F~
        HD*021**HLT*ppo*FAM~
        DTP*348*D8*20260101~
        HD*021**DEN*dental*EMP~
        DTP*348*D8*20260201~
        DTP*349*D8*20261231~
        INS*Y*18*024*08*A***TE~
        REF*0F*S2~
        DTP*357*D8*20260331~
        NM1*IL*1*ROE*BEN~
        HD*024**HLT*ppo~
        DTP*349*D8*20260331~
        """;

    [Fact]
    public void Members_are_read_with_their_coverage_subscribers_before_dependents()
    {
        var (file, findings) = Read(Members);
        Assert.Equal([], findings.Where(finding => finding.Severity >= Severity.Rejected));
        Assert.False(file!.IsFull);
        Assert.Equal(["ANN", "CAL", "BEN"], file.Records.Select(record => record.Name.First));
        var ann = file.Records[0];
        Assert.Equal((new FamilyId("S1"), "M1", Relationship.Subscriber, Sex.Female),
            (ann.Family, ann.MemberId, ann.Relationship, ann.Sex));
        Assert.Equal(new Address("1 MAIN ST", "APT 2", "TOWN", "IA", "500011234"), ann.Address);
        Assert.Equal(
            [
                new CoverageChange(Maintenance.Add, LineOfCoverage.Medical, new PlanId("ppo"), CoverageTier.Family,
                    new DateOnly(2026, 1, 1), null),
                new CoverageChange(Maintenance.Add, LineOfCoverage.Dental, new PlanId("dental"),
                    CoverageTier.EmployeeOnly, new DateOnly(2026, 2, 1), new DateOnly(2026, 12, 31)),
            ],
            ann.Coverage);
        Assert.Equal(
            (Relationship.Child, new DateOnly(2015, 6, 15)), (file.Records[1].Relationship, file.Records[1].BirthDate));
        Assert.Equal((Maintenance.Terminate, new DateOnly(2026, 3, 31)),
            (file.Records[2].Maintenance, file.Records[2].EligibleLast));
        Assert.Equal(new DateOnly(2026, 3, 31), file.Records[2].Coverage[0].Last);
    }

    [Fact]
    public void A_full_file_says_so() =>
        Assert.True(Read(Members.Replace("****2~", "****4~", StringComparison.Ordinal)).File!.IsFull);

    [Theory]
    [InlineData("REF*0F*S2~\n", "", "BEN", "X12042")]
    [InlineData("INS*N*19*021", "INS*N*18*021", "CAL", "ENF001")]
    [InlineData("DMG*D8*20150615*M", "DMG*D8*20150632*M", "CAL", "X12052")]
    [InlineData("HD*024**HLT*ppo~\nDTP*349*D8*20260331~", "HD*002**HLT*ppo~", "BEN", "ENF003")]
    public void A_member_with_an_error_is_not_taken_and_the_others_are(
        string part, string with, string missing, string code)
    {
        Assert.Contains(part, Members, StringComparison.Ordinal);
        var (file, findings) = Read(Members.Replace(part, with, StringComparison.Ordinal));
        Assert.DoesNotContain(missing, file!.Records.Select(record => record.Name.First));
        Assert.Equal(2, file.Records.Count);
        Assert.Contains(findings, finding => finding.Code == code && finding.Severity == Severity.Rejected);
    }

    [Fact]
    public void A_line_of_coverage_that_is_not_administered_is_passed_over_with_a_note()
    {
        var (file, findings) = Read(Members.Replace(
            "HD*021**DEN*dental*EMP", "HD*021**UR*review*EMP", StringComparison.Ordinal));
        Assert.Single(file!.Records[0].Coverage);
        Assert.Equal(new DateOnly(2026, 1, 1), file.Records[0].Coverage[0].First);
        Assert.Null(file.Records[0].Coverage[0].Last);
        Assert.Contains(findings, finding => finding.Code == EnrollmentFileCodes.LineNotAdministered);
    }

    [Fact]
    public void A_set_whose_header_cannot_be_understood_is_not_taken_at_all()
    {
        var (file, findings) = Read(Members.Replace(
            "BGN*00*1*20260101", "BGN*00*1*20261301", StringComparison.Ordinal));
        Assert.Null(file);
        Assert.Contains(findings, finding => finding.Severity == Severity.Fatal);
    }

    private static (EnrollmentFile? File, IReadOnlyList<Finding> Findings) Read(string segments)
    {
        const string guide = "005010X220A1";
        var text = ClaimSample.File(segments, guide)
            .Replace("GS*HC", "GS*BE", StringComparison.Ordinal).Replace("ST*837", "ST*834", StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(text);
        using var segmentReader = new GuideReader(bytes, EnvelopeCheck.Read(bytes));
        var reader = new EnrollmentFileReader(segmentReader, "test.834");
        return (reader.Read(), reader.Findings);
    }
}
