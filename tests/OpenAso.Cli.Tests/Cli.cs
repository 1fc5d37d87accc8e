namespace OpenAso.Cli.Tests;

/// <summary>Runs a command as the shell would, in this process.</summary>
internal static class Cli
{
    public static CliResult Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(arguments, new Terminal(output, error));
        return new CliResult(code, output.ToString(), error.ToString());
    }
}

/// <summary>What a command left behind.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">All of standard output.</param>
/// <param name="Error">All of standard error.</param>
internal sealed record CliResult(int Code, string Output, string Error);
