using OpenAso.Kernel;

namespace OpenAso.Documents;

/// <summary>A YAML document as it was read: every value with its position.</summary>
/// <remarks>Immutable.</remarks>
public sealed class Document
{
    internal Document(DocumentMap root)
    {
        Root = root;
        Hash = CanonicalForm.HashOf(root);
    }

    /// <summary>The outermost map.</summary>
    public DocumentMap Root { get; }

    /// <summary>What the document says, without regard to comments, blank lines, indentation, quotes or flow
    /// style.</summary>
    /// <remarks>The order of keys and items counts, for a reader may give it meaning.</remarks>
    public ContentHash Hash { get; }
}
