using System.CommandLine;
using OpenAso.Api.Webhooks;
using OpenAso.Cli.Demo;
using OpenAso.Cli.Serving;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso demo</c></summary>
internal static class DemoVerb
{
    public static Verb Create(Terminal terminal)
    {
        var folder = DataFolder.Option();
        var fresh = new Option<bool>("--fresh") { Description = "Start over: forget what an earlier run has made." };
        var serve = new Option<bool>("--serve")
        {
            Description = "Serve the pages at the end also where no person sits at the terminal.",
        };
        var noServe = new Option<bool>("--no-serve") { Description = "Do not serve the pages at the end." };
        var addresses = ServeVerb.Addresses();
        var samples = new Option<DirectoryInfo?>("--samples")
        {
            Description = "Folder with claim files of others, decided for a third employer.",
            HelpName = "DIR",
        };
        var employees = Options.Number("--employees", "Employees of the first employer.", 1000);
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be made, make nothing." };
        var command = new Command(
            "demo", "Runs everything once: enrols, decides, books, pays and explains a year of claims; then serves it.")
        {
            folder, fresh, serve, noServe, addresses, samples, employees, dryRun,
        };
        command.SetAction(async (parsed, stopped) =>
        {
            if (parsed.GetValue(serve) && parsed.GetValue(noServe))
                throw new CommandFailure("--serve and --no-serve contradict each other; name one.");
            var folders = new DemoFolders(parsed.GetRequiredValue(folder));
            if (parsed.GetValue(fresh) && folders.Place.Server is not null)
                throw new CommandFailure(
                    "'--fresh' forgets the file of a folder; a server's database is dropped there, and made anew.");
            if (parsed.GetValue(dryRun))
            {
                DemoPreview.Write(
                    folders, parsed.GetValue(fresh), parsed.GetRequiredValue(employees), parsed.GetValue(samples),
                    terminal);
                return ExitCode.Done;
            }
            if (parsed.GetValue(fresh))
                folders.Clear();
            using (var cancellation = new Cancellation())
                new DemoRun(folders, terminal).Run(
                    parsed.GetRequiredValue(employees), parsed.GetValue(samples), cancellation.Token);
            return parsed.GetValue(serve) || (terminal.IsWatched && !parsed.GetValue(noServe))
                ? await BooksServer.RunAsync(
                    folders.Place, parsed.GetRequiredValue(addresses), terminal, new WebhookSettings(), stopped)
                    .ConfigureAwait(false)
                : ExitCode.Done;
        });
        return new Verb(command, "demo --fresh");
    }
}
