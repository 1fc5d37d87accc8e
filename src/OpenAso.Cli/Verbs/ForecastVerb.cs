using System.CommandLine;
using OpenAso.Kernel;
using OpenAso.Operations.Forecasting;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso forecast</c></summary>
internal static class ForecastVerb
{
    public static Verb Create(Terminal terminal)
    {
        var folder = DataFolder.Option();
        var employer = DataFolder.EmployerOption();
        var asOf = Options.Day("--as-of", "Nothing later is known; all there is if left out.");
        var weeks = Options.Number("--weeks", "How many weeks ahead: 1 to 52.", 13);
        var backTest = new Option<bool>("--back-test")
        {
            Description = "Hold forecasts of every past week, each from what was known then, against what came.",
        };
        var seed = Options.Number("--seed", "Where chance comes from.", 1UL);
        var json = Options.Json();
        var command = new Command(
            "forecast", "Forecasts cash week by week with its quantiles, and when the fund needs money.")
        {
            folder, employer, asOf, weeks, backTest, seed, json,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(weeks) is < 1 or > 52)
                throw new CommandFailure("--weeks expects 1 to 52.");
            var question = new CashQuestion(
                parsed.GetValue(asOf), parsed.GetValue(weeks), parsed.GetValue(backTest), parsed.GetValue(seed));
            return DataFolder.With(parsed.GetRequiredValue(folder), DatabaseAccess.Read, terminal, books =>
            {
                var terms = DataFolder.Terms(books, parsed.GetValue(employer));
                var outlook = new CashForecastUseCase(books).Show(terms, question);
                terminal.Say([.. outlook.Findings.Items.Where(finding => finding.Severity >= Severity.Warning)]);
                if (parsed.GetValue(json))
                    terminal.Output.WriteLine(CashOutlookJson.Of(outlook, terms.Scope.Employer));
                else
                    ForecastScreen.Write(outlook, terms.Scope.Employer, terminal);
                return outlook.Claims is null ? ExitCode.NeedsAttention : ExitCode.Done;
            });
        });
        return new Verb(command, "forecast --employer acme --back-test", "forecast --employer acme --weeks 4 --json");
    }
}
