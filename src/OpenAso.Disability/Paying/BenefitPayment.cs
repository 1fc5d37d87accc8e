using OpenAso.Disability.Benefits;
using OpenAso.Disability.Taxes;
using OpenAso.Kernel;

namespace OpenAso.Disability.Paying;

/// <summary>What is paid for a period of the schedule, in arrears on its last day.</summary>
/// <remarks>An obligation is known by the claim's id, the number of the disability and of the period, and its first
/// day.</remarks>
/// <param name="Period">The period with the other income that was known on the day of the payment.</param>
public sealed record BenefitPayment(SchedulePeriod Period)
{
    /// <summary>The day of the payment.</summary>
    public DateOnly Day => Period.Through;

    /// <summary>What earlier periods lacked, now that other income is known to be less than was counted.</summary>
    public Money Adjustment { get; init; }

    /// <summary>What is taken back of an overpayment.</summary>
    public Money Recovery { get; init; }

    /// <summary>The part of it that was overpaid in the same tax year, and makes its wages less.</summary>
    public Money RecoveryOfYear { get; init; }

    /// <summary>What is paid before tax.</summary>
    public Money Paid => Period.Net + Adjustment - Recovery;

    /// <summary>The part of it that is income; below zero where more is taken back of the year's wages.</summary>
    public Money Taxable { get; init; }

    /// <summary>The part of it that is a wage for social security and Medicare; below zero where more is taken back of
    /// the year's wages.</summary>
    public Money FicaTaxable { get; init; }

    /// <summary>Income tax withheld by whoever pays it out; null where payroll withholds.</summary>
    public Money? Withheld { get; init; }

    /// <summary>Social security and Medicare tax on it; null where payroll withholds, or the figures of the year are
    /// not known.</summary>
    public FicaShare? Fica { get; init; }

    /// <summary>What reaches the claimant: never below zero.</summary>
    public Money AfterTax => Paid - (Withheld ?? Money.Zero) - (Fica?.Withheld.Total ?? Money.Zero);
}

/// <summary>An amount that was overpaid or taken back, by the year in which it had been paid.</summary>
/// <param name="Year">Of the payment.</param>
/// <param name="Amount">Above zero.</param>
public sealed record YearAmount(int Year, Money Amount)
{
    /// <summary>The part of it that was paid while sick pay was a wage, the share that is not taxed included.</summary>
    public Money OfWages { get; init; }
}

/// <summary>Benefits that turned out to be too high.</summary>
/// <param name="Since">The day on which it became known.</param>
/// <param name="ByYear">In order of the year in which it was paid.</param>
public sealed record Overpayment(DateOnly Since, ValueList<YearAmount> ByYear)
{
    /// <summary>All years together.</summary>
    public Money Amount => ByYear.Items.Total(year => year.Amount);
}

/// <summary>What is paid once at death.</summary>
/// <param name="Day">Of death.</param>
/// <param name="Amount">By the plan.</param>
/// <param name="Recovery">What is taken back of an overpayment, as far as it reaches.</param>
public sealed record SurvivorPayment(DateOnly Day, Money Amount, Money Recovery)
{
    /// <summary>What is paid.</summary>
    public Money Paid => Amount - Recovery;

    /// <summary>The part of the amount that is the survivor's income; no wage, and no tax is withheld from
    /// it.</summary>
    public Money Taxable { get; init; }
}

/// <summary>All payments of a claim, with what was overpaid.</summary>
/// <param name="Payments">In order.</param>
/// <param name="Overpayments">In order of the day on which they became known.</param>
/// <param name="Repaid">By cheque, no more than was open.</param>
/// <param name="AdjustmentDue">What past periods lack and no later payment has made good.</param>
/// <param name="Open">What is still to be taken back, by the year in which it was overpaid.</param>
/// <param name="Survivor">Null where nothing is paid at death.</param>
public sealed record PaymentSchedule(
    ValueList<BenefitPayment> Payments,
    ValueList<Overpayment> Overpayments,
    Money Repaid,
    Money AdjustmentDue,
    ValueList<YearAmount> Open,
    SurvivorPayment? Survivor)
{
    /// <summary>What was repaid in the year in which it had been overpaid, and makes that year's wages less.</summary>
    public ValueList<RepaidWages> RepaidOfYear { get; init; }

    /// <summary>What others than the claimant agreed to pay back and paid, in order.</summary>
    public ValueList<ThirdPartyEntry> ThirdParties { get; init; }

    /// <summary>What others agreed to pay and have not paid.</summary>
    public Money OwedByOthers { get; init; }

    /// <summary>The sum of a step.</summary>
    /// <param name="step">The step.</param>
    public Money Of(ThirdPartyStep step) =>
        ThirdParties.Items.Where(entry => entry.Step == step).Total(entry => entry.Amount);
    /// <summary>What came back after the year in which it had been paid.</summary>
    public ValueList<YearCorrection> Corrections { get; init; }
}

/// <summary>A repayment in the year of the overpayment.</summary>
/// <param name="Year">Of both.</param>
/// <param name="Amount">What was repaid of that year, before tax.</param>
/// <param name="Taxable">The part of it that had been income.</param>
/// <param name="FicaWages">The part of it that had been a wage for social security and Medicare.</param>
public sealed record RepaidWages(int Year, Money Amount, Money Taxable, Money FicaWages);

/// <summary>What came back after the year in which it had been paid, and corrects that year's wages for social security
/// and Medicare; its income stays as it was.</summary>
/// <param name="Year">In which it had been paid.</param>
/// <param name="Day">On which it came back.</param>
/// <param name="Amount">What came back, before any tax: income tax is not undone, so that the whole amount is
/// due.</param>
/// <param name="FicaWages">By which wages of the year are less.</param>
/// <param name="Employee">The employee's tax on them, which is due back to the claimant.</param>
/// <param name="Employer">The employer's.</param>
public sealed record YearCorrection(
    int Year, DateOnly Day, Money Amount, Money FicaWages, FicaTax Employee, FicaTax Employer);
