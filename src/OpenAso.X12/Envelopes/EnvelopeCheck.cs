using System.Globalization;
using System.Text;
using OpenAso.X12.Guides;

namespace OpenAso.X12.Envelopes;

/// <summary>Reads the envelopes of a file and nothing else: whether they close, count and are numbered
/// rightly.</summary>
/// <remarks>Done before the segments inside are read, so that of a damaged interchange nothing is half loaded. Memory
/// grows with the number of transaction sets, not with the file.</remarks>
public sealed class EnvelopeCheck
{
    private readonly X12Reader _reader;
    private readonly InterchangeHash? _hash;
    private readonly List<Interchange> _interchanges = [];
    private readonly List<SegmentFinding> _outside = [];
    private Interchange? _interchange;
    private FunctionalGroup? _group;
    private TransactionSet? _set;

    private EnvelopeCheck(X12Reader reader, InterchangeHash? hash)
    {
        _reader = reader;
        _hash = hash;
    }

    /// <summary>Reads the envelopes of a file.</summary>
    /// <param name="stream">Read from where it stands to its end; not closed.</param>
    /// <param name="hashContent">Whether each interchange gets its content hash.</param>
    public static EnvelopeReport Read(Stream stream, bool hashContent = true)
    {
        using var reader = new X12Reader(stream);
        return Read(reader, hashContent);
    }

    /// <summary>Reads the envelopes of a file in memory.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="hashContent">Whether each interchange gets its content hash.</param>
    public static EnvelopeReport Read(byte[] bytes, bool hashContent = true)
    {
        using var reader = new X12Reader(bytes);
        return Read(reader, hashContent);
    }

    private static EnvelopeReport Read(X12Reader reader, bool hashContent)
    {
        using var hash = hashContent ? new InterchangeHash() : null;
        var check = new EnvelopeCheck(reader, hash);
        while (reader.Read())
        {
            check.Take();
            hash?.Add(reader.Segment);
            if (reader.Tag == SegmentTag.IEA)
                check.Finish();
        }
        check.End();
        return new EnvelopeReport(check._interchanges, check._outside);
    }

    private void Take()
    {
        switch (_reader.Tag)
        {
            case SegmentTag.ISA:
                BeginInterchange();
                break;
            case SegmentTag.GS:
                BeginGroup();
                break;
            case SegmentTag.ST:
                BeginSet();
                break;
            case SegmentTag.SE:
                EndSet();
                break;
            case SegmentTag.GE:
                EndGroup();
                break;
            case SegmentTag.IEA:
                EndInterchange();
                break;
            case SegmentTag.TA1 when _group is null:
                break;
            default:
                Content();
                break;
        }
    }

    private void BeginInterchange()
    {
        if (_interchange is not null)
            Cut("The interchange has no IEA before the next ISA; send it whole.");
        _interchange = new Interchange(_interchanges.Count + 1)
        {
            SenderQualifier = Text(5),
            Sender = Text(6),
            ReceiverQualifier = Text(7),
            Receiver = Text(8),
            Date = Text(9),
            Time = Text(10),
            ControlNumber = Text(13),
            AcknowledgmentRequested = Text(14) == "1",
            IsTest = Text(15) == "T",
        };
        _interchanges.Add(_interchange);
        CheckHeader(_interchange);
    }

    private void CheckHeader(Interchange interchange)
    {
        var delimiters = _reader.Delimiters;
        byte[] all = delimiters.Repetition == 0
            ? [delimiters.Element, delimiters.Component, delimiters.Segment]
            : [delimiters.Element, delimiters.Component, delimiters.Segment, delimiters.Repetition];
        if (all.Distinct().Count() < all.Length)
            Add(interchange.Findings, X12Codes.DelimitersNotDistinct, SegmentSeverity.InterchangeRejected, "027",
                "Element, component, repetition and segment delimiters must be four different characters.");
        if (!_reader.HeaderIsPadded)
            Add(interchange.Findings, X12Codes.HeaderNotPadded, SegmentSeverity.Note, "022",
                "ISA is not 106 bytes long; pad its elements with blanks.");
        var version = Text(12);
        if (version is not ("00401" or "00501"))
            Add(interchange.Findings, X12Codes.InterchangeVersion, SegmentSeverity.InterchangeRejected, "017",
                "ISA12 must be 00501; ask the sender for the file in that version.", element: 12);
        if (interchange.IsTest)
            Add(interchange.Findings, X12Codes.TestInterchange, SegmentSeverity.Note, "000",
                "ISA15 is T: the sender calls this a test. It was read like any other.", element: 15);
    }

