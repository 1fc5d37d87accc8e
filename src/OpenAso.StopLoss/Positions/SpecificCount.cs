using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;

namespace OpenAso.StopLoss.Positions;

/// <summary>What counts toward one specific deductible.</summary>
internal sealed class SpecificCount
{
    private SpecificCount(SpecificEntry[] entries)
    {
        Entries = entries;
        Eligible = entries.Total(entry => entry.Amount);
        Gross = entries.Where(entry => entry.Amount.IsPositive).Total(entry => entry.Amount);
    }

    public static SpecificCount Empty { get; } = new([]);

    /// <summary>Below zero where more was given back than paid.</summary>
    public Money Eligible { get; }

    /// <summary>Before anything was given back: who passed the deductible in any month has more than it here.</summary>
    public Money Gross { get; }

    /// <summary>Each payment with what was given back of it, in order of payment day and claim.</summary>
    public IReadOnlyList<SpecificEntry> Entries { get; }

    public static SpecificCount Of(List<CountedAmount> counted, CountingScene scene)
    {
        if (scene.Specific is null)
            return Empty;
        var entries = counted.Where(amount => amount.Counts)
            .Select(amount => new SpecificEntry(
                amount.PaidOn, amount.Payment.Claim, amount.Month, amount.Amount,
                scene.Policy.Aggregate?.Lines.Items.Contains(amount.Payment.Line) == true))
            .ToArray();
        Array.Sort(entries, static (left, right) => left.CompareTo(right));
        return new SpecificCount(entries);
    }

    /// <summary>The day on which more than an amount had been paid; null where it has not.</summary>
    /// <param name="amount">What must be passed.</param>
    public DateOnly? Passed(Money amount)
    {
        var total = Money.Zero;
        for (var i = 0; i < Entries.Count; i++)
        {
            total += Entries[i].Amount;
            var isWhole = i + 1 == Entries.Count || !Entries[i + 1].IsSamePayment(Entries[i]);
            if (isWhole && total > amount)
                return Entries[i].PaidOn;
        }
        return null;
    }
}

/// <summary>A counted amount in the order in which deductibles are used up.</summary>
/// <param name="PaidOn">Of a refund, the day of the payment that it gives back.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Month">The month of the report in which it stands.</param>
/// <param name="Amount">Below zero for what was given back.</param>
/// <param name="IsCommon">Whether the aggregate counts its line too.</param>
internal readonly record struct SpecificEntry(
    DateOnly PaidOn, string Claim, Month Month, Money Amount, bool IsCommon)
{
    public bool IsSamePayment(SpecificEntry other) => PaidOn == other.PaidOn && Claim == other.Claim;

    public int CompareTo(SpecificEntry other)
    {
        var byDay = PaidOn.CompareTo(other.PaidOn);
        if (byDay != 0)
            return byDay;
        var byClaim = string.CompareOrdinal(Claim, other.Claim);
        return byClaim != 0 ? byClaim : other.Amount.CompareTo(Amount);
    }
}
