using CsCheck;
using OpenAso.Decision.Comparing;

namespace OpenAso.Decision.Tests.Comparing;

public sealed class CostRuleLawTests
{
    private static readonly Gen<CostRule> Rules = Gen.Select(
        Gen.Double[0, 1e6], Gen.Double[0.1, 1], Gen.Double[1, 1e6], Gen.Double[0, 1e6],
        (fixedCost, slope, attachment, maximum) => new CostRule(fixedCost, slope, attachment, maximum));

    [Fact]
    public void More_claims_never_cost_less() => Gen.Select(Rules, Gen.Double[0, 3e6], Gen.Double[0, 1e6])
        .Sample((rule, claims, more) => rule.Of(claims + more) >= rule.Of(claims));

    [Fact]
    public void What_the_employer_bears_and_the_aggregate_pays_are_all_claims() =>
        Gen.Select(Rules, Gen.Double[0, 3e6]).Sample((rule, claims) =>
        {
            var whole = rule with { Slope = 1 };
            return Math.Abs(whole.Of(claims) - whole.Base + whole.Recovered(claims) - claims) < 1e-6;
        });

    [Fact]
    public void Above_the_claims_of_a_cost_the_cost_is_passed_and_up_to_them_it_is_not() =>
        Gen.Select(Rules, Gen.Double[0, 3e6], Gen.Double[0, 4e6]).Sample((rule, claims, cost) =>
        {
            var at = rule.ClaimsAt(cost);
            return Math.Abs(claims - at) < 1e-3 || rule.Of(claims) > cost == claims > at;
        });

    [Fact]
    public void A_premium_rises_with_experience_and_never_beyond_its_cap() =>
        Gen.Select(Gen.Double[0, 3e6], Gen.Double[0, 1e6], Gen.Double[0, 1], Gen.Double[0.01, 1])
            .Sample((experience, more, credibility, cap) =>
            {
                var lower = Premium(experience);
                var higher = Premium(experience + more);
                return higher >= lower && higher <= (1e6 * (1 + cap)) + 1e-6;

                double Premium(double claims) => PremiumRules.Capped(
                    PremiumRules.OfClaims(PremiumRules.Blended(claims, 1e6, credibility), 0.15), 1e6, cap);
            });
}
