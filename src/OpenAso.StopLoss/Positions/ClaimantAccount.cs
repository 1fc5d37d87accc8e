using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Notices;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Positions;

/// <summary>Everything that was paid for one person, or one certificate, as the policy counts it.</summary>
internal sealed class ClaimantAccount(string name)
{
    private readonly Dictionary<string, List<ClaimPayment>> _claims = new(StringComparer.Ordinal);

    public string Name => name;

    /// <summary>The latest day of any payment or refund; a position of an earlier day leaves something out.</summary>
    public DateOnly LastDay { get; private set; } = DateOnly.MinValue;

    public SpecificCount Specific { get; private set; } = SpecificCount.Empty;

    public AggregateCount Aggregate { get; private set; } = AggregateCount.Empty;

    /// <summary>What does not count, with what it does not count for.</summary>
    public IReadOnlyList<ExcludedAmount> Excluded { get; private set; } = [];

    /// <summary>All that was paid, less all that was given back, as far as it is known by the day of the
    /// position.</summary>
    public Money Paid { get; private set; }

    /// <summary>What counts under the aggregate alone.</summary>
    public Money AggregateOnly { get; private set; }

    /// <summary>Where the claimant stands while nothing has passed the deductible; null before counting.</summary>
    public SpecificPosition? BelowDeductible { get; set; }

    /// <summary>What the stop-loss desk keeps an eye on; null for nothing.</summary>
    public WatchEntry? Watch { get; private set; }

    /// <summary>What must be told to the carrier.</summary>
    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public IEnumerable<ClaimPayment> Payments => _claims.Values.SelectMany(payments => payments);

    public void Add(ClaimPayment payment)
    {
        if (_claims.TryGetValue(payment.Claim, out var payments))
            payments.Add(payment);
        else
            _claims.Add(payment.Claim, [payment]);
        var day = payment.Dates.Latest ?? payment.Incurred;
        LastDay = day > LastDay ? day : LastDay;
    }

    public void Count(CountingScene scene)
    {
        List<CountedAmount> specific = [], aggregate = [];
        foreach (var payments in _claims.Values)
        {
            var counted = scene.Specific is { } terms ? ClaimCounting.Of(payments, terms) : [];
            specific.AddRange(counted);
            if (scene.CountsAlike)
                aggregate.AddRange(counted);
            else if (scene.Aggregate is { } others)
                aggregate.AddRange(ClaimCounting.Of(payments, others));
        }
        specific = RunInCut.Of(specific, scene.Policy.Specific?.RunIn.Amount, scene.Policy.Period.First);
        Specific = SpecificCount.Of(specific, scene);
        Aggregate = AggregateCount.Of(aggregate, scene);
        Excluded = ExcludedAmounts.Of(specific, aggregate, scene);
        Paid = (scene.Specific is null ? aggregate : specific).Where(amount => amount.IsPaid)
            .Total(amount => amount.Amount);
        AggregateOnly = scene.CountsAlike ? Money.Zero : OnlyIn(aggregate, specific);
        Watch = WatchList.Of(this, scene);
        Notices = Watch is { } entry ? DueNotices.Of(this, entry, scene.Policy) : [];
    }

    private static Money OnlyIn(List<CountedAmount> counted, List<CountedAmount> elsewhere)
    {
        var both = elsewhere.Where(amount => amount.Counts).Select(amount => amount.Payment)
            .ToHashSet<object>(ReferenceEqualityComparer.Instance);
        return counted.Where(amount => amount.Counts && !both.Contains(amount.Payment))
            .Total(amount => amount.Amount);
    }
}

/// <summary>What all accounts of a position are counted by.</summary>
internal sealed class CountingScene
{
    public CountingScene(StopLossPolicy policy, DateOnly asOf)
    {
        Policy = policy;
        AsOf = asOf;
        Specific = CountingTerms.OfSpecific(policy, asOf);
        Aggregate = CountingTerms.OfAggregate(policy, asOf);
        CountsAlike = Specific is { } one && Aggregate is { } other && one.Lines == other.Lines
            && one.Basis == other.Basis && one.RunIn == RunInLimit.None && other.RunIn == RunInLimit.None;
        First = Month.Of(policy.Period.First);
        Months = Aggregate is { } terms
            ? Attachment.IndexOf(First, Month.Of(terms.Basis.Paid.Last)) + 1
            : policy.Months;
    }

    public StopLossPolicy Policy { get; }

    public DateOnly AsOf { get; }

    public CountingTerms? Specific { get; }

    public CountingTerms? Aggregate { get; }

    /// <summary>Whether both protections count the same, so that it is done once.</summary>
    public bool CountsAlike { get; }

    public Month First { get; }

    /// <summary>Months in which payments may count, from the first of the period.</summary>
    public int Months { get; }

    public int IndexOf(Month month) => Math.Clamp(Attachment.IndexOf(First, month), 0, Months - 1);

    /// <summary>Whether the specific protects the line too, so that its loss limit caps it.</summary>
    public bool IsCommon(LineOfCoverage line) => Policy.Specific?.Lines.Items.Contains(line) == true;
}
