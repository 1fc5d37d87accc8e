using CsCheck;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Underwriting;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests.Underwriting;

public class QuoteComparisonTests
{
    private const string Specific = "deductible: 100000\nlines: [medical, rx]\nbasis: 12/15";

    private static readonly ValueList<QuotedUnits> Units =
    [
        new(LineOfCoverage.Medical, "single", 60),
        new(LineOfCoverage.Medical, "family", 40),
    ];

    [Fact]
    public void O_15_A_years_premium_of_a_city_is_452690_dollars_and_40_cents()
    {
        var quote = Quoted(Policy("deductible: 200000\nlines: [medical]\nbasis: 12/15")) with
        {
            Rates =
            [
                new(StopLossCoverage.Specific, LineOfCoverage.Medical, "single", Amount("9.10")),
                new(StopLossCoverage.Specific, LineOfCoverage.Medical, "family", Amount("21.34")),
            ],
            Units =
            [
                new(LineOfCoverage.Medical, "single", 1308),
                new(LineOfCoverage.Medical, "family", 1210),
            ],
        };

        Assert.Equal(Amount("37724.20"), quote.MonthlyPremium);
        Assert.Equal(Amount("452690.40"), Cost(quote).Premium);
    }

    // Premium 60 × 100 + 40 × 250 + 100 × 10 = 17,000 a month; attachment 60 × 900 + 40 × 2,400 = 150,000 a month.
    [Fact]
    public void A_maximum_holds_fixed_cost_attachment_aggregating_deductible_laser_layers_and_other_lines()
    {
        var cost = Cost(Quoted(Policy(
            Specific + "\naggregating: 50000\n"
            + "lasers: [{ claimant: L, deductible: 250000 }, { claimant: M, deductible: 125000 }]",
            Aggregate())));

        Assert.Empty(cost.Findings);
        Assert.Equal(Amount("204000"), cost.Premium);
        Assert.Equal(Amount("264000"), cost.Fixed);
        Assert.Equal(Amount("1440000"), cost.ExpectedClaims);
        Assert.Equal(Amount("1784000"), cost.Expected);
        Assert.Equal(Amount("1800000"), cost.Attachment);
        Assert.Equal(Amount("50000"), cost.Aggregating);
        Assert.Equal(Amount("175000"), cost.LaserLayers);
        Assert.Equal(Amount("2369000"), cost.Maximum);
    }

    [Fact]
    public void Expected_claims_that_are_given_serve_all_quotes_alike()
    {
        var basis = new QuoteBasis(Amount("60000"), Amount("1500000"), Amount("80000"));

        var costs = QuoteComparison.Of(
            [
                Quoted(Policy(Specific, Aggregate())),
                Quoted(Policy(Specific, Aggregate("\nminimum: { amount: 2000000 }"))),
            ],
            basis);

        Assert.All(costs, cost => Assert.Equal(Amount("1844000"), cost.Expected));
        Assert.Equal([Amount("1800000"), Amount("2000000")], costs.Select(cost => cost.Attachment!.Value));
    }

    [Fact]
    public void Without_an_aggregate_nothing_ends_the_cost_and_expected_claims_are_not_known()
    {
        var cost = Cost(Quoted(Policy(Specific)));

        Assert.Null(cost.Maximum);
        Assert.Null(cost.Expected);
        Assert.Equal("STL062", Assert.Single(cost.Findings).Code);
        Assert.Contains(cost.Exposures, exposure => exposure.Key == "aggregate");
    }

    [Fact]
    public void What_can_come_beyond_the_maximum_stands_beside_it()
    {
        var policy = Policy(
            Specific + "\nreimbursement: 90%\nmaximum: 1000000\nlasers: [{ claimant: X, excluded: yes }]",
            "lines: [medical]\nbasis: 12/15\nmaximum: 1000000\nreimbursement: 80%\n"
            + "factors: [{ line: medical, tier: single, monthly: 1 }]",
            """
            not-actively-at-work: [{ claimant: N }]
            conditions:
              exclusions:
                gene-therapy: { text: gene therapy, procedures: [J3398] }
            """);

        Assert.Equal(
            [
                "specific.lasers", "specific.reimbursement", "specific.maximum", "aggregate.reimbursement",
                "aggregate.maximum", "aggregate.lines", "not-actively-at-work", "conditions.exclusions.gene-therapy",
                "conditions.mirrors-plan",
            ],
            Exposure.Of(policy).Select(exposure => exposure.Key));
    }

    [Fact]
    public void A_tier_without_a_rate_is_named_because_the_quote_would_look_cheaper()
    {
        var quote = Quoted(Policy(Specific, Aggregate()));
        quote = quote with { Units = quote.Units.Add(new(LineOfCoverage.Medical, "couple", 3)) };

        Assert.Equal(["STL060", "STL060"], Cost(quote).Findings.Select(finding => finding.Code));
        Assert.Equal("STL061", Assert.Single(Cost(quote with { Rates = [] }).Findings).Code);
    }

    [Fact]
    public void A_maximum_is_never_below_what_is_expected_of_a_policy_that_states_its_corridor() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[100, 200], Gen.Int[0, 3_000_000])
            .Sample((singles, families, corridor, minimum) =>
            {
                var policy = Policy(Specific, Aggregate($"\nminimum: {"{"} amount: {minimum} {"}"}", $"{corridor}%"));
                var cost = Cost(Quoted(policy) with
                {
                    Units =
                    [
                        new(LineOfCoverage.Medical, "single", singles),
                        new(LineOfCoverage.Medical, "family", families),
                    ],
                });
                return cost.Maximum >= cost.Expected;
            }, iter: 200);

    private static string Aggregate(string more = "", string corridor = "125%") => $"""
        lines: [medical, rx]
        basis: 12/15
        factors:
          - {"{"} line: medical, tier: single, monthly: 900 {"}"}
          - {"{"} line: medical, tier: family, monthly: 2400 {"}"}
        corridor: {corridor}
        """ + more;

    private static Quote Quoted(StopLossPolicy policy) => new(
        "Carrier", policy,
        [
            new(StopLossCoverage.Specific, LineOfCoverage.Medical, "single", Amount("100")),
            new(StopLossCoverage.Specific, LineOfCoverage.Medical, "family", Amount("250")),
            new(StopLossCoverage.Aggregate, LineOfCoverage.Medical, "single", Amount("10")),
            new(StopLossCoverage.Aggregate, LineOfCoverage.Medical, "family", Amount("10")),
        ],
        Units, 12);

    private static QuoteCost Cost(Quote quote) =>
        QuoteComparison.Of([quote], new QuoteBasis(Amount("60000"), null, Amount("80000")))[0];
}
