using System.CommandLine;
using OpenAso.Operations.Insuring;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso disclosure</c></summary>
internal static class DisclosureVerb
{
    public static Verb Create(Terminal terminal)
    {
        var folder = DataFolder.Option();
        var employer = DataFolder.EmployerOption();
        var date = DeskOptions.Date("The day of the statement; claims paid later are not in it.");
        var policy = DeskOptions.Text(
            "--policy", "NUMBER", "Which stop-loss policy; that of the day if left out.");
        var json = Options.Json();
        var command = new Command(
            "disclosure", "Writes the disclosure statement for a stop-loss renewal, as CSV to standard output.")
        {
            date, policy, employer, folder, json,
        };
        command.SetAction(parsed => DataFolder.With(
            parsed.GetRequiredValue(folder), DatabaseAccess.Read, terminal, books =>
            {
                var terms = DataFolder.Terms(books, parsed.GetValue(employer));
                var day = parsed.GetValue(date)!.Value;
                var of = GapUseCase.Policy(terms, parsed.GetValue(policy), day);
                var statement = new GapUseCase(books).Disclosure(terms, of, day);
                if (parsed.GetValue(json))
                    terminal.Output.WriteLine(GapJson.Of(of.Number, statement));
                else
                    terminal.Output.Write(statement.Content().Text);
                return ExitCode.Done;
            }));
        return new Verb(command, "disclosure --employer acme --date 2026-10-31");
    }
}
