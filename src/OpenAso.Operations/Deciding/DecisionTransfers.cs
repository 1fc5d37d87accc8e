using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Deciding;

/// <summary>What a decision books: what the plan pays is incurred, what it takes back is reversed.</summary>
public static class DecisionTransfers
{
    /// <summary>The transfers of one decision; none where nothing is paid and nothing taken back.</summary>
    /// <remarks>The day on which they count is that of receipt, so that deciding again books the same.</remarks>
    /// <param name="decision">As decided.</param>
    /// <param name="original">The claim that it takes back; null for none.</param>
    /// <param name="shard">The shard that books it.</param>
    public static IEnumerable<Transfer> Of(Decision decision, DecidedClaim? original, ShardNumber shard)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var id = decision.Claim.Id.ToString();
        var day = decision.Claim.Received;
        var takenBack = original is null ? Money.Zero : Payees.Owed(original.Determination);
        if (takenBack.IsPositive)
            yield return new Transfer(
                new TransferKey(TransferReason.ClaimReversed, id), FundSource.Employer, shard.Value, takenBack, day);
        var owed = Payees.Owed(decision.Determination);
        if (owed.IsPositive)
            yield return new Transfer(
                new TransferKey(TransferReason.ClaimIncurred, id), FundSource.Employer, shard.Value, owed, day);
    }
}
