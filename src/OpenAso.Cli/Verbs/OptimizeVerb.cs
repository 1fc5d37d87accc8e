using System.CommandLine;
using OpenAso.Decision.Distributions;
using OpenAso.Decision.Optimizing;
using OpenAso.Decision.Pictures;
using OpenAso.Kernel;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso optimize</c></summary>
internal sealed class OptimizeVerb
{
    private readonly Option<FileInfo> _risk = new("--risk")
    {
        Description = "Who is covered, and who is lasered (YAML).",
        HelpName = "FILE",
        Required = true,
    };
    private readonly Option<FileInfo> _options = new("--options")
    {
        Description = "Which contracts to compare: levels to combine, quotes, budget and tolerance for risk (YAML).",
        HelpName = "FILE",
        Required = true,
    };
    private readonly Option<FileInfo[]> _quotes = Options.Files(
        "--quotes", "Stop-loss policies as they are offered (YAML), to compare as well.", required: false);
    private readonly Option<FileInfo[]> _census = Options.Files(
        "--census", "Who the policies would cover (CSV); its last month counts for all.", required: false);
    private readonly Option<DirectoryInfo?> _pictures = PictureFiles.Option(
        "frontier.svg, expected cost against the worst years");
    private readonly Option<bool> _json = Options.Json();
    private readonly Terminal _terminal;

    private OptimizeVerb(Terminal terminal) => _terminal = terminal;

    public static Verb Create(Terminal terminal)
    {
        var verb = new OptimizeVerb(terminal);
        var command = new Command(
            "optimize", "Compares stop-loss contracts by expected cost and by how bad the worst years get.")
        {
            verb._risk, verb._options, verb._quotes, verb._census, verb._pictures, verb._json,
        };
        command.SetAction(verb.Run);
        return new Verb(
            command,
            "optimize --risk plans/acme/risk-example/risk.yaml --options plans/acme/optimize-example/options.yaml",
            "optimize --risk risk.yaml --options options.yaml --quotes a.yaml b.yaml --census census.csv --json");
    }

    private int Run(ParseResult parsed)
    {
        List<Finding> findings = [];
        var risk = Read(
            parsed.GetRequiredValue(_risk), findings,
            (text, name) => RiskReader.Read(text, name, ShippedDocuments.Severities()));
        var quoted = Quoted(parsed, risk, findings);
        var file = parsed.GetRequiredValue(_options);
        var asked = Read(file, findings, (text, name) => OptionsReader.Read(text, name, quoted));
        var study = OptionCosts.Of(risk, asked);
        findings.AddRange(study.Findings);
        _terminal.Say(findings);
        if (parsed.GetValue(_json))
            _terminal.Output.WriteLine(OptionStudyJson.Of(study));
        else
            OptimizeScreen.Write(study, asked, _terminal);
        PictureFiles.Write(parsed.GetValue(_pictures), _terminal, (
            "frontier.svg", () => StudyPictures.Frontier(
                study, $"{parsed.GetRequiredValue(_risk).Name}, {file.Name}; {study.Options.Count} options").Draw()));
        return findings.Exists(finding => finding.Severity >= Severity.Warning)
            ? ExitCode.NeedsAttention
            : ExitCode.Done;
    }

    private T Read<T>(FileInfo file, List<Finding> findings, Func<string, string, Parsed<T?>> read)
        where T : class
    {
        var (value, said) = read(InputFiles.Text(file), file.ToString());
        findings.AddRange(said);
        if (value is not null)
            return value;
        _terminal.Say(findings);
        throw new CommandFailure($"{file} cannot be read: see above.");
    }

    private List<StopLossOption> Quoted(ParseResult parsed, RiskDocument risk, List<Finding> findings)
    {
        var files = parsed.GetValue(_quotes) ?? [];
        if (files.Length == 0)
            return [];
        if (parsed.GetValue(_census) is not { Length: > 0 } census)
            throw new CommandFailure("--quotes are priced for a census: give --census FILE.");
        var units = PolicyFiles.Units(census, findings);
        var options = new List<StopLossOption>();
        foreach (var policy in files.Select(file => PolicyFiles.Read(file, _terminal)))
        {
            var (option, said) = QuotedPolicies.Of(PolicyFiles.Offer(policy, units), risk);
            options.Add(option);
            findings.AddRange(said);
        }
        return options;
    }
}
