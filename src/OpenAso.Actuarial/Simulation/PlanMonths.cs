using OpenAso.Kernel;

namespace OpenAso.Actuarial.Simulation;

/// <summary>One run of a plan through its months. Amounts are without rounding.</summary>
/// <param name="Months">The months of all years, in order.</param>
/// <param name="Years">The years.</param>
/// <param name="PaidAfter">Paid after the last of these months, for claims incurred in them.</param>
/// <param name="ReceivedAfter">Received from the carrier after the last of these months.</param>
public sealed record PlanMonths(
    ValueList<PlanMonth> Months, ValueList<PlanYearCost> Years, double PaidAfter, double ReceivedAfter)
{
    /// <summary>What all claims incurred in these years cost.</summary>
    public double Gross => Years.Items.Sum(year => year.Gross);

    /// <summary>What the carrier bears, whenever it pays.</summary>
    public double Recovered => Years.Items.Sum(year => year.Specific + year.Aggregate);

    /// <summary>What stays with the employer.</summary>
    public double Retained => Gross - Recovered;

    /// <summary>The employer's money of each month.</summary>
    public double Cash => Months.Items.Sum(month => month.Cash);

    /// <summary>The least that the fund ever held, before it was filled.</summary>
    public double LowestBalance => Months.Items.Min(month => month.Lowest);

    /// <summary>The largest call.</summary>
    public double LargestCall => Months.Items.Max(month => month.Call);

    /// <summary>How often the employer was called upon.</summary>
    public int Calls => Months.Items.Count(month => month.Call > 0);
}

/// <summary>One month.</summary>
/// <param name="Paid">Claims paid from the fund.</param>
/// <param name="Received">What the carrier paid into it, less what it took back.</param>
/// <param name="Cash">What the employer paid into it: deposit and call.</param>
/// <param name="Call">Of that, the call.</param>
/// <param name="Lowest">What the fund held at the end, before the call; below zero where it did not suffice.</param>
public readonly record struct PlanMonth(double Paid, double Received, double Cash, double Call, double Lowest);

/// <summary>One plan year.</summary>
/// <param name="Gross">Claims incurred in it, whenever they are paid.</param>
/// <param name="Covered">Claims that lie within the windows of its contract.</param>
/// <param name="Specific">What the specific pays under it, after the aggregating specific.</param>
/// <param name="Aggregate">What the aggregate pays under it in the end.</param>
public readonly record struct PlanYearCost(double Gross, double Covered, double Specific, double Aggregate);
