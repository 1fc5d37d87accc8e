namespace OpenAso.Kernel;

/// <summary>What could be understood, together with everything that could not.</summary>
/// <remarks>Reading never fails: a file in which nothing is right is an empty value and a list of findings.</remarks>
/// <typeparam name="T">Usually a list of claims or enrolments, or a document.</typeparam>
/// <param name="Value">Every part that was sound; empty rather than null where there is an empty value.</param>
/// <param name="Findings">In the order of the file.</param>
public sealed record Parsed<T>(T Value, ValueList<Finding> Findings)
{
    /// <summary>Whether nothing was rejected.</summary>
    public bool Accepted => Findings.Items.All(finding => finding.Severity < Severity.Rejected);
}
