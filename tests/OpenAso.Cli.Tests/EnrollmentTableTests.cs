using System.Text.Json.Nodes;

namespace OpenAso.Cli.Tests;

/// <summary>Enrolment tables as full files, and tables that are sent twice.</summary>
public sealed class EnrollmentTableTests : IDisposable
{
    private static readonly string[] Table = ["members.csv"];

    private readonly BadInputFolder _folder = new();

    public EnrollmentTableTests() => _folder.Write("members.csv", BadInputSample.EnrollmentTable);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_full_table_that_leaves_somebody_out_is_told_and_changes_nothing_for_them()
    {
        Assert.Equal(0, _folder.Import(Table).Code);
        var rows = BadInputSample.EnrollmentTable.Split('\n');
        _folder.Write("members.csv", string.Join('\n', rows.Take(2)) + "\n");
        var coverage = Rows();

        var changes = _folder.Import(Table);
        Assert.DoesNotContain("ENR010", changes.Error, StringComparison.Ordinal);
        var full = _folder.Import(Table, "--full");

        Assert.Contains(
            "ENR010 1 covered family is absent from this full file", full.Error, StringComparison.Ordinal);
        Assert.Contains("ENR010 1 covered person is, whose family is there,", full.Error, StringComparison.Ordinal);
        Assert.Equal(coverage, Rows());
    }

    [Fact]
    public void A_full_table_that_names_everybody_has_nothing_to_tell()
    {
        var full = _folder.Import(Table, "--full");

        Assert.Equal(0, full.Code);
        Assert.DoesNotContain("ENR010", full.Error, StringComparison.Ordinal);
        Assert.Equal(0, Verified());
    }

    [Fact]
    public void A_table_that_was_read_before_is_passed_over_until_it_is_meant_once_more()
    {
        Assert.Equal(0, _folder.Import(Table).Code);
        var before = Rows();
        _folder.Write("end.csv", """
            family,relationship,last,first,birth,action,line,plan,from,to
            SUBQ882,subscriber,ZEPPELIN,BENEDICT,1975-12-24,end,medical,,,2026-03-31

            """);
        Assert.Contains("1 change of enrolment", _folder.Import(["end.csv"]).Error, StringComparison.Ordinal);
        var ended = Rows();
        Assert.NotEqual(before, ended);

        foreach (var more in new string[][] { ["--dry-run"], [] })
        {
            var again = _folder.Import(Table, more);
            Assert.Equal(0, again.Code);
            Assert.Contains(
                "1 enrolment table was read before, and passed over; --again applies what it says once more",
                again.Error, StringComparison.Ordinal);
            Assert.Equal(ended, Rows());
        }

        var meant = _folder.Import(Table, "--again", "--json");
        Assert.Equal(0, (int)JsonNode.Parse(meant.Output)!["repeated"]!);
        Assert.Equal(before, Rows());
        Assert.Equal(0, Verified());
    }

    [Fact]
    public void A_table_that_is_named_twice_or_under_another_name_is_applied_once()
    {
        _folder.Write("copy.csv", BadInputSample.EnrollmentTable);

        var twice = _folder.Import(["members.csv", "copy.csv"], "--json");

        var said = JsonNode.Parse(twice.Output)!;
        Assert.Equal(1, (int)said["repeated"]!);
        Assert.Equal(1, (int)said["import"]!);
        Assert.Equal(1, (int)JsonNode.Parse(_folder.Import(["copy.csv"], "--json").Output)!["repeated"]!);
    }

    private IReadOnlyList<string> Rows() => BooksTables.Text(
        _folder.PathOf("books"), "select family || '|' || first_day || '|' || last_day from coverage order by 1");

    private int Verified() => Cli.Run("verify", "--dir", _folder.PathOf("books")).Code;
}
