namespace OpenAso.Cli;

/// <summary>What the program says to the shell when it ends.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, with findings or rejections that need attention.</summary>
    public const int NeedsAttention = 1;

    /// <summary>Could not run: bad arguments, unreadable input.</summary>
    public const int CouldNotRun = 2;
}
