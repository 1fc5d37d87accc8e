namespace OpenAso.Conventions.Tests;

public sealed class LinksTests
{
    [Fact]
    public void Every_relative_link_leads_somewhere() =>
        Violation.None(Repository.Files.Where(file => file.IsMarkdown).SelectMany(page => Links.Broken(page, TextOf)));

    [Theory]
    [InlineData("[a](b.md)", 0)]
    [InlineData("[a](../README.md#two-words)", 0)]
    [InlineData("[a](#here)\n\n## Here", 0)]
    [InlineData("[a](https://example.org/x)", 0)]
    [InlineData("`[a](c.md)`", 0)]
    [InlineData("[a](c.md)", 1)]
    [InlineData("[a](b.md) [a](c.md) [a](/c.md \"title\")", 2)]
    [InlineData("[a](../README.md#three-words)", 1)]
    [InlineData("[a](#there)", 1)]
    public void A_link_that_leads_nowhere_is_found(string text, int violations) =>
        Assert.Equal(violations, Links.Broken(new("docs/a.md", text), path => path switch
        {
            "docs/a.md" => text,
            "docs/b.md" => "",
            "README.md" => "# Two words!\n",
            _ => null,
        }).Count());

    private static string? TextOf(string path) =>
        Repository.Files.FirstOrDefault(file => file.Path == path)?.Text
        ?? (Directory.Exists(Path.Combine(Repository.Root, path)) ? "" : null);
}
