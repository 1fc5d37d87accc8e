using System.CommandLine;
using OpenAso.Operations;
using OpenAso.Operations.Explaining;
using OpenAso.Seed;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso seed</c>: files like those that really arrive, from a number.</summary>
internal sealed class SeedVerb
{
    private readonly Option<int> _employees = Options.Number(
        "--employees", "How many are employed at any time.", 1000);
    private readonly Option<DateOnly?> _first = Options.Day(
        "--first", "The first day: the first of a month. 2026-01-01 if left out.");
    private readonly Option<int> _months = Options.Number("--months", "For how many months.", 12);
    private readonly Option<long> _rng = Options.Number<long>(
        "--rng", "The seed: the same seed gives the same files.", 1);
    private readonly Option<string> _employer = new("--employer")
    {
        Description = "Whose people: acme or birch.",
        DefaultValueFactory = _ => "acme",
    };
    private readonly Option<DirectoryInfo> _out = new("--out")
    {
        Description = "Folder for the files.",
        HelpName = "DIR",
        Required = true,
    };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Name the files, write none." };
    private readonly Option<bool> _json = Options.Json();
    private readonly Terminal _terminal;

    private SeedVerb(Terminal terminal) => _terminal = terminal;

    public static Verb Create(Terminal terminal)
    {
        var verb = new SeedVerb(terminal);
        verb._employer.AcceptOnlyFromAmong([.. SeedProfile.All.Items.Select(profile => profile.Key)]);
        var command = new Command("seed", "Makes up an employer's enrolment and claim files.")
        {
            verb._employees, verb._first, verb._months, verb._rng, verb._employer, verb._out, verb._dryRun,
            verb._json,
        };
        command.SetAction(verb.Run);
        return new Verb(command, "seed --employees 100 --first 2026-01-01 --months 12 --rng 7 --out files");
    }

    private int Run(ParseResult parsed)
    {
        var request = new SeedRequest(
            SeedProfile.All.Items.First(profile => profile.Key == parsed.GetRequiredValue(_employer)),
            parsed.GetRequiredValue(_employees), parsed.GetValue(_first) ?? new DateOnly(2026, 1, 1),
            parsed.GetRequiredValue(_months), parsed.GetRequiredValue(_rng));
        var folder = parsed.GetRequiredValue(_out);
        var (dryRun, json) = (parsed.GetValue(_dryRun), parsed.GetValue(_json));
        IReadOnlyList<string> names = [.. dryRun
            ? SeedFiles.Plan(request).Select(file => file.Name)
            : SeedFiles.Write(request, folder, _terminal).Select(file => file.Name)];
        if (json)
            _terminal.Output.WriteLine(SeedFiles.Json(request, folder, names, dryRun));
        foreach (var name in dryRun && !json ? names : [])
            _terminal.Output.WriteLine(Path.Combine(folder.ToString(), name));
        _terminal.Say($"{Counted.Of(names.Count, "file", "files")} in {folder}{(dryRun ? ", none written" : "")}.");
        return ExitCode.Done;
    }
}

/// <summary>Writes the files of a seed request.</summary>
internal static class SeedFiles
{
    public static IReadOnlyList<FileInfo> Write(SeedRequest request, DirectoryInfo folder, Terminal terminal)
    {
        var files = Plan(request);
        OutputFile.MakeFolder(folder, "--out");
        return terminal.Track($"writing the files of {request.Employer.Name}", share =>
        {
            List<FileInfo> written = [];
            foreach (var file in files)
            {
                var path = Path.Combine(folder.FullName, file.Name);
                OutputFile.Write(path, file.Write);
                written.Add(new FileInfo(path));
                share((double)written.Count / files.Count);
            }
            return written;
        });
    }

    /// <summary>What was made up, as one JSON document: described by <c>docs/schemas/seed.json</c>.</summary>
    public static string Json(SeedRequest request, DirectoryInfo folder, IEnumerable<string> names, bool dryRun) =>
        JsonText.Of(writer =>
        {
            writer.WriteString("employer"u8, request.Employer.Key);
            writer.WriteNumber("employees"u8, request.Employees);
            writer.WriteDay("first"u8, request.First);
            writer.WriteNumber("months"u8, request.Months);
            writer.WriteNumber("rng"u8, request.Rng);
            writer.WriteString("folder"u8, folder.ToString());
            writer.WriteBoolean("dryRun"u8, dryRun);
            writer.WriteStartArray("files"u8);
            foreach (var name in names)
                writer.WriteStringValue(name);
            writer.WriteEndArray();
        });

    public static IReadOnlyList<SeedFile> Plan(SeedRequest request)
    {
        try
        {
            return Seeding.Plan(request);
        }
        catch (ArgumentOutOfRangeException outOfRange)
        {
            throw new CommandFailure(outOfRange.Message.Split(" (Parameter")[0]);
        }
    }
}
