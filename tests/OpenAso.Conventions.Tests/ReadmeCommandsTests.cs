namespace OpenAso.Conventions.Tests;

public sealed class ReadmeCommandsTests
{
    // The verbs of the whole way from enrolment to funded claims.
    private static readonly string[] Promised =
        ["demo", "adjudicate", "explain", "verify", "seed", "plan", "import", "pay", "position", "schema"];

    [Fact]
    [Trait("speed", "slow")]
    public void Every_command_of_the_readme_runs()
    {
        using var folder = new CommandFolder();
        foreach (var command in ReadmeCommands.In(Repository.TextOf("README.md")))
        {
            var (exitCode, output, error) = ReadmeCommands.Run(folder.Path, command);
            Assert.True(exitCode == 0, $"openaso {command} ended with {exitCode}.\n{output}\n{error}");
        }
    }

    [Fact]
    public void Every_promised_verb_is_in_the_help_or_a_known_gap()
    {
        using var folder = new CommandFolder();
        KnownGaps.Allow("verb", ReadmeCommands.Unknown(Promised, ReadmeCommands.Run(folder.Path, "help").Output));
    }

    [Fact]
    public void Commands_are_read_from_shell_blocks_alone() =>
        Assert.Equal(["demo --fresh", "help"], ReadmeCommands.In("""
            dotnet run --project src/OpenAso.Cli -- prose
            ```sh
            git clone x
            dotnet run --project src/OpenAso.Cli -- demo --fresh   # again
            dotnet run build.cs test
            ```
            ```text
            dotnet run --project src/OpenAso.Cli -- other
            ```
            ```sh
            dotnet run --project src/OpenAso.Cli -- help
            ```
            """));

    [Fact]
    public void A_verb_that_the_help_does_not_list_is_found() =>
        Assert.Equal("verb/demo", Assert.Single(ReadmeCommands.Unknown(["seed", "demo"], "  seed   makes files")).Id);

    /// <summary>An empty folder in which the repository's own documents stand under their names.</summary>
    private sealed class CommandFolder : IDisposable
    {
        private static readonly string[] Linked = ["plans", "rules", "tests", "docs"];

        public CommandFolder()
        {
            foreach (var name in Linked.Where(name => Directory.Exists(System.IO.Path.Combine(Repository.Root, name))))
                Directory.CreateSymbolicLink(
                    System.IO.Path.Combine(Path, name), System.IO.Path.Combine(Repository.Root, name));
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("openaso-readme-").FullName;

        public void Dispose()
        {
            foreach (var name in Linked)
                File.Delete(System.IO.Path.Combine(Path, name));
            Directory.Delete(Path, recursive: true);
        }
    }
}
