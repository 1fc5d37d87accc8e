using OpenAso.Actuarial.Distributions;

namespace OpenAso.Bench;

/// <summary>A plan year of 2,200 members with a specific of 150,000, exactly, beside what text books do; and a grid of
/// 200 pairs of specific and aggregate.</summary>
internal static class DistributionContest
{
    private const string Exact = "exact distribution";
    private const string Uncertain = "the same with an uncertain level (20 levels)";
    private const string Transform = "textbook radix-2 complex FFT, step 100";
    private const string Simulation = "textbook simulation of 2,000 years";
    private const string Grid = "grid of 20 specifics and 10 aggregates";
    private const string UncertainGrid = "the same grid with an uncertain level";
    private const string Transforms = "20 textbook transforms";
    private const int People = 2_200;
    private const double Specific = 150_000;
    private const double Multiple = 1.1;
    private static readonly ClaimSeverity Usual = new ZeroInflated(0.14, new LognormalSeverity(7.53, 1.725));

    /// <summary>One year.</summary>
    public static Contest OfYear(Corpus corpus)
    {
        var attachment = Multiple * People * Usual.LimitedMean(Specific);
        return new Contest(
            "A plan year's distribution", "years", 1, Clock.Processor,
            [
                new(Exact, () => Cost(Year(Specific, 0))),
                new(Uncertain, () => Cost(Year(Specific, 0.10))),
                new(Transform, () => (long)(100 * TextbookYear.Transform(
                    People, Specific, Multiple, Usual.LimitedMean))),
                new(Simulation, () => (long)(100 * TextbookYear.Simulate(People, Specific, attachment, 2_000))),
            ],
            [
                new(Exact, Transform, 20, PerSecond: 200),
                new(Exact, Simulation, 100),
                new(Uncertain, Transform, 1, PerSecond: 33),
            ])
        {
            Notes = ["Answers are the aggregate cost at 110 % in cents; exactly it is 1,361,530."],
        };
    }

    /// <summary>A grid while somebody moves a slider.</summary>
    public static Contest OfGrid(Corpus corpus)
    {
        double[] specifics = [.. Enumerable.Range(1, 20).Select(step => step * 25_000.0)];
        double[] multiples = [.. Enumerable.Range(0, 10).Select(step => 1 + (step * 0.05))];
        return new Contest(
            "A grid of specific and aggregate", "cells", 200, Clock.Processor,
            [
                new(Grid, () => Sum(StopLossGrid.Of(Risk(Specific, 0), specifics, multiples))),
                new(UncertainGrid, () => Sum(StopLossGrid.Of(Risk(Specific, 0.10), specifics, multiples))),
                new(Transforms, () => specifics.Sum(specific => (long)(100 * TextbookYear.Transform(
                    People, specific, Multiple, Usual.LimitedMean)))),
            ],
            [
                new(Grid, Transforms, 20, PerSecond: 2_000),
                new(UncertainGrid, Transforms, 10, PerSecond: 2_000),
            ])
        {
            Notes = ["200 cells in 100 ms are 2,000 cells a second."],
        };
    }

    private static GroupRisk Risk(double specific, double sigma) =>
        new([new RiskClass(People, 1, Usual, specific)]) { GroupSigma = sigma };

    private static CostDistribution Year(double specific, double sigma) => AggregateCost.Of(Risk(specific, sigma));

    private static long Cost(CostDistribution year) =>
        (long)(100 * year.StopLossCost(Multiple * year.Moments.CentralRetained));

    private static long Sum(StopLossGrid grid) => (long)(100 * grid.Cells.Items.Sum(cell => cell.AggregateCost));
}
