using System.Globalization;
using System.Xml.Linq;
using OpenAso.Decision.Comparing;
using OpenAso.Decision.Distributions;
using OpenAso.Decision.Optimizing;
using OpenAso.Decision.Pictures;
using OpenAso.Kernel;

namespace OpenAso.Decision.Tests.Pictures;

/// <summary>Pictures as a page draws them: for a reader of some culture.</summary>
public class PictureReaderTests
{
    private static readonly PictureTexts German = For("de-DE");

    [Fact]
    public void Amounts_and_shares_within_a_picture_are_written_as_its_reader_writes()
    {
        var fan = Texts(SamplePictures.Fan with { Words = Read(SamplePictures.Fan.Words) }, one => one.Draw());
        var curve = SamplePictures.Exceedance with { Words = Read(SamplePictures.Exceedance.Words) };
        var tornado = SamplePictures.Tornado with { Words = Read(SamplePictures.Tornado.Words) };
        var frontier = SamplePictures.Frontier with { Words = Read(SamplePictures.Frontier.Words) };
        var years = SamplePictures.Years with { Words = Read(SamplePictures.Years.Words) };

        Assert.Contains("Budget: 1.200.000", fan);
        Assert.Contains("1.500", fan);
        Assert.Contains("Maximum: 2.080.717, passed with 2,72 %", Texts(curve, one => one.Draw()));
        Assert.Contains("as it is: 47.648", Texts(tornado, one => one.Draw()));
        Assert.Contains(Texts(frontier, one => one.Draw()), text => text.Contains("mean of the worst 1 % of years"));
        Assert.Contains(Texts(years, one => one.Draw()), text => text.Contains("own plan 1.788.418, 8 years in 10"));
    }

    [Theory]
    [InlineData("", "12.5 %", "1,234,568", "3 %", "0.10", "2026-03", "2026-03-09")]
    [InlineData("en-US", "12.5%", "1,234,568", "3%", "0.10", "Mar 2026", "9 March 2026")]
    [InlineData("de-DE", "12,5 %", "1.234.568", "3 %", "0,10", "Mär 2026", "9 März 2026")]
    public void Names_of_options_and_values_of_inputs_are_written_so_too(
        string culture, string trend, string premium, string level, string sigma, string month, string day)
    {
        var texts = For(culture);

        Assert.Equal(trend, DriverWords.Of(Driver.Trend, 0.125, texts));
        Assert.Equal(premium, DriverWords.Of(Driver.SpecificPremium, 1_234_567.8, texts));
        Assert.Equal(level, DriverWords.Of(Driver.ClaimsLevel, 0.03, texts));
        Assert.Equal(sigma, DriverWords.Of(Driver.GroupSigma, 0.1, texts));
        Assert.Equal($"specific {premium}, aggregate {trend.Replace("12", "112")}", StopLossOption.NameOf(
            1_234_568, new AggregatePoint(1.125, null), 0, "", texts));
        Assert.Equal(month, texts.Month(new Month(2026, 3)));
        Assert.Equal(day, texts.Day(new DateOnly(2026, 3, 9)));
    }

    [Fact]
    public void Every_word_of_a_triangle_of_development_and_of_a_distribution_comes_from_the_texts()
    {
        var capitals = new PictureTexts(key =>
            PictureTexts.Find(key, CultureInfo.InvariantCulture).ToUpperInvariant())
        {
            Culture = CultureInfo.GetCultureInfo("de-DE"),
        };
        var map = SamplePictures.HeatMap with
        {
            Words = new PictureWords("T", "S") { Texts = capitals },
            Origins = Enumerable.Range(1970, 50).Select(year => $"{year}").ToValueList(),
        };
        var development = SamplePictures.Development with { Words = new PictureWords("T", "S") { Texts = capitals } };
        List<string> texts =
        [
            .. Texts(SamplePictures.HeatMap with { Words = map.Words }, one => one.Draw()),
            .. Texts(map with { Cells = [new HeatCell(45, 0, 1.2, false)] }, one => one.Draw()),
            .. Texts(development, one => one.Draw()),
            .. Texts(OutlookPictures.Exceedance(Outlook(), "S", capitals), one => one.Draw()),
        ];

        Assert.Contains("2,999", texts);
        Assert.Contains(texts, text => text.StartsWith("EXPECTED: ", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("OF EXPECTED: ", StringComparison.Ordinal));
        Assert.Contains("T (THE LATEST 40 OF 50 ORIGINS, 9 OF 9 AGES)", texts);
        Assert.DoesNotContain(texts, text => text.Any(char.IsLower));
    }

    private static YearOutlook Outlook() => YearOutlook.Of(RiskReader.Read(
        "members: [{count: 7}]\nspecific: 20000\nmultiples: [1.25]\n", "risk.yaml",
        ClaimSeverityReader.Read(Repository.Read("rules/claim-severity.yaml"), "claim-severity.yaml").Value!).Value!);

    private static PictureTexts For(string culture) =>
        new(key => PictureTexts.Find(key, CultureInfo.InvariantCulture))
        {
            Culture = CultureInfo.GetCultureInfo(culture),
        };

    private static PictureWords Read(PictureWords words) => words with { Texts = German };

    private static IReadOnlyList<string> Texts<T>(T picture, Func<T, string> draw) =>
        [.. XDocument.Parse(draw(picture)).Descendants()
            .Where(element => element.Name.LocalName is "text" or "desc").Select(element => element.Value)];
}
