namespace OpenAso.Edi.Csv;

/// <summary>Permanent codes of what can be wrong with a CSV file; listed in <c>docs/findings-csv.md</c>.</summary>
public static class CsvCodes
{
    /// <summary>A column is missing.</summary>
    public const string MissingColumn = "CSV001";

    /// <summary>A column that the file kind does not know.</summary>
    public const string UnknownColumn = "CSV002";

    /// <summary>A value that cannot be read.</summary>
    public const string BadValue = "CSV003";

    /// <summary>A value that must be given is empty.</summary>
    public const string Empty = "CSV004";

    /// <summary>A row that says the same as an earlier row, but with another amount.</summary>
    public const string Contradiction = "CSV005";

    /// <summary>A file without rows.</summary>
    public const string NoRows = "CSV006";

    /// <summary>Text that is not CSV: an open quote, or bytes that are not UTF-8.</summary>
    public const string NotCsv = "CSV007";

    /// <summary>A row with more values than the first line names columns.</summary>
    public const string TooManyValues = "CSV008";

    /// <summary>A column that is named twice.</summary>
    public const string ColumnRepeated = "CSV009";
}
