using OpenAso.Actuarial.Distributions;
using OpenAso.Actuarial.Simulation;

namespace OpenAso.Bench;

/// <summary>Simulated years of 2,200 members in which every claimant is drawn, beside the simulation that text books
/// write down.</summary>
internal static class SimulationContest
{
    private const string Ours = "every claimant drawn";
    private const string Costly = "only the costly drawn";
    private const string Textbook = "textbook simulation";
    private const int Years = 100_000;
    private const int People = 2_200;
    private const double Specific = 150_000;
    private static readonly ClaimSeverity Usual = new ZeroInflated(0.14, new LognormalSeverity(7.53, 1.725));

    /// <summary>A hundred thousand years.</summary>
    public static Contest Of(Corpus corpus)
    {
        var risk = new GroupRisk([new RiskClass(People, 1, Usual, Specific)]) { GroupSigma = 0 };
        return new Contest(
            "Simulated years of full claimants", "years", Years, Clock.Processor,
            [
                new(Ours, () => Answer(ClaimantYears.Of(risk, Years, 7).Average(year => year.Retained))),
                new(Costly, () => Answer(ConditionalYears.Retained(risk, 25_000, Years, 7).Average())),
                new(Textbook, () => Answer(TextbookYear.Retained(People, Specific, Years))),
            ],
            // 100,000 years in at most 150 milliseconds.
            [new(Ours, Textbook, 20, PerSecond: 100_000 / 0.15)])
        {
            Notes = ["Answers are the mean retained cost in millions; exactly it is 13.94."],
        };
    }

    private static long Answer(double mean) => (long)Math.Round(mean / 1e6);
}
