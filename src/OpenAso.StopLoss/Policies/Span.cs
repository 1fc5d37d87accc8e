using System.Globalization;
using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>A length of time in months or in days, which are not the same: 90 days after 31 December are 31 March or 30
/// March, three months are always 31 March.</summary>
/// <param name="Months">Whole months; zero where the length is in days.</param>
/// <param name="Days">Days; zero where the length is in months.</param>
[Source("Public policy wordings differ: \"within 90 days\" and \"within three months\"")]
public readonly record struct Span(int Months, int Days)
{
    /// <summary>No time at all.</summary>
    public static Span None => default;

    /// <summary>The last day of a time that begins after a day.</summary>
    /// <param name="last">The day before it begins.</param>
    public DateOnly After(DateOnly last) => ContractBasis.MonthsAfter(last, Months).AddDays(Days);

    /// <summary>Reads <c>90 days</c> or <c>3 months</c>.</summary>
    /// <param name="text">A whole number of at most 3,660 and its unit.</param>
    /// <param name="span">None when false is returned.</param>
    public static bool TryParse(string text, out Span span)
    {
        span = None;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count > 3_660)
            return false;
        span = parts[1] switch
        {
            "day" or "days" => new Span(0, count),
            "month" or "months" => new Span(count, 0),
            _ => None,
        };
        return count == 0 || span != None;
    }

    /// <summary>For example <c>90 days</c> or <c>3 months</c>.</summary>
    public override string ToString() => Months > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Months} months")
        : string.Create(CultureInfo.InvariantCulture, $"{Days} days");
}
