using OpenAso.Decision.Comparing;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Decision.Tests.Comparing;

public sealed class QuotesReaderTests
{
    [Fact]
    public void The_sample_is_read_without_a_finding()
    {
        var read = Scenes.Read(
            Repository.Read("plans/acme/compare-example/quotes.yaml"),
            Repository.Read("plans/acme/compare-example/risk.yaml"));

        Assert.Empty(read.Findings);
        Assert.Equal(
            ["specific-50k", "specific-100k", "level-50k", "minimum-50k"],
            read.Value!.Options.Items.Select(option => option.Name));
        Assert.Equal(33_800, read.Value.StaffSaved.Items.Sum(position => position.Saved));
    }

    [Theory]
    [InlineData("state: US-OH", "state: Ohio", ComparingCodes.UnknownState)]
    [InlineData("state: US-OH", "state: US-XX", ComparingCodes.UnknownState)]
    [InlineData("loss-ratio: 85%", "premium: 0", ComparingCodes.NotOnePrice)]
    [InlineData("loss-ratio: 85%", "renewal: {pooling: none}", ComparingCodes.NotOnePrice)]
    [InlineData("loss-ratio: 85%", "loss-ratio: 85%\n  premium: 1000000", ComparingCodes.NotOnePrice)]
    [InlineData("loss-ratio: 85%", "premium: -5", DecisionCodes.OutOfRange)]
    [InlineData("loss-ratio: 85%", "premium: 5\n  community-trend: 5%", ComparingCodes.CommunityTrend)]
    [InlineData("loss-ratio: 85%",
        "premium: 5\n  renewal: {pooling: none, retention: {administration: 60%, risk: 40%}}",
        ComparingCodes.RetentionTooHigh)]
    [InlineData("loss-ratio: 85%", "premium: 5\n  renewal: {pooling: none, credibility: 120%}", "DOC020")]
    [InlineData("employees: 100", "employees: 0", "DOC020")]
    [InlineData("employees: 100", "employees: 100\ntiers: {single: 60, family: 30}", ComparingCodes.TiersDiffer)]
    [InlineData("administration: 45", "administration: {single: 45}", ComparingCodes.TiersDiffer)]
    [InlineData("aggregate: {", "lasers: [100000]\n    aggregate: {", ComparingCodes.LasersDiffer)]
    [InlineData("specific: {deductible: 50000, loss-ratio: 70%}\n    aggregate: {corridor: 125%, loss-ratio: 50%}",
        "policy: nowhere.yaml", ComparingCodes.PolicyNotUsable)]
    [InlineData("aso:\n", "level-funding:\n", "DOC011")]
    [InlineData("corridor: 125%", "corridor: 125%, attachment: 1500000", ComparingCodes.NotOnePrice)]
    [InlineData("exceed-by: [100000]", "exceed-by: [0]", DecisionCodes.OutOfRange)]
    [InlineData("trend: 8%", "trend: 0.08", "DOC016")]
    public void What_cannot_be_meant_is_named(string written, string broken, string code)
    {
        var read = Scenes.Read(Scenes.Quotes.With(written, broken));

        Assert.Null(read.Value);
        Assert.Contains(code, read.Findings.Select(finding => finding.Code));
        Assert.All(read.Findings, finding => Assert.Equal("quotes.yaml", finding.Place.File));
    }

    [Fact]
    public void Without_an_option_there_is_nothing_to_compare() => Assert.Contains(ComparingCodes.NoOption,
        Scenes.Read(Scenes.Quotes[..Scenes.Quotes.IndexOf("aso:", StringComparison.Ordinal)]).Findings
            .Select(finding => finding.Code));

    [Fact]
    public void Two_options_of_one_name_are_named() => Assert.Contains(ComparingCodes.NameTaken,
        Scenes.Read(Scenes.Quotes.With("exceed-by: [100000]", """
            level-funding:
              name: aso
              specific: {deductible: 50000, premium: 500000}
              monthly: 170000
              returned: 100%
            """)).Findings.Select(finding => finding.Code));

