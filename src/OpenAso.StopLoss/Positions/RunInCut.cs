using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;

namespace OpenAso.StopLoss.Positions;

/// <summary>Takes out what is paid for a person's run-in claims beyond the policy's limit in money.</summary>
internal static class RunInCut
{
    /// <summary>The same amounts, with what is beyond the limit marked.</summary>
    /// <param name="counted">Of one claimant.</param>
    /// <param name="limit">Null for none.</param>
    /// <param name="periodFirst">Claims incurred earlier are run-in claims.</param>
    public static List<CountedAmount> Of(List<CountedAmount> counted, Money? limit, DateOnly periodFirst)
    {
        if (limit is not { } room || !counted.Exists(IsRunIn))
            return counted;
        var kept = counted.Where(amount => !IsRunIn(amount)).ToList();
        var claims = counted.Where(IsRunIn)
            .GroupBy(amount => (amount.PaidOn, amount.Payment.Claim))
            .OrderBy(group => group.Key.PaidOn).ThenBy(group => group.Key.Claim, StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            var net = claim.Total(amount => amount.Amount);
            var cut = Money.Max(net - Money.Max(room, Money.Zero), Money.Zero);
            room -= net - cut;
            kept.AddRange(claim);
            if (!cut.IsPositive)
                continue;
            var latest = claim.MaxBy(amount => amount.Month)!;
            kept.Add(latest with { Amount = -cut });
            kept.Add(latest with { Amount = cut, Excluded = ExclusionReason.RunInLimit });
        }
        return kept;

        bool IsRunIn(CountedAmount amount) => amount.Counts && amount.Payment.Incurred < periodFirst;
    }
}
