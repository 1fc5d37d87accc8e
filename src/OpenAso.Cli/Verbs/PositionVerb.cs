using System.CommandLine;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Reporting;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso position</c></summary>
internal static class PositionVerb
{
    public static Verb Create(Terminal terminal)
    {
        var folder = DataFolder.Option();
        var employer = DataFolder.EmployerOption();
        var asOf = Options.Day("--as-of", "Everything up to this day; all there is if left out.");
        var pictures = PictureFiles.Option("cost-fan-EMPLOYER.svg, the plan year's cost and how it may go on");
        var json = Options.Json();
        var command = new Command("position", "Shows an employer where its plan stands.")
        {
            folder,
            employer,
            asOf,
            pictures,
            json,
        };
        command.SetAction(parsed =>
        {
            var books = DataFolder.Open(parsed.GetRequiredValue(folder), DatabaseAccess.Read, terminal);
            try
            {
                foreach (var terms in DataFolder.AllTerms(books, parsed.GetValue(employer)))
                {
                    var position = new PositionUseCase(books).Show(terms, parsed.GetValue(asOf));
                    if (parsed.GetValue(json))
                        terminal.Output.WriteLine(PositionJson.Of(position));
                    else
                        PositionScreen.Write(position, terminal);
                    Draw(parsed.GetValue(pictures), new CostViewUseCase(books), terms, position, terminal);
                }
                return ExitCode.Done;
            }
            finally
            {
                books.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        });
        return new Verb(
            command, "position --employer acme", "position --employer acme --as-of 2026-08-31 --pictures pictures");
    }

    private static void Draw(
        DirectoryInfo? folder, CostViewUseCase costs, EmployerTerms terms, EmployerPosition position, Terminal terminal)
    {
        if (folder is null)
            return;
        var view = costs.Show(terms, position.AsOf);
        PictureFiles.Write(
            folder, terminal, ($"cost-fan-{terms.Scope.Employer}.svg", () => view.Fan().Draw()));
    }
}
