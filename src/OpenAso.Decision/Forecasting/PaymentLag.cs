namespace OpenAso.Decision.Forecasting;

/// <summary>How many weeks after its receipt a claim is paid.</summary>
/// <remarks>By the share of those that had waited so long and were paid in that week, so that claims which still wait
/// are heard too. Where nobody has waited so long, all are taken to be paid.</remarks>
internal sealed class PaymentLag
{
    private const int Longest = 26;

    private readonly double[] _paid = new double[Longest + 1];

    private PaymentLag(CashHistory history)
    {
        var (waiting, paid) = (new double[Longest + 1], new double[Longest + 1]);
        foreach (var row in history.Rows)
        {
            if (row.Amount == 0)
                continue;
            var last = (row.IsPaid ? row.Paid : history.Weeks - 1) - row.Received;
            for (var lag = 0; lag <= Math.Min(last, Longest); lag++)
                waiting[lag]++;
            if (row.IsPaid && last is >= 0 and <= Longest)
                paid[last]++;
        }
        for (var lag = 0; lag <= Longest; lag++)
            _paid[lag] = waiting[lag] > 0 ? paid[lag] / waiting[lag] : 1;
        // Somebody is paid in the end.
        _paid[Longest] = 1;
    }

    public static PaymentLag Of(CashHistory history) => new(history);

    /// <summary>The share of what waits that is paid when it has waited so many weeks.</summary>
    public double PaidAt(int lag) => _paid[Math.Clamp(lag, 0, Longest)];
}
