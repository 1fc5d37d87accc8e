using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>Aggregate stop-loss: what the carrier pays back when all claims together pass the attachment.</summary>
public sealed record AggregateTerms
{
    /// <summary>The lines of coverage whose claims count.</summary>
    public required ValueList<LineOfCoverage> Lines { get; init; }

    /// <summary>When claims must be incurred and paid.</summary>
    public required ContractBasis Basis { get; init; }

    /// <summary>What each covered unit adds to a month's attachment, by line and tier, each pair once.</summary>
    public required ValueList<AggregateFactor> Factors { get; init; }

    /// <summary>The least that the attachment of a period can be.</summary>
    public MinimumAttachment Minimum { get; init; } = MinimumAttachment.None;

    /// <summary>What the factors hold above expected claims: 125 % where they are expected claims and a quarter. Null
    /// where the policy does not say.</summary>
    public Percent? Corridor { get; init; }

    /// <summary>The most that is paid back for a period, after the share; null for no maximum.</summary>
    public Money? Maximum { get; init; }

    /// <summary>The carrier's share of what passes the attachment.</summary>
    public Percent Reimbursement { get; init; } = Percent.Whole;

    /// <summary>What of a person's claims counts who has passed the specific deductible.</summary>
    public LaseredDollars LaseredDollars { get; init; }

    /// <summary>Cash in the course of the period; null where the policy has none.</summary>
    public Accommodation? Accommodation { get; init; }

    /// <summary>Run-out after the employer leaves, bought at the start of the period; null for none.</summary>
    public TerminalLiability? TerminalLiability { get; init; }

    /// <summary>How much counts of claims incurred before the period.</summary>
    public RunInLimit RunIn { get; init; } = RunInLimit.None;
}

/// <summary>What one covered unit adds to a month's attachment.</summary>
/// <param name="Line">The line of coverage under which units are counted.</param>
/// <param name="Tier">The carrier's own word for who is covered: single, family, composite.</param>
/// <param name="Monthly">For one unit in one month.</param>
public sealed record AggregateFactor(LineOfCoverage Line, string Tier, Money Monthly);

/// <summary>What of a person's claims counts toward the aggregate once the specific deductible is passed.</summary>
[Source("Public policy wordings differ; three are in use")]
public enum LaseredDollars
{
    /// <summary>A person counts up to the policy's own specific deductible: neither the layer under a laser nor what
    /// the aggregating specific deductible took ever counts.</summary>
    CapAtBaseSpecific,

    /// <summary>A lasered person counts up to the laser.</summary>
    CapAtOwnDeductible,

    /// <summary>All that was paid counts, less what the specific pays back.</summary>
    NetOfReimbursement,
}

/// <summary>Cash that the carrier advances in the course of the period when claims run ahead of the
/// attachment.</summary>
/// <param name="Threshold">What of the amount beyond the attachment is kept back.</param>
/// <param name="ProratedMinimum">Whether claims must also pass the minimum attachment's share of the months so
/// far.</param>
/// <param name="LeastRequest">An advance that is smaller is not asked for.</param>
/// <param name="Recoupment">When advances go back that have turned out too high.</param>
public sealed record Accommodation(
    Money Threshold, bool ProratedMinimum, Money LeastRequest, Recoupment Recoupment);

/// <summary>When advances go back that have turned out too high.</summary>
public enum Recoupment
{
    /// <summary>In the month in which they have.</summary>
    Monthly,

    /// <summary>At the end of the period, all together.</summary>
    YearEnd,
}

/// <summary>Run-out after the employer leaves: the attachment grows by the last months', and payments count for
/// longer.</summary>
/// <param name="AddedMonths">How many of the policy's last months are added to the attachment once more.</param>
/// <param name="RunOut">How much longer payments count.</param>
/// <param name="IsExercised">Whether the employer has left, so that it holds; it must have been bought at the start of
/// the period.</param>
public sealed record TerminalLiability(int AddedMonths, Span RunOut, bool IsExercised);
