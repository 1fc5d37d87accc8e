#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// The one build command: dotnet run build.cs [verb]. `help` lists the verbs.

using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

Directory.SetCurrentDirectory(Build.Folder());
Environment.SetEnvironmentVariable("DOTNET_CLI_UI_LANGUAGE", "en");
Environment.SetEnvironmentVariable("DOTNET_NOLOGO", "1");

var verb = args.FirstOrDefault() ?? "check";
var rest = args.Skip(1).ToArray();
return verb switch
{
    "check" => Build.Check(),
    "test" => Build.Test(rest),
    "bench" => Build.Bench(rest),
    "audit" => Build.Audit(),
    "sources" => Build.Sources(),
    "help" or "--help" or "-h" => Build.Help(),
    _ => Build.UnknownVerb(verb),
};

/// <summary>The verbs. Each returns an exit code: 0 only when everything it promises was done and found
/// right.</summary>
internal static class Build
{
    private const string Solution = "OpenAso.slnx";

    // Programs that tests start by themselves. The .NET SDK brings everything else.
    private static readonly Requirement[] Needed =
    [
        new("/usr/lib/postgresql/*/bin/initdb", "postgresql"),
        new("chromium", "chromium"),
        new("/usr/share/fonts/truetype/*/LiberationSans-Regular.ttf", "fonts-liberation"),
    ];

    public static int Help()
    {
        Console.WriteLine("""
            dotnet run build.cs [verb]

              check     restore locked, whitespace, build with warnings as errors, fast tests (the default)
              test      restore locked, build, all tests; ends with the line "N passed, N failed"
              bench     run the benchmarks in bench/ (arguments are passed on)
              audit     restore with known vulnerabilities and inexact versions as errors
              sources   list which code answers to which provision of law, standard or plan document
              help      this list

            A test marked [Trait("speed", "slow")] runs in `test` and not in `check`.
            """);
        return 0;
    }

    public static int UnknownVerb(string verb)
    {
        Console.Error.WriteLine($"build.cs has no verb '{verb}'; expected check, test, bench, audit, sources or help.");
        return 2;
    }

    public static int Check() => FirstFailure(
        Restore,
        () => Dotnet("format", "whitespace", ".", "--folder", "--verify-no-changes", "--exclude", "artifacts"),
        Compile,
        () => TestRun.Run(Solution, ["--filter-not-trait", "speed=slow", "--ignore-exit-code", "8"]));

    public static int Test(string[] arguments) => FirstFailure(
        () => Requirement.Provide(Needed),
        Restore,
        Compile,
        () => TestRun.Run(Solution, arguments));

    public static int Bench(string[] arguments)
    {
        var projects = Directory.Exists("bench")
            ? Directory.GetFiles("bench", "*.csproj", SearchOption.AllDirectories)
            : [];
        if (projects.Length == 0)
        {
            Console.Error.WriteLine("There is no benchmark project under bench/ yet: nothing was measured.");
            return 2;
        }
        return FirstFailure([.. projects.Select<string, Func<int>>(project =>
            () => Dotnet(["run", "-c", "Release", "--project", project, "--", .. arguments]))]);
    }

    public static int Audit() => FirstFailure(VulnerabilitySource.Find, RestoreAudited);

    private static int RestoreAudited() => Dotnet(
        "restore", Solution, "--locked-mode", "--force", "-p:NuGetAudit=true", "-p:NuGetAuditMode=all",
        "-p:NuGetAuditLevel=low", "-p:WarningsNotAsErrors=", "-warnaserror:NU1603;NU1901;NU1902;NU1903;NU1904");

    public static int Sources()
    {
        var provisions = Directory.GetFiles("src", "*.cs", SearchOption.AllDirectories)
            .SelectMany(SourceIndex.Read)
            .GroupBy(entry => entry.Citation, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var provision in provisions)
        {
            Console.WriteLine(provision.Key);
            foreach (var entry in provision.OrderBy(entry => entry.Place, StringComparer.Ordinal))
                Console.WriteLine($"    {entry.Place}  {entry.Member}");
        }
        return 0;
    }

    public static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    public static int Dotnet(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            Console.Error.WriteLine($"'dotnet {string.Join(' ', arguments)}' ended with exit code {process.ExitCode}.");
        return process.ExitCode;
    }

    private static int Restore() => Dotnet("restore", Solution, "--locked-mode", "-v", "quiet");

    private static int Compile() => Dotnet(
        "build", Solution, "--no-restore", "-v", "quiet", "-warnaserror", "-p:Checked=true");

    private static int FirstFailure(params Func<int>[] steps) =>
        steps.Select(step => step()).FirstOrDefault(exitCode => exitCode != 0);
}

/// <summary>Runs every test project of the solution and says in one line what came of it.</summary>
internal static partial class TestRun
{
    private const string Results = "artifacts/test-results";

    // A project whose tests all wait for something that does not come is ended, and the others go on.
    private static readonly string[] EndWhatHangs =
    [
        "--hangdump", "--hangdump-timeout", "10m", "--hangdump-type", "None", "--results-directory", Results,
    ];

