namespace OpenAso.Conventions.Tests;

public sealed class RoomsTests
{
    private const string Words =
        "Decides what a plan pays for a claim and why. It knows nothing of files, clocks or databases, "
        + "and gives the same answer on every machine. Begin with `Adjudicator.cs`.";

    [Fact]
    public void Every_project_has_a_readme_that_says_where_to_begin() =>
        Violation.None(Repository.Projects.SelectMany(project => Rooms.Readme(project, Repository.Files)));

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("# OpenAso.X", "too little")]
    [InlineData(Words, "Adjudicator.cs")]
    public void A_readme_that_says_nothing_true_is_found(string? text, string problem)
    {
        List<SourceFile> files = [new("src/OpenAso.X/Claim.cs", "")];
        if (text is not null)
            files.Add(new("src/OpenAso.X/README.md", text));

        Assert.Contains(problem, Assert.Single(Rooms.Readme("OpenAso.X", files)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_room_without_code_needs_no_more_than_a_name() =>
        Assert.Empty(Rooms.Readme("OpenAso.X", [new("src/OpenAso.X/README.md", "# OpenAso.X")]));
}
