using System.Diagnostics;
using System.Text.RegularExpressions;

namespace OpenAso.Conventions.Tests;

/// <summary>The commands of README.md, run as they stand, one after another in one empty folder.</summary>
internal static partial class ReadmeCommands
{
    private const string Prefix = "dotnet run --project src/OpenAso.Cli -- ";

    public static IReadOnlyList<string> In(string readme) =>
        [.. Block().Matches(readme).SelectMany(block => block.Groups[1].Value.Split('\n'))
            .Select(line => line.Trim()).Where(line => line.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(line => line[Prefix.Length..].Split(" #")[0].Trim())];

    /// <summary>The verbs that README.md or <c>known-gaps.json</c> would name and the program does not list.</summary>
    public static IEnumerable<Violation> Unknown(IEnumerable<string> promised, string help) =>
        promised.Where(verb => !Regex.IsMatch(help, $"(?m)^  {Regex.Escape(verb)} ")).Select(verb => new Violation(
            $"verb/{verb}", "openaso help does not list the verb."));

    /// <summary>Arguments are divided at blanks; quotes are not needed by any command of the page.</summary>
    public static (int ExitCode, string Output, string Error) Run(string folder, string command)
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "openaso.dll"), .. command.Split(' ')])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    [GeneratedRegex(@"^```sh\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
