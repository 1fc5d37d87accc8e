using OpenAso.Kernel;

namespace OpenAso.StopLoss.Positions;

/// <summary>What all claimants add to the aggregate, by month.</summary>
internal sealed class MonthTotals
{
    private Money[] _eligible = [];
    private Money[] _runIn = [];

    public Money Eligible(int month) => month < _eligible.Length ? _eligible[month] : Money.Zero;

    /// <summary>What run-in claims came to beyond the policy's limit for the whole group.</summary>
    public Money BeyondRunIn(int month, Money? limit) => limit is { } most && month < _runIn.Length
        ? Money.Max(_runIn[month] - most, Money.Zero)
        : Money.Zero;

    public void Add(AggregateCount count)
    {
        _eligible = Enough(_eligible, count.Cumulative.Length);
        _runIn = Enough(_runIn, count.RunIn.Count);
        for (var month = 0; month < count.Cumulative.Length; month++)
            _eligible[month] += count.Cumulative[month];
        for (var month = 0; month < count.RunIn.Count; month++)
            _runIn[month] += count.RunIn[month];
    }

    public void Remove(AggregateCount count)
    {
        for (var month = 0; month < count.Cumulative.Length; month++)
            _eligible[month] -= count.Cumulative[month];
        for (var month = 0; month < count.RunIn.Count; month++)
            _runIn[month] -= count.RunIn[month];
    }

    private static Money[] Enough(Money[] months, int count)
    {
        if (months.Length < count)
            Array.Resize(ref months, count);
        return months;
    }
}
