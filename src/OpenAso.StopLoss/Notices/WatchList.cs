using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Notices;

/// <summary>The claimants to keep an eye on: who has reached a level of the own deductible, shows a diagnosis that the
/// policy lists, or has been in hospital for longer than it allows without telling.</summary>
public static class WatchList
{
    private static readonly Money Cent = new(1);

    /// <summary>The watch list of a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="asOf">The day; nothing later is known.</param>
    /// <param name="payments">Each once, in any order.</param>
    /// <returns>Who has used most of the deductible first, then by name.</returns>
    public static ValueList<WatchEntry> Of(StopLossPolicy policy, DateOnly asOf, IEnumerable<ClaimPayment> payments)
    {
        ArgumentNullException.ThrowIfNull(payments);
        var book = new StopLossBook(policy, asOf);
        foreach (var payment in payments)
            book.Add(payment);
        return book.Position().Watch;
    }

    /// <summary>What is to be watched of one claimant; null for nothing.</summary>
    internal static WatchEntry? Of(ClaimantAccount account, CountingScene scene)
    {
        var deductible = scene.Policy.Specific?.DeductibleOf(account.Name);
        var levels = deductible is { } whole ? Levels(account.Specific, whole) : [];
        var diagnoses = Sighting.Diagnoses(account.Payments, scene);
        var stays = Sighting.Stays(account.Payments, scene);
        var eligible = account.Specific.Eligible;
        var isShare = deductible?.Times(scene.Policy.Notices.Share, Rounding.Down) < eligible;
        if (levels.Count + diagnoses.Count + stays.Count == 0 && !isShare)
            return null;
        return new WatchEntry(
            account.Name, eligible, deductible, SpecificPosition.UsedOf(eligible, deductible), levels,
            deductible is { } passed ? account.Specific.Passed(passed) : null,
            deductible is { } ahead ? Projected(eligible, ahead, scene.Policy.Period, scene.AsOf) : null,
            diagnoses, stays);
    }

    internal static ValueList<WatchEntry> InOrder(IEnumerable<WatchEntry> entries) => entries
        .OrderByDescending(entry => entry.Used).ThenBy(entry => entry.Claimant, StringComparer.Ordinal)
        .ToValueList();

    /// <summary>The day on which a deductible will be reached at the pace since the period began.</summary>
    /// <remarks>Pace is what counts by the days of the period so far, the day of the position included. Whole days,
    /// rounded up.</remarks>
    internal static DateOnly? Projected(Money eligible, Money deductible, DateRange period, DateOnly asOf)
    {
        var elapsed = asOf.DayNumber - period.First.DayNumber + 1;
        if (elapsed <= 0 || !eligible.IsPositive || eligible >= deductible)
            return null;
        var days = (((Int128)deductible.Cents * elapsed) + eligible.Cents - 1) / eligible.Cents;
        return days <= period.Days ? period.First.AddDays((int)days - 1) : null;
    }

    // A level is reached, a deductible passed: the first includes the very cent, the second does not.
    private static ValueList<LevelReached> Levels(SpecificCount count, Money deductible)
    {
        var reached = new List<LevelReached>(NoticeTerms.WatchLevels.Length);
        foreach (var level in NoticeTerms.WatchLevels)
        {
            var amount = Money.Max(deductible.Times(level, Rounding.Up), Cent);
            if (count.Eligible < amount || count.Passed(amount - Cent) is not { } day)
                break;
            reached.Add(new LevelReached(level, day));
        }
        return reached.ToValueList();
    }
}
