using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Underwriting;

/// <summary>One month of the account into which an employer pays the aggregating specific deductible in
/// advance.</summary>
/// <param name="Deposit">What the employer pays in.</param>
/// <param name="Excess">What has passed specific deductibles so far.</param>
/// <param name="Drawn">What leaves the account for it; below zero where excess was given back.</param>
/// <param name="Balance">What is in the account at the end of the month.</param>
/// <param name="StillOwed">What of the excess the employer owes beyond what was paid in.</param>
/// <param name="Carrier">What has passed the aggregating specific deductible too, so far.</param>
public sealed record CorridorMonth(
    Money Deposit, Money Excess, Money Drawn, Money Balance, Money StillOwed, Money Carrier);

/// <summary>A split-funded specific corridor: the aggregating specific deductible with a cash account.</summary>
/// <param name="Months">From the first of the period.</param>
public sealed record CorridorAccount(ValueList<CorridorMonth> Months)
{
    /// <summary>What goes back to the employer when the period and its run-out are over.</summary>
    public Money Returned => Months.Count == 0 ? Money.Zero : Months[^1].Balance;

    /// <summary>The account month by month.</summary>
    /// <param name="terms">Of a policy whose corridor is split-funded.</param>
    /// <param name="monthsOfPeriod">In how many equal parts it is paid in; the cents left over go to the first.</param>
    /// <param name="excess">What has passed specific deductibles by the end of each month, from the first on.</param>
    [Source("Industry practice, without a public text: the aggregating specific deductible, paid in by the month")]
    public static CorridorAccount Of(SpecificTerms terms, int monthsOfPeriod, IEnumerable<Money> excess)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(excess);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(monthsOfPeriod);
        var deposits = terms.Aggregating.Allocate([.. Enumerable.Repeat(Money.Of(1), monthsOfPeriod)]);
        var months = new List<CorridorMonth>();
        Money paidIn = Money.Zero, drawn = Money.Zero;
        foreach (var passed in excess)
        {
            var deposit = months.Count < deposits.Length ? deposits[months.Count] : Money.Zero;
            paidIn += deposit;
            var owed = Money.Min(passed, terms.Aggregating);
            var covered = Money.Min(owed, paidIn);
            months.Add(new CorridorMonth(
                deposit, passed, covered - drawn, paidIn - covered, owed - covered, passed - owed));
            drawn = covered;
        }
        return new CorridorAccount(months.ToValueList());
    }
}
