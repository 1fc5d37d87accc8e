using OpenAso.Kernel;

namespace OpenAso.StopLoss.Counting;

/// <summary>A payment, or a part of one that was given back, as one protection of the policy counts it.</summary>
/// <param name="Payment">What it comes from.</param>
/// <param name="Amount">Below zero for what was given back.</param>
/// <param name="PaidOn">The day that orders it among all payments: of a refund, that of the payment it gives back, so
/// that the two meet where the payment stood.</param>
/// <param name="Month">The month of the report in which it stands: its own, at the latest the last of the payment
/// window.</param>
/// <param name="Excluded">Why it does not count; <see cref="ExclusionReason.None"/> where it does.</param>
/// <param name="IsPaid">Whether it had been paid by the day of the position; of a refund, whether what it gives back
/// had.</param>
public sealed record CountedAmount(
    ClaimPayment Payment, Money Amount, DateOnly PaidOn, Month Month, ExclusionReason Excluded, bool IsPaid)
{
    /// <summary>Whether it counts.</summary>
    public bool Counts => Excluded == ExclusionReason.None;
}
