namespace OpenAso.Conventions.Tests;

public sealed class PurityTests
{
    [Fact]
    public void No_capability_uses_floating_point() => Violation.None(Repository.Code.SelectMany(Purity.Floats));

    [Fact]
    public void One_path_leads_from_claim_to_determination() =>
        Violation.None(Repository.Code.SelectMany(Purity.SecondPaths));

    [Fact]
    public void Capabilities_have_no_clock_console_file_network_or_random_source()
    {
        Violation.None(Purity.Unlisted(
            "BannedSymbols.txt", Repository.TextOf("BannedSymbols.txt"), Purity.Everywhere));
        Violation.None(Purity.Unlisted(
            "BannedSymbols.Capability.txt", Repository.TextOf("BannedSymbols.Capability.txt"), Purity.InCapabilities));
        Violation.None(Repository.Files.SelectMany(Purity.Suppressions));
    }

    [Fact]
    public void Every_project_is_a_capability_or_a_shell() =>
        Violation.None(Purity.Neither(Repository.Projects, Repository.Capabilities));

    [Fact]
    public void Capabilities_use_no_database_and_no_network_library()
    {
        string[] shellOnly = ["Microsoft.Data.", "Npgsql", "Dapper", "Microsoft.AspNetCore", "Orleans",
            "Microsoft.Extensions.Logging", "System.Net.Http", "System.Data."];

        Assert.Empty(Repository.Projects.Where(Repository.Capabilities.Contains)
            .SelectMany(project => Assemblies.Of(project).GetReferencedAssemblies()
                .Where(name => shellOnly.Any(prefix => name.Name!.StartsWith(prefix, StringComparison.Ordinal)))
                .Where(name => name.Name != "System.Data.Common")
                .Select(name => $"{project} uses {name.Name}")));
    }

    [Theory]
    [InlineData("OpenAso.Claims", "double x = 1;", 1)]
    [InlineData("OpenAso.Claims", "var x = (float)1; // double", 1)]
    [InlineData("OpenAso.Claims", "System.Double x;", 1)]
    [InlineData("OpenAso.Claims", "list.Single(); // double \n var y = \"double\";", 0)]
    [InlineData("OpenAso.Actuarial", "double x = 1;", 0)]
    [InlineData("OpenAso.Cli", "double x = 1;", 0)]
    public void A_floating_point_number_is_found(string project, string text, int violations) =>
        Assert.Equal(violations, Purity.Floats(new($"src/{project}/A.cs", text)).Count());

    [Theory]
    [InlineData("src/OpenAso.Edi/A.cs", 1)]
    [InlineData("src/OpenAso.Cli/A.cs", 1)]
    [InlineData("bench/A.cs", 1)]
    [InlineData("src/OpenAso.Operations/A.cs", 0)]
    [InlineData("tests/OpenAso.Claims.Tests/A.cs", 0)]
    public void A_second_path_to_a_determination_is_found(string path, int violations) =>
        Assert.Equal(violations, Purity.SecondPaths(new(path, "var x = Adjudicator.Adjudicate(claim, c);")).Count());

    [Fact]
    public void A_symbol_that_left_the_list_or_is_allowed_by_pragma_is_found()
    {
        Assert.Single(
            Purity.Unlisted("a.txt", "T:System.Console;no\n", ["T:System.Console;", "T:System.Environment;"]));
        Assert.Single(Purity.Suppressions(new("src/OpenAso.Claims/A.cs", "#pragma warning disable RS0030")));
    }

    [Fact]
    public void A_project_that_is_neither_shell_nor_capability_is_found() =>
        Assert.Equal("capability/OpenAso.Novel", Assert.Single(Purity.Neither(
            ["OpenAso.Novel", "OpenAso.Cli", "OpenAso.Claims"], new HashSet<string> { "OpenAso.Claims" })).Id);
}
