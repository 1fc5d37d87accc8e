using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Claims;

/// <summary>For what time an amount is.</summary>
public enum PayPeriod
{
    /// <summary>A week: one fifty-second of a year.</summary>
    Week,

    /// <summary>A month: one twelfth of a year.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,
}

/// <summary>An amount with the time that it is for.</summary>
/// <param name="Amount">Zero or more.</param>
/// <param name="Per">The time.</param>
public sealed record Pay(Money Amount, PayPeriod Per)
{
    /// <summary>How many of these a year has.</summary>
    public int InYear => In(Per);

    /// <summary>The same for a week or a month, rounded half up to the cent.</summary>
    /// <param name="weekly">For a week, else for a month.</param>
    public Money For(bool weekly)
    {
        var wanted = In(weekly ? PayPeriod.Week : PayPeriod.Month);
        return wanted == InYear ? Amount : Amount.Ratio(InYear, wanted, Rounding.HalfUp);
    }

    private static int In(PayPeriod period) => period switch
    {
        PayPeriod.Week => 52,
        PayPeriod.Month => 12,
        _ => 1,
    };
}

/// <summary>A salary from a day on.</summary>
/// <param name="From">The first day.</param>
/// <param name="Pay">The salary.</param>
public sealed record SalaryEntry(DateOnly From, Pay Pay);

/// <summary>Commissions or bonuses of a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Amount">What was earned in it.</param>
public sealed record MonthlyPay(Month Month, Money Amount);

/// <summary>What the employee earned before the disability.</summary>
/// <param name="Salary">By day.</param>
/// <param name="Commissions">Null where nobody has said.</param>
/// <param name="Bonuses">Null where nobody has said.</param>
public sealed record Earnings(
    ValueList<SalaryEntry> Salary, ValueList<MonthlyPay>? Commissions, ValueList<MonthlyPay>? Bonuses)
{
    /// <summary>Nothing is known.</summary>
    public static Earnings Unknown { get; } = new([], null, null);
}

/// <summary>What was paid for the coverage of the claimant's class in a policy year.</summary>
/// <param name="Year">The calendar year in which the policy year ends.</param>
/// <param name="Employer">By the employer, and by the employee before tax.</param>
/// <param name="Employee">By the employee after tax.</param>
public sealed record ContributionYear(int Year, Money Employer, Money Employee);

/// <summary>The end of a pregnancy.</summary>
/// <param name="Day">Of delivery.</param>
/// <param name="Cesarean">By caesarean.</param>
public sealed record Delivery(DateOnly Day, bool Cesarean);

/// <summary>What a physician certified.</summary>
/// <param name="Days">Of disability.</param>
/// <param name="AnyOccupation">Whether for any occupation, not only the own.</param>
public sealed record Certification(DateRange Days, bool AnyOccupation)
{
    /// <summary>The first day for which it was withdrawn or shortened; null where it stands.</summary>
    public DateOnly? WithdrawnFrom { get; init; }

    /// <summary>The day on which the withdrawal became known; null where it always was.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>The days that are left of it; null where nothing is.</summary>
    public DateRange? Standing => WithdrawnFrom is not { } from ? Days
        : from <= Days.First ? null
        : new DateRange(Days.First, Days.Last < from ? Days.Last : from.AddDays(-1));
}

/// <summary>Work since the disability began.</summary>
/// <param name="Days">Open where it goes on.</param>
/// <param name="IsFull">Whether it is the work of before in full: a trial or a return. Else part-time, while
/// disabled.</param>
/// <param name="Earnings">From part-time work; null for full work.</param>
/// <param name="Then">Why the work ended, where that is another cause than before; null for the same.</param>
public sealed record WorkSpell(DateRange Days, bool IsFull, Pay? Earnings, DisabilityCause? Then)
{
    /// <summary>The day on which this work became known; null where it always was.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>Minutes of part-time work in a week; null where nobody has said.</summary>
    public int? WeeklyMinutes { get; init; }
}

/// <summary>A later amount of an income, for the cost of living.</summary>
/// <param name="From">The first day.</param>
/// <param name="Amount">From then on.</param>
public sealed record IncomeIncrease(DateOnly From, Money Amount);

