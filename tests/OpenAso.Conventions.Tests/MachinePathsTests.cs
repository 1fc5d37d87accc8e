namespace OpenAso.Conventions.Tests;

public sealed class MachinePathsTests
{
    [Fact]
    public void No_file_names_a_folder_of_one_machine() =>
        Violation.None(Repository.Files.SelectMany(MachinePaths.In));

    [Theory]
    [InlineData("see {0}home{0}ana{0}plan.yaml", 1)]
    [InlineData("cp a {0}tmp{0}b", 1)]
    [InlineData("C{1}\\Users\\ana", 1)]
    [InlineData("plans{0}work{0}plan-a.yaml", 0)]
    [InlineData("https://example.org{0}home{0}x", 0)]
    public void A_folder_of_one_machine_is_found(string form, int violations) =>
        Assert.Equal(violations, MachinePaths.In(new("a.md", form.Replace("{0}", "/", StringComparison.Ordinal)
            .Replace("{1}", ":", StringComparison.Ordinal))).Count());
}
