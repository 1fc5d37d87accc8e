using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>When a claim must be incurred and when it must be paid to count under a policy.</summary>
/// <remarks>The windows are dates. A label such as 12/15 is a shorthand that was expanded when the policy was read; the
/// word "paid" is never understood as a window by itself.</remarks>
/// <param name="Incurred">The days of service that count.</param>
/// <param name="Paid">The days of payment that count; what "paid" means, the policy says.</param>
public sealed record ContractBasis(DateRange Incurred, DateRange Paid)
{
    /// <summary>The windows of an I/P label: more than twelve months of incurral reach back before the policy period,
    /// more than twelve months of payment reach beyond it.</summary>
    /// <remarks>Months, never days: a 12/15 contract that ends on 31 December pays through 31 March.</remarks>
    /// <param name="incurredMonths">The first number: 12 or more.</param>
    /// <param name="paidMonths">The second number: 12 or more.</param>
    /// <param name="period">The policy period.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below twelve.</exception>
    public static ContractBasis OfMonths(int incurredMonths, int paidMonths, DateRange period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(incurredMonths, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(paidMonths, 12);
        return new ContractBasis(
            new DateRange(period.First.AddMonths(12 - incurredMonths), period.Last),
            new DateRange(period.First, MonthsAfter(period.Last, paidMonths - 12)));
    }

    /// <summary>The windows of a paid contract: incurred since the first stop-loss contract of this employer began,
    /// paid in the policy period.</summary>
    /// <param name="originalEffective">When the employer's first contract with this carrier began.</param>
    /// <param name="period">The policy period.</param>
    public static ContractBasis OfPaid(DateOnly originalEffective, DateRange period) =>
        new(new DateRange(originalEffective, period.Last), period);

    /// <summary>The same windows with payments counted for longer.</summary>
    /// <param name="runOut">How much longer.</param>
    public ContractBasis Extended(Span runOut) =>
        this with { Paid = new DateRange(Paid.First, runOut.After(Paid.Last)) };

    internal static DateOnly MonthsAfter(DateOnly last, int months) => last.AddDays(1).AddMonths(months).AddDays(-1);
}
