using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Filings;

/// <summary>What a filing under the specific is made from.</summary>
public sealed record SpecificFilingMaterial
{
    /// <summary>The policy.</summary>
    public required StopLossPolicy Policy { get; init; }

    /// <summary>The position that is claimed.</summary>
    public required StopLossPosition Position { get; init; }

    /// <summary>The person, or the certificate where the policy counts by certificate.</summary>
    public required string Claimant { get; init; }

    /// <summary>The payments behind the position; those of other claimants are passed over.</summary>
    public required IReadOnlyCollection<ClaimPayment> Payments { get; init; }

    /// <summary>The day of the filing; not before that of the position.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>The documents to hand.</summary>
    public ValueList<FilingEvidence> Evidence { get; init; }

    /// <summary>What was filed before, of whomever.</summary>
    public ValueList<Recovery> Recoveries { get; init; }
}

/// <summary>A claimant's loss as it is filed with the carrier.</summary>
/// <param name="Claimant">Whose loss it is.</param>
/// <param name="Kind">Which filing of it.</param>
/// <param name="FiledOn">The day of the filing.</param>
/// <param name="DueOn">The last day on which it was in time.</param>
/// <param name="Excess">What has passed the deductible, earlier filings included.</param>
/// <param name="Requested">What is asked for, less what earlier filings asked for.</param>
/// <param name="Checklist">What the carrier wants to see, and what of it is there.</param>
/// <param name="Pack">What is sent.</param>
/// <param name="Findings">What is late, missing or small; the pack says the same.</param>
public sealed record SpecificFiling(
    string Claimant,
    FilingKind Kind,
    DateOnly FiledOn,
    DateOnly DueOn,
    Money Excess,
    Money Requested,
    ValueList<ChecklistRow> Checklist,
    FilingPack Pack,
    ValueList<Finding> Findings)
{
    /// <summary>Days by which the filing is late; zero where it is in time.</summary>
    public int DaysLate => FilingSchedule.DaysLate(DueOn, FiledOn);

    /// <summary>Makes the filing of a claimant's loss.</summary>
    /// <param name="material">What it is made from.</param>
    /// <returns>Null with a finding where there is nothing to file, or the payments do not come to the position: a pack
    /// that does not add up is not made.</returns>
    public static Parsed<SpecificFiling?> Of(SpecificFilingMaterial material)
    {
        ArgumentNullException.ThrowIfNull(material);
        var scene = new SpecificFilingScene(material);
        return FilingFrame.Made(scene.Obstacle(), scene.Filing);
    }
}
