using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Funding;

/// <summary>Money that arrived from the employer.</summary>
/// <param name="Id">Of the wire or deposit: letters, digits, points, hyphens and underscores.</param>
/// <param name="Date">The day on which it arrived.</param>
/// <param name="Amount">Above zero.</param>
public sealed record FundingReceipt(string Id, DateOnly Date, Money Amount)
{
    /// <summary>The transfers that book the receipt.</summary>
    /// <remarks>What participants paid is set apart first, since it is theirs from the moment it can be; then what was
    /// asked of the employer. What is more than was asked for is a deposit of the employer.</remarks>
    /// <param name="outstanding">What was asked for and has not arrived, by source.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is zero or below.</exception>
    public ValueList<Transfer> Transfers(FundAmounts outstanding)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Amount.Cents, nameof(Amount));
        var left = Amount;
        var transfers = new List<Transfer>();
        Take(TransferReason.FundingReceived, FundSource.Participant, outstanding.Participant);
        Take(TransferReason.FundingReceived, FundSource.PlanAssets, outstanding.PlanAssets);
        Take(TransferReason.FundingReceived, FundSource.Employer, outstanding.Employer);
        Take(TransferReason.FundingDeposited, FundSource.Employer, left);
        return transfers.ToValueList();

        void Take(TransferReason reason, FundSource source, Money most)
        {
            var taken = Money.Min(left, most);
            if (!taken.IsPositive)
                return;
            left -= taken;
            transfers.Add(new Transfer(new TransferKey(reason, Id, (int)source), source, 0, taken, Date));
        }
    }
}
