namespace OpenAso.Conventions.Tests;

public sealed class NamedTestsTests
{
    private static readonly SourceFile File =
        new("tests/A.Tests/ATests.cs", "public sealed class ATests\n{\n    public void It_holds() => X();\n}");

    [Fact]
    public void Every_invariant_of_absence_names_a_test_that_is_there()
    {
        var architecture = Repository.TextOf("ARCHITECTURE.md");

        Assert.Contains("\n## What is absent\n", architecture, StringComparison.Ordinal);
        Violation.None(NamedTests.Missing(architecture, Repository.Files));
        Violation.None(NamedTests.Untested(architecture));
    }

    [Theory]
    [InlineData("`ATests.It_holds`", 0)]
    [InlineData("`ATests.It_held`", 1)]
    [InlineData("`BTests.It_holds`", 1)]
    public void A_test_that_is_not_there_is_found(string text, int violations) =>
        Assert.Equal(violations, NamedTests.Missing(text, [File]).Count());

    [Fact]
    public void A_statement_without_a_test_is_found() =>
        Assert.Single(
            NamedTests.Untested("## What is absent\n\n- No clock: `ATests.It_holds`.\n- No luck.\n\n## More\n- x"));
}