    private void BeginGroup()
    {
        if (_interchange is null)
        {
            Outside();
            return;
        }
        CloseGroup();
        _group = new FunctionalGroup
        {
            FunctionalIdentifier = Text(1),
            Sender = Text(2),
            Receiver = Text(3),
            ControlNumber = Text(6),
            Version = Text(8),
        };
        if (_interchange.Groups.Exists(group => group.ControlNumber == _group.ControlNumber))
            AddGroup(X12Codes.GroupNumberRepeated, "19",
                "GS06 must differ from that of every other group of the interchange.", 6);
        _interchange.Groups.Add(_group);
        var guide = GuideLibrary.Find(_group.Version);
        if (guide is null)
            AddGroup(X12Codes.GuideNotSupported, "2",
                $"GS08 names {Printable(_group.Version)}; read are {SupportedGuides.Text}. "
                + "Ask the sender for the file in one of these.", 8);
        else if (guide.FunctionalIdentifier != _group.FunctionalIdentifier)
            AddGroup(X12Codes.FunctionalIdentifierWrong, "1",
                $"GS01 must be {guide.FunctionalIdentifier} for this guide.", 1);
    }

    private void BeginSet()
    {
        if (_group is null)
        {
            Outside();
            return;
        }
        CloseSet();
        _set =
            new TransactionSet { Identifier = Text(1), ControlNumber = Text(2), GuideVersion = Text(3), Segments = 1 };
        if (_group.Sets.Exists(set => set.ControlNumber == _set.ControlNumber))
            AddSet(X12Codes.SetNumberRepeated, "23", "ST02 must differ from that of every other set of the group.", 2);
        _group.Sets.Add(_set);
        var guide = GuideLibrary.Find(_group.Version);
        if (guide is not null && guide.SetIdentifier != _set.Identifier)
            AddSet(X12Codes.SetNotSupported, "1", $"ST01 must be {guide.SetIdentifier} for the guide in GS08.", 1);
        if (_set.GuideVersion.Length > 0 && _set.GuideVersion != _group.Version && guide is not null)
            AddSet(X12Codes.GuidesDiffer, "I6", "ST03 must be the guide in GS08.", 3);
    }

    private void Content()
    {
        if (_set is null)
            Outside();
        else
            _set.Segments++;
    }

    private void EndSet()
    {
        if (_set is null)
        {
            Outside();
            return;
        }
        _set.Segments++;
        if (Text(2) != _set.ControlNumber)
            AddSet(X12Codes.SetNumbersDiffer, "3", "SE02 must repeat ST02.", 2);
        if (Number(1) != _set.Segments)
            AddSet(X12Codes.SegmentCountWrong, "4",
                $"SE01 must count the segments from ST to SE: {_set.Segments}. Segments may have been lost.", 1);
        _set = null;
    }

    private void EndGroup()
    {
        if (_group is null)
        {
            Outside();
            return;
        }
        CloseSet();
        _group.SetsDeclared = Number(1) ?? 0;
        if (Text(2) != _group.ControlNumber)
            AddGroup(X12Codes.GroupNumbersDiffer, "4", "GE02 must repeat GS06.", 2);
        if (_group.SetsDeclared != _group.Sets.Count)
            AddGroup(X12Codes.SetCountWrong, "5", $"GE01 must count the transaction sets: {_group.Sets.Count}.", 1);
        _group = null;
    }

    private void EndInterchange()
    {
        if (_interchange is null)
        {
            Outside();
            return;
        }
        CloseGroup();
        if (Text(2) != _interchange.ControlNumber)
            Add(_interchange.Findings, X12Codes.InterchangeNumbersDiffer, SegmentSeverity.InterchangeRejected, "001",
                "IEA02 must repeat ISA13.", element: 2);
        if (Number(1) != _interchange.Groups.Count)
            Add(_interchange.Findings, X12Codes.GroupCountWrong, SegmentSeverity.InterchangeRejected, "021",
                $"IEA01 must count the functional groups: {_interchange.Groups.Count}.", element: 1);
    }

