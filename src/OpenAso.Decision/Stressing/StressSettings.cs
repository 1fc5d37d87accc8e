namespace OpenAso.Decision.Stressing;

/// <summary>How much is drawn.</summary>
/// <param name="Runs">Of the plan's months, under each scenario.</param>
/// <param name="Seed">From which all chance follows.</param>
public sealed record StressSettings(int Runs, ulong Seed)
{
    private const int MostRuns = 2_000;
    private const int FewestRuns = 200;
    private const int MostYears = 100_000;

    /// <summary>How many lives of a year are drawn for the runs where nobody says otherwise.</summary>
    private const int Lives = 4_000_000;

    /// <summary>How many runs are made of a group where nobody says otherwise: 2,000, of very large groups fewer, at
    /// least 200.</summary>
    /// <param name="people">In the group.</param>
    public static int UsualRuns(int people) => Math.Clamp(Lives / Math.Max(people, 1), FewestRuns, MostRuns);

    /// <summary>How many single years are drawn to tell how rare a scenario's claims are: 100,000, of very large groups
    /// fewer.</summary>
    /// <param name="people">In the group.</param>
    internal static int Years(int people) =>
        (int)Math.Clamp(MostYears * 4_000L / Math.Max(people, 1), FewestRuns, MostYears);
}
