using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Disability.Benefits;

/// <summary>What a part of a benefit does to it.</summary>
public enum PartEffect
{
    /// <summary>Takes away from the gross benefit.</summary>
    Reduction,

    /// <summary>Is added to what is left of it.</summary>
    Addition,
}

/// <summary>One step between gross and net benefit of a full week or month.</summary>
/// <param name="Name">The kind of income in the words of documents, or <c>part-time-earnings</c>,
/// <c>cost-of-living</c>, <c>rehabilitation</c>.</param>
/// <param name="Effect">Whether it takes or adds.</param>
/// <param name="Clause">The provision.</param>
/// <param name="Income">The income that is counted; zero for additions.</param>
/// <param name="Amount">What it takes or adds, zero or more; less than the income where the minimum benefit, or nothing
/// more, was left.</param>
public sealed record RatePart(string Name, PartEffect Effect, ClauseNumber Clause, Money Income, Money Amount);

/// <summary>The benefit of a full week or month in unchanged circumstances.</summary>
/// <param name="Earnings">Predisability earnings of a week or month.</param>
/// <param name="Share">Of them that is replaced.</param>
/// <param name="BeforeMaximum">The replaced share.</param>
/// <param name="Gross">The same, but no more than the maximum.</param>
/// <param name="Least">The minimum benefit.</param>
/// <param name="Parts">In the order in which they were applied.</param>
public sealed record BenefitRate(
    Money Earnings, Percent Share, Money BeforeMaximum, Money Gross, Money Least, ValueList<RatePart> Parts)
{
    /// <summary>Gross less reductions.</summary>
    public Money BeforeAdditions => Gross - Sum(PartEffect.Reduction);

    /// <summary>Gross less reductions and with additions, before an overpayment is taken back.</summary>
    public Money Net => BeforeAdditions + Sum(PartEffect.Addition);

    private Money Sum(PartEffect effect) =>
        Parts.Items.Where(part => part.Effect == effect).Total(part => part.Amount);
}
