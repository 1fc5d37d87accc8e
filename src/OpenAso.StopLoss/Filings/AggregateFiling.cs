using System.Collections.Immutable;
using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.StopLoss.Filings;

/// <summary>What a filing under the aggregate is made from.</summary>
public sealed record AggregateFilingMaterial
{
    /// <summary>The policy, with an aggregate.</summary>
    public required StopLossPolicy Policy { get; init; }

    /// <summary>The position that is claimed.</summary>
    public required StopLossPosition Position { get; init; }

    /// <summary>All payments behind the position.</summary>
    public required IReadOnlyCollection<ClaimPayment> Payments { get; init; }

    /// <summary>All of the census behind the position.</summary>
    public required IReadOnlyCollection<CensusUnits> Census { get; init; }

    /// <summary>The day of the filing; not before that of the position.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>Who was paid, by claim, as far as it is known.</summary>
    public ImmutableDictionary<string, string> Payees { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The documents to hand: the carrier's form.</summary>
    public ValueList<FilingEvidence> Evidence { get; init; }

    /// <summary>What was filed before, specific and aggregate.</summary>
    public ValueList<Recovery> Recoveries { get; init; }
}

/// <summary>A loss under the aggregate as it is filed with the carrier: in the course of the period a request for
/// accommodation, after its end the year's claim.</summary>
/// <param name="IsYearEnd">Whether the period has ended.</param>
/// <param name="FiledOn">The day of the filing.</param>
/// <param name="DueOn">The last day on which it was in time.</param>
/// <param name="Excess">What has passed the attachment; of an accommodation, what is advanced so far.</param>
/// <param name="Requested">What is asked for, less what earlier filings asked for.</param>
/// <param name="Checklist">What the carrier wants to see, and what of it is there.</param>
/// <param name="Pack">What is sent.</param>
/// <param name="Findings">What is late or missing; the pack says the same.</param>
public sealed record AggregateFiling(
    bool IsYearEnd,
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

    /// <summary>Makes the filing.</summary>
    /// <param name="material">What it is made from.</param>
    /// <returns>Null with a finding where there is nothing to file, or payments and census do not come to the position:
    /// a pack that does not add up is not made.</returns>
    public static Parsed<AggregateFiling?> Of(AggregateFilingMaterial material)
    {
        ArgumentNullException.ThrowIfNull(material);
        if (material.Policy.Aggregate is null || material.Position.Aggregate is not { } aggregate)
            return new Parsed<AggregateFiling?>(null,
                [FilingFrame.Reject(StopLossCodes.NothingToFile, StopLossTexts.Room["filing.no-aggregate"])]);
        var scene = new AggregateFilingScene(material, aggregate);
        return FilingFrame.Made(scene.Obstacle(), scene.Filing);
    }
}
