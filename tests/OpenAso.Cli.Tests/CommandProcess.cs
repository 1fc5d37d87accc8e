using System.Diagnostics;

namespace OpenAso.Cli.Tests;

/// <summary>The program as a process of its own, which can be killed.</summary>
internal sealed class CommandProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private CommandProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Whether it runs no longer.</summary>
    public bool HasEnded => _process.HasExited;

    public static CommandProcess Start(params IEnumerable<string> arguments) =>
        Start("dotnet", [Program, .. arguments]);

    /// <summary>Starts it so that no file can grow beyond some blocks of 1,024 bytes, as on a full disk.</summary>
    public static CommandProcess StartOnFullDisk(int blocks, params IEnumerable<string> arguments) => Start(
        "bash", ["-c", $"trap '' XFSZ; ulimit -f {blocks}; DOTNET_EnableWriteXorExecute=0 exec dotnet \"$@\"", "bash",
            Program, .. arguments]);

    /// <summary>Runs it to its end as somebody whom the permissions of files bind.</summary>
    public static async Task<CliResult> RunUnprivilegedAsync(params IEnumerable<string> arguments)
    {
        using var process = Environment.IsPrivilegedProcess
            ? Start("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", "dotnet", Program, .. arguments])
            : Start(arguments);
        return await process.ResultAsync();
    }

    /// <summary>Runs it to its end where there is no home to keep anything in.</summary>
    public static async Task<CliResult> RunHomelessAsync(params IEnumerable<string> arguments)
    {
        using var process = Start(
            "env",
            [
                "-u", "XDG_DATA_HOME", "-u", KeyFile.Variable, "HOME=/proc/nowhere", "dotnet", Program, .. arguments,
            ]);
        return await process.ResultAsync();
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<CliResult> RunAsync(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        return await process.ResultAsync();
    }

    /// <summary>Changes who may do what with files and folders, in the words of <c>chmod</c>.</summary>
    public static async Task PermitAsync(string mode, params IEnumerable<string> paths)
    {
        using var chmod = Process.Start("chmod", [mode, .. paths]);
        await chmod.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, chmod.ExitCode);
    }

    /// <summary>Kills it when it has run for some time, or lets it go where it has ended before.</summary>
    public async Task<CliResult> KillAfterAsync(TimeSpan time, bool politely)
    {
        using var patience = new CancellationTokenSource(time);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            if (politely)
                await Process.Start("kill", ["-INT", $"{_process.Id}"])
                    .WaitForExitAsync(TestContext.Current.CancellationToken);
            else
                _process.Kill();
        }
        return await ResultAsync();
    }

    public async Task<CliResult> ResultAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CliResult(_process.ExitCode, await _output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "openaso.dll");

    private static CommandProcess Start(string program, IEnumerable<string> arguments) => new(Process.Start(
        new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!);
}
