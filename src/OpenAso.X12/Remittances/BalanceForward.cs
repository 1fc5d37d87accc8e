namespace OpenAso.X12.Remittances;

/// <summary>What a payee owes from a remittance that came to less than nothing.</summary>
/// <param name="TraceNumber">TRN02 of that remittance.</param>
/// <param name="Cents">Above zero.</param>
public sealed record ForwardedBalance(string TraceNumber, long Cents);

/// <summary>Carries a balance below zero from one remittance to a later one, since a payment is never negative
/// (005010X221A1, 1.10.2.12).</summary>
public static class BalanceForward
{
    /// <summary>Sets the payment to what is left after an earlier balance, and carries on what is left of
    /// that.</summary>
    /// <remarks>
    /// PLB FB is above zero where an earlier balance is taken in, and names the trace number of that remittance; below
    /// zero where a balance is carried on, and names this one's. Two balances become one. Where claims and other
    /// adjustments come to nothing the earlier balance is left for another remittance (X12 interpretation 738). Where
    /// nothing is paid the method becomes <see cref="PaymentMethod.NonPayment"/>.
    /// </remarks>
    /// <param name="remittance">With its claims and other provider adjustments, and the method by which a payment above
    /// zero would be made.</param>
    /// <param name="earlier">What the payee owes; null for nothing.</param>
    /// <returns>The balanced remittance, and what the payee owes after it; null for nothing.</returns>
    public static (Remittance Remittance, ForwardedBalance? Owed) Settle(
        Remittance remittance, ForwardedBalance? earlier)
    {
        ArgumentNullException.ThrowIfNull(remittance);
        if (earlier is not null)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(earlier.Cents, nameof(earlier));

        var net = remittance.ClaimsPaidCents - remittance.ProviderAdjustmentCents;
        if (net == 0)
            return (Paying(remittance, 0), earlier);

        var trace = remittance.Payment.TraceNumber;
        var left = net - (earlier?.Cents ?? 0);
        if (earlier is not null)
            remittance = WithForward(remittance, earlier.TraceNumber, earlier.Cents);
        if (left >= 0)
            return (Paying(remittance, left), null);
        return (Paying(WithForward(remittance, trace, left), 0), new ForwardedBalance(trace, -left));
    }

    private static Remittance WithForward(Remittance remittance, string reference, long cents)
    {
        var yearEnd = new DateOnly(remittance.Payment.Date.Year, 12, 31);
        var adjustment = new ProviderAdjustment(ProviderAdjustment.BalanceForward, reference, cents, yearEnd);
        return remittance with { ProviderAdjustments = remittance.ProviderAdjustments.Add(adjustment) };
    }

    private static Remittance Paying(Remittance remittance, long cents) => remittance with
    {
        Payment = cents == 0
            ? RemittancePayment.None(remittance.Payment.Date, remittance.Payment.TraceNumber)
            : remittance.Payment with { PaidCents = cents },
    };
}
