using System.Collections.Frozen;
using OpenAso.Kernel;

namespace OpenAso.Ledger;

/// <summary>All accounts of a book, summed over their stripes: the proof that debits equal credits.</summary>
public sealed class TrialBalance
{
    private readonly FrozenDictionary<(AccountKind, FundSource), AccountBalance> _rows;

    private TrialBalance(Dictionary<(AccountKind, FundSource), AccountBalance> rows)
    {
        _rows = rows.ToFrozenDictionary();
        Rows = rows.OrderBy(row => row.Key)
            .Select(row => (row.Key.Item1, row.Key.Item2, row.Value))
            .ToValueList();
    }

    /// <summary>The accounts that were touched, in the order of the chart, then by source.</summary>
    public ValueList<(AccountKind Kind, FundSource Source, AccountBalance Balance)> Rows { get; }

    /// <summary>All accounts together.</summary>
    public AccountBalance Total => Sum(_ => true);

    /// <summary>Whether debits equal credits, posted and pending, in the whole and within each source of
    /// money.</summary>
    public bool IsBalanced => Enum.GetValues<FundSource>().All(source => Balanced(Sum(row => row.Source == source)));

    /// <summary>What went through one account, all sources together.</summary>
    /// <param name="kind">Its place in the chart.</param>
    public AccountBalance this[AccountKind kind] => Sum(row => row.Kind == kind);

    /// <summary>What went through one account, of one source.</summary>
    /// <param name="kind">Its place in the chart.</param>
    /// <param name="source">Whose money.</param>
    public AccountBalance this[AccountKind kind, FundSource source] => _rows.GetValueOrDefault((kind, source));

    /// <summary>What stands in one account, on its normal side, all sources together.</summary>
    /// <param name="kind">Its place in the chart.</param>
    public Money Normal(AccountKind kind) => this[kind].Normal(kind.NormalSide);

    /// <summary>Sums the accounts of a book.</summary>
    /// <param name="balances">Each account once; in any order.</param>
    public static TrialBalance Of(IEnumerable<KeyValuePair<AccountId, AccountBalance>> balances)
    {
        ArgumentNullException.ThrowIfNull(balances);
        var rows = new Dictionary<(AccountKind, FundSource), AccountBalance>();
        foreach (var (account, balance) in balances)
            rows[(account.Kind, account.Source)] = rows.GetValueOrDefault((account.Kind, account.Source)) + balance;
        return new TrialBalance(rows);
    }

    private AccountBalance Sum(Func<(AccountKind Kind, FundSource Source, AccountBalance Balance), bool> counts) =>
        Rows.Items.Where(counts).Aggregate(default(AccountBalance), (sum, row) => sum + row.Balance);

    private static bool Balanced(AccountBalance sum) =>
        sum.DebitsPosted == sum.CreditsPosted && sum.DebitsPending == sum.CreditsPending;
}
