using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>How often the employer is asked for money.</summary>
public enum RequestFrequency
{
    /// <summary>Seven days after the last request.</summary>
    Weekly,

    /// <summary>In each calendar month.</summary>
    Monthly,

    /// <summary>Before each payment run.</summary>
    PerRun,
}

/// <summary>When and how the employer is asked for money.</summary>
/// <param name="Clause">The provision.</param>
/// <param name="Frequency">How often.</param>
/// <param name="DaysToFund">Calendar days from the request until the money must be there; 0 to 90.</param>
/// <param name="Target">What the fund should hold after all that is due has been paid.</param>
/// <param name="PayBeyondFunds">Whether payments may be issued that the fund does not cover.</param>
public sealed record FundingTerms(
    ClauseId Clause, RequestFrequency Frequency, int DaysToFund, TargetBalance Target, bool PayBeyondFunds)
{
    /// <summary>Whether a request is to be made.</summary>
    /// <param name="day">Today.</param>
    /// <param name="last">The day of the last request; null before the first.</param>
    public bool IsDue(DateOnly day, DateOnly? last) => last is not { } before || Frequency switch
    {
        RequestFrequency.Weekly => day >= before.AddDays(7),
        RequestFrequency.Monthly => Month.Of(day) > Month.Of(before),
        RequestFrequency.PerRun => true,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>What a fund should hold: an amount, or a share of what some months are expected to cost.</summary>
/// <param name="Amount">Zero where it is a share.</param>
/// <param name="Share">Of the months' expected claims and fees; none where it is an amount.</param>
/// <param name="Months">1 or 12; 0 where it is an amount.</param>
public readonly record struct TargetBalance(Money Amount, Percent Share, int Months)
{
    /// <summary>The target in money, rounded half up to the cent.</summary>
    /// <param name="expectedMonth">Expected claims and fees of a month, at today's enrolment.</param>
    public Money For(Money expectedMonth) =>
        Amount + expectedMonth.Times(Quantity.Of(Months), Rounding.HalfUp).Times(Share, Rounding.HalfUp);
}
