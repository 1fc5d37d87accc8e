using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenAso.Kernel;

namespace OpenAso.Operations.Explaining;

/// <summary>Writes one JSON document in one line, as every output of the command line is.</summary>
public static class JsonText
{
    /// <summary>The document.</summary>
    /// <param name="write">Writes the members of its root.</param>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>A list of objects.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name of the list.</param>
    /// <param name="items">In order.</param>
    /// <param name="write">Writes the members of one item.</param>
    public static void WriteList<T>(
        this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(write);
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>A day, as year-month-day.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The name of the day.</param>
    /// <param name="day">The day.</param>
    public static void WriteDay(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <summary>What was found, in order.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="findings">The findings.</param>
    public static void WriteFindings(this Utf8JsonWriter writer, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(findings);
        writer.WriteStartArray("findings"u8);
        foreach (var finding in findings)
            FindingJson.Write(writer, finding);
        writer.WriteEndArray();
    }
}
