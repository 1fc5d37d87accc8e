using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Cli.Tests;

/// <summary>Whatever stops the program, the same command again comes to what an uninterrupted run comes to.</summary>
[Trait("speed", "slow")]
public class KillTests(KillFixture kill) : IClassFixture<KillFixture>
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    public async Task An_import_that_is_killed_or_stopped_is_completed_to_the_same_books(int seed, bool politely) =>
        await InterruptAsync(kill.Import, kill.ImportTime, kill.Imported, seed, politely);

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public async Task A_demonstration_that_is_killed_or_stopped_goes_on_to_the_same_books(int seed, bool politely) =>
        await InterruptAsync(KillFixture.Demo, kill.DemoTime, kill.Demonstrated, seed, politely);

    [Theory]
    [InlineData(300)]
    [InlineData(1_000)]
    [InlineData(2_000)]
    public async Task A_full_disk_is_said_in_one_line_and_nothing_is_lost(int blocks)
    {
        var folder = kill.NewFolder();
        using var process = CommandProcess.StartOnFullDisk(blocks, kill.Import(folder));
        var full = await process.ResultAsync();
        Assert.True(full.Code == 2, $"{full.Code}: {full.Error}");
        Assert.DoesNotContain("   at ", full.Error, StringComparison.Ordinal);
        Assert.Contains("openaso: ", full.Error, StringComparison.Ordinal);
        await CompleteAsync(kill.Import(folder), folder, kill.Imported);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("position")]
    [InlineData("import")]
    public async Task A_file_that_is_no_database_is_named_and_left_alone(string verb)
    {
        var folder = Directory.CreateDirectory(kill.NewFolder()).FullName;
        var path = Path.Combine(folder, Books.FileName);
        var garbage = new byte[100_000];
        new Random(3).NextBytes(garbage);
        await File.WriteAllBytesAsync(path, garbage, TestContext.Current.CancellationToken);
        AssertRefused(Cli.Run(verb == "import" ? kill.Import(folder) : [verb, "--dir", folder]), path);
        Assert.Equal(garbage, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_may_only_be_read_is_read_and_not_written()
    {
        var folder = kill.NewFolder();
        await CompleteAsync(kill.Import(folder), folder, kill.Imported);
        var path = Path.Combine(folder, Books.FileName);
        await CommandProcess.PermitAsync("a+rwx", Path.GetDirectoryName(folder)!, folder, path);
        await CommandProcess.PermitAsync("a-w", path);
        string[] request = ["fund", "request", "--date", "2026-03-04", "--dir", folder];
        AssertRefused(await CommandProcess.RunUnprivilegedAsync(request), path);
        var proof = await CommandProcess.RunUnprivilegedAsync("verify", "--dir", folder);
        Assert.True(proof.Code == 0, proof.Error);
        Assert.Equal(kill.Imported, BooksTables.Rows(folder));
    }

    [Fact]
    public async Task A_database_that_another_process_holds_is_waited_for_and_its_holder_named()
    {
        var folder = Directory.CreateDirectory(kill.NewFolder()).FullName;
        var path = Path.Combine(folder, Books.FileName);
        CliResult refused;
        await using (await Books.OpenAsync(new SqliteOptions(path), TestContext.Current.CancellationToken))
            refused = await CommandProcess.RunAsync(kill.Import(folder));
        AssertRefused(refused, path);
        Assert.Contains("waiting", refused.Error, StringComparison.Ordinal);
        Assert.Contains($"{Environment.ProcessId}", refused.Error, StringComparison.Ordinal);
        await CompleteAsync(kill.Import(folder), folder, kill.Imported);
    }

    private static void AssertRefused(CliResult refused, string path)
    {
        Assert.True(refused.Code == 2, $"{refused.Code}: {refused.Error}");
        Assert.Contains(path, refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);
    }

    // Stopped twice, at moments that follow from the seed, then run to the end.
    private async Task InterruptAsync(
        Func<string, string[]> command, TimeSpan whole, IReadOnlyList<string> expected, int seed, bool politely)
    {
        var (folder, random) = (kill.NewFolder(), new Random(seed));
        for (var i = 0; i < 2; i++)
        {
            using var process = CommandProcess.Start(command(folder));
            var stopped = await process.KillAfterAsync(whole * (0.25 + 0.65 * random.NextDouble()), politely);
            if (politely && stopped.Code == 2)
                Assert.Contains("run the command again to go on", stopped.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", stopped.Error, StringComparison.Ordinal);
        }
        await CompleteAsync(command(folder), folder, expected);
    }

    private static async Task CompleteAsync(string[] command, string folder, IReadOnlyList<string> expected)
    {
        var completed = await CommandProcess.RunAsync(command);
        Assert.True(completed.Code is 0 or 1, completed.Error);
        var proof = Cli.Run("verify", "--dir", folder);
        Assert.True(proof.Code == 0, proof.Output + proof.Error);
        Assert.Equal(expected, BooksTables.Rows(folder));
    }
}
