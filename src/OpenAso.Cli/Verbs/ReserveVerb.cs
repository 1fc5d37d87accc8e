using System.CommandLine;
using OpenAso.Actuarial.Reserving;
using OpenAso.Decision.Pictures;
using OpenAso.Documents;
using OpenAso.Edi.Csv;
using OpenAso.Kernel;
using OpenAso.Operations.Reserving;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso reserve</c></summary>
internal static class ReserveVerb
{
    public static Verb Create(Terminal terminal)
    {
        var triangle = new Option<FileInfo>("--triangle")
        {
            Description = "The triangle (CSV): the origin, then a column for each development age; blank where not "
                + "known; a column member_months is exposure.",
            HelpName = "FILE",
            Required = true,
        };
        var cumulative = new Option<bool>("--cumulative")
        {
            Description = "Each amount is all that came up to its age; so it is if neither is said.",
        };
        var incremental = new Option<bool>("--incremental")
        {
            Description = "Each amount is what came at its age alone.",
        };
        var how = new ReserveOptions();
        var pictures = PictureFiles.Option("heat-map.svg of the link ratios, development.svg by age");
        var json = Options.Json();
        var command = new Command(
            "reserve", "Estimates what is still to be paid for services already incurred, and how far that may be off.")
        {
            triangle, cumulative, incremental,
        };
        foreach (var option in how.All)
            command.Options.Add(option);
        command.Options.Add(pictures);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(cumulative) && parsed.GetValue(incremental))
                throw new CommandFailure("A triangle is --cumulative or --incremental, not both.");
            var kind = parsed.GetValue(incremental) ? AmountKind.Incremental : AmountKind.Cumulative;
            var file = parsed.GetRequiredValue(triangle);
            List<Finding> findings = [];
            var table = Table(file, kind, findings, terminal);
            var report = Report(file, table, kind, how.Terms(parsed, table, findings), findings, terminal);
            // Notes stand in the result; a warning is said besides.
            terminal.Say([.. report.Estimate.Diagnostics.Where(finding => finding.Severity >= Severity.Warning)]);
            if (parsed.GetValue(json))
                terminal.Output.WriteLine(ReserveReportJson.Of(report));
            else
                ReserveScreen.Write(report, terminal);
            Draw(parsed.GetValue(pictures), report, file.Name, terminal);
            return report.Estimate.Diagnostics.Any(finding => finding.Severity >= Severity.Warning)
                || findings.Exists(finding => finding.Severity >= Severity.Warning)
                ? ExitCode.NeedsAttention
                : ExitCode.Done;
        });
        return new Verb(
            command,
            "reserve --triangle paid.csv --incremental --trend 0.07",
            "reserve --triangle paid.csv --incremental --method completion --last 12 --youngest 2",
            "reserve --triangle raa.csv --method chain-ladder --json",
            "reserve --triangle paid.csv --incremental --last 12 --pictures pictures");
    }

    private static void Draw(DirectoryInfo? folder, ReserveReport report, string file, Terminal terminal)
    {
        var (triangle, estimate) = (report.Triangle, report.Estimate);
        var source = $"{file}; reserve by {Words.Of(estimate.Method.ToString())}, "
            + $"{Words.Of(estimate.Pattern.Terms.Kind.ToString())} averages";
        PictureFiles.Write(
            folder, terminal,
            ("heat-map.svg", () => ReservePictures.Ratios(triangle, estimate, source).Draw()),
            ("development.svg", () => ReservePictures.Development(triangle, estimate, source).Draw()));
    }

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

    private static ReserveReport Report(
        FileInfo file, TriangleTable table, AmountKind kind, ReserveTerms terms, List<Finding> findings,
        Terminal terminal)
    {
        terminal.Say(findings);
        if (findings.Exists(finding => finding.Severity >= Severity.Rejected))
            throw new CommandFailure("The exposure cannot be read: see above.");
        var (report, against) = ReserveUseCase.Estimate(table, kind, terms);
        return report ?? throw new CommandFailure(
            $"No reserve for {file}: {string.Join(' ', against.Items.Select(one => $"{one.Code} {one.Message}"))}");
    }
}
