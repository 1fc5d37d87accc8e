using System.Globalization;
using OpenAso.Actuarial.Reserving;
using OpenAso.Kernel;

namespace OpenAso.Operations.Reserving;

/// <summary>A triangle of the books: services of a calendar period by the period in which they were received or
/// paid.</summary>
/// <remarks>It ends with the last period that has ended: what an unfinished one has brought so far is not known at its
/// age, and so is blank, never zero. A period in which nothing came is zero.</remarks>
/// <param name="Basis">By which day, beside that of the service.</param>
/// <param name="Grid">How long its periods are.</param>
/// <param name="First">The first day of the first period.</param>
/// <param name="Through">The last day of the last period: nothing later is in it.</param>
/// <param name="Table">Increments in dollars, and member months as exposure.</param>
public sealed record BooksTriangle(
    TriangleBasis Basis, ReserveGrid Grid, DateOnly First, DateOnly Through, TriangleTable Table)
{
    /// <summary>Puts amounts in their cells.</summary>
    /// <param name="basis">What the amounts' day is.</param>
    /// <param name="grid">How long periods are.</param>
    /// <param name="days">From a first period to the end of a last one.</param>
    /// <param name="amounts">Those of services before the first period are left out, and those of later
    /// days.</param>
    /// <param name="memberMonths">Of each period.</param>
    /// <returns>Null, with a finding, where an origin is below zero when added up.</returns>
    public static Parsed<BooksTriangle?> Of(
        TriangleBasis basis, ReserveGrid grid, DateRange days, IEnumerable<LagAmount> amounts,
        IReadOnlyList<int> memberMonths)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        var first = grid.IndexOf(days.First);
        var count = grid.IndexOf(days.Last) - first + 1;
        var cents = new long[count, count];
        foreach (var amount in amounts.Where(one => days.Contains(one.Incurred) && one.On <= days.Last))
        {
            var origin = grid.IndexOf(amount.Incurred) - first;
            // What is told to have come before its service came with it.
            var age = Math.Max(0, grid.IndexOf(amount.On) - first - origin);
            cents[origin, age] = checked(cents[origin, age] + amount.Amount.Cents);
        }
        var triangle = new BooksTriangle(
            basis, grid, grid.FirstDay(first), days.Last, TableOf(grid, first, cents, memberMonths));
        return BelowZero(triangle.Table) is { } wrong
            ? new Parsed<BooksTriangle?>(null, [wrong])
            : new Parsed<BooksTriangle?>(triangle, []);
    }

    private static TriangleTable TableOf(ReserveGrid grid, int first, long[,] cents, IReadOnlyList<int> memberMonths)
    {
        var periods = Enumerable.Range(0, cents.GetLength(0)).ToList();
        return new TriangleTable(
            periods.Select(origin => grid.Name(first + origin)).ToValueList(),
            periods.Select(age => age.ToString(CultureInfo.InvariantCulture)).ToValueList(),
            periods.Select(origin => periods
                .Select(age => origin + age < periods.Count ? cents[origin, age] / 100m : (decimal?)null)
                .ToValueList()).ToValueList(),
            memberMonths.Select(months => (decimal)months).ToValueList());
    }

    private static Finding? BelowZero(TriangleTable table)
    {
        for (var origin = 0; origin < table.Origins.Count; origin++)
        {
            var sum = 0m;
            for (var age = 0; age < table.Ages.Count && table.Amounts[origin][age] is { } amount; age++)
            {
                sum += amount;
                if (sum < 0)
                    return new Finding(BooksReserveCodes.BelowZero, Severity.Fatal, Place.None,
                        $"Up to age {table.Ages[age]} more was taken back of services of {table.Origins[origin]} than"
                        + " had come, and nothing can be developed from an amount below zero. Take a coarser grid, or"
                        + " the other basis.");
            }
        }
        return null;
    }
}
