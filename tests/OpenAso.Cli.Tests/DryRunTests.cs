namespace OpenAso.Cli.Tests;

/// <summary>A verb that writes says what it would do, and does it only when asked.</summary>
public sealed class DryRunTests : IDisposable
{
    private readonly BadInputFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Adjudicate_names_the_files_that_it_would_write_and_decides_all_the_same()
    {
        var output = _folder.PathOf("out");
        var (tried, triedClaims) = _folder.Adjudicate("members.834", "--out", output, "--dry-run");
        Assert.False(Directory.Exists(output));

        var (_, claims) = _folder.Adjudicate("members.834", "--out", output);
        Assert.Equal(claims, triedClaims);
        Assert.Equal(
            Directory.GetFiles(output).Order(StringComparer.Ordinal),
            tried.Error.Split(Environment.NewLine)
                .Where(line => line.StartsWith("would write ", StringComparison.Ordinal))
                .Select(line => line["would write ".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Adjudicate_says_that_its_output_is_no_folder_when_it_is_only_tried()
    {
        var (tried, _) = _folder.Adjudicate("members.834", "--out", _folder.PathOf("fees.csv"), "--dry-run");

        Assert.Equal(2, tried.Code);
        Assert.Contains("--out names a folder", tried.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_says_what_it_would_make_and_makes_nothing()
    {
        var folder = _folder.PathOf("demo");
        var tried = Demo(folder);

        Assert.False(Directory.Exists(folder));
        Assert.Contains($"Would make {Path.Combine(folder, "openaso.db")}", tried.Output, StringComparison.Ordinal);
        Assert.Contains("of 50 employees and 12 months from 2026-01-01", tried.Output, StringComparison.Ordinal);
        Assert.Contains("of 10 employees and 12 months from 2025-07-01", tried.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_says_what_it_would_delete_to_start_over_and_deletes_nothing()
    {
        var folder = Directory.CreateDirectory(_folder.PathOf("demo")).FullName;
        var database = Path.Combine(folder, "openaso.db");
        var files = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
        File.WriteAllText(database, "earlier");
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "mine");

        Assert.Contains($"Would go on in {database}", Demo(folder).Output, StringComparison.Ordinal);
        var fresh = Demo(folder, "--fresh");
        Assert.Equal(
            [$"Would delete {database}", $"Would delete {files}", $"Would make {database}."],
            fresh.Output.Split(Environment.NewLine).Take(3));
        Assert.Equal("earlier", File.ReadAllText(database));
        Assert.True(Directory.Exists(files));
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("adjudicate", "--json")]
    [InlineData("seed", "--json")]
    [InlineData("import", "--json")]
    [InlineData("fund request", "--json")]
    [InlineData("fund receive", "--json")]
    [InlineData("pay execute", "--json")]
    [InlineData("disability advise")]
    [InlineData("disability paid")]
    public void A_verb_that_writes_can_be_tried(string verb, params string[] more)
    {
        var help = Cli.Run([.. verb.Split(' '), "--help"]).Output;
        Assert.All([.. more, "--dry-run"], option => Assert.Contains(option, help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("plan check")]
    [InlineData("plan test")]
    [InlineData("pay plan")]
    [InlineData("position")]
    [InlineData("stop-loss")]
    [InlineData("explain")]
    [InlineData("verify")]
    public void A_verb_that_shows_something_shows_it_to_other_programs_too(string verb) =>
        Assert.Contains("--json", Cli.Run([.. verb.Split(' '), "--help"]).Output, StringComparison.Ordinal);

    private static CliResult Demo(string folder, params string[] more)
    {
        var result = Cli.Run(["demo", "--employees", "50", "--dir", folder, "--dry-run", .. more]);
        Assert.True(result.Code == 0, result.Error);
        return result;
    }
}
