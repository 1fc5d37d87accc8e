using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Disability.Claims;

/// <summary>A sum that was paid once instead of income over time: a settlement, or an award in arrears.</summary>
/// <param name="Amount">All of it.</param>
/// <param name="NotCounted">The part of it that replaces no wages: fees of attorneys, medical costs; at most all of
/// it.</param>
/// <param name="IsPeriodStated">Whether it states the days that it is for; else the plan's clause spreads it.</param>
/// <param name="LifeExpectancyMonths">That it states; null where it states none.</param>
public sealed record LumpSum(Money Amount, Money NotCounted, bool IsPeriodStated, int? LifeExpectancyMonths)
{
    /// <summary>What counts.</summary>
    public Money Counted => Amount - NotCounted;
}

/// <summary>Reads sums that were paid once.</summary>
internal static class LumpSumReader
{
    private static readonly Money Cent = new(1);
    private static readonly Money Most = Money.Of(1_000_000_000);

    public static LumpSum? Read(DocumentSection income)
    {
        var (amount, notCounted) = (income.Optional("lump-sum"), income.Optional("not-counted"));
        var months = income.Optional("life-expectancy-months");
        if (!amount.IsPresent)
        {
            if (notCounted.IsPresent || months.IsPresent)
                (notCounted.IsPresent ? notCounted : months).Stop(
                    DisabilityCodes.Incomplete, "This goes with a 'lump-sum'. Write it, or leave this out.");
            return null;
        }
        var sum = new LumpSum(
            amount.Money(Cent, Most) ?? Cent, notCounted.Money() ?? Money.Zero, income.Has("to"),
            months.Integer(1, 1_200));
        if (income.Has("amount") || income.Has("estimate") || income.Has("per") || income.Has("increases"))
            amount.Stop(DisabilityCodes.Incomplete,
                "A lump sum stands alone: leave out amount, estimate, per and increases.");
        if (sum.NotCounted > sum.Amount)
            notCounted.Stop(DisabilityCodes.Incomplete, "More is not counted than was paid. Correct one of the two.");
        return sum;
    }
}