    // By state and size, as dated data: 50 employees, and 100 in California, Colorado, New York and Vermont.
    [Theory]
    [InlineData("US-OH", 50, true)]
    [InlineData("US-OH", 51, false)]
    [InlineData("US-CA", 100, true)]
    [InlineData("US-CA", 101, false)]
    [InlineData("US-CO", 80, true)]
    [InlineData("US-NY", 80, true)]
    [InlineData("US-VT", 80, true)]
    [InlineData("US-TX", 80, false)]
    public void Experience_rating_is_refused_in_the_small_group_market(string state, int employees, bool isSmall)
    {
        var quotes = Scenes.Quotes.With("US-OH", state).With("employees: 100", $"employees: {employees}");
        var rated = Scenes.Read(quotes.With(
            "loss-ratio: 85%", "premium: 900000\n  renewal: {pooling: 50000, credibility: 50%}"));
        var community = Scenes.Read(quotes.With("loss-ratio: 85%", "premium: 900000\n  community-trend: 7%"));

        Assert.Equal(isSmall, rated.Findings.Any(finding => finding.Code == ComparingCodes.NotExperienceRated));
        Assert.Equal(isSmall, rated.Value is null);
        Assert.Equal(isSmall, community.Value is not null);
    }

    [Fact]
    public void A_community_rate_moves_by_its_stated_trend_alone()
    {
        var quotes = Scenes.QuotesOf(Scenes.Quotes.With("employees: 100", "employees: 40")
            .With("loss-ratio: 85%", "premium: 900000\n  community-trend: 7%"));
        var rates = new InsuredRates(quotes.Insured, Scenes.RiskOf(), quotes.Trend);

        Assert.Equal(900_000 * 1.07, rates.Next(1, [5_000_000], 900_000), 1e-6);
        Assert.Equal(900_000 * 1.07, rates.Next(1, [5], 900_000), 1e-6);
    }

    [Fact]
    public void A_stop_loss_policy_may_stand_for_the_figures()
    {
        var policy = PolicyReader.Read(Repository.Read("plans/acme/stop-loss.yaml"), "stop-loss.yaml").Value!;
        var tiers = policy.Premium!.Rates.Items.Select(rate => rate.Tier).Distinct().ToList();
        var quotes = Scenes.Quotes
            .With("employees: 100", $"tiers: {{{string.Join(", ", tiers.Select(tier => $"{tier}: 25"))}}}")
            .With("specific: {deductible: 50000, loss-ratio: 70%}\n    aggregate: {corridor: 125%, loss-ratio: 50%}",
                "policy: stop-loss.yaml");
        var lasered = $"lasered:\n{string.Concat(policy.Specific!.Lasers.Items.Select(_ =>
            "  - {count: 1, factor: 15, deductible: 250000}\n"))}{Scenes.Risk}";

        var read = Scenes.Read(quotes, lasered, name => name == "stop-loss.yaml" ? policy : null);

        var offer = read.Value!.Options[0].StopLoss;
        Assert.Equal(policy.Specific!.Deductible.Cents / 100.0, offer.Specific);
        Assert.Equal(policy.Specific.Aggregating.Cents / 100.0, offer.Aggregating);
        Assert.Equal(policy.Specific.Lasers.Items.Select(laser => laser.Deductible!.Value.Cents / 100.0),
            offer.Lasers.Items);
        Assert.True(offer.Attachment > 0 && offer.SpecificPrice.Amount > 0);
        Assert.NotEmpty(read.Value.Options[0].Untold);
        if (policy.Specific.Lasers.Count > 0)
            Assert.Contains(ComparingCodes.PolicyNotUsable,
                Scenes.Read(quotes, Scenes.Risk, _ => policy).Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Fewer_people_than_employees_are_warned_of()
    {
        var read = Scenes.Read(Scenes.Quotes.With("employees: 100", "employees: 300"));

        Assert.Equal((ComparingCodes.FewerPeople, Severity.Warning),
            Assert.Single(read.Findings.Select(finding => (finding.Code, finding.Severity))));
    }

    [Fact]
    public void The_shares_of_self_funded_plans_are_those_that_were_published()
    {
        var shares = Scenes.Basis.Shares;

        Assert.Equal(0.67, shares.Of(2020)!.All, 1e-9);
        Assert.Equal(0.64, shares.Of(2021)!.All, 1e-9);
        Assert.Equal((0.20, 0.79), (shares.Of(2024)!.Small!.Value, shares.Of(2024)!.Large!.Value));
        Assert.Equal(2025, shares.Of(2031)!.Year);
        Assert.Null(shares.Of(2019));
        Assert.All(shares.Years.Items, year => Assert.NotEqual("", year.Source));
    }

    [Fact]
    public void No_text_makes_the_reader_throw()
    {
        foreach (var text in (string[])["", "a", "[1]", "insured: []", "aso: {aso: []}", "employees: {a: b}", "\0"])
            Assert.Null(Scenes.Read(text).Value);
    }
}
