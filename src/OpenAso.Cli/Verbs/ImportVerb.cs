using System.CommandLine;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Operations;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Importing;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso import FILE…</c></summary>
internal sealed class ImportVerb
{
    private readonly Argument<FileInfo[]> _files = new("FILE")
    {
        Description = "834 and 837 files, and enrolment as CSV files.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<FileInfo?> _agreement = new("--agreement")
    {
        Description = "The employer's agreement (YAML), when it is new or has changed.",
        HelpName = "FILE",
    };
    private readonly Option<FileInfo[]> _plans = Options.Files(
        "--plan", "Plan documents (YAML), when new or changed.", required: false);
    private readonly Option<FileInfo[]> _fees = Options.Files(
        "--fees", "Fee schedules (CSV), when new or changed.", required: false);
    private readonly Option<FileInfo[]> _network = Options.Files(
        "--network", "Who is in which network (CSV), when new or changed.", required: false);
    private readonly Option<FileInfo[]> _policies = Options.Files(
        "--stop-loss", "Stop-loss policies (YAML), when new or changed.", required: false);
    private readonly Option<FileInfo[]> _disabilityPlans = Options.Files(
        "--disability-plan", "Plans of short-term or long-term disability (YAML), when new or changed.",
        required: false);
    private readonly Option<FileInfo[]> _terminations = Options.Files(
        "--terminations", "How disability claims end (YAML); left out: an illustrative table.", required: false);
    private readonly Option<FileInfo[]> _disability = Options.Files(
        "--disability", "Disability claims: documents (YAML), or tables of a row each (CSV).", required: false);
    private readonly Option<DateOnly?> _received = Options.Day(
        "--received", "The day the claims arrived; each file's own date (BHT04) if left out.");
    private readonly Option<bool> _full = new("--full")
    {
        Description = "The enrolment tables (CSV) list everybody who is covered: whom one leaves out is named.",
    };
    private readonly Option<bool> _again = new("--again")
    {
        Description = "Apply enrolment tables (CSV) that were read before once more.",
    };
    private readonly Option<string?> _employer = DataFolder.EmployerOption();
    private readonly Option<BooksPlace> _folder = DataFolder.Option();
    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Read and check everything, write nothing.",
    };
    private readonly Option<bool> _json = Options.Json();
    private readonly Terminal _terminal;

    private ImportVerb(Terminal terminal) => _terminal = terminal;

    public static Verb Create(Terminal terminal)
    {
        var verb = new ImportVerb(terminal);
        var command = new Command("import", "Reads files into the database: enrols, decides every claim, books it.")
        {
            verb._files, verb._agreement, verb._plans, verb._fees, verb._network, verb._policies,
            verb._disabilityPlans, verb._terminations, verb._disability,
            verb._received, verb._full, verb._again, verb._employer, verb._folder, verb._dryRun, verb._json,
        };
        command.SetAction(verb.Run);
        return new Verb(
            command, "import acme-2026-01-full.834 --agreement agreement.yaml --plan ppo.yaml --fees fees.csv",
            "import --employer acme june.834 june.837",
            "import --employer acme --disability claims.csv award.yaml");
    }

