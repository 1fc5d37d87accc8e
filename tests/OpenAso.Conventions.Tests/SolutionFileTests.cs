namespace OpenAso.Conventions.Tests;

public sealed class SolutionFileTests
{
    [Fact]
    public void The_solution_has_every_project() =>
        Violation.None(SolutionFile.Missing(Repository.TextOf("OpenAso.slnx"), Repository.Files));

    [Fact]
    public void A_project_that_the_solution_does_not_have_is_found() =>
        Assert.Equal("solution/src/B/B.csproj", Assert.Single(SolutionFile.Missing(
            """<Solution><Folder Name="/src/"><Project Path="src/A/A.csproj" /></Folder></Solution>""",
            [new("src/A/A.csproj", ""), new("src/B/B.csproj", "")])).Id);
}
