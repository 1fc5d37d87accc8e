using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.Operations.Insuring;

/// <summary>Where a stop-loss policy stands, from what was paid and who was covered: whether that comes from the books or
/// from another system's extract.</summary>
public static class StopLossUseCase
{
    /// <summary>The position on a day.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="payments">All that was paid, in any order.</param>
    /// <param name="census">Who was covered, in any order.</param>
    /// <param name="asOf">The day; nothing that was paid later is counted.</param>
    public static StopLossPosition Show(
        StopLossPolicy policy, IEnumerable<ClaimPayment> payments, IEnumerable<CensusUnits> census, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(payments);
        var book = new StopLossBook(policy, asOf);
        book.Cover(census);
        foreach (var payment in payments)
            book.Add(payment);
        return book.Position();
    }
}