    private int Run(ParseResult parsed)
    {
        var documents = Documents(parsed);
        var request = new ImportRequest(
            [.. (parsed.GetValue(_files) ?? []).Select(InputFiles.Of)], parsed.GetValue(_received))
        {
            HasFullTables = parsed.GetValue(_full),
            RepeatsTables = parsed.GetValue(_again),
        };
        var disability = parsed.GetValue(_disability) ?? [];
        if (documents.Count == 0 && request.Files.Count == 0 && disability.Length == 0)
            throw new CommandFailure("There is nothing to import: name 834, 837 or CSV files, or documents.");
        if (documents.Count == 0)
            DemandBooks(parsed.GetRequiredValue(_folder));
        if (parsed.GetValue(_dryRun))
            return DryRun(parsed, documents, request);
        using var cancellation = new Cancellation();
        var books = DataFolder.Open(parsed.GetRequiredValue(_folder),
            documents.Count > 0 ? DatabaseAccess.Create : DatabaseAccess.Write, _terminal);
        try
        {
            var terms = EmployerSetup.Apply(books, documents, parsed.GetValue(_employer), _terminal);
            SetUpAdvice(books, terms, documents);
            var result = ImportRun.Run(books, terms, request, _terminal, cancellation.Token);
            var taken = DisabilityImport.Take(books, terms, disability, request.Received);
            if (parsed.GetValue(_json))
                _terminal.Output.WriteLine(ImportJson.Of(terms.Scope.Employer, result, taken, dryRun: false));
            return Math.Max(
                ImportRun.Say(result, terms, _terminal), DisabilityImport.Say(taken, _terminal));
        }
        finally
        {
            books.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private void SetUpAdvice(Books books, EmployerTerms terms, List<EmployerDocument> documents)
    {
        if (documents.Exists(document => document.Kind == DocumentKind.DisabilityPlan)
            && ImportRun.Employees(books, terms) is > 0 and var employees)
            EmployerSetup.Advise(terms, employees, _terminal);
    }

    private static void DemandBooks(BooksPlace place)
    {
        if (!place.Exists && !File.Exists(place.Folder.ToString()))
            throw new CommandFailure(
                $"{place.File} does not exist: the first import of an employer needs its documents, --agreement and "
                    + "--plan at the least. '--dir' names another folder.");
    }

    private int DryRun(ParseResult parsed, List<EmployerDocument> documents, ImportRequest request)
    {
        var place = parsed.GetRequiredValue(_folder);
        var books = place.Exists
            ? DataFolder.Open(place, DatabaseAccess.Read, _terminal)
            : null;
        try
        {
            var terms = EmployerSetup.Understand(books, documents, parsed.GetValue(_employer), _terminal);
            var result = ImportRun.Try(() => ImportUseCase.Preview(books, terms, request));
            var taken = DisabilityImport.Read(terms, parsed.GetValue(_disability) ?? []);
            if (parsed.GetValue(_json))
                _terminal.Output.WriteLine(ImportJson.Of(terms.Scope.Employer, result, taken, dryRun: true));
            return Math.Max(SayPreview(result, request), DisabilityImport.Say(taken, _terminal));
        }
        finally
        {
            books?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private int SayPreview(ImportResult result, ImportRequest request)
    {
        _terminal.Say(result.Findings);
        ImportRun.SayPassedOver(result, _terminal);
        _terminal.Say(
            $"Would {(result.Resumed ? "complete the import that had stopped, of" : "import")} "
                + $"{Counted.Of(request.Files.Count, "file", "files")}: "
                + $"{Counted.Of(result.Changes.Count, "change", "changes")} of enrolment, "
                + $"{Counted.Of(result.Decided, "claim", "claims")} to decide, {result.Rejected} rejected. "
                + "Nothing was written.");
        if (result.Released > 0)
            _terminal.Say($"  {Counted.Of(result.Released, "claim has", "claims have")} waited for an enrolment that "
                + "these files bring, and would be decided.");
        return ImportRun.CodeOf(result.Findings, result.Rejected);
    }

    private List<EmployerDocument> Documents(ParseResult parsed)
    {
        List<EmployerDocument> documents = [];
        if (parsed.GetValue(_agreement) is { } agreement)
            documents.Add(EmployerSetup.Document(DocumentKind.Agreement, agreement));
        Add(DocumentKind.Plan, _plans);
        Add(DocumentKind.Fees, _fees);
        Add(DocumentKind.Network, _network);
        Add(DocumentKind.StopLoss, _policies);
        Add(DocumentKind.DisabilityPlan, _disabilityPlans);
        Add(DocumentKind.Terminations, _terminations);
        return EmployerSetup.WithDisabilityRules(documents);

        void Add(DocumentKind kind, Option<FileInfo[]> option) =>
            documents.AddRange((parsed.GetValue(option) ?? []).Select(file => EmployerSetup.Document(kind, file)));
    }
}

/// <summary>Runs an import and tells what it came to.</summary>
internal static class ImportRun
{
    public static ImportResult Run(
        Books books, EmployerTerms terms, ImportRequest request, Terminal terminal,
        CancellationToken cancellation) =>
        Try(() => terminal.Track($"deciding claims of {terms.Scope.Employer}", share => new ImportUseCase(books)
            .RunAsync(terms, request, new Reporter(share), cancellation).GetAwaiter().GetResult()));

    /// <summary>How many employees are covered by any line at the end of what is known.</summary>
    public static int Employees(Books books, EmployerTerms terms) =>
        new PositionUseCase(books).Show(terms).Lives.Items.Select(lives => lives.Employees).DefaultIfEmpty().Max();

    /// <summary>Runs an import, or sees what it would come to.</summary>
    public static ImportResult Try(Func<ImportResult> run)
    {
        try
        {
            return run();
        }
        catch (UnfinishedImportException unfinished)
        {
            throw new CommandFailure(unfinished.Message);
        }
    }

    public static int Say(ImportResult result, EmployerTerms terms, Terminal terminal)
    {
        terminal.Say(result.Findings);
        SayPassedOver(result, terminal);
        terminal.Say(result.Number == 0
            ? $"Nothing new for {terms.Scope.Employer}."
            : $"Import {result.Number} of "
                + $"{terms.Scope.Employer}{(result.Resumed ? ", completed where it had stopped" : "")}: "
                + $"{Counted.Of(result.Changes.Count, "change", "changes")} of enrolment, "
                + $"{Counted.Of(result.Decided, "claim", "claims")} decided, {result.Rejected} rejected.");
        if (result.Released > 0)
            terminal.Say(
                $"  {result.Released} claims had waited for an enrolment that has come; they are decided now.");
        foreach (var kind in result.Changes.GroupBy(change => change.Kind).OrderBy(group => group.Key))
            terminal.Say($"  {Words(kind.Key)}: {kind.Count()}");
        return CodeOf(result.Findings, result.Rejected);
    }

    public static void SayPassedOver(ImportResult result, Terminal terminal)
    {
        if (result.Repeated > 0)
            terminal.Say(
                $"{Counted.Of(result.Repeated, "interchange was", "interchanges were")} read before, and passed over.");
        if (result.KeptReceived.Count > 0)
            terminal.Say(
                "The claims that were read before keep the day on which they were received then: they were imported "
                    + $"{string.Join(" and ", result.KeptReceived)}, and --received changes nothing about them now.");
        if (result.RepeatedTables > 0)
            terminal.Say(
                $"{Counted.Of(result.RepeatedTables, "enrolment table was", "enrolment tables were")} read before, and "
                    + "passed over; --again applies what it says once more.");
    }

    public static int CodeOf(IEnumerable<Finding> findings, int rejected) =>
        rejected > 0 || findings.Any(finding => finding.Severity >= Severity.Rejected)
            ? ExitCode.NeedsAttention
            : ExitCode.Done;

    private static string Words(EnrollmentChangeKind kind) =>
        Documents.Words.Of(kind.ToString()).Replace('-', ' ');

    private sealed class Reporter(Action<double> share) : IProgress<double>
    {
        public void Report(double value) => share(value);
    }
}
