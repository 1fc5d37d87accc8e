using OpenAso.Kernel;
using OpenAso.Plans.Legal;

namespace OpenAso.Plans.Tests.Legal;

public class LegalLimitsReaderTests
{
    private const string File = "rules/out-of-pocket-limits.yaml";

    [Fact]
    public void The_figures_of_2026_are_those_that_were_published()
    {
        var limits = Limits();

        var sharing = limits.CostSharing.ByYear[2026];
        var qualified = limits.HighDeductible.ByYear[2026];
        Assert.Equal(new CoverageAmounts(Money.Of(10_600), Money.Of(21_200)), sharing.Maximum);
        Assert.Equal(new CoverageAmounts(Money.Of(1_700), Money.Of(3_400)), qualified.LeastDeductible);
        Assert.Equal(new CoverageAmounts(Money.Of(8_500), Money.Of(17_000)), qualified.OutOfPocketMaximum);
    }

    [Fact]
    public void The_figures_of_2025_are_those_that_were_published()
    {
        var limits = Limits();

        Assert.Equal(new CoverageAmounts(Money.Of(9_200), Money.Of(18_400)), limits.CostSharing.ByYear[2025].Maximum);
        var qualified = limits.HighDeductible.ByYear[2025];
        Assert.Equal(new CoverageAmounts(Money.Of(1_650), Money.Of(3_300)), qualified.LeastDeductible);
        Assert.Equal(new CoverageAmounts(Money.Of(8_300), Money.Of(16_600)), qualified.OutOfPocketMaximum);
    }

    [Fact]
    public void Every_figure_has_its_source()
    {
        var limits = Limits();

        Assert.All(limits.CostSharing.ByYear.Values, figures => Assert.NotEmpty(figures.Source));
        Assert.All(limits.HighDeductible.ByYear.Values, figures => Assert.NotEmpty(figures.Source));
    }

    [Theory]
    [InlineData("2026: {self-only: 10600", "20x6: {self-only: 10600", "DOC017")]
    [InlineData("self-only: 10600, family: 21200", "self-only: 10600, famly: 21200", "DOC010")]
    [InlineData("self-only: 10600,", "self-only: 10 600,", "DOC014")]
    [InlineData("free-from: 2010-09-23", "free-from: 23.9.2010", "DOC015")]
    [InlineData("      source: Rev. Proc. 2025-19", "", "DOC011")]
    public void Figures_that_cannot_be_understood_are_named_with_their_line_and_none_are_taken(
        string right, string wrong, string code)
    {
        var parsed = LegalLimitsReader.Read(Changed(right, wrong), File);

        Assert.Null(parsed.Value);
        Assert.Contains(parsed.Findings, finding => finding.Code == code);
        Assert.All(parsed.Findings, finding => Assert.Equal(File, finding.Place.File));
    }

    internal static LegalLimits Limits()
    {
        var parsed = LegalLimitsReader.Read(Repository.Read(File), File);
        Assert.Empty(parsed.Findings);
        return parsed.Value!;
    }

    private static string Changed(string right, string wrong)
    {
        var text = Repository.Read(File);
        Assert.Contains(right, text, StringComparison.Ordinal);
        return text.Replace(right, wrong, StringComparison.Ordinal);
    }
}
