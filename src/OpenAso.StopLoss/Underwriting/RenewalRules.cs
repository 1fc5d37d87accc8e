using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Underwriting;

/// <summary>Holds what a carrier offers for the next period against what it has promised for it.</summary>
public static class RenewalRules
{
    private const string Promise = "the expiring policy, renewal";

    /// <summary>Every promise that the offer breaks.</summary>
    /// <param name="expiring">With its promises and premium.</param>
    /// <param name="offered">With its premium.</param>
    [Source("Public riders: no new laser, and a cap on the increase of specific rates; Gibraltar Stop Loss")]
    public static ValueList<PolicyWarning> Check(StopLossPolicy expiring, StopLossPolicy offered)
    {
        ArgumentNullException.ThrowIfNull(expiring);
        ArgumentNullException.ThrowIfNull(offered);
        return expiring.Renewal is { } promise
            ?
            [
                .. promise.RateCap is { } cap ? Rates(expiring, offered, cap) : [],
                .. promise.NoNewLaser ? Lasers(expiring, offered) : [],
            ]
            : [];
    }

    /// <summary>The highest rate that a cap allows; a fraction of a cent is dropped, because it is the most.</summary>
    /// <param name="rate">Of the expiring policy.</param>
    /// <param name="cap">How much it may rise.</param>
    [Source("Public riders: the renewal rate is at most the current rate and the cap")]
    public static Money HighestRate(Money rate, Percent cap) => rate + rate.Times(cap, Rounding.Down);

    private static IEnumerable<PolicyWarning> Rates(StopLossPolicy expiring, StopLossPolicy offered, Percent cap)
    {
        var before = Specific(expiring).ToDictionary(rate => (rate.Line, rate.Tier), rate => rate.Monthly);
        if (offered.Specific is not null && !Specific(offered).Any())
            yield return new PolicyWarning(StopLossCodes.RateNotCompared, "rate cap", Promise,
                $"The offer has no specific rates, so the promised cap of {cap} was held against nothing. Add"
                + " 'premium'.");
        foreach (var rate in Specific(offered))
        {
            var what = $"{StopLossLines.WordOf(rate.Line)} {rate.Tier}";
            if (!before.TryGetValue((rate.Line, rate.Tier), out var current))
                yield return new PolicyWarning(StopLossCodes.RateNotCompared, "rate cap", Promise,
                    $"There was no specific rate for {what}, so {rate.Monthly} was held against nothing. Ask how the"
                    + " tier was built.");
            else if (HighestRate(current, cap) is var most && rate.Monthly > most)
                yield return new PolicyWarning(StopLossCodes.RateCapPassed, "rate cap", Promise,
                    $"The specific rate for {what} rises from {current} to {rate.Monthly}; the promised cap of {cap}"
                    + $" allows {most}. Ask for it.");
        }
    }

    private static IEnumerable<PremiumRate> Specific(StopLossPolicy policy) =>
        policy.Premium is { } premium
            ? premium.Rates.Items.Where(rate => rate.Coverage == StopLossCoverage.Specific)
            : [];

    private static IEnumerable<PolicyWarning> Lasers(StopLossPolicy expiring, StopLossPolicy offered)
    {
        foreach (var laser in offered.Specific?.Lasers ?? [])
        {
            if (expiring.Specific?.LaserOf(laser.Claimant) is not { } before)
                yield return new PolicyWarning(StopLossCodes.NewLaser, "no new laser", Promise,
                    $"{laser.Claimant} is lasered {To(laser)} and was not before, although no new laser was promised."
                    + " Ask for it to be taken out.");
            else if (before.Deductible is { } own && !(laser.Deductible <= own))
                yield return new PolicyWarning(StopLossCodes.LaserRaised, "no new laser", Promise,
                    $"The laser of {laser.Claimant} goes from {own} {To(laser)}. Lasers in force may go on; whether"
                    + " they may rise, the rider must say. Ask.");
        }
    }

    private static string To(Laser laser) => laser.Deductible is { } own ? $"to {own}" : "out of the policy";
}
