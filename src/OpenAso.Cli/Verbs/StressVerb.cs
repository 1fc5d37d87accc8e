using System.Collections.Immutable;
using System.CommandLine;
using OpenAso.Decision.Distributions;
using OpenAso.Decision.Stressing;
using OpenAso.Kernel;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso stress</c></summary>
internal static class StressVerb
{
    private const int MostRuns = 1_000_000;

    public static Verb Create(Terminal terminal)
    {
        var how = new StressOptions();
        var json = Options.Json();
        var command = new Command(
            "stress", "Shows what cash, recoveries and profit become of a bad year, month by month.");
        foreach (var option in how.All)
            command.Options.Add(option);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            List<Finding> findings = [];
            var rules = ShippedDocuments.StressScenarios();
            var risk = Known(
                parsed.GetRequiredValue(how.Risk), "a risk", findings, terminal,
                (text, name) => RiskReader.Read(text, name, ShippedDocuments.Severities()));
            var terms = parsed.GetValue(how.Terms) is { } file
                ? Known(file, "terms of a stress", findings, terminal, StressTermsReader.Read)
                : StressTermsReader.Usual;
            var runs = parsed.GetValue(how.Runs);
            if (runs is < 0 or > MostRuns)
                throw new CommandFailure($"--runs is a number from 1 to {MostRuns}.");
            var report = StressReport.Of(risk, terms, rules, Scenarios(parsed.GetValue(how.Scenarios), rules),
                new StressSettings(
                    runs > 0 ? runs : StressSettings.UsualRuns(risk.Group.People), parsed.GetValue(how.Seed)));
            terminal.Say([.. findings.Where(finding => finding.Severity >= Severity.Warning)]);
            if (parsed.GetValue(json))
                terminal.Output.WriteLine(StressJson.Of(report));
            else
                StressScreen.Write(report, terminal);
            return findings.Exists(finding => finding.Severity >= Severity.Warning)
                ? ExitCode.NeedsAttention
                : ExitCode.Done;
        });
        return new Verb(
            command,
            "stress --risk plans/acme/risk-example/risk.yaml --terms plans/acme/stress-example/stress.yaml",
            "stress --risk plans/acme/risk-example/risk.yaml --scenario three-million-claimant");
    }

    private static T Known<T>(
        FileInfo file, string what, List<Finding> findings, Terminal terminal, Func<string, string, Parsed<T?>> read)
        where T : class
    {
        var parsed = read(InputFiles.Text(file), file.ToString());
        findings.AddRange(parsed.Findings);
        if (parsed.Value is { } known)
            return known;
        terminal.Say(parsed.Findings);
        throw new CommandFailure($"{file} cannot be read as {what}: see above.");
    }

    private static ImmutableArray<StressScenario> Scenarios(string[]? names, StressScenarios rules) =>
        names is not { Length: > 0 }
        ? rules.Scenarios.Items
        : [.. names.Distinct().Select(name => rules.Named(name) ?? throw new CommandFailure(
            $"There is no scenario '{name}'. Known: "
            + $"{string.Join(", ", rules.Scenarios.Items.Select(scenario => scenario.Id))}."))];

    private sealed class StressOptions
    {
        public Option<FileInfo> Risk { get; } = new("--risk")
        {
            Description = "Who is covered by what specific (YAML), as for distribution.",
            HelpName = "FILE",
            Required = true,
        };

        public Option<FileInfo?> Terms { get; } = new("--terms")
        {
            Description = "Contract, fund, fees and profit (YAML); without it 12/15, no aggregate, and the usual fund.",
            HelpName = "FILE",
        };

        public Option<string[]> Scenarios { get; } = new("--scenario")
        {
            Description = "What may happen, by its name in rules/stress-scenarios.yaml; all of them if left out.",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
        };

        public Option<int> Runs { get; } = Options.Number(
            "--runs", "How many runs; 0 for the usual number, 2,000 of most groups.", 0);

        public Option<ulong> Seed { get; } = Options.Number("--seed", "Where chance comes from.", 1UL);

        public IEnumerable<Option> All => [Risk, Terms, Scenarios, Runs, Seed];
    }
}
