using OpenAso.Disability.Terms;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Disability.Benefits;

/// <summary>Income of a kind that counts for a full week or month.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Amount">Of all incomes of that kind.</param>
public readonly record struct CountedIncome(OffsetKind Kind, Money Amount);

/// <summary>The circumstances that decide the benefit of a full week or month.</summary>
/// <param name="Share">Of earnings that is replaced.</param>
/// <param name="Incomes">In the plan's order; kinds that the plan does not count are left out.</param>
/// <param name="PartTime">Earnings from part-time work; null where there is no such work.</param>
/// <param name="IsProportionate">Whether they are counted by the share of earnings that is lost.</param>
/// <param name="Indexations">Full years by which predisability earnings are indexed to measure that loss.</param>
/// <param name="Increases">Of the benefit for the cost of living.</param>
/// <param name="InRehabilitation">Whether in an approved rehabilitation.</param>
public sealed record RateScene(
    Percent Share,
    ValueList<CountedIncome> Incomes,
    Money? PartTime,
    bool IsProportionate,
    int Indexations,
    int Increases,
    bool InRehabilitation);

/// <summary>Works out the benefit of a full week or month.</summary>
/// <remarks>
/// Order: the share of earnings, capped by the maximum; offsets in the plan's order; part-time earnings; then
/// additions. No reduction takes the benefit below the minimum, but an offset of which the plan says so. Every product
/// is rounded half up once. Pure.
/// </remarks>
public static class RateCalculation
{
    /// <summary>Works out one rate.</summary>
    /// <param name="terms">The plan.</param>
    /// <param name="earnings">Before the disability.</param>
    /// <param name="scene">The circumstances.</param>
    public static BenefitRate Of(DisabilityTerms terms, PredisabilityEarnings earnings, RateScene scene)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(earnings);
        ArgumentNullException.ThrowIfNull(scene);
        var replaced = earnings.ShareOf(scene.Share);
        var gross = terms.Benefit.Maximum is { } maximum ? Money.Min(maximum, replaced) : replaced;
        var least = Least(terms.Benefit.Minimum, gross);
        var parts = new List<RatePart>();
        var left = gross;
        foreach (var income in scene.Incomes)
        {
            var offset = terms.Offset(income.Kind)!;
            var floor = offset.BelowMinimum ? Money.Zero : Money.Min(left, least);
            Take(Words.Of(income.Kind.ToString()), offset.Clause, income.Amount, income.Amount, floor);
        }
        if (scene.PartTime is { } partTime && terms.Work is { } work)
        {
            var wanted = scene.IsProportionate
                ? Proportion(left, partTime, Indexed(earnings.ForPeriod, work.Index, scene.Indexations))
                : Money.Max(Money.Zero, gross + partTime - earnings.ForPeriod);
            Take("part-time-earnings", work.Clause, partTime, wanted, Money.Min(left, least));
        }
        parts.AddRange(Additions(terms, scene, gross, left));
        return new BenefitRate(earnings.ForPeriod, scene.Share, replaced, gross, least, parts.ToValueList());

        void Take(string name, Plans.ClauseNumber clause, Money income, Money wanted, Money floor)
        {
            var taken = Money.Min(wanted, left - floor);
            parts.Add(new RatePart(name, PartEffect.Reduction, clause, income, taken));
            left -= taken;
        }
    }

    private static Money Least(MinimumBenefit? minimum, Money gross) => minimum is null ? Money.Zero
        : Money.Min(gross, Money.Max(minimum.Amount, gross.Times(minimum.Share, Rounding.HalfUp)));

    // The part of the benefit that goes with the part of earnings that is still earned; never more than all of it.
    private static Money Proportion(Money left, Money earned, Money before) =>
        earned >= before ? left : left.Ratio(earned.Cents, before.Cents, Rounding.HalfUp);

    private static Money Indexed(Money amount, Percent index, int years)
    {
        for (var year = 0; year < years; year++)
            amount += amount.Times(index, Rounding.HalfUp);
        return amount;
    }

    private static IEnumerable<RatePart> Additions(
        DisabilityTerms terms, RateScene scene, Money gross, Money left)
    {
        if (scene.Increases > 0 && terms.CostOfLiving is { } growth)
            yield return Addition(
                "cost-of-living", growth.Clause, Indexed(left, growth.Share, scene.Increases) - left);
        if (scene.InRehabilitation && terms.Rehabilitation is { } rehabilitation)
            yield return Addition(
                "rehabilitation", rehabilitation.Clause, gross.Times(rehabilitation.Share, Rounding.HalfUp));
    }

    private static RatePart Addition(string name, Plans.ClauseNumber clause, Money amount) =>
        new(name, PartEffect.Addition, clause, Money.Zero, amount);
}
