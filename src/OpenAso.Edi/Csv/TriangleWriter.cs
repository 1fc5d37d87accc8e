using System.Globalization;
using System.Text;
using OpenAso.Actuarial.Reserving;

namespace OpenAso.Edi.Csv;

/// <summary>Writes a triangle as <see cref="TriangleFile"/> reads it.</summary>
public static class TriangleWriter
{
    /// <summary>All of the file: amounts as they are, blank where nothing is known, exposure in the last
    /// column.</summary>
    /// <param name="table">The triangle; its names hold neither commas nor quotes.</param>
    public static string Write(TriangleTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var text = new StringBuilder("origin");
        foreach (var age in table.Ages)
            text.Append(',').Append(age);
        if (table.Exposure.Count > 0)
            text.Append(',').Append(TriangleFile.Exposure);
        text.Append('\n');
        for (var origin = 0; origin < table.Origins.Count; origin++)
        {
            text.Append(table.Origins[origin]);
            foreach (var amount in table.Amounts[origin])
                text.Append(',').Append(amount?.ToString(CultureInfo.InvariantCulture));
            if (table.Exposure.Count > 0)
                text.Append(',').Append(table.Exposure[origin].ToString(CultureInfo.InvariantCulture));
            text.Append('\n');
        }
        return text.ToString();
    }
}
