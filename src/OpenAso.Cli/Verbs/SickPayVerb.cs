using System.CommandLine;
using System.Globalization;
using System.Text;
using OpenAso.Operations.DisabilityClaims.Statements;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso sick-pay</c></summary>
internal static class SickPayVerb
{
    public static Verb Create(Terminal terminal)
    {
        var folder = DataFolder.Option();
        var employer = DataFolder.EmployerOption();
        var year = Year("--year", "The calendar year.", required: true);
        var files = new Option<DirectoryInfo?>("--out")
        {
            Description = "Folder for sick-pay-statements-YEAR.csv and sick-pay-totals-YEAR.csv.",
            HelpName = "DIR",
        };
        var json = Options.Json();
        var command = new Command(
            "sick-pay", "States what was paid as sick pay in a year: wages and taxes by claimant, and the totals.")
        {
            year, employer, folder, files, json,
        };
        command.SetAction(parsed => DataFolder.With(
            parsed.GetRequiredValue(folder), DatabaseAccess.Read, terminal, books =>
            {
                var report = new SickPayUseCase(books).Show(
                    DataFolder.Terms(books, parsed.GetValue(employer)), parsed.GetValue(year)!.Value);
                terminal.Say(report.Findings);
                if (parsed.GetValue(json))
                    terminal.Output.WriteLine(SickPayJson.Of(report));
                else
                    SickPayScreen.Write(report, terminal);
                if (parsed.GetValue(files) is { } into)
                    Write(report, into, terminal);
                return report.Findings.Count > 0 ? ExitCode.NeedsAttention : ExitCode.Done;
            }));
        return new Verb(command, "sick-pay --employer acme --year 2026 --out statements");
    }

    /// <summary>A calendar year from 1900 to 2199.</summary>
    public static Option<int?> Year(string name, string description, bool required = false) => new(name)
    {
        Description = description,
        HelpName = "YEAR",
        Required = required,
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && year is >= 1900 and <= 2199)
                return year;
            result.AddError($"{name} expects a year from 1900 to 2199 such as 2026, not '{text}'.");
            return null;
        },
    };

    private static void Write(SickPayReport report, DirectoryInfo folder, Terminal terminal)
    {
        OutputFile.MakeFolder(folder, "--out");
        foreach (var (name, content) in ((string, string)[])
            [("statements", SickPayTables.Statements(report)), ("totals", SickPayTables.Totals(report))])
        {
            var path = Path.Combine(
                folder.FullName, string.Create(CultureInfo.InvariantCulture, $"sick-pay-{name}-{report.Year}.csv"));
            OutputFile.Write(path, Encoding.UTF8.GetBytes(content));
            terminal.Say($"{path} written.");
        }
    }
}
