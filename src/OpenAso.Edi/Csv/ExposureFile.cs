using OpenAso.Kernel;
using Sylvan.Data.Csv;

namespace OpenAso.Edi.Csv;

/// <summary>Reads the exposure of a triangle's origins: the first column names the origin, the second holds its
/// exposure, member months or premium.</summary>
public static class ExposureFile
{
    /// <summary>Reads one file.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <param name="origins">Those of the triangle; rows of others are passed over.</param>
    /// <returns>In the order of the origins; null where a finding says why.</returns>
    public static Parsed<ValueList<decimal>?> Read(TextReader reader, string file, ValueList<string> origins)
    {
        List<Finding> findings = [];
        var known = new Dictionary<string, decimal>(StringComparer.Ordinal);
        CsvTable.Open(reader, file, "origin,exposure", findings, (csv, head) =>
        {
            var line = head.Line;
            while (csv.Read())
                ReadRow(csv, head with { Line = ++line }, known, findings);
            var missing = origins.Items.Where(origin => !known.ContainsKey(origin)).ToList();
            if (missing.Count > 0)
                findings.Add(new Finding(CsvCodes.Empty, Severity.Rejected, new Place(file),
                    $"There is no exposure for {string.Join(", ", missing.Take(4))}"
                    + (missing.Count > 4 ? $" and {missing.Count - 4} more" : "")
                    + "; each origin of the triangle needs a row with its name and its exposure."));
        });
        return new Parsed<ValueList<decimal>?>(
            findings.Exists(finding => finding.Severity >= Severity.Rejected)
                ? null
                : origins.Items.Select(origin => known[origin]).ToValueList(),
            findings.ToValueList());
    }

    private static void ReadRow(
        CsvDataReader csv, Place place, Dictionary<string, decimal> known, List<Finding> findings)
    {
        var origin = csv.GetString(0).Trim();
        var text = csv.RowFieldCount > 1 ? csv.GetString(1).Trim() : "";
        if (CsvTable.HasMoreThanColumns(csv))
            findings.Add(CsvTable.TooManyValues(csv, place));
        else if (!TriangleFile.TryAmount(text, out var exposure) || exposure < 0)
            findings.Add(new Finding(
                text.Length == 0 ? CsvCodes.Empty : CsvCodes.BadValue, Severity.Rejected, place with { Column = 2 },
                "Expected is the origin, then its exposure: a number that is not below zero."));
        else if (!known.TryAdd(origin, exposure))
            findings.Add(new Finding(TriangleCodes.OriginRepeated, Severity.Rejected, place with { Column = 1 },
                $"Origin '{origin}' stands twice; add its rows up, or remove one."));
    }
}
