using System.Text;
using OpenAso.Edi.Csv;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations.Importing;

namespace OpenAso.Operations.Tests;

/// <summary>An identifier that two families have finds nobody, so whoever sends it is told.</summary>
public class IdentifierTests
{
    private const string Known = """
        A,A-1,subscriber,Ash,Ana,1980-01-01,add
        A,A-2,child,Ash,Abe,2010-01-01,add
        B,,subscriber,Bay,Bo,1981-01-01,add
        """;

    [Theory]
    [InlineData("C,a-2,subscriber,Cole,Cy,1982-01-01,add", "change(2)")]
    [InlineData("C,B,subscriber,Cole,Cy,1982-01-01,add", "change(2)")]
    [InlineData("A-2,,subscriber,Ash,Abe,2010-01-01,add", "change(2)")]
    [InlineData("B,A-1,subscriber,Bay,Bo,1981-01-01,change", "change(2)")]
    [InlineData("C,X,subscriber,Cole,Cy,1982-01-01,add\nD,X,subscriber,Dale,Di,1983-01-01,add", "change(3)")]
    [InlineData("A,A-2,child,Ash,Abe,2010-01-01,change", null)]
    [InlineData("A,A-3,child,Ash,Al,2012-01-01,add", null)]
    [InlineData("A,A,subscriber,Ash,Ana,1980-01-01,change", null)]
    [InlineData("C,C-1,subscriber,Cole,Cy,1982-01-01,add", null)]
    public void An_identifier_of_another_family_is_named_with_its_record_and_the_record_is_carried_out(
        string rows, string? place)
    {
        var before = Enroll(Known, "known", new Dictionary<FamilyId, Family>());
        Assert.Empty(before.Findings);

        var after = Enroll(rows, "change", before.Families);

        var taken = after.Findings.Where(finding => finding.Code == EnrollmentCodes.IdentifierTaken).ToList();
        Assert.Equal(place is null ? [] : [place], taken.Select(finding => finding.Place.ToString()));
        Assert.All(taken, finding => Assert.Equal(Severity.Warning, finding.Severity));
        Assert.All(taken, finding => Assert.DoesNotContain("A-", finding.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(after.Findings, finding => finding.Severity >= Severity.Rejected);
        var all = before.Families.Values.Where(family => !after.Families.ContainsKey(family.Id))
            .Concat(after.Families.Values);
        Assert.Equal(place is not null, MemberIndex.Of(all).Find(IdentifierIn(rows)) is null);
    }

    private static string IdentifierIn(string rows)
    {
        var columns = rows.Split('\n')[0].Split(',');
        return columns[1].Length > 0 ? columns[1] : columns[0];
    }

    private static EnrollmentResult Enroll(
        string rows, string name, IReadOnlyDictionary<FamilyId, Family> known)
    {
        using var reader = new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes(
            "family,member,relationship,last,first,birth,action,line,plan,from\n" + string.Concat(
                rows.Split('\n').Select(row => row + ",medical,PPO,2026-01-01\n")))));
        var table = EnrollmentCsv.Read(reader, name);
        Assert.Empty(table.Findings);
        return EnrollmentIntake.Enroll(table.Value, name, known);
    }
}
