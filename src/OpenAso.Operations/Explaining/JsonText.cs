using System.Text;
using System.Text.Json;

namespace OpenAso.Operations.Explaining;

/// <summary>Writes one JSON document in one line, as every output of the command line is.</summary>
internal static class JsonText
{
    /// <summary>The document.</summary>
    /// <param name="write">Writes the members of its root.</param>
    public static string Of(Action<Utf8JsonWriter> write)
    {
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
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
