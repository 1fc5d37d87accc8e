using System.Diagnostics.Metrics;

namespace OpenAso.Storage;

/// <summary>What a database tells of its writing, to whoever listens.</summary>
public static class StorageMeter
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "OpenAso.Storage";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Commits = Meter.CreateHistogram<double>(
        "openaso.storage.commit.duration", "s", "How long a group of commands took to be durable.");

    private static readonly Counter<long> Commands = Meter.CreateCounter<long>(
        "openaso.storage.commands", "{command}", "Commands whose group was committed or undone.");

    /// <summary>Tells of a group.</summary>
    /// <param name="commands">How many it held.</param>
    /// <param name="lasted">From its first command to its end.</param>
    /// <param name="committed">Whether it is durable.</param>
    internal static void Tell(int commands, TimeSpan lasted, bool committed)
    {
        var outcome = new KeyValuePair<string, object?>("outcome", committed ? "committed" : "undone");
        Commits.Record(lasted.TotalSeconds, outcome);
        Commands.Add(commands, outcome);
    }
}
