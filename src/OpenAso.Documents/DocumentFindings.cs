using OpenAso.Kernel;

namespace OpenAso.Documents;

/// <summary>Collects what is wrong while a document is read, so that one run shows everything.</summary>
public sealed class DocumentFindings
{
    private readonly List<Finding> _findings = [];

    /// <summary>How many were collected, of any severity.</summary>
    public int Count => _findings.Count;

    /// <summary>Whether nothing that was collected stops the document from being taken.</summary>
    public bool Accepted => _findings.TrueForAll(finding => finding.Severity < Severity.Rejected);

    /// <summary>Adds something that stops the whole document from being taken.</summary>
    /// <param name="code">Permanent and never reused.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="message">What was expected and how to mend it.</param>
    public void Stop(string code, Place place, string message) =>
        _findings.Add(new Finding(code, Severity.Fatal, place, message));

    /// <summary>Adds something that the author should look at; the document is taken all the same.</summary>
    /// <param name="code">Permanent and never reused.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="message">What was expected and how to mend it.</param>
    public void Warn(string code, Place place, string message) =>
        _findings.Add(new Finding(code, Severity.Warning, place, message));

    /// <summary>Adds something worth knowing.</summary>
    /// <param name="code">Permanent and never reused.</param>
    /// <param name="place">What it is about.</param>
    /// <param name="message">What is known.</param>
    public void Tell(string code, Place place, string message) =>
        _findings.Add(new Finding(code, Severity.Information, place, message));

    /// <summary>Adds findings that were collected elsewhere.</summary>
    /// <param name="findings">Of the same document, or of a part of it.</param>
    public void AddRange(IEnumerable<Finding> findings) => _findings.AddRange(findings);

    /// <summary>All of them in the order of the file, each once.</summary>
    public ValueList<Finding> ToValueList() =>
        _findings.Distinct()
            .OrderBy(finding => finding.Place.Line)
            .ThenBy(finding => finding.Place.Column)
            .ToValueList();
}
