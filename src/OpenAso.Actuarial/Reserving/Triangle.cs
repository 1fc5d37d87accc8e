using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>What was paid, received or counted of each origin up to each age, as far as it is known.</summary>
/// <remarks>Any grid: months or years, more ages than origins, a last diagonal that is known in part. An origin is
/// known from its first age up to its latest, without a gap. Held cumulatively; what was not known is not zero. An
/// increment may be below zero, a cumulative amount may not.</remarks>
public sealed class Triangle
{
    // By origin; each as long as the origin is known.
    private readonly double[][] _cumulative;

    private Triangle(ValueList<string> origins, ValueList<string> ages, double[][] cumulative)
    {
        Origins = origins;
        Ages = ages;
        _cumulative = cumulative;
    }

    /// <summary>The names of the rows, oldest first.</summary>
    public ValueList<string> Origins { get; }

    /// <summary>The names of the columns, youngest first.</summary>
    public ValueList<string> Ages { get; }

    /// <summary>What an origin came to up to an age.</summary>
    /// <param name="origin">Index of a row.</param>
    /// <param name="age">Index of a column that is known for the origin.</param>
    public double this[int origin, int age] => _cumulative[origin][age];

    /// <summary>A triangle of exact amounts.</summary>
    /// <param name="table">Without holes, and never below zero when added up; each origin known at its first
    /// age.</param>
    /// <param name="kind">What its amounts are.</param>
    /// <exception cref="ArgumentException">It is not such a table.</exception>
    public static Triangle Of(TriangleTable table, AmountKind kind)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = table.Amounts.Items.Select(row => Cumulated(row.Items.AsSpan(), kind)).ToArray();
        return Checked(table.Origins, table.Ages, rows);
    }

    /// <summary>A triangle of rows as long as they are known, named by their number.</summary>
    /// <param name="rows">Cumulative, oldest first.</param>
    /// <exception cref="ArgumentException">A row is empty, or holds an amount below zero.</exception>
    public static Triangle Of(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var ages = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        return Checked(Numbers(rows.Count), Numbers(ages), [.. rows.Select(row => row.ToArray())]);
    }

    /// <summary>How many ages of an origin are known; at least one.</summary>
    /// <param name="origin">Index of a row.</param>
    public int Known(int origin) => _cumulative[origin].Length;

    /// <summary>The index of the latest age of an origin that is known.</summary>
    /// <param name="origin">Index of a row.</param>
    public int LatestAge(int origin) => _cumulative[origin].Length - 1;

    /// <summary>What an origin has come to so far.</summary>
    /// <param name="origin">Index of a row.</param>
    public double Latest(int origin) => _cumulative[origin][^1];

    /// <summary>Whether an amount is known.</summary>
    /// <param name="origin">Index of a row.</param>
    /// <param name="age">Index of a column.</param>
    public bool IsKnown(int origin, int age) => age < _cumulative[origin].Length;

    /// <summary>What came at an age alone.</summary>
    /// <param name="origin">Index of a row.</param>
    /// <param name="age">Index of a column that is known for the origin.</param>
    public double Increment(int origin, int age) =>
        age == 0 ? _cumulative[origin][0] : _cumulative[origin][age] - _cumulative[origin][age - 1];

    /// <summary>The triangle as it was known some diagonals ago.</summary>
    /// <remarks>Every origin loses as many ages; one that was not yet known leaves.</remarks>
    /// <param name="diagonals">At least zero.</param>
    public Triangle Before(int diagonals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(diagonals);
        var rows = Enumerable.Range(0, Origins.Count).Where(origin => Known(origin) > diagonals).ToArray();
        return new Triangle(
            rows.Select(origin => Origins[origin]).ToValueList(), Ages,
            [.. rows.Select(origin => _cumulative[origin][..^diagonals])]);
    }

    /// <summary>All amounts times a number.</summary>
    /// <param name="factor">At least zero.</param>
    public Triangle Times(double factor) =>
        Checked(Origins, Ages, [.. _cumulative.Select(row => row.Select(amount => amount * factor).ToArray())]);

    private static double[] Cumulated(ReadOnlySpan<decimal?> row, AmountKind kind)
    {
        var known = 0;
        while (known < row.Length && row[known] is not null)
            known++;
        foreach (var later in row[known..])
        {
            if (later is not null)
                throw new ArgumentException("An origin has a hole: an age is known and an earlier one is not.");
        }
        var result = new double[known];
        var sum = 0m;
        for (var age = 0; age < known; age++)
        {
            sum = kind == AmountKind.Cumulative ? row[age]!.Value : sum + row[age]!.Value;
            result[age] = (double)sum;
        }
        return result;
    }

    private static Triangle Checked(ValueList<string> origins, ValueList<string> ages, double[][] rows)
    {
        if (rows.Length != origins.Count || rows.Any(row => row.Length == 0 || row.Length > ages.Count))
            throw new ArgumentException("Each origin is known at its first age, and at no more ages than there are.");
        if (rows.Any(row => row.Any(amount => !(amount >= 0) || double.IsInfinity(amount))))
            throw new ArgumentException("A cumulative amount is a number that is not below zero.");
        return new Triangle(origins, ages, rows);
    }

    private static ValueList<string> Numbers(int count) => Enumerable.Range(1, count)
        .Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToValueList();
}
