namespace OpenAso.X12;

/// <summary>The identifier of a segment, its own letters packed in an integer.</summary>
public readonly record struct SegmentTag(uint Packed);
