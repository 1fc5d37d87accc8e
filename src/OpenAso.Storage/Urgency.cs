namespace OpenAso.Storage;

/// <summary>Who goes first.</summary>
public enum Urgency
{
    /// <summary>Somebody waits for the answer.</summary>
    Interactive,

    /// <summary>One of many; goes when nobody waits, but is never kept from going at all.</summary>
    Bulk,
}
