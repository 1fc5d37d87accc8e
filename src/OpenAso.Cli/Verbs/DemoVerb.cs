using System.CommandLine;
using OpenAso.Cli.Demo;

namespace OpenAso.Cli.Verbs;

/// <summary><c>openaso demo</c></summary>
internal static class DemoVerb
{
    public static Verb Create(Terminal terminal)
    {
        var folder = DataFolder.Option();
        var fresh = new Option<bool>("--fresh") { Description = "Start over: forget what an earlier run has made." };
        var noServe = new Option<bool>("--no-serve")
        {
            Description = "Do not serve pages at the end; so far it never does, and 'openaso serve' shows them.",
        };
        var samples = new Option<DirectoryInfo?>("--samples")
        {
            Description = "Folder with claim files of others, decided for a third employer.",
            HelpName = "DIR",
        };
        var employees = Options.Number("--employees", "Employees of the first employer.", 1000);
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be made, make nothing." };
        var command = new Command(
            "demo", "Runs everything once: enrols, decides, books, pays and explains a year of claims.")
        {
            folder, fresh, noServe, samples, employees, dryRun,
        };
        command.SetAction(parsed =>
        {
            var folders = new DemoFolders(parsed.GetRequiredValue(folder));
            if (parsed.GetValue(dryRun))
            {
                DemoPreview.Write(
                    folders, parsed.GetValue(fresh), parsed.GetRequiredValue(employees), parsed.GetValue(samples),
                    terminal);
                return ExitCode.Done;
            }
            if (parsed.GetValue(fresh))
                folders.Clear();
            using var cancellation = new Cancellation();
            new DemoRun(folders, terminal).Run(
                parsed.GetRequiredValue(employees), parsed.GetValue(samples), cancellation.Token);
            return ExitCode.Done;
        });
        return new Verb(command, "demo --fresh");
    }
}
