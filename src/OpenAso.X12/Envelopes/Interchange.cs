namespace OpenAso.X12.Envelopes;

/// <summary>One interchange of a file, as its envelope says, and what is wrong with the envelope.</summary>
public sealed class Interchange
{
    internal Interchange(int number) => Number = number;

    /// <summary>1-based within the file.</summary>
    public int Number { get; }

    /// <summary>ISA05 and ISA06, without blanks at the end.</summary>
    public string SenderQualifier { get; internal set; } = "";

    /// <summary>ISA06, without blanks at the end.</summary>
    public string Sender { get; internal set; } = "";

    /// <summary>ISA07.</summary>
    public string ReceiverQualifier { get; internal set; } = "";

    /// <summary>ISA08, without blanks at the end.</summary>
    public string Receiver { get; internal set; } = "";

    /// <summary>ISA09 as it was sent: YYMMDD.</summary>
    public string Date { get; internal set; } = "";

    /// <summary>ISA10 as it was sent: HHMM.</summary>
    public string Time { get; internal set; } = "";

    /// <summary>ISA13 as it was sent, zeros kept.</summary>
    public string ControlNumber { get; internal set; } = "";

    /// <summary>ISA14: whether the sender asks for a TA1.</summary>
    public bool AcknowledgmentRequested { get; internal set; }

    /// <summary>ISA15: whether it is a test.</summary>
    public bool IsTest { get; internal set; }

    /// <summary>Its functional groups, in order.</summary>
    public List<FunctionalGroup> Groups { get; } = [];

    /// <summary>What is wrong with ISA and IEA, in order.</summary>
    public List<SegmentFinding> Findings { get; } = [];

    /// <summary>SHA-256 of its segments, line breaks left out, as 64 hexadecimal digits; empty where none was asked
    /// for.</summary>
    public string ContentHash { get; internal set; } = "";

    /// <summary>Whether it was read before and is passed over now; set by whoever knows what was read before.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>Whether nothing of it is taken.</summary>
    public bool IsRejected => Findings.Exists(finding => finding.Severity == SegmentSeverity.InterchangeRejected);
}

/// <summary>One functional group of an interchange.</summary>
public sealed class FunctionalGroup
{
    internal FunctionalGroup()
    {
    }

    /// <summary>GS01, for example HC.</summary>
    public string FunctionalIdentifier { get; internal set; } = "";

    /// <summary>GS02.</summary>
    public string Sender { get; internal set; } = "";

    /// <summary>GS03.</summary>
    public string Receiver { get; internal set; } = "";

    /// <summary>GS06 as it was sent.</summary>
    public string ControlNumber { get; internal set; } = "";

    /// <summary>GS08: the guide.</summary>
    public string Version { get; internal set; } = "";

    /// <summary>GE01, the number of transaction sets that the sender counted; what was counted here where GE is
    /// missing.</summary>
    public int SetsDeclared { get; internal set; }

    /// <summary>Its transaction sets, in order.</summary>
    public List<TransactionSet> Sets { get; } = [];

    /// <summary>What is wrong with GS and GE.</summary>
    public List<SegmentFinding> Findings { get; } = [];

    /// <summary>Whether nothing of it is taken.</summary>
    public bool IsRejected => Findings.Exists(finding => finding.Severity >= SegmentSeverity.GroupRejected);
}

/// <summary>One transaction set of a functional group.</summary>
public sealed class TransactionSet
{
    internal TransactionSet()
    {
    }

    /// <summary>ST01, for example 837.</summary>
    public string Identifier { get; internal set; } = "";

    /// <summary>ST02 as it was sent.</summary>
    public string ControlNumber { get; internal set; } = "";

    /// <summary>ST03; empty where it was not sent.</summary>
    public string GuideVersion { get; internal set; } = "";

    /// <summary>Segments from ST to SE, both counted.</summary>
    public int Segments { get; internal set; }

    /// <summary>What is wrong with it: with ST and SE, and, once it has been read by its guide, with what is
    /// inside.</summary>
    public List<SegmentFinding> Findings { get; } = [];

    /// <summary>Whether nothing of it is taken.</summary>
    public bool IsRejected => Findings.Exists(finding => finding.Severity >= SegmentSeverity.SetRejected);
}

/// <summary>What the envelopes of a file say, read before anything inside them is.</summary>
/// <param name="Interchanges">In the order of the file.</param>
/// <param name="Findings">What stands outside every interchange.</param>
public sealed record EnvelopeReport(IReadOnlyList<Interchange> Interchanges, IReadOnlyList<SegmentFinding> Findings)
{
    /// <summary>Every finding of the envelopes, in the order of the file but for those outside, which come
    /// first.</summary>
    public IEnumerable<SegmentFinding> AllFindings => Findings.Concat(Interchanges.SelectMany(interchange =>
        interchange.Findings.Concat(interchange.Groups.SelectMany(group =>
            group.Findings.Concat(group.Sets.SelectMany(set => set.Findings))))));
}
