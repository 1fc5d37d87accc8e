using System.CommandLine;
using System.Globalization;
using OpenAso.Kernel;
using OpenAso.Operations.Insuring;
using OpenAso.Storage;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso boundary</c></summary>
internal static class BoundaryVerb
{
    public static Verb Create(Terminal terminal)
    {
        var folder = DataFolder.Option();
        var employer = DataFolder.EmployerOption();
        var date = DeskOptions.Date("The day of the list.");
        var days = Options.Number("--days", "How many days before the end of a window count as near.", 60);
        var policy = DeskOptions.Text(
            "--policy", "NUMBER", "Which stop-loss policy; that of the day if left out.");
        var json = Options.Json();
        var command = new Command(
            "boundary", "Lists claims that a stop-loss policy counts only if they are paid in time.")
        {
            date, days, policy, employer, folder, json,
        };
        command.SetAction(parsed => DataFolder.With(
            parsed.GetRequiredValue(folder), DatabaseAccess.Read, terminal, books =>
            {
                if (parsed.GetValue(days) is < 0 or > 3_660)
                    throw new CommandFailure("--days expects a whole number from 0 to 3660.");
                var terms = DataFolder.Terms(books, parsed.GetValue(employer));
                var day = parsed.GetValue(date)!.Value;
                var of = GapUseCase.Policy(terms, parsed.GetValue(policy), day);
                var claims = new GapUseCase(books).Boundary(terms, of, day, parsed.GetValue(days));
                if (parsed.GetValue(json))
                {
                    terminal.Output.WriteLine(GapJson.Of(of.Number, day, claims));
                    return ExitCode.Done;
                }
                foreach (var claim in claims)
                    terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{claim.LastDay:yyyy-MM-dd}  {claim.DaysLeft,4} days left  {claim.Claim}  {claim.Amount,14}  ")
                        + $"{Documents.Words.Of(claim.Reason.ToString())}");
                terminal.Output.WriteLine(
                    $"{Operations.Counted.Of(claims.Count, "claim", "claims")} of "
                        + $"{claims.Items.Total(one => one.Amount)} near a boundary of stop-loss policy {of.Number}.");
                return ExitCode.Done;
            }));
        return new Verb(command, "boundary --employer acme --date 2027-03-01 --days 60");
    }
}
