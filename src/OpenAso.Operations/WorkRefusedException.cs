using OpenAso.Kernel;

namespace OpenAso.Operations;

/// <summary>What somebody asked for cannot be done as things stand; nothing was changed.</summary>
/// <remarks>Commands and calls say the English message; a page says the sentence in its reader's words.</remarks>
/// <param name="sentence">Says why, and how to go on, without a word about a patient.</param>
public abstract class WorkRefusedException(Sentence sentence) : Exception($"{sentence}")
{
    /// <summary>What the message says; the message is its English.</summary>
    public Sentence Sentence => sentence;
}
