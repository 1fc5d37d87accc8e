using OpenAso.Actuarial;

namespace OpenAso.Decision.Forecasting;

/// <summary>Claims that are decided, until they are paid.</summary>
internal sealed class PaymentQueue
{
    private readonly PaymentLag _lag;
    private readonly SortedDictionary<int, Batch> _small = [];
    private readonly List<(int Waited, double Amount)> _large = [];

    public PaymentQueue(PaymentLag lag, double threshold, CashHistory history)
    {
        _lag = lag;
        var batches = new Batch[history.Weeks];
        foreach (var row in history.Rows)
        {
            if (Math.Abs(row.Amount) <= threshold)
                batches[row.Received] = batches[row.Received].With(row.Amount);
            if (row.IsPaid || row.Amount == 0)
                continue;
            var waited = history.Weeks - row.Received;
            if (Math.Abs(row.Amount) > threshold)
                _large.Add((waited, row.Amount));
            else
                _small[waited] = _small.GetValueOrDefault(waited).With(row.Amount);
        }
        ClaimsOfWeek = batches.Average(batch => batch.Claims);
    }

    /// <summary>How many claims of one size would scatter as the small claims of a week do.</summary>
    public double ClaimsOfWeek { get; }

    /// <summary>Pays what is known: small claims by the share of such claims that is paid, large ones each as a
    /// whole.</summary>
    public void PayKnown(Span<double> paid, RandomStream random)
    {
        foreach (var (waited, batch) in _small)
            PayMany(batch.Amount, batch.Claims, 0, waited, paid, random);
        foreach (var (waited, amount) in _large)
            PayOnce(amount, 0, waited, paid, random);
    }

    /// <summary>Pays of many claims the share that is paid in each week, which scatters with their number.</summary>
    public void PayMany(double amount, double claims, int from, int waited, Span<double> paid, RandomStream random)
    {
        for (var week = from; week < paid.Length && amount != 0; week++)
        {
            var share = _lag.PaidAt(waited + week - from);
            if (share is > 0 and < 1)
                share = Math.Clamp(
                    share + (Math.Sqrt(share * (1 - share) / Math.Max(1, claims)) * random.Normal()), 0, 1);
            paid[week] += amount * share;
            amount *= 1 - share;
            claims *= 1 - share;
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

    /// <summary>Amounts together, with their squares.</summary>
    private readonly record struct Batch(double Amount, double Squares)
    {
        public double Claims => Squares > 0 ? Amount * Amount / Squares : 0;

        public Batch With(double amount) => new(Amount + amount, Squares + (amount * amount));
    }
}
