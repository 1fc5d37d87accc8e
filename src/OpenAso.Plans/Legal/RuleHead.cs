using OpenAso.Documents;

namespace OpenAso.Plans.Legal;

/// <summary>The top of every document of public numbers.</summary>
internal static class RuleHead
{
    /// <summary>Reads what the document is, and refuses other keys.</summary>
    public static void Read(DocumentSection root, params ReadOnlySpan<string> keys)
    {
        if (root.Required("rules").Section() is not { } rules)
            return;
        foreach (var key in keys)
            rules.Required(key).Text();
        rules.Done();
    }
}
