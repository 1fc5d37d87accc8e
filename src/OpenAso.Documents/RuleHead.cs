namespace OpenAso.Documents;

/// <summary>The top of every document of public numbers.</summary>
public static class RuleHead
{
    /// <summary>Reads what the document is, and refuses other keys.</summary>
    /// <param name="root">Has the key <c>rules</c>.</param>
    /// <param name="keys">All of which stand under it.</param>
    public static void Read(DocumentSection root, params ReadOnlySpan<string> keys)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (root.Required("rules").Section() is not { } rules)
            return;
        foreach (var key in keys)
            rules.Required(key).Text();
        rules.Done();
    }
}
