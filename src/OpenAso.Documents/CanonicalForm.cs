using System.Globalization;
using System.Text;
using OpenAso.Kernel;

namespace OpenAso.Documents;

/// <summary>Writes a document in the one form that its hash is taken of.</summary>
internal static class CanonicalForm
{
    public static ContentHash HashOf(DocumentNode root)
    {
        var text = new StringBuilder();
        Write(root, text);
        return ContentHash.Of(text.ToString());
    }

    // Every text is preceded by its length, so that no two documents have the same form.
    private static void Write(DocumentNode node, StringBuilder text)
    {
        switch (node)
        {
            case DocumentScalar scalar:
                Write('s', scalar.Value, text);
                break;
            case DocumentList list:
                text.Append(CultureInfo.InvariantCulture, $"l{list.Items.Length}:");
                foreach (var item in list.Items)
                    Write(item, text);
                break;
            case DocumentMap map:
                text.Append(CultureInfo.InvariantCulture, $"m{map.Entries.Length}:");
                foreach (var entry in map.Entries)
                {
                    Write('k', entry.Key, text);
                    Write(entry, text);
                }
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Write(char kind, string value, StringBuilder text) =>
        text.Append(kind).Append(CultureInfo.InvariantCulture, $"{value.Length}:").Append(value);
}
