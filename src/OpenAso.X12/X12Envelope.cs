namespace OpenAso.X12;

/// <summary>What a writer puts into the header of an interchange.</summary>
/// <param name="SenderQualifier">ISA05, for example ZZ or 30.</param>
/// <param name="Sender">ISA06, at most fifteen characters.</param>
/// <param name="ReceiverQualifier">ISA07.</param>
/// <param name="Receiver">ISA08, at most fifteen characters.</param>
/// <param name="Date">ISA09.</param>
/// <param name="Time">ISA10.</param>
/// <param name="ControlNumber">ISA13, 0 to 999,999,999.</param>
/// <param name="IsTest">ISA15: T rather than P.</param>
public sealed record InterchangeHeader(
    string SenderQualifier, string Sender, string ReceiverQualifier, string Receiver,
    DateOnly Date, TimeOnly Time, int ControlNumber, bool IsTest = false);

/// <summary>What a writer puts into the header of a functional group.</summary>
/// <param name="FunctionalIdentifier">GS01, for example HC.</param>
/// <param name="Sender">GS02.</param>
/// <param name="Receiver">GS03.</param>
/// <param name="Date">GS04.</param>
/// <param name="Time">GS05.</param>
/// <param name="ControlNumber">GS06, from 1.</param>
/// <param name="Version">GS08, the guide, for example 005010X222A1.</param>
public sealed record GroupHeader(
    string FunctionalIdentifier, string Sender, string Receiver, DateOnly Date, TimeOnly Time, int ControlNumber,
    string Version);