    private void Finish()
    {
        if (_interchange is not null)
            _interchange.ContentHash = _hash?.Take() ?? "";
        _interchange = null;
    }

    private void CloseSet()
    {
        if (_set is not null)
            AddSet(X12Codes.SetTrailerMissing, "2", "The transaction set has no SE.", 0);
        _set = null;
    }

    private void CloseGroup()
    {
        CloseSet();
        if (_group is not null)
        {
            _group.SetsDeclared = _group.Sets.Count;
            AddGroup(X12Codes.GroupTrailerMissing, "3", "The functional group has no GE.", 0);
        }
        _group = null;
    }

    private void Cut(string message)
    {
        Add(_interchange!.Findings, X12Codes.EndsTooSoon, SegmentSeverity.InterchangeRejected, "023", message);
        _set = null;
        _group = null;
        _hash?.Take();
        Finish();
    }

    private void End()
    {
        var (code, message) = _reader.Problem switch
        {
            ReaderProblem.NotAnInterchange => (X12Codes.NotAnInterchange,
                "What stands here is no X12 interchange: it must begin with ISA and sixteen elements, each behind the "
                + "same delimiter. Check that it is the right file, and that it arrived whole."),
            ReaderProblem.SegmentTooLong => (X12Codes.SegmentTooLong,
                "A segment is longer than a megabyte; its terminator was probably lost on the way."),
            ReaderProblem.Truncated => (X12Codes.EndsTooSoon, "The file ends within a segment; send it whole."),
            _ => ("", "The file ends before the IEA of its interchange; send it whole."),
        };
        if (_interchange is not null)
            Cut(message);
        else if (code.Length > 0)
            Add(_outside, code, SegmentSeverity.InterchangeRejected, "024", message);
        else if (_interchanges.Count == 0)
            Add(_outside, X12Codes.NotAnInterchange, SegmentSeverity.InterchangeRejected, "024",
                "The file is empty: it holds no interchange. Send it again, or leave it out.");
    }

    private void Outside()
    {
        var findings = _interchange?.Findings ?? _outside;
        if (findings.Exists(finding => finding.Code == X12Codes.OutsideEnvelope))
            return;
        Add(findings, X12Codes.OutsideEnvelope, SegmentSeverity.InterchangeRejected, "024",
            "The segment stands outside ISA–IEA, GS–GE or ST–SE; its header or trailer was lost or is out of order.");
    }

    private void AddSet(string code, string acknowledgment, string message, int element) =>
        _set!.Findings.Add(Of(code, SegmentSeverity.SetRejected, FindingLevel.Set, acknowledgment, message, element)
            with
        { SegmentInSet = _set.Segments });

    private void AddGroup(string code, string acknowledgment, string message, int element) =>
        _group!.Findings.Add(
            Of(code, SegmentSeverity.GroupRejected, FindingLevel.Group, acknowledgment, message, element));

    private void Add(
        List<SegmentFinding> findings, string code, SegmentSeverity severity, string acknowledgment, string message,
        int element = 0) =>
        findings.Add(Of(code, severity, FindingLevel.Interchange, acknowledgment, message, element));

    private SegmentFinding Of(
        string code, SegmentSeverity severity, FindingLevel level, string acknowledgment, string message,
        int element) =>
        new()
        {
            Code = code,
            Severity = severity,
            Level = level,
            AcknowledgmentCode = acknowledgment,
            SegmentNumber = _reader.SegmentNumber,
            Tag = new SegmentTag(_reader.Tag),
            Element = element,
            Message = message,
        };

    private string Text(int element) => Encoding.ASCII.GetString(_reader[element]).TrimEnd(' ');

    private int? Number(int element) =>
        int.TryParse(Text(element), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // What stands there may be anything: a name, or signs that move the cursor of a terminal.
    private static string Printable(string text) =>
        text.Length is > 0 and <= 12 && text.All(char.IsAsciiLetterOrDigit) && char.IsAsciiDigit(text[0])
            ? text
            : "no guide";
}
