using System.CommandLine;
using System.Globalization;
using OpenAso.Edi.Csv;
using OpenAso.Kernel;
using OpenAso.Operations.Insuring;
using OpenAso.StopLoss.Gaps;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso gaps</c></summary>
internal sealed class GapsVerb
{
    private readonly Option<BooksPlace> _folder = DataFolder.Option();
    private readonly Option<string?> _employer = DataFolder.EmployerOption();
    private readonly Option<DateOnly?> _date = DeskOptions.Date("The day; nothing paid later is known.");
    private readonly Option<FileInfo[]> _plans = Options.Files(
        "--plan", "Plan documents (YAML); those of the books if left out.", required: false);
    private readonly Option<FileInfo?> _policy = new("--policy")
    {
        Description = "The stop-loss policy (YAML); that of the books if left out.",
        HelpName = "FILE",
    };
    private readonly Option<FileInfo[]> _claims = Options.Files(
        "--claims", "What was paid, from any system (CSV); what the books hold if left out.", required: false);
    private readonly Option<int?> _age = Count("--dependent-age", "The last age at which the plan covers a child.");
    private readonly Option<int?> _leave = Count("--leave-days", "Days for which the plan covers somebody on leave.");
    private readonly Option<int?> _runOut = Count("--run-out-months", "Months after the period in which it pays.");
    private readonly Option<string?> _retirees = DeskOptions.Text(
        "--retirees", "yes|no", "Whether the plan covers retired people.");
    private readonly Option<bool> _json = Options.Json();
    private readonly Terminal _terminal;

    private GapsVerb(Terminal terminal)
    {
        _terminal = terminal;
        _retirees.AcceptOnlyFromAmong("yes", "no");
    }

    public static Verb Create(Terminal terminal)
    {
        var verb = new GapsVerb(terminal);
        var gaps = new Command("gaps", "Lists what the plan must pay and its stop-loss policy will not.")
        {
            verb._date, verb._plans, verb._policy, verb._claims, verb._age, verb._leave, verb._runOut, verb._retirees,
            verb._employer, verb._folder, verb._json,
        };
        gaps.SetAction(verb.Run);
        return new Verb(
            gaps, "gaps --employer acme --date 2026-12-31 --dependent-age 26",
            "gaps --plan plan.yaml --policy stop-loss.yaml --claims paid.csv --date 2026-12-31");
    }

    private int Run(ParseResult parsed)
    {
        var (day, plans, policy) = (parsed.GetValue(_date)!.Value, parsed.GetValue(_plans) ?? [],
            parsed.GetValue(_policy));
        if (plans.Length > 0 != policy is not null)
            throw new CommandFailure(
                "Name both, --plan and --policy, to compare files; neither, to compare what the books hold.");
        if (policy is null && parsed.GetValue(_claims) is { Length: > 0 })
            throw new CommandFailure("--claims goes with --plan and --policy; the books have claims of their own.");
        return policy is null ? FromBooks(parsed, day) : FromFiles(parsed, day, policy, plans);
    }

    private int FromBooks(ParseResult parsed, DateOnly day) => DataFolder.With(
        parsed.GetRequiredValue(_folder), DatabaseAccess.Read, _terminal, books =>
        {
            var terms = DataFolder.Terms(books, parsed.GetValue(_employer));
            var policy = GapUseCase.Policy(terms, null, day);
            Say(policy.Number, day, new GapUseCase(books).Gaps(terms, policy, Practice(parsed), day), parsed);
            return ExitCode.Done;
        });

    private int FromFiles(ParseResult parsed, DateOnly day, FileInfo policyFile, FileInfo[] plans)
    {
        List<Finding> findings = [];
        var policy = PolicyFiles.Read(policyFile, _terminal);
        var care = CsvFiles.Read(parsed.GetValue(_claims) ?? [], ClaimPaymentFile.Read, findings)
            .Select(payment => new PaidCare(payment));
        var library = PlanDocuments.Library(plans, _terminal);
        var gaps = GapAnalysis.Of(policy, Practice(parsed) with { Plans = [.. library.Plans] }, care, day);
        _terminal.Say(findings);
        Say(policy.Number, day, gaps, parsed);
        return findings.Exists(finding => finding.Severity >= Severity.Warning)
            ? ExitCode.NeedsAttention
            : ExitCode.Done;
    }

    private PlanPractice Practice(ParseResult parsed) => new()
    {
        Plans = [],
        DependentAge = parsed.GetValue(_age),
        LeaveOfAbsenceDays = parsed.GetValue(_leave),
        RunOutMonths = parsed.GetValue(_runOut),
        CoversRetirees = parsed.GetValue(_retirees) is { } word ? word == "yes" : null,
    };

    private void Say(string policy, DateOnly day, ValueList<CoverageGap> gaps, ParseResult parsed)
    {
        if (parsed.GetValue(_json))
        {
            _terminal.Output.WriteLine(GapJson.Of(policy, day, gaps));
            return;
        }
        foreach (var gap in gaps)
        {
            _terminal.Output.WriteLine($"{Documents.Words.Of(gap.Kind.ToString())} ({gap.Key})"
                + (gap.FromClaims is { IsZero: false } paid ? $": {paid} paid so far" : ""));
            _terminal.Output.WriteLine($"  the plan pays         {gap.PlanPays}");
            _terminal.Output.WriteLine($"  the policy does not   {gap.PolicyDoesNot}");
        }
        _terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{gaps.Count} gaps between the plan and stop-loss policy {policy}; a payment may stand under several."));
    }

    private static Option<int?> Count(string name, string description)
    {
        var count = new Option<int?>(name)
        {
            Description = description + " Left out: not known.",
            HelpName = "N",
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number <= 10_000)
                    return number;
                result.AddError($"{name} expects a whole number from 0 to 10000, not '{text}'.");
                return null;
            },
        };
        return count;
    }
}
