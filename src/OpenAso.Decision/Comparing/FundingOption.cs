using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Decision.Comparing;

/// <summary>Ways in which an employer may fund its own plan.</summary>
public enum Arrangement
{
    /// <summary>Administrative services only: claims are paid as they come; what is not spent stays with the
    /// employer.</summary>
    Aso,

    /// <summary>The most that a year can cost is paid in advance by the month; a share of what is not needed comes
    /// back after the run-out, and there is no deficit.</summary>
    LevelFunding,

    /// <summary>Claims are paid up to a monthly cap that adds up over the year; the insurer bears what passes it for a
    /// small premium, and asks a terminal fee when the employer leaves.</summary>
    MinimumPremium,
}

/// <summary>One way to fund the plan, as it is quoted.</summary>
/// <param name="Name">The author's own, each once.</param>
/// <param name="Arrangement">Which kind.</param>
public sealed record FundingOption(string Name, Arrangement Arrangement)
{
    /// <summary>Administration, a year.</summary>
    public double Administration { get; init; }

    /// <summary>All other fees, a year.</summary>
    public double OtherFees { get; init; }

    /// <summary>How administration and fees grow from year to year.</summary>
    public double FeeGrowth { get; init; }

    /// <summary>Stop-loss; for minimum premium what the insurer bears of one person's claims.</summary>
    public StopLossOffer StopLoss { get; init; } = StopLossOffer.None;

    /// <summary>What the employer pays each month: of level funding all it can cost, of minimum premium at most for
    /// claims; null where it follows from the rest.</summary>
    public double? Monthly { get; init; }

    /// <summary>Of level funding: the share of what is not needed that comes back.</summary>
    public double Returned { get; init; } = 1;

    /// <summary>Of minimum premium: what is due when the employer leaves, in months of the cap.</summary>
    public double TerminalMonths { get; init; }

    /// <summary>Run-out administration when the employer leaves, in months of administration.</summary>
    public double RunOutMonths { get; init; }

    /// <summary>Months of expected claims to be set aside; null where completion factors say.</summary>
    public double? ReserveMonths { get; init; }

    /// <summary>What the employer has planned to spend in the year; null for what is expected.</summary>
    public double? Budget { get; init; }

    /// <summary>What of the policy its quote does not tell, so that it is left out of the numbers.</summary>
    public ValueList<string> Untold { get; init; }
}

/// <summary>Stop-loss as it is quoted.</summary>
/// <param name="Specific">What is retained of one person; infinity for no specific.</param>
/// <param name="SpecificPrice">Of the specific, a year.</param>
public sealed record StopLossOffer(double Specific, Price SpecificPrice)
{
    /// <summary>Neither specific nor aggregate.</summary>
    public static StopLossOffer None { get; } = new(double.PositiveInfinity, Price.None);

    /// <summary>Deductibles of the lasered people of the risk document, class by class; empty where those of the
    /// document hold.</summary>
    public ValueList<double> Lasers { get; init; }

    /// <summary>The aggregating specific deductible: what the employer keeps of all excess.</summary>
    public double Aggregating { get; init; }

    /// <summary>The carrier's share of the excess over the specific.</summary>
    public double Reimbursement { get; init; } = 1;

    /// <summary>The attachment as a multiple of expected retained claims: 1.25; null where there is no aggregate, or an
    /// amount is quoted.</summary>
    public double? Corridor { get; init; }

    /// <summary>The attachment of a year as an amount; null where a corridor is quoted.</summary>
    public double? Attachment { get; init; }

    /// <summary>The most that the aggregate pays in a year.</summary>
    public double AggregateMaximum { get; init; } = double.PositiveInfinity;

    /// <summary>Of the aggregate, a year.</summary>
    public Price AggregatePrice { get; init; } = Price.None;

    /// <summary>What of a lasered person counts toward the aggregate.</summary>
    public LaseredDollars LaseredDollars { get; init; }

    /// <summary>How stop-loss premium grows from year to year; null where it grows as what it pays for, which is faster
    /// than claims (leveraged trend).</summary>
    public double? Trend { get; init; }

    /// <summary>Whether there is an aggregate.</summary>
    public bool HasAggregate => Corridor is not null || Attachment is not null;
}
