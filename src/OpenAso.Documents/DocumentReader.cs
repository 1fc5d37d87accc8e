using OpenAso.Kernel;
using YamlDotNet.Core;

namespace OpenAso.Documents;

/// <summary>Reads YAML text into nodes that know where they stand.</summary>
/// <remarks>
/// <para>Takes the plain part of YAML: maps, lists, scalars, comments, quotes, blocks of text and flow style. Values
/// stay the characters that were written: <c>1e3</c> is no amount, <c>0450</c> keeps its zero, <c>no</c> is the word no
/// until a reader asks for yes or no. Anchors, aliases, merge keys, tags and second documents are findings, for a
/// document that people sign says each thing where it holds.</para>
/// <para>Bounded: <see cref="MaximumLength"/> characters, <see cref="MaximumDepth"/> levels. Pure.</para>
/// </remarks>
public static class DocumentReader
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int MaximumLength = 4_000_000;

    /// <summary>How many maps and lists may stand inside each other.</summary>
    public const int MaximumDepth = 32;

    /// <summary>Reads one document.</summary>
    /// <param name="text">All of the file; a byte order mark in front is skipped.</param>
    /// <param name="fileName">As the user gave it: stands in every finding.</param>
    /// <returns>Null with at least one finding where the text is not a document; never throws on bad text.</returns>
    public static Parsed<Document?> Read(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        text = text.TrimStart('\uFEFF');
        var findings = new DocumentFindings();
        var root = text.Length > MaximumLength
            ? Refuse(findings, DocumentCodes.TooLong, new Place(fileName),
                $"The file has {text.Length} characters; at most {MaximumLength} are read. Divide it.")
            : TabInIndentation(text) is var (line, column)
            ? Refuse(findings, DocumentCodes.Tab, new Place(fileName, line, column),
                "A tab stands in the indentation, where YAML allows spaces only. Replace it by two spaces.")
            : Build(text, fileName, findings);
        return new Parsed<Document?>(
            root is not null && findings.Accepted ? new Document(root) : null, findings.ToValueList());
    }

    private static DocumentMap? Build(string text, string fileName, DocumentFindings findings)
    {
        try
        {
            return new NodeBuilder(new GuardedParser(new StringReader(text)), fileName, findings).Build();
        }
        catch (YamlException problem)
        {
            var place = new Place(fileName, (int)problem.Start.Line, (int)problem.Start.Column);
            return Refuse(findings, DocumentCodes.NotYaml, place, "This is not YAML: " + Reason(problem)
                + " Look for a missing colon or space, an unclosed quote or bracket, or lines indented unevenly"
                + " at or above this line.");
        }
    }

    private static string Reason(YamlException problem)
    {
        var reason = problem.Message;
        var colon = reason.IndexOf("): ", StringComparison.Ordinal);
        reason = (colon < 0 ? reason : reason[(colon + 3)..]).Trim().TrimEnd('.');
        return reason + ".";
    }

    private static DocumentMap? Refuse(DocumentFindings findings, string code, Place place, string message)
    {
        findings.Stop(code, place, message);
        return null;
    }

    private static (int Line, int Column)? TabInIndentation(string text)
    {
        var line = 1;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                start = i + 1;
            }
            else if (text[i] == '\t' && text.AsSpan(start, i - start).TrimStart(' ').IsEmpty)
                return (line, i - start + 1);
        }
        return null;
    }
}
