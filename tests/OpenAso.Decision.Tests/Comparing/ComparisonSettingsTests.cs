using CsCheck;
using OpenAso.Decision.Comparing;
using OpenAso.Decision.Designing;

namespace OpenAso.Decision.Tests.Comparing;

public sealed class ComparisonSettingsTests
{
    private static readonly ComparisonFacts Hundred = new(
        "US-OH", [new QuotedTier("employee-only", 60), new QuotedTier("family", 40)]);

    // The decision oracle of the actuarial reference, entered on the page: 1,530.06 is the nearest cent to its premium.
    private static readonly ComparisonSettings Oracle = new()
    {
        Design = new DesignSettings { Specific = 50_000, AggregateLossRatio = 50, GroupSigma = 0 },
        Years = 1,
        Premium = 1_530.06m,
        Administration = 45,
        FeeGrowth = 0,
    };

    private static readonly Gen<DesignSettings> Designs = Gen.Select(
        Gen.Int[0, 2_000_000], Gen.Int[0, 400], Gen.Bool,
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, 20_000_000], static (number, deductible) =>
            new DesignLaser($"member-{number:x8}", deductible)).Array[0, 4],
        Gen.Select(Gen.OneOf("acme-ppo", "acme-hdhp"), Amount(0, 9_000), Amount(0, 130), Amount(0, 500),
            static (plan, deductible, share, copay) => new PlanDesign(plan)
            {
                Deductible = deductible,
                Coinsurance = share,
                Copays = copay is { } amount ? [new DesignCopay("office", amount)] : [],
            }).Array[0, 2],
        static (specific, corridor, aggregate, lasers, plans) => new DesignSettings
        {
            Specific = specific,
            Corridor = corridor,
            HasAggregate = aggregate,
            Lasers = [.. lasers],
            Plans = [.. plans],
        });

    [Fact]
    public void What_is_entered_costs_what_the_same_quotes_document_says()
    {
        var comparison = Compare(Oracle);
        var first = comparison.Options[0].FirstYear;

        Assert.Equal(1_788_418.2384, first.Expected, 0.01);
        Assert.Equal(12 * 100 * 1_530.06, first.Premium, 1e-6);
        Assert.Equal((12 * 100 * 1_530.06) - 1_788_418.2384, first.Saving, 0.01);
        Assert.Equal(12 * 100 * 45, first.Option.Fixed.Administration, 1e-9);
    }

    [Fact]
    public void An_insured_premium_may_be_asked_for_by_tier()
    {
        var quotes = Quotes(Oracle with { ByTier = true, PremiumEmployeeOnly = 500, PremiumFamily = 1_200 });

        // A year of 60 at 500 and of 40 at 1,200.
        Assert.Equal(936_000, quotes.Insured.FirstPremium.Amount!.Value, 1e-6);
    }

    [Fact]
    public void A_rate_that_was_quoted_stands_before_the_loss_ratio()
    {
        var offer = Quotes(Oracle with { SpecificPremium = 455, AggregatePremium = 6 }).Options[0].StopLoss;

        Assert.Equal((546_000.0, 7_200.0), (offer.SpecificPrice.Amount, offer.AggregatePrice.Amount));
        Assert.Equal(0.70, Quotes(Oracle).Options[0].StopLoss.SpecificPrice.LossRatio);
    }

    [Fact]
    public void A_small_group_is_rated_by_community_and_a_large_one_by_its_claims()
    {
        var small = Quotes(Oracle, Hundred with { Tiers = [new QuotedTier("family", 40)] }).Insured;
        var large = Quotes(Oracle).Insured;

        Assert.Equal((0.08, null), (small.CommunityTrend, small.Renewal));
        Assert.Null(large.CommunityTrend);
        Assert.Equal((50_000.0, 0.15), (large.Renewal!.Pooling, large.Renewal.Retention[0].Share));
        Assert.Equal(double.PositiveInfinity, large.Renewal.Cap);
        Assert.Equal(0.12, Quotes(Oracle with { RenewalCap = 12 }).Insured.Renewal!.Cap, 1e-12);
    }

    [Fact]
    public void Level_funding_is_compared_where_it_is_priced()
    {
        var options = Quotes(Oracle with { LevelMonthly = 1_400, LevelReturned = 50 }).Options;

        Assert.Single(Quotes(Oracle).Options);
        Assert.Equal(Arrangement.LevelFunding, options[1].Arrangement);
        Assert.Equal((140_000.0, 0.5), (options[1].Monthly, options[1].Returned));
    }

    [Fact]
    public void Who_is_no_longer_lasered_has_everybodys_deductible()
    {
        var design = Oracle.Design with { Lasers = [new DesignLaser("member-1", 250_000)] };
        var risk = new DesignRisk(220, 1, Scenes.RiskOf().Members[0].Severity).Under(design);

        Assert.Empty(Quotes(Oracle with { Design = design }, risk: risk).Options[0].StopLoss.Lasers);
        Assert.Equal(
            [50_000],
            Quotes(Oracle with { Design = design with { KeepsLasers = false } }, risk: risk)
                .Options[0].StopLoss.Lasers.Items);
    }

    [Fact]
    public void An_address_holds_all_that_was_entered() => Gen.Select(
        Designs, Amount(0, 3_000), Amount(0, 600), Gen.Int[0, 9], Gen.Bool,
        static (design, premium, cap, years, tiers) => new ComparisonSettings
        {
            Design = design,
            Premium = premium ?? 0,
            RenewalCap = cap ?? 0,
            Years = years,
            ByTier = tiers,
        })
        .Sample(static settings =>
        {
            var told = ComparisonFields.Of(Query(ComparisonFields.Of(settings.Within())), Unasked, NotAsked);
            return told == settings.Within();
        });

    [Fact]
    public void What_an_address_does_not_say_is_usual_and_what_nobody_understands_is_left_out()
    {
        var usual = new DesignSettings { Specific = 75_000, Lasers = [new DesignLaser("member-2", 300_000)] };
        var told = ComparisonFields.Of(
            Query("?premium=900.50&renewal-cap=many&specific=9e9&plan.acme-ppo=1&years=99&plan.<b>.maximum=5"),
            design => Oracle with { Design = design }, () => usual);

        Assert.Equal((900.50m, 0m, 5), (told.Premium, told.RenewalCap, told.Years));
        Assert.Equal(usual, told.Design);
        Assert.Equal(
            [new DesignLaser("member-1", 5)],
            DesignAddress.Of(Query("?laser.member-1=5&laser.member-2=0"), () => usual).Lasers.Items);
    }

    private static Gen<decimal?> Amount(int least, int most) =>
        Gen.Int[-1, most * 100].Select(cents => cents < least * 100 ? (decimal?)null : cents / 100m);

    private static ComparisonSettings Unasked(DesignSettings design) =>
        throw new InvalidOperationException("The address says everything.");

    private static DesignSettings NotAsked() => throw new InvalidOperationException("The address says everything.");

    private static Dictionary<string, string> Query(string address) => address[1..].Split('&')
        .Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);

    private static QuotesDocument Quotes(
        ComparisonSettings settings, ComparisonFacts? facts = null, Distributions.RiskDocument? risk = null) =>
        settings.Quotes(facts ?? Hundred, risk ?? Scenes.RiskOf(), Scenes.Basis.Rules);

    private static FundingComparison Compare(ComparisonSettings settings) => FundingComparison.Of(
        Quotes(settings), Scenes.RiskOf(), Scenes.Basis, new SimulationTerms(settings.Years, 200, Seed: 7));
}
