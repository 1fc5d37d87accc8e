using OpenAso.StopLoss.Minimums;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests.Minimums;

public class StopLossMinimumsReaderTests
{
    private const string File = "rules/stop-loss-minimums.yaml";

    [Fact]
    public void Every_row_names_its_source_and_every_doubtful_one_its_doubt() =>
        Assert.All(Minimums().Rows.Items, row =>
        {
            Assert.NotEmpty(row.Source);
            Assert.True(row.Status is MinimumStatus.InForce or MinimumStatus.Model || row.Note.Length > 0, row.Id);
        });

    [Fact]
    public void The_refused_proposal_and_the_model_are_kept_and_hold_nobody()
    {
        var rows = Minimums().Rows.Items;

        Assert.Equal(Amount("60000"), rows.Single(row => row.Status == MinimumStatus.Defeated).Specific);
        Assert.Equal(2, rows.Count(row => row.Status == MinimumStatus.Model));
        Assert.All(rows.Where(row => row.State is null), row => Assert.False(row.IsChecked));
    }

    [Theory]
    [InlineData("last: 2021-07-27", "last: 27.7.2021", "DOC015")]
    [InlineData("specific: 28700", "specifc: 28700", "DOC010")]
    [InlineData("state: US-RI", "state: CA-ON", "STL058")]
    [InlineData("id: us-ri", "id: us-vt", "STL058")]
    [InlineData("    last: 2015-12-31", "    last: 2013-12-31", "STL058")]
    [InlineData("    state: US-RI", "", "STL058")]
    [InlineData("status: implied", "status: rumoured", "DOC019")]
    [InlineData("counts: group-members, percent-of-expected: 120%, amount: 40000", "amount: 40000", "DOC011")]
    [InlineData("  individual-10000:", "  individual-1000:", "STL058")]
    [InlineData("    barred: yes\n", "", "STL058")]
    [InlineData("    note: The tables disagree with each other, so no figure is held here.\n", "", "STL058")]
    public void Rows_that_cannot_be_understood_are_named_with_their_line_and_none_are_taken(
        string right, string wrong, string code)
    {
        var text = Repository.Read(File);
        Assert.Contains(right, text, StringComparison.Ordinal);

        var parsed = StopLossMinimums.Read(text.Replace(right, wrong, StringComparison.Ordinal), File);

        Assert.Null(parsed.Value);
        Assert.Contains(parsed.Findings, finding => finding.Code == code);
        Assert.All(parsed.Findings, finding => Assert.True(finding.Place.Line > 0));
    }

    internal static StopLossMinimums Minimums()
    {
        var parsed = StopLossMinimums.Read(Repository.Read(File), File);
        Assert.Empty(parsed.Findings);
        return parsed.Value!;
    }
}
