using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Cli.Verbs;

/// <summary>Reads the plan documents that a command names.</summary>
internal static class PlanDocuments
{
    /// <summary>The plans of several files, each plan id once.</summary>
    public static PlanLibrary Library(IEnumerable<FileInfo> files, Terminal terminal)
    {
        List<Plan> plans = [];
        foreach (var file in files)
            plans.Add(Read(file, terminal));
        if (plans.GroupBy(plan => plan.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new CommandFailure($"Two of the plan files are about plan '{twice.Key}'; name each plan once.");
        return new PlanLibrary(plans);
    }

    /// <summary>The plan of one file; its findings are said.</summary>
    public static Plan Read(FileInfo file, Terminal terminal)
    {
        var read = PlanReader.Read(InputFiles.Text(file), file.ToString());
        terminal.Say(read.Findings.Items.Where(finding => finding.Severity >= Severity.Warning).ToList());
        return read.Value
            ?? throw new CommandFailure($"{file} is not a plan that can decide claims; mend what is named above.");
    }
}
