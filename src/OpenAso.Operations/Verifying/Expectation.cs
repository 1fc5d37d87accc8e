using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Operations.Verifying;

/// <summary>What the rest of the books must say, as it follows from the determinations.</summary>
internal sealed class Expectation
{
    /// <summary>The use of every limit, by family.</summary>
    public Dictionary<(string Family, AccumulatorKey Key), long> Accumulators { get; } = [];

    /// <summary>The transfers that decisions book.</summary>
    public Dictionary<TransferKey, Transfer> Transfers { get; } = [];

    /// <summary>What the plan owes a payee for a claim, or is owed.</summary>
    public Dictionary<(string Family, string Claim, string Payee), Money> Obligations { get; } = [];

    public void Count(string family, ReadOnlySpan<AccumulatorMovement> movements)
    {
        foreach (var movement in movements)
            Accumulators[(family, movement.Key)] = Accumulators.GetValueOrDefault((family, movement.Key))
                + movement.Amount;
    }

    public void Owe(string family, string claim, string? payee, Money amount)
    {
        if (payee is not null && !amount.IsZero)
            Obligations[(family, claim, payee)] = Obligations.GetValueOrDefault((family, claim, payee)) + amount;
    }
}
