using OpenAso.Kernel;
using OpenAso.Operations.Insuring;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.Bench;

/// <summary>The position of a stop-loss policy over a million payments, beside the mere sums by claimant; and what one
/// more payment costs.</summary>
internal static class StopLossContest
{
    private const string Scratch = "position from scratch";
    private const string Sums = "sums by claimant only";
    private const string OneMore = "one more payment and the position";
    private const int Payments = 1_000_000;
    private const int Claimants = 100_000;
    private static readonly DateOnly AsOf = new(2026, 12, 31);

    /// <summary>A million payments from scratch.</summary>
    public static Contest FromScratch(Corpus corpus)
    {
        var (policy, payments, census) = Made();
        return new Contest(
            "Stop-loss position from scratch", "payments", payments.Length, Clock.Processor,
            [
                new(Scratch, () => Answer(StopLossUseCase.Show(policy, payments, census, AsOf))),
                new(Sums, () => SumsOf(payments)),
            ],
            [new(Scratch, Sums, 0)])
        {
            Notes = [$"{Claimants:N0} claimants; the sums know no window, deductible or month, and stop there."],
        };
    }

    /// <summary>One more payment in a book that holds a million.</summary>
    public static Contest OfOneMore(Corpus corpus)
    {
        var (policy, payments, census) = Made();
        var book = new StopLossBook(policy, AsOf);
        book.Cover(census);
        foreach (var payment in payments)
            book.Add(payment);
        book.Position();
        var next = 0;
        return new Contest(
            "One more payment", "payments", 1, Clock.Processor,
            [
                new(OneMore, () =>
                {
                    book.Add(payments[next % payments.Length] with { Claim = $"more-{next++}" });
                    return Answer(book.Position());
                }),
                new(Scratch, () => Answer(StopLossUseCase.Show(policy, payments, census, AsOf))),
            ],
            [new(OneMore, Scratch, 10)])
        {
            Notes = ["One claimant is counted anew; the list of all claimants is written out each time."],
        };
    }

    private static (StopLossPolicy Policy, ClaimPayment[] Payments, CensusUnits[] Census) Made()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "plans", "acme", "stop-loss.yaml");
        var policy = PolicyReader.Read(File.ReadAllText(path), path).Value!;
        var random = new Random(7);
        var payments = new ClaimPayment[Payments];
        for (var i = 0; i < payments.Length; i++)
        {
            var incurred = AsOf.AddDays(-random.Next(1, 420));
            var paid = incurred.AddDays(random.Next(10, 60));
            var person = random.Next(Claimants);
            payments[i] = new ClaimPayment
            {
                Claim = $"c{i}",
                Claimant = $"p{person}",
                Certificate = $"e{person / 3}",
                Line = LineOfCoverage.Medical,
                Incurred = incurred,
                Dates = new PaymentDates(paid, paid, paid, null),
                Amount = new Money(random.Next(1_000, random.Next(100) == 0 ? 20_000_000 : 60_000)),
            };
        }
        var census = Enumerable.Range(1, 12).SelectMany(month => policy.Aggregate!.Factors.Items.Select(factor =>
            new CensusUnits(new Month(2026, month), factor.Line, factor.Tier, 10_000))).ToArray();
        return (policy, payments, census);
    }

    private static long Answer(StopLossPosition position) =>
        position.SpecificTotal.Cents + position.Aggregate!.Eligible.Cents;

    private static long SumsOf(ClaimPayment[] payments)
    {
        var sums = new Dictionary<string, Money>(StringComparer.Ordinal);
        foreach (var payment in payments)
            sums[payment.Claimant] = sums.GetValueOrDefault(payment.Claimant) + payment.Amount;
        return sums.Values.Total().Cents;
    }
}
