using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>Specific stop-loss: what the carrier pays back above the deductible of one person.</summary>
public sealed record SpecificTerms
{
    /// <summary>What the plan keeps of each person's claims, but for those who are lasered.</summary>
    public required Money Deductible { get; init; }

    /// <summary>Whether the deductible is a person's or a certificate's.</summary>
    public CountedUnit Per { get; init; }

    /// <summary>The lines of coverage whose claims count.</summary>
    public required ValueList<LineOfCoverage> Lines { get; init; }

    /// <summary>When claims must be incurred and paid.</summary>
    public required ContractBasis Basis { get; init; }

    /// <summary>Higher deductibles for people named, each once.</summary>
    public ValueList<Laser> Lasers { get; init; }

    /// <summary>The aggregating specific deductible: the first of all excess over specific deductibles, of whomever,
    /// that the employer keeps. Zero for none.</summary>
    public Money Aggregating { get; init; }

    /// <summary>Whether excess over a laser uses up the aggregating specific deductible too. Yes unless the policy says
    /// otherwise.</summary>
    public bool LaserExcessErodesAggregating { get; init; } = true;

    /// <summary>Whether the employer pays the aggregating specific deductible in advance, in equal monthly
    /// parts.</summary>
    public bool IsSplitFunded { get; init; }

    /// <summary>The carrier's share of the excess, after deductible and aggregating specific deductible.</summary>
    public Percent Reimbursement { get; init; } = Percent.Whole;

    /// <summary>The most that is paid back for one person, after the share; null for no maximum.</summary>
    public Money? Maximum { get; init; }

    /// <summary>How much counts of claims incurred before the period.</summary>
    public RunInLimit RunIn { get; init; } = RunInLimit.None;

    /// <summary>The deductible of a claimant; null where the carrier excludes the person.</summary>
    /// <param name="claimant">The claimant, or the certificate where the policy counts by certificate.</param>
    public Money? DeductibleOf(string claimant) =>
        LaserOf(claimant) is { } laser ? laser.Deductible : Deductible;

    /// <summary>The laser of a claimant; null for none.</summary>
    /// <param name="claimant">The claimant, or the certificate where the policy counts by certificate.</param>
    public Laser? LaserOf(string claimant)
    {
        foreach (var laser in Lasers)
        {
            if (laser.Claimant == claimant)
                return laser;
        }
        return null;
    }
}
