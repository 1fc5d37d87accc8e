using System.CommandLine;
using System.Text;
using OpenAso.Kernel;
using OpenAso.Operations.Experiencing;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso experience</c></summary>
internal static class ExperienceVerb
{
    public static Verb Create(Terminal terminal)
    {
        var folder = DataFolder.Option();
        var employer = DataFolder.EmployerOption();
        var line = Options.Line("One line of coverage; all if left out.");
        var asOf = Options.Day("--as-of", "Nothing later is known; all there is if left out.");
        var pooling = DeskOptions.Amount(
            "--pooling", "What a person costs in a year above it is pooled, and not the group's own.", required: true);
        var manual = DeskOptions.Amount(
            "--manual", "What a person's year is expected to cost the plan; the severity's mean if left out.");
        var severity = DeskOptions.Text(
            "--severity", "NAME", "How the cost of a person's year is distributed; us-commercial if left out.");
        var write = new Option<FileInfo?>("--write")
        {
            Description = "Write a risk document (YAML), as distribution --risk reads it.",
            HelpName = "FILE",
        };
        var json = Options.Json();
        var command = new Command(
            "experience", "Blends what the employer's own people cost, below a pooling level, with what is expected.")
        {
            folder, employer, line, asOf, pooling, manual, severity, write, json,
        };
        command.SetAction(parsed => DataFolder.With(
            parsed.GetRequiredValue(folder), DatabaseAccess.Read, terminal, books =>
            {
                var terms = DataFolder.Terms(books, parsed.GetValue(employer));
                var severities = ShippedDocuments.Severities();
                var table = parsed.GetValue(severity) is not { } name
                    ? severities.Usual
                    : severities.Named(name) ?? throw new CommandFailure(
                        $"There is no severity '{name}'; there are "
                        + $"{string.Join(", ", severities.Tables.Items.Select(one => one.Name))}.");
                var question = new ExperienceQuestion(
                    parsed.GetValue(line), parsed.GetValue(asOf), parsed.GetValue(pooling)!.Value,
                    parsed.GetValue(manual), table);
                var (experience, against) = new ExperienceUseCase(books).Show(terms, question);
                if (experience is null)
                    throw new CommandFailure($"No experience of {terms.Scope.Employer}: "
                        + string.Join(' ', against.Items.Select(one => $"{one.Code} {one.Message}")));
                if (parsed.GetValue(write) is { } file)
                    OutputFile.Write(file.FullName, Encoding.UTF8.GetBytes(ExperienceRisk.Of(
                        experience, question, terms.Scope.Employer, terms.PolicyOn(experience.AsOf))));
                terminal.Say([.. experience.Findings.Items.Where(finding => finding.Severity >= Severity.Warning)]);
                if (parsed.GetValue(json))
                    terminal.Output.WriteLine(ExperienceJson.Of(experience, question, terms.Scope.Employer));
                else
                    ExperienceScreen.Write(experience, question, terms.Scope.Employer, terminal);
                return experience.Findings.Items.Any(finding => finding.Severity >= Severity.Warning)
                    ? ExitCode.NeedsAttention
                    : ExitCode.Done;
            }));
        return new Verb(command, "experience --employer acme --pooling 50000 --write risk.yaml");
    }
}
