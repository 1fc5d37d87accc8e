namespace OpenAso.Edi.Csv;

/// <summary>Codes of what is found in triangles and exposures beyond what any CSV may have.</summary>
public static class TriangleCodes
{
    /// <summary>A column of a triangle without a name, or no age at all.</summary>
    public const string AgesMissing = "CSV010";

    /// <summary>A blank in a triangle before an amount of the same row.</summary>
    public const string Hole = "CSV011";

    /// <summary>An amount of a triangle that is below zero when added up.</summary>
    public const string CumulativeBelowZero = "CSV012";

    /// <summary>An origin that stands twice.</summary>
    public const string OriginRepeated = "CSV013";

    /// <summary>Origins or ages that do not ascend.</summary>
    public const string OutOfOrder = "CSV014";
}
