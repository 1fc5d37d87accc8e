using System.CommandLine;
using OpenAso.Edi.Csv;
using OpenAso.Kernel;
using OpenAso.Operations.Insuring;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso stop-loss</c></summary>
internal static class StopLossVerb
{
    public static Verb Create(Terminal terminal)
    {
        var policy = new Option<FileInfo>("--policy")
        {
            Description = "The stop-loss policy (YAML).",
            HelpName = "FILE",
            Required = true,
        };
        var claims = Options.Files("--claims", "What was paid, from any system (CSV).");
        var census = Options.Files("--census", "Who was covered in each month (CSV).", required: false);
        var asOf = new Option<DateOnly>("--as-of")
        {
            Description = "The day of the position: nothing paid later counts.",
            HelpName = "YYYY-MM-DD",
            Required = true,
            CustomParser = Options.ParseDay,
        };
        var members = new Option<int?>("--members")
        {
            Description = "Employees and dependents covered, for state minima that count heads.",
            HelpName = "N",
        };
        var expected = new Option<decimal?>("--expected-claims")
        {
            Description = "Claims expected in a year, for state minima that are a share of them.",
            HelpName = "AMOUNT",
        };
        var json = Options.Json();
        var command = new Command(
            "stop-loss",
            "Shows where a stop-loss policy stands: who has passed a deductible, and what the carrier owes.")
        {
            policy, claims, census, asOf, members, expected, json,
        };
        command.SetAction(parsed =>
        {
            List<Finding> findings = [];
            var terms = PolicyFiles.Read(parsed.GetRequiredValue(policy), terminal);
            var payments = CsvFiles.Read(parsed.GetRequiredValue(claims), ClaimPaymentFile.Read, findings);
            var units = CsvFiles.Read(parsed.GetValue(census) ?? [], CensusFile.Read, findings);
            var position = StopLossUseCase.Show(terms, payments, units, parsed.GetValue(asOf));
            var size = EmployerSize.Of(units, parsed.GetValue(members), AmountOf(parsed.GetValue(expected)));
            var warnings = StopLossUseCase.Warnings(terms, position, size, ShippedDocuments.StopLossMinimums());
            findings.AddRange(position.Findings);
            terminal.Say(findings);
            if (parsed.GetValue(json))
                terminal.Output.WriteLine(StopLossPositionJson.Of(position, warnings));
            else
                StopLossScreen.Write(position, warnings, terminal);
            return findings.Exists(finding => finding.Severity >= Severity.Warning)
                ? ExitCode.NeedsAttention
                : ExitCode.Done;
        });
        return new Verb(
            command, "stop-loss --policy stop-loss.yaml --claims paid.csv --census census.csv --as-of 2026-12-31");
    }

    private static Money? AmountOf(decimal? amount)
    {
        if (amount is not { } given)
            return null;
        return given is >= 0 and < 1_000_000_000_000m && decimal.Round(given, 2) == given
            ? Money.Exactly(given)
            : throw new CommandFailure("--expected-claims expects an amount with at most two decimals.");
    }
}
