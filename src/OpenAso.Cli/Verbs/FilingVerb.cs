using System.CommandLine;
using OpenAso.Edi.Csv;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso filing list|write|export</c> and what a carrier answers, which <see cref="FilingAnswers"/>
/// adds.</summary>
internal sealed class FilingVerb
{
    private readonly Option<BooksPlace> _folder = DataFolder.Option();
    private readonly Option<string?> _employer = DataFolder.EmployerOption();
    private readonly Option<DateOnly?> _date = DeskOptions.Date("The day; nothing paid later counts.");
    private readonly Option<string?> _policy = DeskOptions.Text(
        "--policy", "NUMBER", "Which stop-loss policy; all that have begun if left out.");
    private readonly Option<string?> _claimant = DeskOptions.Text(
        "--claimant", "ID", "Whose loss, however little was added; all that is due if left out.");
    private readonly Option<string?> _filing = DeskOptions.Text("--filing", "NAME", "Which filing.", required: true);
    private readonly Option<FileInfo[]> _evidence = Options.Files(
        "--evidence", "Documents to hand, beyond what the books prove (CSV).", required: false);
    private readonly Option<DirectoryInfo> _out = new("--out")
    {
        Description = "Folder for the packs; each gets a folder of its own in it.",
        HelpName = "DIR",
        Required = true,
    };
    private readonly Option<bool> _dryRun = DeskOptions.DryRun();
    private readonly Option<bool> _json = Options.Json();
    private readonly Terminal _terminal;

    private FilingVerb(Terminal terminal) => _terminal = terminal;

    public static Verb Create(Terminal terminal)
    {
        var verb = new FilingVerb(terminal);
        var filing = new Command("filing", "Files stop-loss losses, and keeps what the carrier answers and pays.");
        var list = new Command("list", "Shows what was filed, what is outstanding, and what is to be filed.")
        {
            verb._date, verb._policy, verb._employer, verb._folder, verb._json,
        };
        list.SetAction(parsed => verb.With(parsed, DatabaseAccess.Read, terms => verb.List(terms, parsed)));
        var write = new Command("write", "Files what is due: a pack of tables and a manifest for each loss.")
        {
            verb._date, verb._policy, verb._claimant, verb._evidence, verb._out, verb._employer, verb._folder,
            verb._dryRun, verb._json,
        };
        write.SetAction(parsed => verb.With(
            parsed, parsed.GetValue(verb._dryRun) ? DatabaseAccess.Read : DatabaseAccess.Write,
            terms => verb.Write(terms, parsed)));
        var export = new Command("export", "Writes the pack of a filing again, as it was sent.")
        {
            verb._filing, verb._out, verb._employer, verb._folder,
        };
        export.SetAction(parsed => verb.With(parsed, DatabaseAccess.Read, terms => verb.Export(terms, parsed)));
        filing.Subcommands.Add(list);
        filing.Subcommands.Add(write);
        filing.Subcommands.Add(export);
        return new Verb(
            filing,
            [
                "filing list --employer acme --date 2026-12-31",
                "filing write --employer acme --date 2026-12-31 --out packs",
                "filing export --employer acme --filing SL-2026-ACME-0001 --out packs",
                .. new FilingAnswers(terminal).AddTo(filing),
            ]);
    }

    /// <summary>Writes the files of packs, each in the folder of its filing.</summary>
    public static void WriteFiles(IEnumerable<(string Name, byte[] Content)> files, DirectoryInfo folder)
    {
        foreach (var (name, content) in files)
        {
            var path = Path.Combine(folder.ToString(), name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            OutputFile.Write(path, content);
        }
    }

    private int With(ParseResult parsed, DatabaseAccess access, Func<(Books, EmployerTerms), int> run) =>
        DataFolder.With(parsed.GetRequiredValue(_folder), access, _terminal,
            books => run((books, DataFolder.Terms(books, parsed.GetValue(_employer)))));

    private int List((Books Books, EmployerTerms Terms) of, ParseResult parsed)
    {
        var desks = new FilingUseCase(of.Books).Show(
            of.Terms, parsed.GetValue(_policy), parsed.GetValue(_date)!.Value);
        foreach (var desk in desks)
        {
            if (parsed.GetValue(_json))
                _terminal.Output.WriteLine(FilingJson.Of(desk));
            else
                FilingScreen.Write(desk, _terminal);
        }
        return desks.Any(desk => desk.Due.Items.Any(due => due.IsLate)) ? ExitCode.NeedsAttention : ExitCode.Done;
    }

    private int Write((Books Books, EmployerTerms Terms) of, ParseResult parsed)
    {
        var folder = parsed.GetRequiredValue(_out);
        List<Finding> findings = [];
        var evidence = CsvFiles.Read(parsed.GetValue(_evidence) ?? [], FilingEvidenceFile.Read, findings);
        _terminal.Say(findings);
        if (findings.Exists(finding => finding.Severity >= Severity.Rejected))
            throw new CommandFailure("The documents above cannot be read, so nothing was filed; mend them first.");
        var request = new FilingRequest(
            parsed.GetValue(_date)!.Value, parsed.GetValue(_policy), parsed.GetValue(_claimant), [.. evidence]);
        var filings = new FilingUseCase(of.Books);
        var isKept = !parsed.GetValue(_dryRun);
        if (isKept)
            OutputFile.MakeFolder(folder, "--out");
        var run = isKept
            ? filings.WriteAsync(of.Terms, request).GetAwaiter().GetResult()
            : filings.Preview(of.Terms, request);
        if (isKept)
            WriteFiles(run.Written.Items.SelectMany(one => filings.Files(of.Terms, one.Filing.Name)), folder);
        if (parsed.GetValue(_json))
            _terminal.Output.WriteLine(FilingJson.Of(run, isKept));
        else
            FilingScreen.Write(run, isKept ? folder : null, _terminal);
        return run.Findings.Count > 0 || run.Written.Items.Any(one => one.Findings.Count > 0)
            ? ExitCode.NeedsAttention
            : ExitCode.Done;
    }

    private int Export((Books Books, EmployerTerms Terms) of, ParseResult parsed)
    {
        var (filing, folder) = (parsed.GetValue(_filing)!, parsed.GetRequiredValue(_out));
        var files = new FilingUseCase(of.Books).Files(of.Terms, filing);
        OutputFile.MakeFolder(folder, "--out");
        WriteFiles(files, folder);
        _terminal.Output.WriteLine($"{files.Count} files of {filing} in {Path.Combine(folder.ToString(), filing)}.");
        return ExitCode.Done;
    }
}
