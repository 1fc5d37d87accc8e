namespace OpenAso.Bench;

/// <summary>What time is counted: the processor's, which neighbours on a shared machine do not lengthen, or the wall's,
/// where waiting for a disk is part of the work.</summary>
internal enum Clock
{
    Processor,
    Wall,
}

/// <summary>One that is measured.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Run">Does it once, and gives a number that follows from all of it: contestants that do the same work
/// give the same number.</param>
/// <param name="Prepare">Done before each run, and not measured; null for nothing.</param>
internal sealed record Contestant(string Name, Func<long> Run, Action? Prepare = null);

/// <summary>What a contestant is held to.</summary>
/// <param name="Contestant">Its name.</param>
/// <param name="Against">The peer's name; null where no ratio is asked for.</param>
/// <param name="Ratio">At least so many times as fast as the peer; 0 where the peer is only there for
/// comparison.</param>
/// <param name="PerSecond">At least so many units a second; 0 for no aim.</param>
/// <param name="Bytes">At most so many bytes allocated for each unit; 0 for no aim.</param>
internal sealed record Aim(string Contestant, string? Against, double Ratio, double PerSecond = 0, double Bytes = 0);

/// <summary>Something beside the time that is held to a figure.</summary>
/// <param name="What">What is counted, with its unit.</param>
/// <param name="Measured">The figure, asked for when all rounds have ended.</param>
/// <param name="Figure">What it is held to; infinite where it is only told.</param>
/// <param name="IsMost">Whether it may be that at most; otherwise at least.</param>
internal sealed record Limit(string What, Func<double> Measured, double Figure, bool IsMost = true);

/// <summary>Contestants that are measured in turn, round after round, in one process.</summary>
/// <param name="Title">What is asked.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Units">How many of them one run deals with.</param>
/// <param name="Clock">What time is counted.</param>
/// <param name="Contestants">The peers among them.</param>
/// <param name="Aims">What they are held to.</param>
internal sealed record Contest(
    string Title, string Unit, long Units, Clock Clock, IReadOnlyList<Contestant> Contestants, IReadOnlyList<Aim> Aims)
{
    /// <summary>What else the contestants are held to: said beneath the table.</summary>
    public IReadOnlyList<Limit> Limits { get; init; } = [];

    /// <summary>What was learnt on the way: said beneath the table.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
