using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Notices;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Positions;

/// <summary>What was paid under one policy, kept so that its position can be told after every payment.</summary>
/// <remarks>
/// <para>The position follows from what was added, not from the order in which it was: kept payment by payment it is
/// the same as added up from scratch. One more payment counts one claimant anew, and no other.</para>
/// <para>Not for several threads at once.</para>
/// </remarks>
/// <param name="policy">The policy.</param>
/// <param name="asOf">The day of the position: nothing that was paid later counts yet.</param>
public sealed class StopLossBook(StopLossPolicy policy, DateOnly asOf)
{
    private CountingScene _scene = new(policy, asOf);
    private readonly Dictionary<string, ClaimantAccount> _accounts = new(StringComparer.Ordinal);
    private readonly HashSet<ClaimantAccount> _stale = [];
    private readonly HashSet<ClaimantAccount> _passed = [];
    private readonly HashSet<ClaimantAccount> _watched = [];
    private readonly MonthTotals _totals = new();
    private List<CensusUnits> _census = [];

    // PERF: of a hundred thousand claimants one more payment changes one; the rest is not put in order again.
    private ClaimantAccount[]? _ordered;
    private readonly ExcludedList _excluded = new();

    /// <summary>The policy.</summary>
    public StopLossPolicy Policy => policy;

    /// <summary>The day of the position.</summary>
    public DateOnly AsOf => _scene.AsOf;

    /// <summary>Moves the day of the position on; what was paid between the two days counts from now on.</summary>
    /// <param name="day">Not before <see cref="AsOf"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is earlier.</exception>
    public void AdvanceTo(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, AsOf);
        _stale.UnionWith(_accounts.Values.Where(account => account.LastDay > AsOf));
        _stale.UnionWith(_watched); // what is projected for them depends on the day
        _scene = new CountingScene(policy, day);
    }

    /// <summary>Adds what was paid, or given back.</summary>
    /// <param name="payment">Once.</param>
    public void Add(ClaimPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var name = policy.UnitOf(payment);
        if (!_accounts.TryGetValue(name, out var account))
        {
            _accounts.Add(name, account = new ClaimantAccount(name));
            _ordered = null;
        }
        account.Add(payment);
        _stale.Add(account);
    }

    /// <summary>Says who is covered, instead of what was said before: enrolment that changes for months gone by
    /// restates their attachments.</summary>
    /// <param name="census">All of it.</param>
    public void Cover(IEnumerable<CensusUnits> census) => _census = [.. census];

    /// <summary>The position.</summary>
    public StopLossPosition Position()
    {
        CountAnew();
        var specific = Specific();
        var findings = new List<Finding>();
        var aggregate = Aggregate(findings);
        var terms = new StopLossPolicyTerms(
            policy.Specific?.Deductible, policy.Specific?.Reimbursement ?? Percent.Whole, policy.Aggregate?.Corridor);
        return new StopLossPosition(
            policy.Number, AsOf, specific.ToValueList(), aggregate, _excluded.Items,
            BearerDivision.Of(terms, specific, aggregate), findings.ToValueList())
        {
            Watch = WatchList.InOrder(_watched.Select(account => account.Watch!)),
            Notices = DueNotices.InOrder(_watched.SelectMany(account => account.Notices)),
        };
    }

    private void CountAnew()
    {
        var excludedBefore = _stale.SelectMany(account => account.Excluded).ToList();
        foreach (var account in _stale)
        {
            _totals.Remove(account.Aggregate);
            account.Count(_scene);
            account.BelowDeductible = SpecificOf(account, default);
            _totals.Add(account.Aggregate);
            if (policy.Specific?.DeductibleOf(account.Name) is { } deductible && account.Specific.Gross > deductible)
                _passed.Add(account);
            else
                _passed.Remove(account);
            if (account.Watch is null)
                _watched.Remove(account);
            else
                _watched.Add(account);
        }
        _excluded.Change(excludedBefore, _stale, _accounts.Values);
        _stale.Clear();
    }

    private List<SpecificPosition> Specific()
    {
        var shares = policy.Specific is { } terms ? SpecificLayer.Divide(terms, [.. _passed], null) : [];
        _ordered ??= [.. _accounts.Values.OrderBy(account => account.Name, StringComparer.Ordinal)];
        var positions = new List<SpecificPosition>(_ordered.Length);
        foreach (var account in _ordered)
            positions.Add(_passed.Contains(account) && shares.TryGetValue(account.Name, out var share)
                ? SpecificOf(account, share)
                : account.BelowDeductible!);
        return positions;
    }

    private SpecificPosition SpecificOf(ClaimantAccount account, ExcessShare share) => new(
        account.Name,
        account.Paid,
        account.Specific.Eligible,
        account.AggregateOnly,
        policy.Specific?.DeductibleOf(account.Name),
        policy.Specific?.LaserOf(account.Name) is not null,
        share.Excess,
        share.AggregatingApplied,
        share.Reimbursable);

    private AggregatePosition? Aggregate(List<Finding> findings)
    {
        if (policy.Aggregate is null)
            return null;
        var attachment = Attachment.Of(policy, _census);
        var isKnown = CensusCheck.Run(policy, AsOf, attachment, _census, findings);
        return AggregateCalculation.Of(policy, AsOf, attachment, Eligible(policy.Aggregate), isKnown);
    }

    private Money[] Eligible(AggregateTerms terms)
    {
        var months = new Money[_scene.Months];
        var month = _scene.First;
        for (var index = 0; index < months.Length; index++, month = month.Next)
        {
            months[index] = _totals.Eligible(index) - _totals.BeyondRunIn(index, terms.RunIn.Amount);
            if (terms.LaseredDollars == LaseredDollars.NetOfReimbursement)
                months[index] -= PaidBack(month);
        }
        return months;
    }

    // Of what the specific pays back only the part that was paid under lines that the aggregate counts too.
    private Money PaidBack(Month through)
    {
        if (policy.Specific is not { } terms || _passed.Count == 0)
            return Money.Zero;
        var shares = SpecificLayer.Divide(terms, [.. _passed], through);
        return _passed.Where(account => shares.ContainsKey(account.Name))
            .Total(account => CommonPart(account, shares[account.Name].Reimbursable, through));
    }

    private static Money CommonPart(ClaimantAccount account, Money reimbursable, Month through)
    {
        Money all = Money.Zero, common = Money.Zero;
        foreach (var entry in account.Specific.Entries)
        {
            if (entry.Month > through)
                continue;
            all += entry.Amount;
            common += entry.IsCommon ? entry.Amount : Money.Zero;
        }
        return common == all ? reimbursable : reimbursable.Ratio(common.Cents, all.Cents, Rounding.HalfUp);
    }
}
