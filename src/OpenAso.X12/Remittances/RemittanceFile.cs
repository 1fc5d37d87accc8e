namespace OpenAso.X12.Remittances;

/// <summary>What a file of remittances says, and what of it could not be taken.</summary>
/// <param name="Remittances">In the order of the file; only those whose transaction set was read to its end.</param>
/// <param name="Findings">In the order of the file.</param>
public sealed record RemittanceFile(Sequence<Remittance> Remittances, Sequence<SegmentFinding> Findings);
