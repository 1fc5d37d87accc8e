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

    /// <summary>Deductibles of single people, by pseudonym; an empty list for none.</summary>
    public IReadOnlyList<DesignLaser>? Lasers { get; init; }

    /// <summary>Plans whose cost sharing is tried out.</summary>
    public IReadOnlyList<PlanDesignBody>? Plans { get; init; }

    internal DesignSettings Over(DesignSettings usual) => new()
    {
        Lasers = Lasers is { } lasers ? [.. lasers] : usual.Lasers,
        Plans = [.. (Plans ?? []).Select(plan => plan.Design())],
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

/// <summary>Cost sharing of a plan's first network tier that is tried out; what is left out is as the plan document
/// says.</summary>
public sealed record PlanDesignBody
{
    /// <summary>The plan option.</summary>
    public required string Plan { get; init; }

    /// <summary>Another version of the plan document, by the first eight digits of its content hash.</summary>
    public string? Version { get; init; }

    /// <summary>The deductible of one person, in dollars; that of a family moves with it.</summary>
    public decimal? Deductible { get; init; }

    /// <summary>The out-of-pocket maximum of one person, in dollars; that of a family moves with it.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>The member's share in percent, of the benefits that have the plan's usual one.</summary>
    public decimal? Coinsurance { get; init; }

    /// <summary>By benefit, in dollars.</summary>
    public IReadOnlyList<DesignCopay>? Copays { get; init; }

    internal PlanDesign Design() => new(Plan)
    {
        Version = Version ?? "",
        Deductible = Deductible,
        Maximum = Maximum,
        Coinsurance = Coinsurance,
        Copays = [.. Copays ?? []],
    };
}
