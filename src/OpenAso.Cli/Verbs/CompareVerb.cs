using System.CommandLine;
using OpenAso.Decision.Comparing;
using OpenAso.Decision.Distributions;
using OpenAso.Decision.Pictures;
using OpenAso.Edi.Csv;
using OpenAso.Kernel;
using OpenAso.Operations.Comparing;
using OpenAso.Operations.Explaining;
using OpenAso.Storage;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso compare</c></summary>
internal sealed class CompareVerb
{
    private const int MostRuns = 100_000;
    private readonly Option<FileInfo> _risk = File("--risk", "Who is covered, and what they may cost (YAML).");
    private readonly Option<FileInfo> _quotes = File("--quotes", "What was offered: insured and self-funded (YAML).");
    private readonly Option<int> _years = Options.Number("--years", "How many years ahead are told, 1 to 5.", 3);
    private readonly Option<int> _runs = Options.Number("--runs", "How often the years ahead are drawn.", 2_000);
    private readonly Option<ulong> _seed = Options.Number("--seed", "The same seed tells the same years.", 1UL);
    private readonly Option<FileInfo?> _past = new("--past")
    {
        Description = "Past plan years from any system (CSV), told as they would have been insured.",
        HelpName = "FILE",
    };
    private readonly Option<BooksPlace?> _folder = DataFolder.Optional(
        "Folder of the database, whose past plan years are told as they would have been insured.");
    private readonly Option<string?> _employer = DataFolder.EmployerOption();
    private readonly Option<DateOnly?> _asOf = Options.Day("--as-of", "Of the books: everything up to this day.");
    private readonly Option<DirectoryInfo?> _pictures = PictureFiles.Option(
        "exceedance.svg of the first year with the insured premium, tornado.svg of what would change the answer");
    private readonly Option<bool> _json = Options.Json();
    private readonly Terminal _terminal;

    private CompareVerb(Terminal terminal) => _terminal = terminal;

    public static Verb Create(Terminal terminal)
    {
        var verb = new CompareVerb(terminal);
        var command = new Command("compare", "Self-funded or insured? Cost, risk and advice, year by year.")
        {
            verb._risk, verb._quotes, verb._years, verb._runs, verb._seed, verb._past, verb._folder, verb._employer,
            verb._asOf, verb._pictures, verb._json,
        };
        command.SetAction(verb.Run);
        const string Folder = "plans/acme/compare-example";
        return new Verb(command, $"compare --risk {Folder}/risk.yaml --quotes {Folder}/quotes.yaml --years 5");
    }

    private int Run(ParseResult parsed)
    {
        List<Finding> findings = [];
        var terms = Terms(parsed);
        var risk = Risk(parsed.GetRequiredValue(_risk), findings);
        var basis = ShippedDocuments.Comparison();
        var quotes = Quotes(
            parsed.GetRequiredValue(_quotes), new QuotesContext(risk, basis.Rules, _ => null), findings);
        var answer = new ComparisonUseCase(basis).Compare(quotes, risk, terms, Past(parsed, findings));
        var (comparison, past) = (answer.Ahead, answer.Past);
        findings.AddRange(answer.Findings);
        _terminal.Say(findings);
        if (parsed.GetValue(_json))
            _terminal.Output.WriteLine(JsonText.Of(writer =>
            {
                ComparisonJson.Write(writer, comparison, past);
                writer.WriteFindings(findings);
            }));
        else
            ComparisonScreen.Write(comparison, past, basis, _terminal);
        Draw(parsed, comparison);
        return findings.Exists(finding => finding.Severity >= Severity.Warning)
            ? ExitCode.NeedsAttention
            : ExitCode.Done;
    }

    private void Draw(ParseResult parsed, FundingComparison comparison)
    {
        var source = $"{parsed.GetRequiredValue(_quotes).Name}, {parsed.GetRequiredValue(_risk).Name}";
        PictureFiles.Write(
            parsed.GetValue(_pictures), _terminal,
            ("exceedance.svg", () => ComparisonPictures.Exceedance(comparison, source).Draw()),
            ("tornado.svg", () => ComparisonPictures.Tornado(comparison, source).Draw()));
    }

    private SimulationTerms Terms(ParseResult parsed)
    {
        var (years, runs) = (parsed.GetValue(_years), parsed.GetValue(_runs));
        if (years is < 1 or > 5)
            throw new CommandFailure($"--years expects 1 to 5, not {years}.");
        if (runs is < 100 or > MostRuns)
            throw new CommandFailure($"--runs expects 100 to {MostRuns}, not {runs}.");
        return new SimulationTerms(years, runs, parsed.GetValue(_seed));
    }

    private RiskDocument Risk(FileInfo file, List<Finding> findings)
    {
        var read = RiskReader.Read(InputFiles.Text(file), file.ToString(), ShippedDocuments.Severities());
        return Sound(read, findings, $"{file} cannot be read as a risk: see above.");
    }

    private QuotesDocument Quotes(FileInfo file, QuotesContext context, List<Finding> findings)
    {
        var folder = file.DirectoryName ?? ".";
        var read = QuotesReader.Read(InputFiles.Text(file), file.ToString(), context with
        {
            Policies = name => Policy(new FileInfo(Path.Combine(folder, name))),
        });
        return Sound(read, findings, $"{file} cannot be read as quotes: see above.");
    }

    private StopLossPolicy? Policy(FileInfo file)
    {
        if (!file.Exists)
            return null;
        var read = PolicyReader.Read(InputFiles.Text(file), file.ToString());
        _terminal.Say(read.Findings);
        return read.Value;
    }

    private T Sound<T>(Parsed<T?> read, List<Finding> findings, string failure)
        where T : class
    {
        if (read.Value is { } value)
        {
            findings.AddRange(read.Findings);
            return value;
        }
        _terminal.Say(read.Findings);
        throw new CommandFailure(failure);
    }

    private Func<PastQuestion, IEnumerable<PastYear>>? Past(ParseResult parsed, List<Finding> findings)
    {
        var (file, folder) = (parsed.GetValue(_past), parsed.GetValue(_folder));
        if (file is not null && folder is not null)
            throw new CommandFailure("Past years come from --past or from books (--dir, --database), not from both.");
        if (folder is null && (parsed.GetValue(_employer) is not null || parsed.GetValue(_asOf) is not null))
            throw new CommandFailure(
                "--employer and --as-of are of the books; name their folder with --dir, or their server with "
                + "--database.");
        if (file is not null)
            return _ => PastYearsUseCase.Of(CsvFiles.Read([file], PastYearFile.Read, findings));
        return folder is null ? null : asked => OfBooks(folder, parsed, asked);
    }

    private IReadOnlyList<PastYear> OfBooks(BooksPlace folder, ParseResult parsed, PastQuestion asked)
    {
        IReadOnlyList<PastYear> years = [];
        DataFolder.With(folder, DatabaseAccess.Read, _terminal, books =>
        {
            years = PastYearsUseCase.Of(
                books, DataFolder.Terms(books, parsed.GetValue(_employer)), parsed.GetValue(_asOf), asked);
            return ExitCode.Done;
        });
        return years;
    }

    private static Option<FileInfo> File(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "FILE",
        Required = true,
    };
}
