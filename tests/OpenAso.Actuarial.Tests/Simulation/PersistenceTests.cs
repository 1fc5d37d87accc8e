using OpenAso.Actuarial.Distributions;
using OpenAso.Actuarial.Simulation;

namespace OpenAso.Actuarial.Tests.Simulation;

/// <summary>Who stays costly: what the ranks make of it, beside the RAND Health Insurance Experiment (14,229 pairs of
/// full person-years under 65).</summary>
public sealed class PersistenceTests
{
    private static readonly ClaimSeverity Usual = new ZeroInflated(0.14, new LognormalSeverity(7.53, 1.725));

    // The ranks are tied to RAND's Spearman correlation of 0.509 and to nothing else. They keep somewhat too many at
    // the top, and somewhat too few in the middle; of the costliest hundredth MEPS saw 14 to 25 in a hundred stay.
    [Theory]
    [InlineData(0.01, 0.1433, 0.121)]
    [InlineData(0.05, 0.2604, 0.200)]
    [InlineData(0.10, 0.3408, 0.295)]
    [InlineData(0.20, 0.4513, 0.472)]
    [InlineData(0.30, 0.5363, 0.577)]
    [InlineData(0.50, 0.6766, 0.693)]
    public void Who_stays_among_the_costliest_is_near_RAND_0_121_0_200_0_295_0_472_0_577_0_693(
        double share, double ranks, double observed)
    {
        Assert.Equal(ranks, Persistence.Staying(share, PersistentYears.UsualCorrelation), 5.1e-5);
        Assert.Equal(observed, ranks, 0.061);
    }

    // What the costliest cost again is too much by a sixth to nearly a half: stop-loss at renewal is rather too bad.
    [Theory]
    [InlineData(0.01, 8.2722, 6.44)]
    [InlineData(0.05, 4.8338, 3.34)]
    [InlineData(0.10, 3.6898, 2.85)]
    [InlineData(0.20, 2.7184, 2.33)]
    public void What_the_costliest_cost_next_year_is_above_RAND_6_44_3_34_2_85_2_33(
        double share, double ranks, double observed)
    {
        Assert.Equal(ranks, Persistence.NextYear(Usual, share, PersistentYears.UsualCorrelation), 5.1e-4);
        Assert.InRange(ranks / observed, 1.16, 1.45);
    }

    [Fact]
    public void Without_correlation_the_costliest_are_like_everybody_else()
    {
        Assert.Equal(0.05, Persistence.Staying(0.05, 0), 1e-6);
        Assert.Equal(1, Persistence.NextYear(Usual, 0.05, 0), 1e-3);
    }

    // The simulated people are those that the integrals speak of.
    [Fact]
    public void Simulated_people_stay_among_the_costliest_as_the_ranks_say()
    {
        var severity = new LognormalSeverity(7.53, 1.725);
        var least = severity.Quantile(0.9);
        // Of groups of one, retained under a deductible that marks the costliest tenth.
        var risk = new GroupRisk([new RiskClass(1, 1, severity, double.PositiveInfinity)]) { GroupSigma = 0 };
        var lives = PersistentYears.Retained(risk, [1, 1], PersistentYears.UsualCorrelation, 100_000, 7);
        var costly = lives.Where(life => life[0] > least).ToList();

        new Draws(costly.Select(life => life[1] > least ? 1.0 : 0))
            .Agree(Persistence.Staying(0.1, PersistentYears.UsualCorrelation));
    }
}
