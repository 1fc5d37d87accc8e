using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Decision.Comparing;

/// <summary>What is paid in the first year whatever the claims are.</summary>
/// <param name="Administration">For administration.</param>
/// <param name="OtherFees">All other fees.</param>
/// <param name="SpecificPremium">Specific stop-loss.</param>
/// <param name="AggregatePremium">Aggregate stop-loss; of minimum premium all that the insurer asks.</param>
public sealed record FixedCosts(
    double Administration, double OtherFees, double SpecificPremium, double AggregatePremium)
{
    /// <summary>All together.</summary>
    public double Total => Administration + OtherFees + SpecificPremium + AggregatePremium;
}

/// <summary>What is expected of claims in the first year.</summary>
/// <param name="Gross">Before any stop-loss.</param>
/// <param name="Specific">Paid back by the specific.</param>
/// <param name="Aggregate">Paid back by the aggregate.</param>
/// <param name="Kept">Left to the employer, before the aggregate pays: what lies below deductibles, and what of the
/// excess is its own.</param>
public sealed record ExpectedClaims(double Gross, double Specific, double Aggregate, double Kept);

/// <summary>An option with its prices, held against the people of a risk document.</summary>
/// <param name="Option">As quoted.</param>
/// <param name="Fixed">Of the first year.</param>
/// <param name="Rule">What claims of the first year cost.</param>
/// <param name="Year">What the first year may cost.</param>
public sealed record PricedOption(FundingOption Option, FixedCosts Fixed, CostRule Rule, EmployerYear Year)
{
    /// <summary>What is retained of each person, class by class.</summary>
    public required ValueList<double> Own { get; init; }

    /// <summary>What of each person counts toward the aggregate, class by class.</summary>
    public required ValueList<double> Counted { get; init; }

    /// <summary>Expected claims of the first year.</summary>
    public required ExpectedClaims Expected { get; init; }

    /// <summary>What lasers add to the specific, everybody's together.</summary>
    public double LaserLayers { get; init; }

    /// <summary>The most that the year can cost: fixed cost, attachment, aggregating specific, laser layers; null where
    /// there is no aggregate, so that nothing ends it.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether the first year is exact; otherwise it was drawn, because two sums decide it at once.</summary>
    public bool IsExact => Year is ExactYear;

    /// <summary>What of a year's claims the employer bears beside what counts toward the aggregate.</summary>
    /// <param name="retained">Below own deductibles.</param>
    /// <param name="counted">Toward the aggregate.</param>
    /// <param name="gross">All claims.</param>
    public double Beside(double retained, double counted, double gross) =>
        retained - counted + KeptExcess(gross - retained);

    /// <summary>What of the excess over deductibles is the employer's own.</summary>
    /// <param name="excess">Over deductibles, everybody's together.</param>
    public double KeptExcess(double excess)
    {
        var aggregating = Math.Min(excess, Option.StopLoss.Aggregating);
        return aggregating + ((1 - Option.StopLoss.Reimbursement) * (excess - aggregating));
    }

    /// <summary>The cost of a year.</summary>
    /// <param name="rule">Of that year.</param>
    /// <param name="retained">Below own deductibles.</param>
    /// <param name="counted">Toward the aggregate.</param>
    /// <param name="gross">All claims.</param>
    public double Cost(CostRule rule, double retained, double counted, double gross)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var beside = Beside(retained, counted, gross);
        return Option.StopLoss.LaseredDollars == LaseredDollars.NetOfReimbursement
            ? rule.Of(counted + beside)
            : rule.Of(counted) + beside;
    }
}
