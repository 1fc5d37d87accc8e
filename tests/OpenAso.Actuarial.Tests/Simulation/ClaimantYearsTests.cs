using OpenAso.Actuarial.Distributions;
using OpenAso.Actuarial.Simulation;

namespace OpenAso.Actuarial.Tests.Simulation;

/// <summary>Years in which every claimant is drawn, held against the exact distribution.</summary>
public sealed class ClaimantYearsTests
{
    private const ulong Seed = 7;
    private static readonly ClaimSeverity Usual = new ZeroInflated(0.14, new LognormalSeverity(7.53, 1.725));

    // R1: 2,200 members, specific 150,000: 13,940,573.90 retained, deviation 778,057.366; 110 % is passed with
    // 0.03999270, at a cost of 13,615.3031.
    [Fact]
    public void R1_of_100000_years_gives_13940573_90_and_0_03999270_and_13615_3031()
    {
        var years = ClaimantYears.Of(SimulationCases.Of("R1"), 100_000, Seed);
        var retained = new Draws(years.Select(year => year.Retained));
        const double Attachment = 1.1 * 13_940_573.90;

        retained.Agree(13_940_573.90);
        Assert.Equal(778_057.366, retained.Deviation, 3 * 778_057.366 / Math.Sqrt(2 * 100_000));
        new Draws(years.Select(year => year.Gross)).Agree(15_606_565.51);
        new Draws(years.Select(year => year.Excess)).Agree(1_665_991.61);
        new Draws(years.Select(year => year.Retained > Attachment ? 1.0 : 0)).Agree(0.03999270);
        new Draws(years.Select(year => Math.Max(year.Retained - Attachment, 0))).Agree(13_615.3031);
    }

    [Theory, InlineData("R2"), InlineData("R4"), InlineData("R5")]
    public void Smaller_groups_with_lasers_and_an_uncertain_level_agree_with_the_exact_distribution(string name)
    {
        var risk = SimulationCases.Of(name);
        var exact = AggregateCost.Of(risk);
        var years = ClaimantYears.Of(risk, 60_000, Seed);

        new Draws(years.Select(year => year.Gross)).Agree(exact.Moments.ExpectedGross);
        new Draws(years.Select(year => year.Retained)).Agree(exact.Moments.ExpectedRetained);
        var attachment = 1.2 * exact.Moments.CentralRetained;
        new Draws(years.Select(year => year.Retained > attachment ? 1.0 : 0)).Agree(exact.Above(attachment));
        new Draws(years.Select(year => Math.Max(year.Retained - attachment, 0)))
            .Agree(exact.StopLossCost(attachment));
    }

    [Fact]
    public void Other_severities_keep_their_mean_and_what_lies_below_a_deductible()
    {
        ClaimSeverity[] severities =
        [
            new GammaSeverity(0.5, 20_000), new ParetoSeverity(2.5, 30_000),
            new SplicedSeverity(Usual, 250_000, 0.35, 206_400),
            new EmpiricalSeverity([(0, 0.3), (1_000, 0.5), (40_000, 0.19), (900_000, 0.01)]),
        ];
        foreach (var severity in severities)
        {
            var risk = new GroupRisk([new RiskClass(300, 1, severity, 50_000)]) { GroupSigma = 0 };
            var years = ClaimantYears.Of(risk, 20_000, Seed);

            new Draws(years.Select(year => year.Gross)).Agree(300 * severity.Mean);
            new Draws(years.Select(year => year.Retained)).Agree(300 * severity.LimitedMean(50_000));
        }
    }

    [Fact]
    public void A_machine_without_wide_registers_gives_the_same_numbers()
    {
        var table = new OctaveTable(Usual);
        foreach (var claimants in (int[])[1, 7, 8, 9, 190, 511])
        {
            var wide = new ClaimantLanes(new RandomStream(3));
            var narrow = new ClaimantLanes(new RandomStream(3));
            for (var block = 0; block < 50; block++)
            {
                var deductible = block % 2 == 0 ? 20_000 : float.PositiveInfinity;

                Assert.Equal(
                    narrow.Narrow(table, claimants, deductible), wide.Draw(table, claimants, deductible));
            }
        }
    }

    // The rarest share of 2 to the power of -31 has a cost of its own, and the commonest lies in the table.
    [Fact]
    public void Every_share_that_can_be_drawn_has_a_cost_that_falls_as_the_share_rises()
    {
        var table = new OctaveTable(Usual);
        var before = float.PositiveInfinity;
        for (var share = 1L; share < 1L << 31; share = (share + (share / 50) + 1) | 1)
        {
            var cost = table.At((int)share);

            Assert.InRange(cost, 0, before);
            before = cost;
        }
        Assert.Equal(
            Usual.Quantile(1 - (0.86 * 0.001)), table.At((int)(0.001 * (1L << 31)) | 1),
            0.0005 * Usual.Quantile(1 - (0.86 * 0.001)));
        Assert.InRange(table.At(int.MaxValue), 0, 20);
    }

    [Fact]
    public void The_same_seed_tells_the_same_people_another_deductible()
    {
        var low = ClaimantYears.Of(SimulationCases.Of("R2"), 5_000, Seed);
        var high = ClaimantYears.Of(
            SimulationCases.Of("R2").WithSpecific(75_000, _ => false), 5_000, Seed);

        Assert.Equal(low.Select(year => year.Gross), high.Select(year => year.Gross));
        Assert.All(low.Zip(high), pair => Assert.True(pair.Second.Retained >= pair.First.Retained));
        Assert.True(new Draws(low.Zip(high, (left, right) => right.Retained - left.Retained)).Deviation
            < new Draws(low.Select(year => year.Retained)).Deviation / 2);
    }
}
