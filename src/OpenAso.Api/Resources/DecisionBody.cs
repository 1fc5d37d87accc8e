using OpenAso.Decision.Designing;

namespace OpenAso.Api.Resources;

/// <summary>A stop-loss contract to try out: whole dollars and whole percents; what is left out is as usual for the
/// employer.</summary>
public sealed record DecisionBody
{
    /// <summary>The deductible of one person.</summary>
    public int? Specific { get; init; }

    /// <summary>The aggregate attachment as percent of the retained cost that is expected.</summary>
    public int? Corridor { get; init; }

    /// <summary>Whether there is an aggregate.</summary>
    public bool? HasAggregate { get; init; }

    /// <summary>The aggregating specific: the first of all excess, which the employer keeps.</summary>
    public int? Aggregating { get; init; }

    /// <summary>Whether who is lasered keeps the own deductible.</summary>
    public bool? KeepsLasers { get; init; }

    /// <summary>What percent of the specific premium is expected to be paid back.</summary>
    public int? SpecificLossRatio { get; init; }

    /// <summary>The same of the aggregate premium.</summary>
    public int? AggregateLossRatio { get; init; }

    /// <summary>Claims of everybody in percent of what is expected.</summary>
    public int? ClaimsLevel { get; init; }

    /// <summary>How uncertain the level of the group is, in percent.</summary>
    public int? GroupSigma { get; init; }

    /// <summary>What a lasered person is expected to cost in percent of everybody else.</summary>
    public int? LaserFactor { get; init; }

    /// <summary>Whether the group's own experience is blended in by its credibility.</summary>
    public bool? OwnExperience { get; init; }

    /// <summary>Own experience counts below this cost of a person's year.</summary>
    public int? Pooling { get; init; }

    /// <summary>What an insurer asks for the year; zero where nothing is compared.</summary>
    public int? InsuredPremium { get; init; }

    /// <summary>Fees and all other cost of the year.</summary>
    public int? OtherCost { get; init; }

    internal DesignSettings Over(DesignSettings usual) => new()
    {
        Specific = Specific ?? usual.Specific,
        Corridor = Corridor ?? usual.Corridor,
        HasAggregate = HasAggregate ?? usual.HasAggregate,
        Aggregating = Aggregating ?? usual.Aggregating,
        KeepsLasers = KeepsLasers ?? usual.KeepsLasers,
        SpecificLossRatio = SpecificLossRatio ?? usual.SpecificLossRatio,
        AggregateLossRatio = AggregateLossRatio ?? usual.AggregateLossRatio,
        ClaimsLevel = ClaimsLevel ?? usual.ClaimsLevel,
        GroupSigma = GroupSigma ?? usual.GroupSigma,
        LaserFactor = LaserFactor ?? usual.LaserFactor,
        OwnExperience = OwnExperience ?? usual.OwnExperience,
        Pooling = Pooling ?? usual.Pooling,
        InsuredPremium = InsuredPremium ?? usual.InsuredPremium,
        OtherCost = OtherCost ?? usual.OtherCost,
    };
}
