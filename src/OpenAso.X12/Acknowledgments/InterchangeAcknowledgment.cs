namespace OpenAso.X12.Acknowledgments;

/// <summary>The answer to one interchange that was received: a segment TA1.</summary>
/// <param name="ControlNumber">TA101: ISA13 as received, zeros kept.</param>
/// <param name="Date">TA102: ISA09 as received, YYMMDD.</param>
/// <param name="Time">TA103: ISA10 as received, HHMM.</param>
/// <param name="Status">TA104: accepted, accepted with errors, or rejected; never partly.</param>
/// <param name="Note">TA105: 000 where nothing is wrong, else the standard's three digits.</param>
public sealed record InterchangeAcknowledgment(
    string ControlNumber, string Date, string Time, AcknowledgmentStatus Status, string Note = "000");

/// <summary>The answers to a file: what one interchange of acknowledgments holds.</summary>
/// <param name="Interchanges">TA1, one for each interchange that is answered.</param>
/// <param name="Groups">999, one for each functional group.</param>
public sealed record AcknowledgmentFile(
    Sequence<InterchangeAcknowledgment> Interchanges, Sequence<GroupAcknowledgment> Groups)
{
    /// <summary>Whether there is nothing to send.</summary>
    public bool IsEmpty => Interchanges.Count == 0 && Groups.Count == 0;
}
