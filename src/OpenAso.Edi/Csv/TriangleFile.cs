using System.Globalization;
using OpenAso.Actuarial.Reserving;
using OpenAso.Kernel;

namespace OpenAso.Edi.Csv;

/// <summary>Reads a triangle: the first column names the origin, one column for each development age follows, blank
/// where
/// nothing is known yet; a column <c>member_months</c> is exposure.</summary>
/// <remarks>Zero is an amount. A file in which anything is wrong is not taken: what is left out would change every
/// factor.</remarks>
public static class TriangleFile
{
    internal const string Exposure = "member_months";

    private const decimal LargestAmount = 1_000_000_000_000_000;
    private const NumberStyles Number =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads one file.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <param name="kind">What its amounts are.</param>
    /// <returns>Null where a finding says why.</returns>
    public static Parsed<TriangleTable?> Read(TextReader reader, string file, AmountKind kind)
    {
        List<Finding> findings = [];
        TriangleDraft? draft = null;
        CsvTable.Open(reader, file, "of the origin and of each development age", findings, (csv, head) =>
        {
            draft = new TriangleDraft(csv, head, kind, findings);
            draft.Read();
        });
        var isSound = draft is not null && findings.TrueForAll(finding => finding.Severity < Severity.Rejected);
        return new Parsed<TriangleTable?>(isSound ? draft!.Table() : null, findings.ToValueList());
    }

    /// <summary>An amount within what can be reckoned with.</summary>
    internal static bool TryAmount(string text, out decimal amount) =>
        decimal.TryParse(text, Number, CultureInfo.InvariantCulture, out amount)
        && Math.Abs(amount) <= LargestAmount;
}
