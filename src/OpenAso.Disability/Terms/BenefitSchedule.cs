using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Disability.Terms;

/// <summary>How a day's share of a weekly or monthly benefit is counted.</summary>
public enum DayBasis
{
    /// <summary>A week has seven days.</summary>
    Calendar,

    /// <summary>A week has five days, Monday to Friday.</summary>
    Working,

    /// <summary>A month has thirty days: the 31st counts nothing, the last day of February counts to the
    /// thirtieth.</summary>
    Thirty,
}

/// <summary>The share of earnings that is replaced from one week or month of benefits on.</summary>
/// <param name="From">The week of a weekly benefit or month of a monthly one, from 1.</param>
/// <param name="Share">Of predisability earnings.</param>
public sealed record BenefitStep(int From, Percent Share);

/// <summary>The least that is paid whatever offsets there are, before an overpayment is taken back.</summary>
/// <param name="Amount">A week or a month.</param>
/// <param name="Share">Of the gross benefit; the larger of the two counts, and never more than the gross
/// benefit.</param>
/// <param name="Clause">The provision.</param>
public sealed record MinimumBenefit(Money Amount, Percent Share, ClauseNumber Clause);

/// <summary>What is paid for a week or a month before any offset.</summary>
/// <param name="Steps">In order; the first is from 1.</param>
/// <param name="Maximum">The most for a week or a month; null where there is no end.</param>
/// <param name="Minimum">Null where there is none.</param>
/// <param name="Days">How parts of a week or month are counted.</param>
/// <param name="Clause">The provision.</param>
public sealed record BenefitSchedule(
    ValueList<BenefitStep> Steps, Money? Maximum, MinimumBenefit? Minimum, DayBasis Days, ClauseNumber Clause)
{
    /// <summary>The share of earnings in a week or month of benefits.</summary>
    /// <param name="period">From 1.</param>
    public Percent ShareIn(int period)
    {
        var share = Percent.None;
        foreach (var step in Steps)
        {
            if (step.From <= period)
                share = step.Share;
        }
        return share;
    }
}
