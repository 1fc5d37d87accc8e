using System.Globalization;
using OpenAso.Kernel;

namespace OpenAso.Operations.Reserving;

/// <summary>How long the periods of a triangle are.</summary>
public enum ReserveGrid
{
    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Calendar quarters.</summary>
    Quarter,
}

/// <summary>Calendar periods, counted.</summary>
internal static class GridPeriods
{
    /// <summary>How many months a period has.</summary>
    public static int Months(this ReserveGrid grid) => grid == ReserveGrid.Quarter ? 3 : 1;

    /// <summary>The number of the period that holds a day; the next period has the next number.</summary>
    public static int IndexOf(this ReserveGrid grid, DateOnly day) => ((day.Year * 12) + day.Month - 1) / grid.Months();

    /// <summary>The first day of a period.</summary>
    public static DateOnly FirstDay(this ReserveGrid grid, int index)
    {
        var month = index * grid.Months();
        return new DateOnly(month / 12, (month % 12) + 1, 1);
    }

    /// <summary>The last day of a period.</summary>
    public static DateOnly LastDay(this ReserveGrid grid, int index) => grid.FirstDay(index + 1).AddDays(-1);

    /// <summary>The period that has ended last by a day.</summary>
    public static int LastEnded(this ReserveGrid grid, DateOnly day) => grid.IndexOf(day.AddDays(1)) - 1;

    /// <summary>For example 2026-01, or 2026-Q1.</summary>
    public static string Name(this ReserveGrid grid, int index)
    {
        var first = grid.FirstDay(index);
        return grid == ReserveGrid.Quarter
            ? string.Create(CultureInfo.InvariantCulture, $"{first.Year:D4}-Q{(first.Month / 3) + 1}")
            : Month.Of(first).ToString();
    }
}
