using System.Diagnostics;

namespace OpenAso.Bench;

/// <summary>One run, for one pass over the input.</summary>
/// <param name="Seconds">By the contest's clock.</param>
/// <param name="Bytes">Allocated.</param>
/// <param name="Answer">What the run gave.</param>
internal readonly record struct Sample(double Seconds, double Bytes, long Answer);

/// <summary>The runs of one contestant, by round.</summary>
internal sealed record Measured(Contestant Contestant, IReadOnlyList<Sample> Rounds)
{
    public double Seconds => Spread.Of(Rounds.Select(round => round.Seconds)).Median;

    public double Bytes => Spread.Of(Rounds.Select(round => round.Bytes)).Median;
}

/// <summary>The middle of some numbers, and how far they lie apart.</summary>
internal readonly record struct Spread(double Least, double Median, double Most)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[^1]);
    }
}

/// <summary>Measures a contest: everybody warms up, then all run in turn, in another order each round, so that what
/// slows the machine down slows all of them.</summary>
internal static class Measurement
{
    private const double ShortestSample = 0.1;
    private const int LongestWarmUp = 20;
    private const int MostRepeats = 1_000;

    public static IReadOnlyList<Measured> Run(Contest contest, int rounds)
    {
        var repeats = contest.Contestants.Select(contestant => WarmUp(contestant)).ToArray();
        var samples = contest.Contestants.Select(_ => new Sample[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < samples.Length; turn++)
            {
                var who = (turn + round) % samples.Length;
                samples[who][round] = Take(contest.Contestants[who], contest.Clock, repeats[who]);
            }
        }
        return [.. contest.Contestants.Zip(samples, (contestant, taken) => new Measured(contestant, taken))];
    }

    // Until the compiler has seen what is hot and compiled it again: that takes some thirty calls of each method and a
    // while in the background, so a long run needs many.
    private static int WarmUp(Contestant contestant)
    {
        var fastest = double.MaxValue;
        var watch = Stopwatch.StartNew();
        for (var run = 0; run < 3 || (watch.Elapsed.TotalSeconds < LongestWarmUp && run < 30); run++)
            fastest = Math.Min(fastest, Take(contestant, Clock.Wall, 1).Seconds);
        return contestant.Prepare is not null
            ? 1
            : Math.Clamp((int)Math.Ceiling(ShortestSample / fastest), 1, MostRepeats);
    }

    private static Sample Take(Contestant contestant, Clock clock, int repeats)
    {
        contestant.Prepare?.Invoke();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var begun = Now(clock);
        var answer = 0L;
        for (var i = 0; i < repeats; i++)
            answer = contestant.Run();
        var seconds = (Now(clock) - begun).TotalSeconds;
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new Sample(seconds / repeats, (double)bytes / repeats, answer);
    }

    private static TimeSpan Now(Clock clock) => clock == Clock.Processor
        ? Environment.CpuUsage.TotalTime
        : Stopwatch.GetElapsedTime(0);
}
