using System.CommandLine;
using OpenAso.Decision.Distributions;
using OpenAso.Decision.Pictures;
using OpenAso.Kernel;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso distribution</c></summary>
internal static class DistributionVerb
{
    public static Verb Create(Terminal terminal)
    {
        var risk = new Option<FileInfo>("--risk")
        {
            Description = "Who is covered by what specific, and what to look at (YAML).",
            HelpName = "FILE",
            Required = true,
        };
        var pictures = PictureFiles.Option("exceedance.svg, how likely the year costs more than an amount");
        var json = Options.Json();
        var command = new Command(
            "distribution", "Shows what a year may cost under a stop-loss: exactly, as probabilities.")
        {
            risk, pictures, json,
        };
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(risk);
            var read = RiskReader.Read(InputFiles.Text(file), file.ToString(), ShippedDocuments.Severities());
            terminal.Say(read.Findings);
            var asked = read.Value ?? throw new CommandFailure($"{file} cannot be read as a risk: see above.");
            var outlook = YearOutlook.Of(asked);
            terminal.Say(outlook.Findings.Items);
            if (parsed.GetValue(json))
                terminal.Output.WriteLine(OutlookJson.Of(outlook));
            else
                DistributionScreen.Write(outlook, terminal);
            PictureFiles.Write(parsed.GetValue(pictures), terminal, (
                "exceedance.svg", () => OutlookPictures.Exceedance(outlook, file.Name).Draw()));
            return read.Findings.Concat(outlook.Findings.Items).Any(finding => finding.Severity >= Severity.Warning)
                ? ExitCode.NeedsAttention
                : ExitCode.Done;
        });
        return new Verb(
            command, "distribution --risk plans/acme/risk-example/risk.yaml",
            "distribution --risk risk.yaml --pictures pictures");
    }
}
