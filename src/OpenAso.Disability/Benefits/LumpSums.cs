using OpenAso.Disability.Claims;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Disability.Benefits;

/// <summary>Spreads sums that were paid once over the days that they replace wages for.</summary>
/// <remarks>Over the period that the settlement or award states; else by the plan's clause for that kind of income. A
/// week's or month's part is rounded half up once; at the rate before, days that the sum does not pay in full count for
/// nothing. What cannot be spread is never guessed: the claim pends. Pure.</remarks>
public static class LumpSums
{
    private const int MostMonths = 1_200;
    private const int DaysOfWeek = 7;
    private const int DaysOfMonth = 30;

    /// <summary>The claim with every sum of a kind that the plan counts spread.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="terms">Of the first day of disability.</param>
    public static DisabilityClaim Spread(DisabilityClaim claim, DisabilityTerms terms)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(terms);
        return claim with
        {
            Incomes = claim.Incomes.Items
                .Select(income => Of(income, claim, terms) ?? income).ToValueList(),
        };
    }

    /// <summary>The clauses by which sums that nothing spreads would count; none where all can be spread.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="terms">Of the first day of disability.</param>
    public static IEnumerable<ClauseNumber> Unspread(DisabilityClaim claim, DisabilityTerms terms)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(terms);
        return claim.Incomes.Items
            .Where(income => income.LumpSum is not null && terms.Offset(income.Kind) is not null
                && Of(income, claim, terms) is null)
            .Select(income => terms.Offset(income.Kind)!.Clause).Distinct();
    }

    private static OtherIncome? Of(OtherIncome income, DisabilityClaim claim, DisabilityTerms terms)
    {
        if (income.LumpSum is not { } sum || terms.Offset(income.Kind) is not { } offset)
            return null;
        if (sum.IsPeriodStated)
            return Stated(income, sum.Counted);
        return offset.LumpSums switch
        {
            { Spread: LumpSumSpread.Months, Months: var months } => OverMonths(income, sum.Counted, months),
            { Spread: LumpSumSpread.LifeExpectancy } when sum.LifeExpectancyMonths is { } months =>
                OverMonths(income, sum.Counted, months),
            { Spread: LumpSumSpread.RateBefore } when Before(income, claim) is { } rate =>
                AtRate(income, sum.Counted, rate),
            _ => null,
        };
    }

    private static OtherIncome Stated(OtherIncome income, Money counted)
    {
        var months = Calendar.FullMonths(income.Days.First, income.Days.Last.AddDays(1));
        return months > 0 && income.Days.First.AddMonths(months).AddDays(-1) == income.Days.Last
            ? OverMonths(income, counted, months)
            : income with
            {
                Per = PayPeriod.Week,
                Actual = counted.Ratio(DaysOfWeek, income.Days.Days, Rounding.HalfUp),
            };
    }

    private static OtherIncome OverMonths(OtherIncome income, Money counted, int months) => income with
    {
        Days = new DateRange(income.Days.First, income.Days.First.AddMonths(months).AddDays(-1)),
        Per = PayPeriod.Month,
        Actual = counted.Ratio(1, months, Rounding.HalfUp),
    };

    // The last income of the kind that began before it.
    private static Pay? Before(OtherIncome income, DisabilityClaim claim)
    {
        var before = claim.Incomes.Items
            .Where(one => one.Kind == income.Kind && one.LumpSum is null && one.Actual is { IsPositive: true }
                && one.Days.First < income.Days.First)
            .MaxBy(one => one.Days.First);
        if (before is null)
            return null;
        var increase = before.Increases.Items.LastOrDefault(one => one.From < income.Days.First);
        var pay = new Pay(increase?.Amount ?? before.Actual!.Value, before.Per);
        return pay.Per == PayPeriod.Year ? new Pay(pay.For(weekly: false), PayPeriod.Month) : pay;
    }

    private static OtherIncome AtRate(OtherIncome income, Money counted, Pay rate)
    {
        var first = income.Days.First;
        var end = rate.Per == PayPeriod.Week
            ? first.AddDays((int)Math.Min(DaysOfMonth * MostMonths, DaysOfWeek * counted.Cents / rate.Amount.Cents))
            : first.AddMonths((int)Math.Min(MostMonths, counted.Cents / rate.Amount.Cents))
                .AddDays((int)(DaysOfMonth * (counted.Cents % rate.Amount.Cents) / rate.Amount.Cents));
        return end == first
            ? income with { Days = DateRange.On(first), Per = rate.Per, Actual = Money.Zero }
            : income with { Days = new DateRange(first, end.AddDays(-1)), Per = rate.Per, Actual = rate.Amount };
    }
}
