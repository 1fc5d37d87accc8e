using System.CommandLine;
using System.Text;
using OpenAso.Actuarial.Reserving;
using OpenAso.Decision.Pictures;
using OpenAso.Documents;
using OpenAso.Edi.Csv;
using OpenAso.Kernel;
using OpenAso.Operations.Reserving;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso reserve</c></summary>
internal static class ReserveVerb
{
    public static Verb Create(Terminal terminal)
    {
        var triangle = new Option<FileInfo?>("--triangle")
        {
            Description = "The triangle (CSV): the origin, then a column for each development age; blank where not "
                + "known; a column member_months is exposure. One of the books is made if left out.",
            HelpName = "FILE",
        };
        var cumulative = new Option<bool>("--cumulative")
        {
            Description = "Of a file: each amount is all that came up to its age; so it is if neither is said.",
        };
        var incremental = new Option<bool>("--incremental")
        {
            Description = "Of a file: each amount is what came at its age alone.",
        };
        var books = new BooksReserveOptions();
        var how = new ReserveOptions();
        var pictures = PictureFiles.Option("heat-map.svg of the link ratios, development.svg by age");
        var json = Options.Json();
        var command = new Command(
            "reserve", "Estimates what is still to be paid for services already incurred, and how far that may be off.")
        {
            triangle, cumulative, incremental,
        };
        foreach (var option in books.All.Concat(how.All))
            command.Options.Add(option);
        command.Options.Add(pictures);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(cumulative) && parsed.GetValue(incremental))
                throw new CommandFailure("A triangle is --cumulative or --incremental, not both.");
            if (parsed.GetValue(triangle) is not { } file)
            {
                if (parsed.GetValue(cumulative) || parsed.GetValue(incremental))
                    throw new CommandFailure(
                        "--cumulative and --incremental are said of a file: name it by --triangle.");
                var reserve = OfBooks(parsed, books, how, parsed.GetValue(json), terminal);
                Draw(parsed.GetValue(pictures), reserve.Report, "the books", terminal);
                return reserve.Code;
            }
            books.DemandNone(parsed);
            var kind = parsed.GetValue(incremental) ? AmountKind.Incremental : AmountKind.Cumulative;
            var (report, code) = OfFile(parsed, (file, kind), how, parsed.GetValue(json), terminal);
            Draw(parsed.GetValue(pictures), report, file.Name, terminal);
            return code;
        });
        return new Verb(
            command,
            "reserve --employer acme --as-of 2026-12-31 --margin 0.1",
            "reserve --triangle paid.csv --incremental --trend 0.07",
            "reserve --triangle paid.csv --incremental --method completion --last 12 --youngest 2",
            "reserve --triangle raa.csv --method chain-ladder --json",
            "reserve --triangle paid.csv --incremental --last 12 --pictures pictures");
    }

    private static void Draw(DirectoryInfo? folder, ReserveReport report, string from, Terminal terminal)
    {
        var (triangle, estimate) = (report.Triangle, report.Estimate);
        var source = $"{from}; reserve by {Words.Of(estimate.Method.ToString())}, "
            + $"{Words.Of(estimate.Pattern.Terms.Kind.ToString())} averages";
        PictureFiles.Write(
            folder, terminal,
            ("heat-map.svg", () => ReservePictures.Ratios(triangle, estimate, source).Draw()),
            ("development.svg", () => ReservePictures.Development(triangle, estimate, source).Draw()));
    }

    private static (ReserveReport Report, int Code) OfFile(
        ParseResult parsed, (FileInfo File, AmountKind Kind) triangle, ReserveOptions how, bool json,
        Terminal terminal)
    {
        var (file, kind) = triangle;
        List<Finding> findings = [];
        var table = Table(file, kind, findings, terminal);
        var terms = Sound(how.Terms(parsed, table, findings), findings, terminal);
        var (report, against) = ReserveUseCase.Estimate(table, kind, terms);
        if (report is null)
            throw None(file.ToString(), against);
        // Notes stand in the result; a warning is said besides.
        terminal.Say([.. report.Estimate.Diagnostics.Where(finding => finding.Severity >= Severity.Warning)]);
        if (json)
            terminal.Output.WriteLine(ReserveReportJson.Of(report));
        else
            ReserveScreen.Write(report, terminal);
        return (report, Code(report.Estimate.Diagnostics.Items.Concat(findings)));
    }

    private static (ReserveReport Report, int Code) OfBooks(
        ParseResult parsed, BooksReserveOptions options, ReserveOptions how, bool json, Terminal terminal) =>
        DataFolder.With(parsed.GetRequiredValue(options.Folder), DatabaseAccess.Read, terminal, books =>
        {
            var terms = DataFolder.Terms(books, options.Employer(parsed));
            var useCase = new BooksReserveUseCase(books);
            var (lag, against) = useCase.Read(terms, options.Question(parsed));
            if (lag is null)
                throw None(terms.Scope.Employer.ToString(), against);
            if (options.Export(parsed) is { } export)
                OutputFile.Write(
                    export.FullName, Encoding.UTF8.GetBytes(TriangleWriter.Write(lag.Triangle.Table)));
            List<Finding> findings = [];
            var method = Sound(how.Terms(parsed, lag.Triangle.Table, findings), findings, terminal);
            var (reserve, reasons) = useCase.Estimate(terms, lag, options.Terms(parsed) with { Method = method });
            if (reserve is null)
                throw None(terms.Scope.Employer.ToString(), reasons);
            var notes = reserve.Report.Estimate.Diagnostics.Items.Concat(reserve.Findings).ToList();
            terminal.Say([.. notes.Where(finding => finding.Severity >= Severity.Warning)]);
            if (json)
                terminal.Output.WriteLine(ReserveReportJson.Of(reserve, terms.Scope.Employer));
            else
                BooksReserveScreen.Write(reserve, terms.Scope.Employer, terminal);
            return (reserve.Report, Code(notes.Concat(findings)));
        });

    private static TriangleTable Table(FileInfo file, AmountKind kind, List<Finding> findings, Terminal terminal)
    {
        using var reader = new StringReader(InputFiles.Text(file));
        var (table, said) = TriangleFile.Read(reader, file.ToString(), kind);
        findings.AddRange(said);
        if (table is not null)
            return table;
        terminal.Say(findings);
        throw new CommandFailure($"{file} cannot be read as a triangle: see above.");
    }

    private static ReserveTerms Sound(ReserveTerms terms, List<Finding> findings, Terminal terminal)
    {
        terminal.Say(findings);
        return findings.Exists(finding => finding.Severity >= Severity.Rejected)
            ? throw new CommandFailure("The exposure cannot be read: see above.")
            : terms;
    }

    private static CommandFailure None(string what, ValueList<Finding> against) => new(
        $"No reserve for {what}: {string.Join(' ', against.Items.Select(one => $"{one.Code} {one.Message}"))}");

    private static int Code(IEnumerable<Finding> findings) =>
        findings.Any(finding => finding.Severity >= Severity.Warning) ? ExitCode.NeedsAttention : ExitCode.Done;
}
