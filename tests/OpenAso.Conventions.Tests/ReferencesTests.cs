namespace OpenAso.Conventions.Tests;

public sealed class ReferencesTests
{
    private const string Example =
        "x\n```references\nKernel ->\nPlans -> Kernel\nShell -> all above\nCli -> all\n```\n";

    private static IReadOnlyDictionary<string, IReadOnlySet<string>> Table =>
        References.Table(Repository.TextOf("ARCHITECTURE.md"));

    [Fact]
    public void Projects_refer_only_to_what_the_architecture_allows() =>
        Violation.None(Repository.Projects.SelectMany(project => References.Between(
            project, References.OfProject(Repository.TextOf($"src/{project}/{project}.csproj")), Table)));

    [Fact]
    public void Compiled_code_uses_only_what_the_architecture_allows() =>
        Violation.None(Repository.Projects.SelectMany(
            project => References.Between(project, References.OfAssembly(project), Table)));

    [Fact]
    public void The_architecture_names_no_project_that_is_not_there() =>
        Assert.Empty(Table.Keys.Except(Repository.Projects));

    [Fact]
    public void A_reference_that_the_table_does_not_have_is_found()
    {
        var table = References.Table(Example);

        Assert.Empty(References.Between("OpenAso.Plans", ["OpenAso.Kernel"], table));
        Assert.Empty(References.Between("OpenAso.Shell", ["OpenAso.Kernel", "OpenAso.Plans"], table));
        Assert.Empty(References.Between("OpenAso.Cli", ["OpenAso.Shell"], table));
        Assert.Single(References.Between("OpenAso.Kernel", ["OpenAso.Plans"], table));
        Assert.Single(References.Between("OpenAso.Shell", ["OpenAso.Cli"], table));
        Assert.Single(References.Between("OpenAso.Novel", [], table));
    }

    [Fact]
    public void References_are_read_from_a_project_file() =>
        Assert.Equal(["OpenAso.Kernel"], References.OfProject(
            """<Project><I><ProjectReference Include="../OpenAso.Kernel/OpenAso.Kernel.csproj" /></I></Project>"""));
}
