using OpenAso.Actuarial;

namespace OpenAso.Decision.Forecasting;

/// <summary>Claims that are decided, until they are paid.</summary>
internal sealed class PaymentQueue
{
    private readonly PaymentLag _lag;
    private readonly SortedDictionary<int, double> _small = [];
    private readonly List<(int Waited, double Amount)> _large = [];

    public PaymentQueue(PaymentLag lag, double threshold, CashHistory history)
    {
        _lag = lag;
        foreach (var row in history.Rows)
        {
            if (row.IsPaid || row.Amount == 0)
                continue;
            var waited = history.Weeks - row.Received;
            if (Math.Abs(row.Amount) > threshold)
                _large.Add((waited, row.Amount));
            else
                _small[waited] = _small.GetValueOrDefault(waited) + row.Amount;
        }
    }

    /// <summary>Pays what is known: small claims by the share that such claims are paid, large ones each as a
    /// whole.</summary>
    public void PayKnown(Span<double> paid, RandomStream random)
    {
        foreach (var (waited, amount) in _small)
            PayEvenly(amount, 0, waited, paid);
        foreach (var (waited, amount) in _large)
            PayOnce(amount, 0, waited, paid, random);
    }

    /// <summary>Pays the expected share in each week.</summary>
    public void PayEvenly(double amount, int from, int waited, Span<double> paid)
    {
        for (var week = from; week < paid.Length && amount != 0; week++)
        {
            var part = amount * _lag.PaidAt(waited + week - from);
            paid[week] += part;
            amount -= part;
        }
    }

    /// <summary>Pays all of it in one week.</summary>
    public void PayOnce(double amount, int from, int waited, Span<double> paid, RandomStream random)
    {
        for (var week = from; week < paid.Length; week++)
        {
            if (random.Uniform() >= _lag.PaidAt(waited + week - from))
                continue;
            paid[week] += amount;
            return;
        }
    }
}
