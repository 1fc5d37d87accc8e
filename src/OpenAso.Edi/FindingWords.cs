using OpenAso.Kernel;
using OpenAso.X12;

namespace OpenAso.Edi;

/// <summary>Turns what is wrong with a segment into a finding of the file that it stands in.</summary>
public static class FindingWords
{
    /// <summary>The same, with the file's name.</summary>
    /// <param name="finding">Of the X12 reader.</param>
    /// <param name="file">As the user gave it.</param>
    public static Finding In(this SegmentFinding finding, string file)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new Finding(
            finding.Code, SeverityOf(finding.Severity), new Place(file, Path: finding.Place), finding.Message);
    }

    private static Severity SeverityOf(SegmentSeverity severity) => severity switch
    {
        SegmentSeverity.Note => Severity.Information,
        SegmentSeverity.Error => Severity.Rejected,
        _ => Severity.Fatal,
    };
}