    public static int Run(string solution, string[] arguments)
    {
        if (Directory.Exists(Results))
            Directory.Delete(Results, recursive: true);
        var start = new ProcessStartInfo(
            "dotnet", ["test", "--solution", solution, "--no-build", "--no-progress", .. EndWhatHangs, .. arguments])
        {
            RedirectStandardOutput = true,
        };
        int passed = 0, failed = 0;
        using var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            Console.WriteLine(line);
            passed += Count(line, "succeeded");
            failed += Count(line, "failed");
        }
        process.WaitForExit();

        var exitCode = process.ExitCode;
        if (exitCode == 0 && failed > 0)
            exitCode = 1;
        if (exitCode == 0 && passed == 0)
            exitCode = 8; // the runner's own code for "no test ran"
        failed += TellWhatHung();
        if (exitCode != 0 && failed == 0)
            Console.Error.WriteLine($"The test run ended with exit code {exitCode} without a failed test: see above.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed"));
        return exitCode;
    }

    // The runner names the tests that it ended, one in a line, and counts them nowhere.
    private static int TellWhatHung()
    {
        var hung = (Directory.Exists(Results) ? Directory.GetFiles(Results, "*_hang.log") : [])
            .SelectMany(File.ReadLines).Where(line => line.Length > 0).ToArray();
        foreach (var test in hung)
            Console.Error.WriteLine($"Ended, for nothing came of it any more: {test}");
        return hung.Length;
    }

    private static int Count(string line, string word) =>
        Summary().Match(line) is { Success: true } match && match.Groups[1].Value == word
            ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"^\s+(succeeded|failed): (\d+)\s*$")]
    private static partial Regex Summary();
}

/// <summary>A program that tests start, and the Debian package that brings it.</summary>
internal sealed record Requirement(string Program, string Package)
{
    /// <summary>As root installs what is missing; otherwise says in one line what to install.</summary>
    public static int Provide(IEnumerable<Requirement> needed)
    {
        var missing = needed.Where(requirement => !requirement.IsInstalled()).Select(requirement => requirement.Package)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (missing.Length == 0)
            return 0;
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Console.Error.WriteLine($"The tests need programs that are missing: install {string.Join(", ", missing)}.");
            return 2;
        }
        Environment.SetEnvironmentVariable("DEBIAN_FRONTEND", "noninteractive");
        var updated = AptGet("update", "-q");
        return updated != 0 ? updated : AptGet(["install", "-y", "-q", "--no-install-recommends", .. missing]);
    }

    private static int AptGet(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("apt-get", arguments))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            Console.Error.WriteLine(
                $"'apt-get {string.Join(' ', arguments)}' ended with exit code {process.ExitCode}.");
        return process.ExitCode;
    }

    // A rooted program may hold a * for its version folder: /usr/lib/postgresql/*/bin/initdb.
    private bool IsInstalled()
    {
        var folders = Path.IsPathRooted(Program)
            ? [""]
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Any(folder => Matches(folder, Program));
    }

    private static bool Matches(string folder, string program)
    {
        var star = program.IndexOf("/*/", StringComparison.Ordinal);
        if (star < 0)
            return File.Exists(Path.Combine(folder, program));
        var parent = program[..star];
        return Directory.Exists(parent)
            && Directory.GetDirectories(parent).Any(
                version => File.Exists(Path.Combine(version, program[(star + 3)..])));
    }
}

/// <summary>Whether any package source says which versions are vulnerable. Without one, restoring finds nothing wrong
/// with any package, and an audit would pass for want of looking.</summary>
internal static class VulnerabilitySource
{
    public static int Find()
    {
        using var client = new HttpClient();
        var sources = Sources().ToList();
        if (sources.Exists(source => Offers(client, source)))
            return 0;
        Console.Error.WriteLine(
            "Nothing was audited: no package source offers VulnerabilityInfo "
            + $"({string.Join(", ", sources)}). "
            + "Enable one that does: dotnet nuget add source https://api.nuget.org/v3/index.json");
        return 2;
    }

    private static bool Offers(HttpClient client, string source)
    {
        try
        {
            return client.GetStringAsync(source).GetAwaiter().GetResult()
                .Contains("\"VulnerabilityInfo", StringComparison.Ordinal);
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine($"{source} cannot be read: {problem.Message}");
            return false;
        }
    }

    private static IEnumerable<string> Sources()
    {
        var start = new ProcessStartInfo("dotnet", ["nuget", "list", "source", "--format", "Short"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        process.WaitForExit();
        return lines.Where(line => line.StartsWith("E ", StringComparison.Ordinal)
                && line.Contains("http", StringComparison.Ordinal))
            .Select(line => line[line.IndexOf("http", StringComparison.Ordinal)..]);
    }
}

/// <summary>One provision and the code that answers to it.</summary>
internal sealed partial record SourceIndex(string Citation, string Place, string Member)
{
    public static IEnumerable<SourceIndex> Read(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var index = 0; index < lines.Length; index++)
        {
            foreach (Match match in Attribute().Matches(lines[index]))
                yield return new SourceIndex(match.Groups[1].Value, $"{file}:{index + 1}", MemberAfter(lines, index));
        }
    }

    private static string MemberAfter(string[] lines, int index) =>
        lines.Skip(index + 1).Select(line => line.Trim())
            .FirstOrDefault(
                line => line.Length > 0 && line[0] != '[' && !line.StartsWith("//", StringComparison.Ordinal))
        ?? "";

    [GeneratedRegex("""^\s*\[Source\("((?:[^"\\]|\\.)*)"\)\]""")]
    private static partial Regex Attribute();
}
