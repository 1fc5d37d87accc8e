namespace OpenAso.Kernel.Tests;

public sealed class FindingTests
{
    [Theory]
    [InlineData("a.yaml", 12, 3, "tiers", "a.yaml(12,3) tiers")]
    [InlineData("a.yaml", 12, 0, "", "a.yaml(12)")]
    [InlineData("a.yaml", 0, 3, "", "a.yaml")]
    [InlineData("", 0, 0, "tiers", "tiers")]
    [InlineData("", 0, 0, "", "")]
    public void A_place_is_written_as_compilers_write_it(string file, int line, int column, string path, string text) =>
        Assert.Equal(text, new Place(file, line, column, path).ToString());

    [Fact]
    public void A_finding_is_one_line() =>
        Assert.Equal("a.yaml(1): ABC001 Mend it.",
            new Finding("ABC001", Severity.Warning, new Place("a.yaml", 1), "Mend it.").ToString());

    [Fact]
    public void A_finding_without_a_place_begins_with_its_code() =>
        Assert.Equal("ABC001 Mend it.", new Finding("ABC001", Severity.Warning, Place.None, "Mend it.").ToString());

    [Theory]
    [InlineData(Severity.Information, true)]
    [InlineData(Severity.Warning, true)]
    [InlineData(Severity.Rejected, false)]
    [InlineData(Severity.Fatal, false)]
    public void Only_what_rejects_keeps_a_file_from_being_accepted(Severity severity, bool accepted) =>
        Assert.Equal(accepted, new Parsed<int>(0, [new Finding("ABC001", severity, Place.None, "")]).Accepted);
}