/// <summary>Income from elsewhere.</summary>
/// <param name="Kind">As plans tell kinds apart.</param>
/// <param name="Days">For which it is paid, whenever that is.</param>
/// <param name="Per">The time that its amounts are for.</param>
/// <param name="Actual">As awarded; zero where it was refused; null where nothing is decided.</param>
/// <param name="Estimate">Until it is known; null where none was made.</param>
/// <param name="KnownOn">The day on which the award became known; null where it always was.</param>
/// <param name="Increases">For the cost of living, in order of date.</param>
public sealed record OtherIncome(
    OffsetKind Kind,
    DateRange Days,
    PayPeriod Per,
    Money? Actual,
    Money? Estimate,
    DateOnly? KnownOn,
    ValueList<IncomeIncrease> Increases)
{
    /// <summary>A sum that was paid once for many days; null for income by week, month or year. It counts once it is
    /// spread: see <see cref="Benefits.LumpSums"/>.</summary>
    public LumpSum? LumpSum { get; init; }

    /// <summary>The amount that counts for a day, as far as it is known on another.</summary>
    /// <param name="day">A day of disability.</param>
    /// <param name="known">What becomes known later does not count.</param>
    /// <param name="terms">How the plan counts this kind.</param>
    /// <returns>Null where nothing counts.</returns>
    public Pay? CountedOn(DateOnly day, DateOnly known, OffsetTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (!Days.Contains(day))
            return null;
        var isKnown = Actual is not null && (KnownOn is not { } since || since <= known);
        if (!isKnown)
            return terms.Estimated && Estimate is { } estimate ? new Pay(estimate, Per) : null;
        var amount = Actual!.Value;
        foreach (var increase in Increases)
        {
            if (!terms.Frozen && increase.From <= day)
                amount = increase.Amount;
        }
        return new Pay(amount, Per);
    }
}

/// <summary>The days on which the statements came; null for those that did not.</summary>
/// <param name="Employee">The claimant's.</param>
/// <param name="Employer">The employer's.</param>
/// <param name="Physician">The attending physician's.</param>
public sealed record Statements(DateOnly? Employee, DateOnly? Employer, DateOnly? Physician);

/// <summary>Money that the claimant paid back.</summary>
/// <param name="Day">On which it came.</param>
/// <param name="Amount">Above zero.</param>
public sealed record Repayment(DateOnly Day, Money Amount);

/// <summary>How income tax is withheld.</summary>
public enum WithholdingMethod
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>At the flat rate of supplemental wages.</summary>
    Supplemental,

    /// <summary>As payroll works it out of the employee's Form W-4: an amount for each payment.</summary>
    FormW4,

    /// <summary>As the employee asks an insurer for on Form W-4S: an amount for each payment.</summary>
    FormW4S,
}

/// <summary>How income tax is withheld.</summary>
/// <param name="Method">By which rule.</param>
/// <param name="Amount">For each payment, where a form says it.</param>
public sealed record Withholding(WithholdingMethod Method, Money Amount)
{
    /// <summary>Nothing is withheld.</summary>
    public static Withholding None { get; } = new(WithholdingMethod.None, Money.Zero);
}

/// <summary>A notice that a decision takes longer.</summary>
/// <param name="Noticed">The day of the notice.</param>
/// <param name="Asked">Whether it asks the claimant for information, which stops the clock.</param>
/// <param name="Answered">The day of the answer; null where there is none.</param>
public sealed record ExtensionNotice(DateOnly Noticed, bool Asked, DateOnly? Answered);

/// <summary>What the administrator and the claimant told each other.</summary>
/// <param name="Extensions">Of the first decision, in order.</param>
/// <param name="DecisionReceived">When the claimant had the decision.</param>
/// <param name="Decided">When it was made.</param>
/// <param name="AppealReceived">When the appeal came.</param>
/// <param name="AppealExtension">Of the answer to it.</param>
/// <param name="AppealDecided">When it was answered.</param>
public sealed record ClaimProgress(
    ValueList<ExtensionNotice> Extensions,
    DateOnly? Decided,
    DateOnly? DecisionReceived,
    DateOnly? AppealReceived,
    ExtensionNotice? AppealExtension,
    DateOnly? AppealDecided)
{
    /// <summary>Nothing yet.</summary>
    public static ClaimProgress NotBegun { get; } = new([], null, null, null, null, null);
}
