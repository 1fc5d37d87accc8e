using System.Diagnostics;
using System.Text.RegularExpressions;

namespace OpenAso.Conventions.Tests;

/// <summary>The commands of README.md, run one after another in one empty folder: as they stand, but that the demo is a
/// small one, and that <c>CLAIM</c> and <c>HASH</c> are what an earlier command has printed, as the page
/// says.</summary>
internal static partial class ReadmeCommands
{
    private const string Prefix = "dotnet run --project src/OpenAso.Cli -- ";

    public static IReadOnlyList<string> In(string readme) =>
        [.. Block().Matches(readme).SelectMany(block => Continued().Replace(block.Groups[1].Value, " ").Split('\n'))
            .Select(line => line.Trim()).Where(line => line.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(line => line[Prefix.Length..].Split(" #")[0].Trim())];

    /// <summary>The command to run for one of the page.</summary>
    /// <param name="command">As it stands on the page.</param>
    /// <param name="printed">Everything that the commands before it have printed.</param>
    public static string Concrete(string command, string printed)
    {
        var words = command.Split(' ').Select(word => word switch
        {
            "demo" => "demo --employees 30",
            "CLAIM" => Last(Example(), printed),
            "HASH" => Last(PaymentPlan(), printed),
            _ => word,
        });
        return string.Join(' ', words);
    }

    // A word for which nothing was printed stays, and its command will fail.
    private static string Last(Regex pattern, string printed) =>
        pattern.Matches(printed) is [.., var last] ? last.Groups[1].Value : pattern.ToString();

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

    [GeneratedRegex(@" *\\\r?\n *")]
    private static partial Regex Continued();

    [GeneratedRegex(@"openaso explain (\w+)")]
    private static partial Regex Example();

    [GeneratedRegex(@"(?m)^plan ([0-9a-f]{32})\r?$")]
    private static partial Regex PaymentPlan();

    [GeneratedRegex(@"^```sh\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
