using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Underwriting;
using static OpenAso.StopLoss.Tests.Tables;

namespace OpenAso.StopLoss.Tests.Underwriting;

public class RenewalRulesTests
{
    private static readonly StopLossPolicy Expiring = Offer("100", "{ claimant: L, deductible: 250000 }", """

        renewal: { rate-cap: 50%, no-new-laser: yes }
        """);

    [Theory]
    [InlineData("150", "")]
    [InlineData("150.01", "STL065")]
    public void A_specific_rate_may_rise_by_the_cap_and_not_by_a_cent_more(string rate, string codes) =>
        Assert.Equal(codes, Codes(Offer(rate, "{ claimant: L, deductible: 250000 }")));

    [Theory]
    [InlineData("{ claimant: L, deductible: 250000 }, { claimant: N, deductible: 150000 }", "STL066")]
    [InlineData("{ claimant: L, deductible: 250000 }, { claimant: N, excluded: yes }", "STL066")]
    [InlineData("{ claimant: L, deductible: 250001 }", "STL067")]
    [InlineData("{ claimant: L, excluded: yes }", "STL067")]
    [InlineData("{ claimant: L, deductible: 200000 }", "")]
    [InlineData("", "")]
    public void A_laser_may_go_on_and_nobody_may_be_lasered_anew(string lasers, string codes) =>
        Assert.Equal(codes, Codes(Offer("100", lasers)));

    [Fact]
    public void Without_a_promise_nothing_is_held_against_it() =>
        Assert.Empty(RenewalRules.Check(
            Expiring with { Renewal = null }, Offer("500", "{ claimant: N, deductible: 150000 }")));

    [Fact]
    public void A_rate_that_was_not_there_before_is_held_against_nothing_and_says_so()
    {
        Assert.Equal("STL068", Codes(Offer("100", "", tier: "couple")));
        Assert.Equal("STL068", Codes(Offer("100", "") with { Premium = null }));
    }

    private static string Codes(StopLossPolicy offered) =>
        string.Join(' ', RenewalRules.Check(Expiring, offered).Select(warning => warning.Code));

    private static StopLossPolicy Offer(string rate, string lasers, string rest = "", string tier = "single") => Policy(
        $"deductible: 100000\nlines: [medical]\nbasis: 12/15\nlasers: [{lasers}]", "",
        $"premium:\n  specific: [{"{"} line: medical, tier: {tier}, monthly: {rate} {"}"}]" + rest);
}
