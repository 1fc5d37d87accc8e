using System.Xml;
using System.Xml.Linq;
using CsCheck;
using OpenAso.Correspondence.Html;

namespace OpenAso.Correspondence.Tests;

public class HtmlPageTests
{
    private const string Awkward = "<>&\"';#é中";

    [Fact]
    public void Text_stands_for_itself_whoever_wrote_it()
    {
        const string text = "<script>alert('x')</script> & \"y\"";
        const string escaped = "<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;</p>";

        var page = new HtmlPage("en", "<title>", [HtmlElement.Of("p", text)]).ToString();

        Assert.Contains(escaped, page, StringComparison.Ordinal);
        Assert.Contains("<title>&lt;title&gt;</title>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_document_may_hold_is_replaced()
    {
        var page = new HtmlPage("en", "t", [HtmlElement.Of("p", "a\0b\u0007c\uD800d\uFFFEe\u0085f")]).ToString();

        Assert.Contains("<p>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf</p>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("script")]
    [InlineData("img")]
    [InlineData("iframe")]
    [InlineData("p onclick")]
    public void Nothing_that_runs_or_loads_can_be_put_on_a_page(string tag) =>
        Assert.Throws<ArgumentException>(() => HtmlElement.Of(tag, "text"));

    [Theory]
    [InlineData("onclick")]
    [InlineData("style")]
    [InlineData("href")]
    public void No_attribute_runs_or_loads_anything(string name) =>
        Assert.Throws<ArgumentException>(() => HtmlElement.Of("p", "text").With(name, "x"));

    [Fact]
    public void A_page_names_its_language_and_asks_for_nothing_from_elsewhere()
    {
        var page = new HtmlPage("en", "t", []).ToString();

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.Contains("@media print", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_comes_back_from_a_page_as_it_went_in() =>
        Gen.Select(Text, Text).Sample((text, attribute) =>
        {
            var page = new HtmlPage("en", text, [HtmlElement.Of("p", text).With("class", attribute)]).ToString();

            var body = Parse(page).Root!.Element("body")!.Element("p")!;
            return body.Value == text && body.Attribute("class")!.Value == attribute && !body.Elements().Any();
        });

    /// <summary>Text as a careless or a hostile sender might write it.</summary>
    public static Gen<string> Text { get; } =
        Gen.OneOf(Gen.Char[' ', '~'], Gen.Int[0, Awkward.Length - 1].Select(i => Awkward[i])).Array[1, 30]
            .Select(letters => new string(letters));

    public static XDocument Parse(string page)
    {
        using var reader = XmlReader.Create(
            new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
