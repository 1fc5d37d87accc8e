using System.Globalization;

namespace OpenAso.Bench;

/// <summary>What to measure, and for how long.</summary>
internal sealed record BenchArguments(
    IReadOnlyList<string> Names, int Rounds, int Employees, int Months, int Claims, bool Strict)
{
    public const string Usage =
        "bench [x12] [decide] [adjudicate] [store] [postgres] [load] [large] [stop-loss] [stop-loss-one-more]\n"
        + "  [reserve] [distribution] [grid] [years] [--rounds N] [--employees N] [--months N] [--claims N]\n"
        + "  [--strict]\n"
        + "Without a name, all of them but large, which takes half an hour and 40 GB for 10,000,000 claims.\n"
        + "--strict: exit code 1 where an aim was missed.";

    public static IReadOnlyList<(string Name, Func<Corpus, BenchArguments, Contest> Make)> Contests { get; } =
    [
        ("x12", (corpus, _) => ReadingContest.Of(corpus)),
        ("decide", (corpus, _) => DecisionContest.Of(corpus)),
        ("adjudicate", (corpus, _) => AdjudicationContest.Of(corpus)),
        ("store", (corpus, _) => StoreContest.Of(corpus)),
        ("postgres", (corpus, _) => PostgresContest.Of(corpus)),
        ("load", (corpus, _) => LoadContest.Of(corpus)),
        ("large", (corpus, arguments) => LargeContest.Of(corpus, arguments.Claims)),
        ("stop-loss", (corpus, _) => StopLossContest.FromScratch(corpus)),
        ("stop-loss-one-more", (corpus, _) => StopLossContest.OfOneMore(corpus)),
        ("reserve", (corpus, _) => BootstrapContest.Of(corpus)),
        ("distribution", (corpus, _) => DistributionContest.OfYear(corpus)),
        ("grid", (corpus, _) => DistributionContest.OfGrid(corpus)),
        ("years", (corpus, _) => SimulationContest.Of(corpus)),
    ];

    /// <summary>Null where something is not understood.</summary>
    public static BenchArguments? Parse(string[] words)
    {
        var result = new BenchArguments([], 9, 1_000, 12, 10_000_000, false);
        for (var i = 0; i < words.Length; i++)
        {
            var number = NumberOf(words.ElementAtOrDefault(i + 1));
            switch (words[i])
            {
                case "--strict":
                    result = result with { Strict = true };
                    continue;
                case "--rounds" when number > 0:
                    result = result with { Rounds = number };
                    break;
                case "--employees" when number > 0:
                    result = result with { Employees = number };
                    break;
                case "--months" when number > 0:
                    result = result with { Months = number };
                    break;
                case "--claims" when number > 0:
                    result = result with { Claims = number };
                    break;
                case var name when Contests.Any(contest => contest.Name == name):
                    result = result with { Names = [.. result.Names, name] };
                    continue;
                default:
                    return null;
            }
            i++;
        }
        return result;
    }

    private static int NumberOf(string? word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public bool Wants(string name) => Names.Count == 0 ? name != "large" : Names.Contains(name);
}
