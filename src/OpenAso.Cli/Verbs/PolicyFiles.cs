using OpenAso.StopLoss.Policies;

namespace OpenAso.Cli.Verbs;

/// <summary>Reads the stop-loss policies that a command names.</summary>
internal static class PolicyFiles
{
    /// <summary>The policy of one file; its findings are said.</summary>
    public static StopLossPolicy Read(FileInfo file, Terminal terminal)
    {
        var read = PolicyReader.Read(InputFiles.Text(file), file.ToString());
        terminal.Say(read.Findings);
        return read.Value ?? throw new CommandFailure($"{file} cannot be read as a stop-loss policy: see above.");
    }
}
