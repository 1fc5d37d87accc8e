using System.Globalization;

namespace OpenAso.Ledger;

/// <summary>An account of one employer's book.</summary>
/// <remarks>Accounts of the whole plan would be written by every shard at once, so each has 256 stripes: a shard writes
/// its own, and a reader sums them. Tenant and employer stand outside: a book is one employer's.</remarks>
/// <param name="Kind">Its place in the chart.</param>
/// <param name="Source">Whose money it counts.</param>
/// <param name="Stripe">The shard that writes it; 0 for what no shard writes.</param>
public readonly record struct AccountId(AccountKind Kind, FundSource Source, byte Stripe) : IComparable<AccountId>
{
    /// <summary>In the order of the chart, then by source, then by stripe.</summary>
    /// <param name="other">Another account.</param>
    public int CompareTo(AccountId other) =>
        (Kind, Source, Stripe).CompareTo((other.Kind, other.Source, other.Stripe));

    /// <summary>For example <c>ClaimsPayable/Employer/17</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}/{Source}/{Stripe}");
}
