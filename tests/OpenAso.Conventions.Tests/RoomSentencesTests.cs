namespace OpenAso.Conventions.Tests;

public sealed class RoomSentencesTests
{
    private static readonly SourceFile Resources = new(
        "src/OpenAso.X/XTexts.resx",
        """<root><data name="a.b"><value>A</value></data><data name="c.d"><value>C</value></data></root>""");

    [Fact]
    public void Every_text_of_a_room_is_said_and_whatever_is_said_has_a_text() =>
        Violation.None(RoomSentences.Wrong([.. Repository.Files]));

    [Theory]
    [InlineData("XTexts.Room[\"a.b\", 1] XTexts.Room[\n  \"c.d\"]", 0)]
    [InlineData("XTexts.Room[\"a.b\"] XTexts.Room[$\"c.{word}\"]", 0)]
    [InlineData("XTexts.Room[\"a.b\"]", 1)]
    [InlineData("XTexts.Room[\"a.b\"] XTexts.Room[\n  \"c.e\"]", 2)]
    public void A_text_that_is_never_said_or_missing_is_found(string code, int violations) => Assert.Equal(
        violations, RoomSentences.Wrong([Resources, new SourceFile("src/OpenAso.X/X.cs", code)]).Count());
}
