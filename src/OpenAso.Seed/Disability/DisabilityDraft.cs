using OpenAso.Seed.People;

namespace OpenAso.Seed.Disability;

/// <summary>An employee's disability.</summary>
/// <param name="Household">Whose subscriber it is.</param>
/// <param name="From">The first day.</param>
/// <param name="Cause">In the words of claim documents.</param>
/// <param name="Days">How long it lasts.</param>
/// <param name="Salary">A year's pay in whole dollars; a year earlier it was a thirtieth less.</param>
/// <param name="Delivered">The day of a delivery; null where there was none.</param>
/// <param name="Cesarean">Whether it was one.</param>
/// <param name="IsProved">Whether the physician's statement has come.</param>
internal sealed record DisabilityDraft(
    Household Household,
    DateOnly From,
    string Cause,
    int Days,
    int Salary,
    DateOnly? Delivered,
    bool Cesarean,
    bool IsProved)
{
    /// <summary>From so many days on long-term benefits are paid.</summary>
    public const int LongTermAfter = 180;

    public DateOnly LastDayWorked => From.AddDays(-1);

    /// <summary>The last certified day.</summary>
    public DateOnly Through => From.AddDays(Days - 1);

    public DateOnly Received => From.AddDays(4);

    public bool IsLong => Days > LongTermAfter;
}
