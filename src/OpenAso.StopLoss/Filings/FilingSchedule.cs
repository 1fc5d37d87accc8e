using OpenAso.Kernel;
using OpenAso.StopLoss.Notices;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Filings;

/// <summary>A loss under the specific that is to be filed.</summary>
/// <param name="Claimant">Whose loss it is.</param>
/// <param name="Kind">Whether it is the first filing of it, an addition, or the last.</param>
/// <param name="Excess">What has passed the deductible since the last filing.</param>
/// <param name="DueOn">The last day on which the filing is in time.</param>
/// <param name="DaysLate">Days since then, on the day of the position; zero while it is in time.</param>
public sealed record FilingDue(string Claimant, FilingKind Kind, Money Excess, DateOnly DueOn, int DaysLate)
{
    /// <summary>Whether the last day has gone by.</summary>
    public bool IsLate => DaysLate > 0;
}

/// <summary>Which filing of a loss it is.</summary>
public enum FilingKind
{
    /// <summary>The first.</summary>
    Initial,

    /// <summary>More has been paid since.</summary>
    Addition,

    /// <summary>The last, after payments have stopped counting: whatever is left, however little.</summary>
    Final,
}

/// <summary>What is to be filed, and until when.</summary>
public static class FilingSchedule
{
    /// <summary>Everything that is to be filed under the specific, what is due first in front.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="position">On its day.</param>
    /// <param name="recoveries">Everything that was filed so far.</param>
    public static ValueList<FilingDue> Of(
        StopLossPolicy policy, StopLossPosition position, IReadOnlyCollection<Recovery> recoveries)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(position);
        if (policy.Specific is null)
            return [];
        var known = OpenReceivables.KnownOn(position.AsOf, recoveries)
            .Where(recovery => recovery.From == StopLossCoverage.Specific)
            .ToLookup(recovery => recovery.Claimant, StringComparer.Ordinal);
        var watch = position.Watch.Items.ToDictionary(entry => entry.Claimant, StringComparer.Ordinal);
        return position.Specific.Items.Where(claimant => claimant.Excess.IsPositive)
            .Select(claimant => Due(
                policy, position.AsOf, claimant, (watch[claimant.Claimant], [.. known[claimant.Claimant]])))
            .OfType<FilingDue>()
            .OrderBy(due => due.DueOn).ThenBy(due => due.Claimant, StringComparer.Ordinal)
            .ToValueList();
    }

    /// <summary>Which filing comes next, and whether it is to be made.</summary>
    internal static FilingKind KindOf(StopLossPolicy policy, DateOnly asOf, IReadOnlyCollection<Recovery> filed) =>
        filed.Count == 0 ? FilingKind.Initial
        : asOf > policy.Specific!.Basis.Paid.Last ? FilingKind.Final
        : FilingKind.Addition;

    /// <summary>The last day of a filing: of the first, the proof of loss; of none later than the final day.</summary>
    internal static DateOnly DueOn(StopLossPolicy policy, FilingKind kind, DateOnly? passedOn)
    {
        var final = FinalDay(policy, policy.Specific!.Basis);
        var proof = kind == FilingKind.Initial ? passedOn?.AddDays(policy.Filing.ProofOfLossDays) : null;
        return proof < final ? proof.Value : final;
    }

    /// <summary>The last day on which anything can be filed.</summary>
    internal static DateOnly FinalDay(StopLossPolicy policy, ContractBasis basis) =>
        basis.Paid.Last.AddDays(policy.Filing.FinalFilingDays);

    /// <summary>What had passed the deductible when it was last filed.</summary>
    internal static Money ExcessFiled(IEnumerable<Recovery> filed) =>
        filed.LastOrDefault() is { } last ? last.Excess : Money.Zero;

    internal static int DaysLate(DateOnly due, DateOnly on) => Math.Max(on.DayNumber - due.DayNumber, 0);

    private static FilingDue? Due(
        StopLossPolicy policy, DateOnly asOf, SpecificPosition claimant, (WatchEntry Watch, List<Recovery> Filed) known)
    {
        var kind = KindOf(policy, asOf, known.Filed);
        var added = claimant.Excess - ExcessFiled(known.Filed);
        var isDue = kind == FilingKind.Addition ? added >= policy.Filing.ResubmitFrom : true;
        if (!isDue || !added.IsPositive)
            return null;
        var due = DueOn(policy, kind, known.Watch.PassedOn);
        return new FilingDue(claimant.Claimant, kind, added, due, DaysLate(due, asOf));
    }
}
