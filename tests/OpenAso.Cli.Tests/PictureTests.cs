using System.Xml.Linq;

namespace OpenAso.Cli.Tests;

public sealed class PictureTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openaso-pictures-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_reserve_draws_its_ratios_and_its_development()
    {
        var run = Cli.Run(
            "reserve", "--triangle", Repository.PathOf("plans/acme/reserve-example/paid.csv"), "--incremental",
            "--last", "12", "--pictures", PathOf("new"));

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("left out", Words("new/heat-map.svg"), StringComparison.Ordinal);
        Assert.Contains("selected factors", Words("new/development.svg"), StringComparison.Ordinal);
        Assert.Contains("paid.csv", Words("new/development.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_distribution_draws_how_likely_an_amount_is_passed()
    {
        var run = Cli.Run(
            "distribution", "--risk", Repository.PathOf("plans/acme/risk-example/risk.yaml"), "--json",
            "--pictures", PathOf("."));

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.StartsWith("{", run.Output, StringComparison.Ordinal);
        Assert.Contains("125 % of expected", Words("exceedance.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_draws_its_first_year_and_what_would_change_the_answer()
    {
        var run = Cli.Run(
            "compare", "--risk", Repository.PathOf("plans/acme/compare-example/risk.yaml"),
            "--quotes", Repository.PathOf("plans/acme/compare-example/quotes.yaml"), "--years", "1", "--runs", "100",
            "--json", "--pictures", PathOf("."));

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains(
            "Insured premium: 1,760,000, passed with 18.7 %", Words("exceedance.svg"), StringComparison.Ordinal);
        Assert.Contains("saving in the year", Words("tornado.svg"), StringComparison.Ordinal);
        Assert.Contains("specific premium", Words("tornado.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_where_a_folder_is_wanted_is_named()
    {
        File.WriteAllText(PathOf("file"), "");

        var run = Cli.Run(
            "distribution", "--risk", Repository.PathOf("plans/acme/risk-example/risk.yaml"),
            "--pictures", PathOf("file"));

        Assert.Equal(ExitCode.CouldNotRun, run.Code);
        Assert.Contains("--pictures names a folder", run.Error, StringComparison.Ordinal);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private string Words(string name) => XDocument.Load(PathOf(name)).Root!.Value;
}
