using OpenAso.Kernel;

namespace OpenAso.Ledger;

/// <summary>What has gone through an account: four sums that only grow, never a signed balance, but for pending sums,
/// which fall when what was pending is completed or withdrawn.</summary>
/// <remarks>The default value is an account that nothing has touched.</remarks>
/// <param name="DebitsPosted">Zero or more.</param>
/// <param name="CreditsPosted">Zero or more.</param>
/// <param name="DebitsPending">Announced but not yet settled; zero or more.</param>
/// <param name="CreditsPending">Announced but not yet settled; zero or more.</param>
public readonly record struct AccountBalance(
    Money DebitsPosted, Money CreditsPosted, Money DebitsPending, Money CreditsPending)
{
    /// <summary>Two accounts, or two stripes of one, taken together.</summary>
    public static AccountBalance operator +(AccountBalance left, AccountBalance right) => new(
        left.DebitsPosted + right.DebitsPosted,
        left.CreditsPosted + right.CreditsPosted,
        left.DebitsPending + right.DebitsPending,
        left.CreditsPending + right.CreditsPending);

    /// <summary>What went through an account before a later part of it did.</summary>
    public static AccountBalance operator -(AccountBalance all, AccountBalance later) => new(
        all.DebitsPosted - later.DebitsPosted,
        all.CreditsPosted - later.CreditsPosted,
        all.DebitsPending - later.DebitsPending,
        all.CreditsPending - later.CreditsPending);

    /// <summary>What stands in the account, of what is posted: above zero on its normal side, below zero where it has
    /// gone to the other.</summary>
    /// <param name="side">The side on which the account grows.</param>
    public Money Normal(NormalSide side) =>
        side == NormalSide.Debit ? DebitsPosted - CreditsPosted : CreditsPosted - DebitsPosted;
}
