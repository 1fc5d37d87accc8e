using System.CommandLine;
using OpenAso.Decision.Distributions;
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
        var json = Options.Json();
        var command = new Command(
            "distribution", "Shows what a year may cost under a stop-loss: exactly, as probabilities.")
        {
            risk, json,
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
            return read.Findings.Concat(outlook.Findings.Items).Any(finding => finding.Severity >= Severity.Warning)
                ? ExitCode.NeedsAttention
                : ExitCode.Done;
        });
        return new Verb(command, "distribution --risk plans/acme/risk-example/risk.yaml");
    }
}
