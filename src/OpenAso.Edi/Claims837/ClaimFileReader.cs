using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Plans;
using OpenAso.X12;
using OpenAso.X12.Guides;

namespace OpenAso.Edi.Claims837;

/// <summary>Reads the claims of an 837 file, one after another.</summary>
/// <remarks>
/// <para>A claim with an error is rejected, and the others beside it are taken. An error of the billing provider, the
/// subscriber or the patient costs all claims under it, and nothing else.</para>
/// <para>In bounded memory: one claim at a time.</para>
/// </remarks>
public sealed class ClaimFileReader
{
    // A day of receipt beyond it was typed wrong, and all would seem filed too late.
    private static readonly DateOnly Latest = new(2199, 12, 31);

    private readonly GuideReader _reader;
    private readonly string _file;
    private readonly DateOnly? _receivedOption;
    private readonly ClaimScope _scope = new();
    private readonly ClaimContent _content = new();
    private readonly List<Finding> _findings = [];
    private ClaimDraft? _draft;
    private DateOnly _received;

    /// <summary>A reader over the segments of a file.</summary>
    /// <param name="reader">Of the same file, before its first segment; transaction sets other than claims are passed
    /// over.</param>
    /// <param name="file">The file's name, for findings.</param>
    /// <param name="received">The day the claims arrived; null to take each transaction set's own date (BHT04).</param>
    public ClaimFileReader(GuideReader reader, string file, DateOnly? received)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _reader = reader;
        _file = file;
        _receivedOption = received;
    }

    /// <summary>The claim that was read, numbered by its content; null where it was rejected.</summary>
    public Claim? Claim { get; private set; }

    /// <summary>The claim that was read and is not taken; null where it is.</summary>
    public RejectedClaim? Rejected { get; private set; }

    /// <summary>What was found so far that is no claim's own error: notes, and what costs whole transaction
    /// sets.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Moves to the next claim.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool Read()
    {
        (Claim, Rejected) = (null, null);
        while (_reader.Read())
        {
            if (_reader.Guide.Kind == GuideKind.Enrollment)
            {
                Note(_reader.TakeFindings());
                continue;
            }
            Step();
            if (Claim is not null || Rejected is not null)
                return true;
        }
        return false;
    }

    private void Step()
    {
        var findings = _reader.WaitingFindings > 0 ? _reader.TakeFindings() : [];
        foreach (var finding in findings)
        {
            if (finding.SegmentNumber < _reader.SegmentNumber)
                Attribute(finding);
        }
        if (_draft is not null && EndsClaim())
            Finish(_draft);
        BeginLevels();
        foreach (var finding in findings)
        {
            if (finding.SegmentNumber >= _reader.SegmentNumber)
                Attribute(finding);
        }
        Map();
    }

    private bool EndsClaim() => _reader.Tag is Tags.CLM or Tags.HL or SegmentTag.SE;

    private void BeginLevels()
    {
        switch (_reader.Tag)
        {
            case SegmentTag.ST:
                _scope.BeginSet();
                break;
            case Tags.HL when _reader.BeginsLoop:
                _scope.BeginLevel(_reader.Loop);
                break;
            case Tags.CLM when _reader.BeginsLoop:
                _draft = new ClaimDraft(FormOf(_reader.Guide.Kind), _file, _reader.SegmentNumber);
                break;
            default:
                break;
        }
    }

    private void Attribute(SegmentFinding finding)
    {
        if (finding.Severity == SegmentSeverity.Note)
            _findings.Add(finding.In(_file));
        else if (finding.Severity == SegmentSeverity.Error && finding.Loop >= LoopId.L2300 && _draft is not null)
            _draft.Errors.Add(finding.In(_file));
        else
        {
            _scope.Add(finding.Loop, finding.In(_file));
            if (finding.Severity > SegmentSeverity.Error)
                _findings.Add(finding.In(_file));
        }
    }

    private void Note(IReadOnlyList<SegmentFinding> findings) =>
        _findings.AddRange(findings.Select(finding => finding.In(_file)));

    private void Map()
    {
        switch (_reader.Loop)
        {
            case LoopId.Header when _reader.Tag == Tags.BHT:
                TakeHeader();
                break;
            case LoopId.L2010AA:
                TakeParty(_scope.Billing);
                break;
            case LoopId.L2000B when _reader.Tag == Tags.SBR:
                _scope.IsPrimary = _reader[1].SequenceEqual("P"u8);
                break;
            case LoopId.L2010BA:
                TakeParty(_scope.Subscriber);
                break;
            case LoopId.L2010CA:
                TakeParty(_scope.Patient);
                break;
            default:
                if (_draft is not null)
                    MapClaim(_draft);
                break;
        }
    }

    private void MapClaim(ClaimDraft draft)
    {
        switch (_reader.Loop)
        {
            case LoopId.L2300:
                ClaimSegments.Take(_reader, draft);
                break;
            case >= LoopId.L2310A and <= LoopId.L2310F:
                ClaimSegments.TakeProvider(_reader, draft);
                break;
            case LoopId.L2320:
                ClaimSegments.TakeOtherPayer(_reader, draft);
                break;
            case LoopId.L2400:
                LineSegments.Take(_reader, draft);
                break;
            case >= LoopId.L2420A and <= LoopId.L2420H:
                LineSegments.TakeProvider(_reader, draft);
                break;
            case LoopId.L2430:
                LineSegments.TakeOtherPayer(_reader, draft);
                break;
            default:
                break;
        }
    }

    private void TakeHeader()
    {
        _scope.IsEncounter = _reader[6].SequenceEqual("RP"u8);
        if ((_receivedOption ?? Values.Date(_reader[4])) is { } received && received <= Latest)
            _received = received;
        else
            _scope.Add(LoopId.Header, new Finding(ClaimCodes.ReceivedMissing, Severity.Rejected,
                new Place(_file, Path: $"segment {_reader.SegmentNumber} BHT04"),
                "The day the claims were received is not known, or lies after 2199; give it with --received."));
    }

    private void TakeParty(PartyDraft party)
    {
        if (!party.Take(_reader))
            _scope.Add(_reader.Loop, new Finding(ClaimCodes.ProviderNumberInvalid, Severity.Rejected,
                new Place(_file, Path: $"segment {_reader.SegmentNumber} NM109"), "Expected an NPI of ten digits."));
    }

    private void Finish(ClaimDraft draft)
    {
        _draft = null;
        draft.Errors.InsertRange(0, _scope.Errors);
        if (draft.Errors.Count == 0 && ClaimAssembly.Complete(draft, _scope, _received) is { } claim)
        {
            Claim = _content.Numbered(claim);
            return;
        }
        Rejected = new RejectedClaim(
            draft.Form, draft.PatientControlNumber, _scope.Subscriber.Identifier, draft.Billed, _received,
            draft.PlaceOf(draft.SegmentNumber, "CLM"), draft.Errors.ToValueList());
    }

    private static ClaimForm FormOf(GuideKind kind) => kind switch
    {
        GuideKind.ClaimInstitutional => ClaimForm.Institutional,
        GuideKind.ClaimDental => ClaimForm.Dental,
        _ => ClaimForm.Professional,
    };
}
