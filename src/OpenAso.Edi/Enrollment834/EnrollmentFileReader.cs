using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.X12;
using OpenAso.X12.Guides;

namespace OpenAso.Edi.Enrollment834;

/// <summary>Reads the enrolment of an 834 file, a transaction set at a time.</summary>
/// <remarks>A member with an error is not taken and is named; the others are. A set that cannot be understood is not
/// taken at all.</remarks>
public sealed class EnrollmentFileReader
{
    private readonly GuideReader _reader;
    private readonly string _file;
    private readonly List<Finding> _findings = [];
    private readonly List<EnrollmentRecord> _records = [];
    private MemberDraft? _draft;
    private DateOnly? _made;
    private bool _isFull;
    private bool _isRejected;

    /// <summary>A reader over the segments of a file.</summary>
    /// <param name="reader">Of the same file, before its first segment; sets other than enrolment are passed
    /// over.</param>
    /// <param name="file">The file's name, for findings.</param>
    public EnrollmentFileReader(GuideReader reader, string file)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _reader = reader;
        _file = file;
    }

    /// <summary>What was found so far, in the order of the file.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Reads the next transaction set.</summary>
    /// <returns>Null at the end of the file. Subscribers stand before their dependents, whatever the order of the
    /// file.</returns>
    public EnrollmentFile? Read()
    {
        while (_reader.Read())
        {
            if (_reader.Guide.Kind != GuideKind.Enrollment)
                _findings.AddRange(_reader.TakeFindings().Select(finding => finding.In(_file)));
            else if (Step())
                return new EnrollmentFile(_isFull, _records
                    .OrderBy(record => record.Family).ThenBy(record => record.IsSubscriber ? 0 : 1).ToValueList());
        }
        return null;
    }

    /// <summary>Takes one segment.</summary>
    /// <returns>Whether it ended a set that is taken.</returns>
    private bool Step()
    {
        var findings = _reader.WaitingFindings > 0 ? _reader.TakeFindings() : [];
        foreach (var finding in findings)
        {
            if (finding.SegmentNumber < _reader.SegmentNumber)
                Attribute(finding);
        }
        if (_draft is not null && _reader.Tag is Tags.INS or SegmentTag.SE)
            Finish();
        if (_reader.Tag == SegmentTag.ST)
            BeginSet();
        else if (_reader.Tag == Tags.INS && _reader.BeginsLoop)
            _draft = new MemberDraft(_file, _reader.SegmentNumber);
        foreach (var finding in findings)
        {
            if (finding.SegmentNumber >= _reader.SegmentNumber)
                Attribute(finding);
        }
        if (_reader.Tag == Tags.BGN)
            (_made, _isFull) = (Values.Date(_reader[3]), _reader[8].SequenceEqual("4"u8));
        _draft?.Take(_reader);
        return _reader.Tag == SegmentTag.SE && !_isRejected;
    }

    private void BeginSet()
    {
        _records.Clear();
        _draft = null;
        _made = null;
        _isFull = false;
        _isRejected = false;
    }

    private void Attribute(SegmentFinding finding)
    {
        if (finding.Severity > SegmentSeverity.Error)
            _isRejected = true;
        if (finding.Severity == SegmentSeverity.Error && _draft is not null)
            _draft.Errors.Add(finding.In(_file));
        else
            _findings.Add(finding.In(_file));
    }

    private void Finish()
    {
        if (_draft is not { } draft)
            return;
        draft.Complete(_made);
        _findings.AddRange(draft.Notes);
        _findings.AddRange(draft.Errors);
        if (draft.Errors.Count == 0)
            _records.Add(draft.ToRecord());
        _draft = null;
    }
}
