using System.Diagnostics;
using System.Globalization;

namespace OpenAso.Storage.Tests;

/// <summary>This test program once more, as a process that writes until it is killed.</summary>
internal sealed class ChildProcess : IDisposable
{
    // Should nobody kill it.
    private const int MostPairs = 50_000;

    private readonly Process _process;


    /// <summary>What <see cref="Program"/> is started with, before the file.</summary>
    public const string Argument = "--write-forever";

    private ChildProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public DateTime Started => _process.StartTime.ToUniversalTime();

    /// <summary>Starts a process that opens the file and says, line by line, the number of each pair of rows that was
    /// acknowledged. It goes on behind the pairs in the file.</summary>
    public static ChildProcess Start(string path)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ChildProcess).Assembly.Location, Argument, path])
        {
            RedirectStandardOutput = true,
        };
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Waits until it said that a pair was acknowledged.</summary>
    public async Task AwaitPairAsync(int number, CancellationToken cancellation)
    {
        int? found = 0;
        while (found < number)
            found = await ReadNumberAsync(cancellation);
        if (found is null)
            throw new InvalidOperationException("The other process ended by itself.");
    }

    /// <summary>Kills it at once.</summary>
    /// <returns>The last number that it said before; null when it said none since it was last asked.</returns>
    public async Task<int?> KillAsync(CancellationToken cancellation)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellation);
        int? last = null;
        while (await ReadNumberAsync(cancellation) is { } number)
            last = number;
        return last;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    public static async Task WriteForeverAsync(string path)
    {
        await using var database = await Database.OpenAsync(new SqliteOptions(path));
        await new MigrationRunner(database, Thing.Migrations(database.Dialect)).ApplyAsync();
        for (var number = Thing.Count(database) / 2 + 1; number <= MostPairs; number++)
        {
            var pair = number;
            await database.WriteAsync(session => session.Add(2 * pair, 2 * pair + 1));
            await Console.Out.WriteLineAsync(number.ToString(CultureInfo.InvariantCulture));
            await Console.Out.FlushAsync();
        }
    }

    private async Task<int?> ReadNumberAsync(CancellationToken cancellation) =>
        await _process.StandardOutput.ReadLineAsync(cancellation) is { } line
            ? int.Parse(line, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
}
