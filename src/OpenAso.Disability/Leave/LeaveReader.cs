using System.Globalization;
using OpenAso.Disability.Claims;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Disability.Leave;

/// <summary>Reads what decides job-protected leave.</summary>
internal static class LeaveReader
{
    private const int MinutesOfHour = 60;
    private const int HoursOfWeek = 168;

    private static readonly string[] Days =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static LeaveFacts? Read(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var begins = section.Optional("year-begins");
        var facts = new LeaveFacts
        {
            Method = section.Optional("method").Choice<LeaveYear>(),
            YearBegins = begins.Date(),
            EmployedSince = section.Optional("employed-since").Date(),
            HoursWorked = section.Optional("hours-worked").Integer(0, 8_784),
            Employees = section.Optional("employees").Integer(0, 10_000_000),
            Schedule = Schedule(section.Optional("schedule")),
            Used = Used(section.Optional("used")),
        };
        section.Done();
        if (section.Findings.Accepted && facts.Method == LeaveYear.FixedYear == facts.YearBegins is null)
            value.Stop(DisabilityCodes.Incomplete,
                "'year-begins', the first day of one such year, goes with 'method: fixed-year', and with no other.");
        return facts;
    }

    /// <summary>Hours, with quarters of an hour or any other whole minutes: 20, 7.5.</summary>
    /// <returns>Minutes; null where nothing is written.</returns>
    public static int? Minutes(DocumentValue value)
    {
        if (value.Text() is not { } text)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            && hours is >= 0 and <= HoursOfWeek && decimal.Truncate(hours * MinutesOfHour) == hours * MinutesOfHour)
            return (int)(hours * MinutesOfHour);
        value.Stop(DocumentCodes.NotAnInteger, $"'{text}' is not hours in whole minutes, for example 40 or 7.5.");
        return null;
    }

    private static ValueList<int>? Schedule(DocumentValue value)
    {
        if (value.Section() is not { } section)
            return null;
        var minutes = Days.Select(day => Minutes(section.Optional(day)) ?? 0).ToValueList();
        section.Done();
        if (minutes.Items.Sum() > 0)
            return minutes;
        value.Stop(DisabilityCodes.Incomplete, "No hours are scheduled. Write them by day: monday: 8.");
        return null;
    }

    // The word none says that somebody has asked.
    private static ValueList<UsedLeave>? Used(DocumentValue value)
    {
        if (!value.IsPresent)
            return null;
        return value.Node is DocumentScalar { Value: "none" } ? [] : ClaimPartReader.Sections(value).Select(section =>
        {
            section.Required("to");
            var used = new UsedLeave(ClaimPartReader.Range(section), Minutes(section.Optional("hours-a-day")));
            section.Done();
            return used;
        }).ToValueList();
    }
}
