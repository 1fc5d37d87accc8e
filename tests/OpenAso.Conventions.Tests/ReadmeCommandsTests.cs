namespace OpenAso.Conventions.Tests;

public sealed class ReadmeCommandsTests
{
    // The verbs of the whole way from enrolment to funded claims.
    private static readonly string[] Promised =
        ["demo", "adjudicate", "explain", "verify", "seed", "plan", "import", "fund", "pay", "position", "schema"];

    [Fact]
    [Trait("speed", "slow")]
    public void Every_command_of_the_readme_runs()
    {
        using var folder = new CommandFolder();
        var printed = "";
        foreach (var written in ReadmeCommands.In(Repository.TextOf("README.md")))
        {
            var command = ReadmeCommands.Concrete(written, printed);
            var (exitCode, output, error) = ReadmeCommands.Run(folder.Path, command);
            Assert.True(exitCode == 0, $"openaso {command} ended with {exitCode}.\n{output}\n{error}");
            printed += output;
        }
    }

    [Fact]
    public void The_readme_shows_every_verb() =>
        Assert.Empty(Promised.Except(
            ReadmeCommands.In(Repository.TextOf("README.md")).Select(command => command.Split(' ')[0])));

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
    public void A_command_may_go_on_in_the_next_line() =>
        Assert.Equal(["import a.834 --dir books"], ReadmeCommands.In("""
            ```sh
            dotnet run --project src/OpenAso.Cli -- import \
              a.834 \
              --dir books
            ```
            """));

    [Theory]
    [InlineData("demo", "demo --employees 30")]
    [InlineData("explain CLAIM --json", "explain 2b65926a60da --json")]
    [InlineData("pay execute --plan HASH", "pay execute --plan 0123456789abcdef0123456789abcdef")]
    public void Words_that_stand_for_something_printed_take_its_last_value(string written, string run) =>
        Assert.Equal(run, ReadmeCommands.Concrete(written, """
              openaso explain ffffffffffff
              openaso explain 2b65926a60da
            plan 0123456789abcdef0123456789abcdef

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
