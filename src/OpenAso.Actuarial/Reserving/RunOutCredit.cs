using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>The days on which claims must be incurred and paid to count for a carrier.</summary>
/// <param name="Incurred">Both ends included.</param>
/// <param name="Paid">Both ends included.</param>
public readonly record struct CreditWindows(DateRange Incurred, DateRange Paid);

/// <summary>A payment that is still to come, and what of it a carrier would pay back if it counts.</summary>
/// <param name="Incurred">When the services were.</param>
/// <param name="Paid">When it is expected to be paid.</param>
/// <param name="Amount">Expected.</param>
/// <param name="Recoverable">The part above a deductible or attachment; at most the amount.</param>
public sealed record RunOutPayment(DateRange Incurred, DateRange Paid, Money Amount, Money Recoverable);

/// <summary>What a reserve may be lower by because a carrier pays back.</summary>
public static class RunOutCredit
{
    /// <summary>The credit: what is recoverable of the payments that count.</summary>
    /// <remarks>A payment counts where all days of its service lie in the one window and all days on which it may be
    /// paid in the other; what may fall outside gives no credit. A 12/12 contract ends with the year, so it gives none
    /// for what is paid after it.</remarks>
    /// <param name="payments">Those still to come.</param>
    /// <param name="windows">Of the contract.</param>
    /// <exception cref="ArgumentException">More is recoverable of a payment than is paid.</exception>
    public static Money Of(IEnumerable<RunOutPayment> payments, CreditWindows windows)
    {
        ArgumentNullException.ThrowIfNull(payments);
        var credit = Money.Zero;
        foreach (var payment in payments)
        {
            if (payment.Recoverable > payment.Amount || payment.Recoverable.IsNegative)
                throw new ArgumentException("What is recoverable lies between nothing and the payment.");
            if (windows.Incurred.Contains(payment.Incurred) && windows.Paid.Contains(payment.Paid))
                credit += payment.Recoverable;
        }
        return credit;
    }
}
