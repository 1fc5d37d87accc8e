using System.Globalization;
using System.Text;

namespace OpenAso.Kernel;

/// <summary>Something wrong in a file or document, said precisely enough to answer the sender.</summary>
/// <param name="Code">Permanent and never reused; listed in docs/findings.md.</param>
/// <param name="Severity">Whether the thing it was found in is still taken.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Message">For a person: names the element, what was expected and how to mend it; never patient
/// data.</param>
public sealed record Finding(string Code, Severity Severity, Place Place, string Message)
{
    /// <summary>What a page can say in its reader's words.</summary>
    /// <param name="code">Permanent and never reused; listed in docs/findings.md.</param>
    /// <param name="severity">Whether the thing it was found in is still taken.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="sentence">What the message says; the message is its English.</param>
    public Finding(string code, Severity severity, Place place, Sentence sentence)
        : this(code, severity, place, $"{sentence}") => Sentence = sentence;

    /// <summary>What the message says, where a page can put it into its reader's words; null where there is the message
    /// alone.</summary>
    public Sentence? Sentence { get; }

    /// <summary>Place, code and message in one line; without a place where it has none.</summary>
    public override string ToString() => $"{Place}" is { Length: > 0 } place
        ? $"{place}: {Code} {Message}"
        : $"{Code} {Message}";
}

/// <summary>Where in a file or document something stands.</summary>
/// <param name="File">The file's name as the user gave it; empty where there is none.</param>
/// <param name="Line">1-based line of a text document; 0 where lines mean nothing.</param>
/// <param name="Column">1-based column; 0 where unknown.</param>
/// <param name="Path">What the line belongs to: a clause, a key, a loop and segment; empty where it adds
/// nothing.</param>
public sealed record Place(string File, int Line = 0, int Column = 0, string Path = "")
{
    /// <summary>Nowhere in particular.</summary>
    public static Place None { get; } = new("");

    /// <summary>As compilers write it: <c>plan.yaml(12,3) deductibles</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(File);
        if (Line > 0 && Column > 0)
            text.Append(CultureInfo.InvariantCulture, $"({Line},{Column})");
        else if (Line > 0)
            text.Append(CultureInfo.InvariantCulture, $"({Line})");
        if (Path.Length > 0)
            text.Append(text.Length > 0 ? " " : "").Append(Path);
        return text.ToString();
    }
}
