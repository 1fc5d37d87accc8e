using System.CommandLine;
using System.Globalization;
using OpenAso.Kernel;
using OpenAso.Operations.Insuring;
using OpenAso.StopLoss;
using OpenAso.StopLoss.Underwriting;
using Spectre.Console;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso quotes FILE…</c></summary>
internal sealed class QuotesVerb
{
    private readonly Argument<FileInfo[]> _files = new("FILE")
    {
        Description = "Stop-loss policies as they are offered (YAML), each with its premium.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<FileInfo[]> _census = Options.Files(
        "--census", "Who would be covered (CSV); its last month counts for all.");
    private readonly Option<FileInfo?> _expiring = new("--expiring")
    {
        Description = "The policy in force (YAML), whose rate cap and promises the quotes are held against.",
        HelpName = "FILE",
    };
    private readonly Option<Money?> _fixed = DeskOptions.Amount(
        "--fixed", "Other fixed cost of the period, the same for all: administration, network.", orZero: true);
    private readonly Option<Money?> _claims = DeskOptions.Amount(
        "--expected-claims", "Claims expected below the specific; what each carrier expects if left out.",
        orZero: true);
    private readonly Option<Money?> _outside = DeskOptions.Amount(
        "--lines-outside", "Expected claims of lines that stop-loss does not protect.", orZero: true);
    private readonly Option<bool> _json = Options.Json();
    private readonly Terminal _terminal;

    private QuotesVerb(Terminal terminal) => _terminal = terminal;

    public static Verb Create(Terminal terminal)
    {
        var verb = new QuotesVerb(terminal);
        var quotes = new Command("quotes", "Puts stop-loss quotes on one basis: fixed, expected and maximum cost.")
        {
            verb._files, verb._census, verb._expiring, verb._fixed, verb._claims, verb._outside, verb._json,
        };
        quotes.SetAction(verb.Run);
        return new Verb(
            quotes, "quotes a.yaml b.yaml --census census.csv --fixed 600000.00 --expiring stop-loss.yaml");
    }

    private int Run(ParseResult parsed)
    {
        List<Finding> findings = [];
        var policies = parsed.GetRequiredValue(_files).Select(file => PolicyFiles.Read(file, _terminal)).ToList();
        var expiring = parsed.GetValue(_expiring) is { } file ? PolicyFiles.Read(file, _terminal) : null;
        var units = PolicyFiles.Units(parsed.GetRequiredValue(_census), findings);
        _terminal.Say(findings);
        var basis = new QuoteBasis(
            parsed.GetValue(_fixed) ?? Money.Zero, parsed.GetValue(_claims), parsed.GetValue(_outside) ?? Money.Zero);
        var costs = QuoteComparison.Of(policies.Select(policy => PolicyFiles.Offer(policy, units)), basis);
        var quotes = policies.Zip(costs.Items,
            (policy, cost) => (policy.Number, cost,
                expiring is null ? [] : RenewalRules.Check(expiring, policy))).ToList();
        if (parsed.GetValue(_json))
            _terminal.Output.WriteLine(GapJson.Of(quotes));
        else
            Show(quotes);
        return findings.Exists(finding => finding.Severity >= Severity.Warning)
            || quotes.Exists(quote => quote.cost.Findings.Count + quote.Item3.Count > 0)
            ? ExitCode.NeedsAttention
            : ExitCode.Done;
    }

    private void Show(List<(string Policy, QuoteCost Cost, ValueList<PolicyWarning> Broken)> quotes)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Quote");
        string[] columns = ["Premium", "Fixed", "Expected", "Attachment", "Aggregating", "Lasers", "Maximum"];
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        foreach (var (policy, cost, _) in quotes)
            table.AddRow(
                Markup.Escape($"{cost.Carrier} {policy}"), Dollars(cost.Premium), Dollars(cost.Fixed),
                Dollars(cost.Expected), Dollars(cost.Attachment), Dollars(cost.Aggregating), Dollars(cost.LaserLayers),
                Dollars(cost.Maximum));
        _terminal.Write(table);
        foreach (var (policy, cost, broken) in quotes)
        {
            _terminal.Output.WriteLine($"{cost.Carrier} {policy}: beyond the maximum");
            foreach (var exposure in cost.Exposures)
                _terminal.Output.WriteLine($"  {exposure.What} ({exposure.Key})");
            foreach (var promise in broken)
                _terminal.Output.WriteLine($"  BROKEN PROMISE: {promise.Message} ({promise.Source})");
            foreach (var finding in cost.Findings)
                _terminal.Say($"{finding.Code} {finding.Message}");
        }
    }

    private static string Dollars(Money? amount) => amount is { } known
        ? (known.Cents / 100m).ToString("N2", CultureInfo.InvariantCulture)
        : "unknown";
}
