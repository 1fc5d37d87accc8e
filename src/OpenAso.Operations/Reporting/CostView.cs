using OpenAso.Decision.Pictures;
using OpenAso.Kernel;
using OpenAso.Operations.Forecasting;

namespace OpenAso.Operations.Reporting;

/// <summary>What an employer looks at first: cost now, against what it should be, and how it goes on.</summary>
/// <param name="Position">Where the plan stands.</param>
/// <param name="Cash">The weeks to come.</param>
/// <param name="Months">The months behind, oldest first.</param>
/// <param name="Year">The plan year of the day.</param>
public sealed record CostView(
    EmployerPosition Position, CashOutlook Cash, ValueList<MonthlyCost> Months, DateRange Year)
{
    private const int MonthsOfCash = 3;

    /// <summary>How the year may go on.</summary>
    public required CostProjection Projection { get; init; }

    /// <summary>The picture of the year.</summary>
    /// <param name="texts">Its words; English ones where null.</param>
    public CostFan Fan(PictureTexts? texts = null)
    {
        var words = texts ?? PictureTexts.English;
        return Projection.Fan(
            words["cost.source", Position.Employer, words.Day(Position.AsOf)], words);
    }

    /// <summary>Cost of the plan year so far: claims, fees and premium less what carriers paid.</summary>
    public Money CostToDate => OfYear.Total(month => month.Net);

    /// <summary>The budget of the months of the plan year so far.</summary>
    public Money BudgetToDate => OfYear.Total(month => month.Budget);

    /// <summary>Budget less cost of the plan year so far: a surplus above zero, a deficit below.</summary>
    public Money Result => BudgetToDate - CostToDate;

    /// <summary>How many days the fund lasts at the pace of the last three months that have ended; null where none has
    /// ended or nothing was spent.</summary>
    public int? DaysOfCash
    {
        get
        {
            var ended = Months.Items.Where(month => month.Month.Last <= Position.AsOf).TakeLast(MonthsOfCash).ToList();
            var spent = ended.Total(month => month.ClaimsPaid + month.Fixed);
            var days = ended.Sum(month => month.Month.Last.Day);
            return spent.IsPositive
                ? (int)Int128.Max(0, (Int128)Position.Fund.BookBalance.Cents * days / spent.Cents)
                : null;
        }
    }

    /// <summary>The next time the employer is asked for money; null where it is not known.</summary>
    public FundCall? NextCall
    {
        get
        {
            var week = Cash.Schedule.Calls.Items.ToList().IndexOf(true);
            return week < 0
                ? null
                : new FundCall(
                    Cash.AsOf.AddDays((7 * week) + 1), Cash.AsOf.AddDays(7 * (week + 1)),
                    Cash.Fund?.Weeks[week].Call is { } call
                        ? CostProjection.Whole(call.Quantile(0.5))
                        : null);
        }
    }

    private IEnumerable<MonthlyCost> OfYear => Months.Items.Where(month => month.Month.First >= Year.First);

    /// <summary>Net cost of an employee a month over the newest months; null where nobody was covered.</summary>
    /// <param name="months">How many; at least one.</param>
    public Money? PerEmployee(int months)
    {
        var newest = Months.Items.TakeLast(months).ToList();
        var employees = newest.Sum(month => month.Employees);
        return employees > 0 ? newest.Total(month => month.Net).Ratio(1, employees, Rounding.HalfUp) : null;
    }
}

/// <summary>A time at which the employer is asked for money.</summary>
/// <param name="Earliest">The first day of its week.</param>
/// <param name="Latest">The last.</param>
/// <param name="Amount">As likely more as less; null where too little is known.</param>
public sealed record FundCall(DateOnly Earliest, DateOnly Latest, Money? Amount);
