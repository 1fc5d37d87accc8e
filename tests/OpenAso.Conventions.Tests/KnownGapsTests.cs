using System.Text.Json;

namespace OpenAso.Conventions.Tests;

public sealed class KnownGapsTests
{
    private static readonly KnownGap Gap = new("method/a.cs#B", "a long method", "a table");

    [Fact]
    public void Every_known_gap_says_what_and_why_and_stands_once() =>
        Violation.None(KnownGaps.Malformed(KnownGaps.All));

    [Fact]
    public void No_known_gap_is_closed() =>
        Violation.None(KnownGaps.Closed(KnownGaps.All, path => Path.Exists(Path.Combine(Repository.Root, path))));

    [Fact]
    public void A_new_violation_is_not_excused() =>
        Assert.Equal("method/a.cs#C", Assert.Single(KnownGaps.Unexcused(
            "method", [new("method/a.cs#B", ""), new("method/a.cs#C", "")], [Gap])).Id);

    [Fact]
    public void An_entry_without_its_violation_is_stale() =>
        Assert.Contains("closed", Assert.Single(KnownGaps.Unexcused("method", [], [Gap])).Problem,
            StringComparison.Ordinal);

    [Fact]
    public void An_entry_for_all_excuses_as_many_as_it_says_and_no_more()
    {
        KnownGap[] gaps = [new("line/*", "long lines", "later", AtMost: 1)];

        Assert.Empty(KnownGaps.Unexcused("line", [new("line/a.cs", "")], gaps));
        Assert.Equal(2, KnownGaps.Unexcused("line", [new("line/a.cs", ""), new("line/b.cs", "")], gaps).Count());
        Assert.Equal("line/*", Assert.Single(KnownGaps.Unexcused("line", [], gaps)).Id);
    }

    [Fact]
    public void An_entry_of_another_convention_is_left_alone() => Assert.Empty(KnownGaps.Unexcused("line", [], [Gap]));

    [Fact]
    public void An_entry_whose_path_has_appeared_is_stale()
    {
        KnownGap[] gaps = [new("scope/stop-loss", "stop-loss", "later", "src/OpenAso.StopLoss")];

        Assert.Single(KnownGaps.Closed(gaps, path => path == "src/OpenAso.StopLoss"));
        Assert.Empty(KnownGaps.Closed(gaps, _ => false));
    }

    [Theory]
    [InlineData("""[{"id":"taste/a","what":"x","why":"y"}]""")]
    [InlineData("""[{"id":"line","what":"x","why":"y"}]""")]
    [InlineData("""[{"id":"line/a","what":" ","why":"y"}]""")]
    [InlineData("""[{"id":"line/a","what":"x","why":""}]""")]
    [InlineData("""[{"id":"scope/a","what":"x","why":"y"}]""")]
    [InlineData("""[{"id":"line/a","what":"x","why":"y","closedBy":"z"}]""")]
    [InlineData("""[{"id":"line/a","what":"x","why":"y","atMost":3}]""")]
    [InlineData("""[{"id":"line/*","what":"x","why":"y"}]""")]
    [InlineData("""[{"id":"line/a","what":"x","why":"y"},{"id":"line/a","what":"x","why":"y"}]""")]
    public void A_malformed_entry_is_found(string json) => Assert.Single(KnownGaps.Malformed(KnownGaps.Read(json)));

    [Theory]
    [InlineData("""[{"id":"line/a","what":"x"}]""")]
    [InlineData("""[{"id":"line/a","what":"x","why":"y","wy":"z"}]""")]
    public void A_missing_or_misspelt_key_cannot_be_read(string json) =>
        Assert.Throws<JsonException>(() => KnownGaps.Read(json));
}
