namespace OpenAso.Conventions.Tests;

public sealed class FindingCodesTests
{
    private static readonly SourceFile Page =
        new("docs/findings-x.md", "| code | meaning |\n|---|---|\n| ABC001 | a |\n| ABC002 | b |\n");

    [Fact]
    public void Every_finding_code_is_unique_well_formed_and_documented() => Violation.None(FindingCodes.Wrong(
        [.. FindingCodes.In(Assemblies.Types)],
        [.. Repository.Files.Where(file => file.Path.StartsWith("docs/findings-", StringComparison.Ordinal))]));

    [Fact]
    public void Codes_are_the_string_constants_of_classes_that_end_in_Codes() =>
        Assert.Equal([("ExampleCodes.First", "ABC001")], FindingCodes.In([typeof(ExampleCodes), typeof(Page1)]));

    [Theory]
    [InlineData("ABC001 ABC002", 0)]
    [InlineData("ABC001 ABC002 ABC003", 1)]
    [InlineData("ABC001 ABC002 abc3", 1)]
    [InlineData("ABC001 ABC002 ABC002", 1)]
    [InlineData("ABC001", 1)]
    public void A_code_that_is_misformed_repeated_undocumented_or_gone_is_found(string codes, int violations) =>
        Assert.Equal(violations, FindingCodes.Wrong([.. codes.Split(' ').Select(code => ("X", code))], [Page]).Count());

    [Fact]
    public void A_code_that_two_pages_document_is_found() =>
        Assert.Equal(2, FindingCodes.Wrong([("X", "ABC001"), ("Y", "ABC002")], [Page, Page]).Count());

    private static class ExampleCodes
    {
        public const string First = "ABC001";
        public const int Number = 1;
    }

    private static class Page1
    {
        public const string Text = "ABC009";
    }
}
