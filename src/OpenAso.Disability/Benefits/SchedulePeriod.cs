using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Disability.Benefits;

/// <summary>A part of a period's amount, with the provision that it comes from.</summary>
/// <param name="Name">As in <see cref="RatePart"/>; <c>benefit</c> for the gross benefit.</param>
/// <param name="Clause">The provision.</param>
/// <param name="Amount">Signed: the amounts of a period's steps add up to its net benefit.</param>
public sealed record ScheduleStep(string Name, ClauseNumber Clause, Money Amount);

/// <summary>Days of a period in unchanged circumstances.</summary>
/// <param name="Days">First and last day.</param>
/// <param name="Weight">Of the week's or month's days by the plan's basis.</param>
/// <param name="Whole">A full week or month by that basis: 7, 5 or 30.</param>
/// <param name="Rate">The benefit of a full week or month.</param>
public sealed record RatedDays(DateRange Days, int Weight, int Whole, BenefitRate Rate);

/// <summary>The benefit of a week or calendar month of one disability, or of the part of it that is payable.</summary>
public sealed record SchedulePeriod
{
    /// <summary>The number of the disability.</summary>
    public required int Disability { get; init; }

    /// <summary>The week of benefits or the calendar month, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The first payable day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last payable day; the benefit is paid in arrears on it.</summary>
    public required DateOnly Through { get; init; }

    /// <summary>How many calendar days are paid.</summary>
    public required int Days { get; init; }

    /// <summary>False where the days are not certified yet: a preview.</summary>
    public required bool IsCertified { get; init; }

    /// <summary>In order of date.</summary>
    public required ValueList<RatedDays> Rates { get; init; }

    /// <summary>From the gross to the net benefit; they add up to it.</summary>
    public required ValueList<ScheduleStep> Steps { get; init; }

    /// <summary>The benefit before any reduction or addition.</summary>
    public Money Gross => Steps.Items.Where(step => step.Name == BenefitSteps.Benefit).Total(step => step.Amount);

    /// <summary>What is owed before an overpayment is taken back.</summary>
    public Money Net => Steps.Items.Total(step => step.Amount);
}

/// <summary>Names of steps that are no kind of income.</summary>
public static class BenefitSteps
{
    /// <summary>The gross benefit.</summary>
    public const string Benefit = "benefit";
}
