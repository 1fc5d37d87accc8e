using OpenAso.X12.Envelopes;

namespace OpenAso.Operations.Importing;

/// <summary>Recognises interchanges that were read before, by sender, control number and content.</summary>
public static class RepeatedInterchanges
{
    /// <summary>Marks those that are known, and all but the first of those that stand among the files more than once:
    /// they are passed over.</summary>
    /// <param name="files">With their envelopes.</param>
    /// <param name="known">Sender, control number and hash of what was read before; receives what is read now.</param>
    /// <returns>How many were marked.</returns>
    public static int Mark(
        IEnumerable<ReadFile> files, HashSet<(string Sender, string ControlNumber, string Hash)> known)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(known);
        var marked = 0;
        foreach (var interchange in files.SelectMany(file => file.Envelopes.Interchanges).Where(one => !one.IsRejected))
        {
            interchange.IsRepeated = !known.Add(
                (SenderOf(interchange), interchange.ControlNumber, interchange.ContentHash));
            marked += interchange.IsRepeated ? 1 : 0;
        }
        return marked;
    }

    /// <summary>The sender with its qualifier.</summary>
    internal static string SenderOf(Interchange interchange) => $"{interchange.SenderQualifier}:{interchange.Sender}";
}
