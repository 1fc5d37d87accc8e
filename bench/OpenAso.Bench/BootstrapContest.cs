using OpenAso.Actuarial;
using OpenAso.Actuarial.Reserving;

namespace OpenAso.Bench;

/// <summary>The bootstrap of a reserve beside the one that text books write down: the same model, each cell drawn by
/// itself, factors from ratios and new arrays for each replicate.</summary>
internal static class BootstrapContest
{
    private const string Ours = "bootstrap of the reserve";
    private const string Textbook = "as text books write it";
    private const int Replicates = 10_000;
    private const int Size = 10;
    private static readonly double[] Completion = [0.08, 0.25, 0.44, 0.62, 0.73, 0.82, 0.89, 0.94, 0.98, 1];

    /// <summary>10,000 replicates of a triangle of ten by ten.</summary>
    public static Contest Of(Corpus corpus)
    {
        var triangle = Made();
        var pattern = FactorSelection.Select(triangle, new AverageTerms());
        var peer = new TextbookBootstrap(triangle);
        return new Contest(
            "Bootstrap of a reserve", "replicates", Replicates, Clock.Processor,
            [
                new(Ours, () => Answer(OdpBootstrap.Run(triangle, pattern, Replicates, new RandomStream(7)).Ibnr)),
                new(Textbook, () => Answer(peer.Mean(Replicates, 7))),
            ],
            // 10,000 replicates in at most 50 milliseconds.
            [new(Ours, Textbook, 4, PerSecond: 200_000)])
        {
            Notes =
            [
                $"A triangle of {Size} by {Size}; the answer is the mean in millions, which chance does not move.",
                "Ours draws one gamma number for each origin, the other one for each cell: the same distribution.",
            ],
        };
    }

    private static long Answer(double mean) => (long)Math.Round(mean / 1e6);

    private static Triangle Made()
    {
        var random = new Random(7);
        return Triangle.Of([.. Enumerable.Range(0, Size).Select(origin =>
        {
            var before = 0.0;
            var sum = 0.0;
            return Completion.Take(Size - origin).Select(share =>
            {
                sum += (share - before) * 5e6 * (0.75 + random.NextDouble() / 2);
                before = share;
                return sum;
            }).ToArray();
        })]);
    }
}
