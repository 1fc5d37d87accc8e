namespace OpenAso.Conventions.Tests;

public sealed class GlossaryTests
{
    private static readonly string Whole =
        string.Concat(Glossary.Collisions.Select(word => $"- **{word}**: one meaning, `ClaimLine`.\n"));

    [Fact]
    public void Every_word_has_one_meaning_and_its_name_in_code_exists() =>
        Violation.None(Glossary.Wrong(Repository.TextOf("GLOSSARY.md"), NamesInCode()));

    [Theory]
    [InlineData("", 0)]
    [InlineData("- **claim**: x, `Claim.Lines`.\n", 0)]
    [InlineData("- **plan**: another meaning.\n", 1)]
    [InlineData("- **claim**: x, `Klaim`.\n", 1)]
    [InlineData("- **claim**: x, `Claim.Rows`.\n", 1)]
    public void A_second_meaning_or_a_name_that_is_gone_is_found(string more, int violations) =>
        Assert.Equal(violations,
            Glossary.Wrong(Whole + more, new HashSet<string> { "Claim", "ClaimLine", "Lines" }).Count());

    [Fact]
    public void A_word_that_is_left_open_is_found() =>
        Assert.Equal(Glossary.Collisions.Length, Glossary.Wrong("", new HashSet<string>()).Count());

    private static HashSet<string> NamesInCode() =>
    [
        .. Assemblies.Types.Select(type => type.Name.Split('`')[0]),
        .. Assemblies.Types.SelectMany(type => type.GetMembers(Assemblies.Declared)).Select(member => member.Name),
        .. Repository.Projects.SelectMany(project => project.Split('.')),
    ];
}
