using OpenAso.Cli.Verbs;
using OpenAso.Operations;

namespace OpenAso.Cli.Demo;

/// <summary>What the demonstration would do, with nothing made and nothing forgotten.</summary>
internal static class DemoPreview
{
    public static void Write(
        DemoFolders folders, bool fresh, int employees, DirectoryInfo? samples, Terminal terminal)
    {
        var output = terminal.Output;
        foreach (var path in fresh ? folders.Made : [])
            output.WriteLine($"Would delete {path}");
        output.WriteLine(folders.Place.Server is not null
            ? $"Would go on in {folders.Place}, or make its tables."
            : File.Exists(folders.Database) && !fresh
            ? $"Would go on in {folders.Database} ('--fresh' starts over)."
            : $"Would make {folders.Database}.");
        foreach (var request in SeededEmployers.Requests(employees))
        {
            var (key, weeks) = (request.Employer.Key, SeededEmployers.Weeks(request).Count);
            output.WriteLine(
                $"{key}: {Counted.Of(SeedFiles.Plan(request).Count, "file", "files")} of "
                    + $"{Counted.Of(request.Employees, "employee", "employees")} and {request.Months} months from "
                    + $"{request.First:yyyy-MM-dd} in {folders.FilesOf(key)}; would be imported and decided, and paid "
                    + $"in {Counted.Of(weeks, "run", "runs")}; what is sent out would stand in "
                    + $"{folders.OutputOf(key)}.");
        }
        if (samples is not null)
            output.WriteLine(
                $"samples: {Counted.Of(SampleEmployer.Files(samples).Count, "claim file", "claim files")} in {samples} "
                    + "would be decided for a third employer.");
        terminal.Say("Nothing was written.");
    }
}
