using OpenAso.Claims;
using OpenAso.Kernel;

namespace OpenAso.Operations.Pending;

/// <summary>A claim that waits for a person.</summary>
/// <param name="Family">Where it waits; begins with a question mark where nobody has its member identifier.</param>
/// <param name="Version">Of the family: work that was begun on another is refused.</param>
/// <param name="Import">The import it came with.</param>
/// <param name="Claim">As sent.</param>
/// <param name="Determination">Why it waits.</param>
/// <param name="Estimate">What the plan may pay: its share of what the newest 250 decided claims bill.</param>
/// <param name="Age">How long it waits.</param>
public sealed record PendedClaim(
    FamilyId Family, long Version, long Import, Claim Claim, Determination Determination, Money Estimate,
    WaitingAge Age)
{
    /// <summary>Why it waits.</summary>
    public PendReasons Reasons => Determination.PendReasons;
}

/// <summary>How long a claim waits.</summary>
/// <param name="CalendarDays">The day of receipt is day 0.</param>
/// <param name="BusinessDays">Mondays to Fridays after the day of receipt; holidays are not known.</param>
/// <param name="DaysLeft">Until the last day to decide it; below zero where that has passed.</param>
public sealed record WaitingAge(int CalendarDays, int BusinessDays, int DaysLeft)
{
    /// <summary>The age on a day.</summary>
    /// <param name="received">When it arrived; never after <paramref name="day"/> is meant, and counts as that day if
    /// so.</param>
    /// <param name="day">The day.</param>
    /// <param name="withinDays">How many calendar days the plan may take.</param>
    public static WaitingAge Of(DateOnly received, DateOnly day, int withinDays)
    {
        var days = Math.Max(0, day.DayNumber - received.DayNumber);
        var business = days / 7 * 5;
        for (var rest = 1; rest <= days % 7; rest++)
        {
            if (received.AddDays(rest).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                business++;
        }
        return new WaitingAge(days, business, withinDays - days);
    }
}
