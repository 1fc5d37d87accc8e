using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>How much counts of claims incurred before the policy period began.</summary>
/// <param name="Amount">The most that counts: of each person under the specific, of the whole group under the
/// aggregate. Null for no limit in money.</param>
/// <param name="Days">How many days before the period a claim may have been incurred; null for no limit in days but the
/// window's.</param>
public sealed record RunInLimit(Money? Amount, int? Days)
{
    /// <summary>No limit but the contract's windows.</summary>
    public static RunInLimit None { get; } = new(null, null);
}
