using OpenAso.Kernel;

namespace OpenAso.Documents.Tests;

public class DocumentReaderTests
{
    // What is not YAML, or is more of it than these documents use: each with its code, place and a part of the message.
    [Theory]
    [InlineData("", "DOC007", 1, "The file is empty")]
    [InlineData("# only a comment\n", "DOC007", 1, "The file is empty")]
    [InlineData("- one\n- two\n", "DOC007", 1, "The document is a list")]
    [InlineData("just words\n", "DOC007", 1, "The document is a single value")]
    [InlineData("plan: 1\n  name: 2\n", "DOC001", 2, "This is not YAML")]
    [InlineData("plan: \"open\nname: b\n", "DOC001", 1, "This is not YAML")]
    [InlineData("plan: [1, 2\nname: b\n", "DOC001", 1, "This is not YAML")]
    [InlineData("plan:\n\tname: b\n", "DOC002", 2, "A tab stands in the indentation")]
    [InlineData("plan: &a 1\n", "DOC003", 1, "The anchor '&a'")]
    [InlineData("plan: &a 1\nother: *a\n", "DOC003", 2, "'*a' refers to another place")]
    [InlineData("base: &a {x: 1}\nother:\n  <<: *a\n", "DOC003", 3, "")]
    [InlineData("other:\n  <<: {x: 1}\n", "DOC003", 2, "The merge key '<<'")]
    [InlineData("plan: !!int 1\n", "DOC003", 1, "The tag")]
    [InlineData("plan: !secret x\n", "DOC003", 1, "The tag '!secret'")]
    [InlineData("a: 1\n---\nb: 2\n", "DOC004", 2, "A second document begins here")]
    [InlineData("a: 1\nb: 2\na: 3\n", "DOC008", 3, "The key 'a' stands here a second time, first on line 1.")]
    [InlineData("x: {a: 1, a: 2}\n", "DOC008", 1, "The key 'a'")]
    [InlineData("? [a, b]\n: 1\n", "DOC009", 1, "A key is a single word")]
    [InlineData(": 1\n", "DOC009", 1, "A key is a single word")]
    public void A_bad_document_names_its_line_and_the_mend(string text, string code, int line, string message)
    {
        var parsed = DocumentReader.Read(text, "plan.yaml");

        Assert.Null(parsed.Value);
        Assert.False(parsed.Accepted);
        Assert.Contains(parsed.Findings, finding => finding.Code == code && finding.Place.Line == line
            && finding.Place.File == "plan.yaml" && finding.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Nesting_beyond_the_limit_is_refused_without_exhausting_the_stack()
    {
        foreach (var depth in new[] { DocumentReader.MaximumDepth + 1, 100_000 })
        {
            var flow = DocumentReader.Read("a: " + new string('[', depth) + new string(']', depth), "deep.yaml");
            Assert.Equal("DOC005", Assert.Single(flow.Findings).Code);
        }
        var block = string.Concat(Enumerable.Range(0, 200).Select(i => new string(' ', i) + "a:\n"));
        Assert.Equal("DOC005", Assert.Single(DocumentReader.Read(block, "deep.yaml").Findings).Code);
        Assert.True(DocumentReader.Read("a: " + new string('[', 30) + new string(']', 30), "deep.yaml").Accepted);
    }

    [Fact]
    public void A_text_beyond_the_limit_is_refused_and_one_within_it_is_read()
    {
        var longest = "a: " + new string('x', DocumentReader.MaximumLength - 3);
        Assert.True(DocumentReader.Read(longest, "long.yaml").Accepted);
        Assert.Equal("DOC006", Assert.Single(DocumentReader.Read(longest + "x", "long.yaml").Findings).Code);
    }

    [Fact]
    public void Values_stay_the_characters_that_were_written()
    {
        var root = Root("a: 0450\nb: 1e3\nc: no\nd: ~\ne: '~'\nf: 2026-01-31 # day\n");

        Assert.Equal(["0450", "1e3", "no", "~", "~", "2026-01-31"],
            root.Entries.Select(entry => ((DocumentScalar)entry).Value));
        Assert.True(((DocumentScalar)root["d"]!).IsEmpty);
        Assert.False(((DocumentScalar)root["e"]!).IsEmpty);
    }

    [Fact]
    public void Every_value_knows_its_line_column_and_keys()
    {
        var root = Root("a: 1\nb:\n  - x: 1\n  - x: 2\n    y: {z: 3}\n");
        var z = ((DocumentMap)((DocumentMap)((DocumentList)root["b"]!).Items[1])["y"]!)["z"]!;

        Assert.Equal(new Place("plan.yaml", 5, 12, "b[2].y.z"), z.Place);
    }

    [Fact]
    public void The_place_of_a_value_names_the_clause_that_it_stands_under()
    {
        var root = Root("office:\n  clause: 4.2\n  tier:\n    copay: 30\n");
        var copay = ((DocumentMap)((DocumentMap)root["office"]!)["tier"]!)["copay"]!;

        Assert.Equal("plan.yaml(4,12) office.tier.copay (clause 4.2)", copay.Place.ToString());
    }

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_change_nothing() =>
        Assert.Equal(Hash("a: 1\nb: 2\n"), Hash("\uFEFFa: 1\r\nb: 2\r\n"));

    private static DocumentMap Root(string text) => DocumentReader.Read(text, "plan.yaml").Value!.Root;

    private static ContentHash Hash(string text) => DocumentReader.Read(text, "plan.yaml").Value!.Hash;
}
