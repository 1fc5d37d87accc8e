namespace OpenAso.Kernel;

/// <summary>What a finding means for the thing it was found in. Ordered: the later, the worse.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is lost by it.</summary>
    Information,

    /// <summary>Read, but not as the sender's guide or our documents would have it.</summary>
    Warning,

    /// <summary>The claim, member or row it was found in is not taken; the others are.</summary>
    Rejected,

    /// <summary>The whole file, interchange or document is not taken; nothing of it is loaded.</summary>
    Fatal,
}
