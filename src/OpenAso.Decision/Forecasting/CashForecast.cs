using OpenAso.Actuarial;

namespace OpenAso.Decision.Forecasting;

/// <summary>What is paid for claims in the weeks to come, as many equally likely courses.</summary>
/// <remarks>Claims decided and not paid are known one by one, and come by how long claims wait for their payment. New
/// ones come by the people covered, as they came in the weeks behind. Pended claims are in it as far as such claims
/// were decided in the past, not all at once.</remarks>
public sealed class CashForecast
{
    /// <summary>Weeks that must be known: eight to find a level, eight to see how weeks lie about it.</summary>
    public const int FewestWeeks = 16;

    private readonly double[][] _courses;

    private CashForecast(double[][] courses, int weeks, double growth)
    {
        _courses = courses;
        Weeks = weeks;
        Growth = growth;
    }

    /// <summary>How many weeks ahead.</summary>
    public int Weeks { get; }

    /// <summary>By which share the people covered are taken to change each week.</summary>
    public double Growth { get; }

    /// <summary>How many courses there are.</summary>
    public int Courses => _courses.Length;

    /// <summary>Forecasts from a history.</summary>
    /// <param name="history">At least <see cref="FewestWeeks"/> weeks, in which something was paid.</param>
    /// <param name="weeks">How many weeks ahead; at least one.</param>
    /// <param name="courses">How many courses; at least one.</param>
    /// <param name="seed">Where chance comes from: the same seed, the same courses.</param>
    /// <exception cref="ArgumentException">The history is too short, or nothing was paid in it.</exception>
    public static CashForecast Of(CashHistory history, int weeks, int courses = 4_000, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(courses, 1);
        if (!IsEnough(history))
            throw new ArgumentException("A forecast needs more weeks, and payments in them.", nameof(history));
        var model = ReceiptModel.Of(history, weeks);
        var queue = new PaymentQueue(PaymentLag.Of(history), model.Large.Threshold, history);
        var paths = new double[courses][];
        for (var course = 0; course < courses; course++)
            paths[course] = Course(model, queue, weeks, new RandomStream(seed, (ulong)course));
        return new CashForecast(paths, weeks, model.Growth);
    }

    /// <summary>Whether enough is known to forecast.</summary>
    /// <param name="history">Any.</param>
    public static bool IsEnough(CashHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.Weeks >= FewestWeeks && history.Paid().Any(paid => paid > 0)
            && history.Members[^1] > 0;
    }

    /// <summary>What is paid in a week in one of the courses.</summary>
    /// <param name="course">From zero.</param>
    /// <param name="week">0 for the next week.</param>
    public double Paid(int course, int week) => _courses[course][week];

    /// <summary>What is paid from one week to another, as a distribution.</summary>
    /// <param name="first">0 for the next week.</param>
    /// <param name="count">How many weeks.</param>
    public CashDistribution Between(int first, int count) => CashDistribution.Of(
        [.. _courses.Select(course => course.Skip(first).Take(count).Sum())]);

    private static double[] Course(ReceiptModel model, PaymentQueue queue, int weeks, RandomStream random)
    {
        var paid = new double[weeks];
        queue.PayKnown(paid, random);
        var level = model.DrawLevel(random);
        var rate = model.Large.DrawRate(random);
        for (var week = 0; week < weeks; week++)
        {
            queue.PayMany(model.DrawSmall(week, level, random), queue.ClaimsOfWeek, week, 0, paid, random);
            var large = LargeReceipts.DrawCount(rate * model.Exposure(week), random);
            for (var one = 0; one < large; one++)
                queue.PayOnce(model.Large.DrawSize(random), week, 0, paid, random);
        }
        return paid;
    }
}
