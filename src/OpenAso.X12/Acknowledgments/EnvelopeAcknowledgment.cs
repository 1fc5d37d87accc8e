using OpenAso.X12.Envelopes;

namespace OpenAso.X12.Acknowledgments;

/// <summary>Makes the answers to a file from what was found wrong with it.</summary>
/// <remarks>What is answered: an interchange by a TA1 where its sender asks for one or it is rejected; every functional
/// group of an interchange that is not rejected by a 999; acknowledgments never. Answers repeat no data of the sender
/// but control numbers.</remarks>
public static class EnvelopeAcknowledgment
{
    /// <summary>The answers to a file.</summary>
    /// <param name="report">After the sets of the file have been read, so that it holds all findings.</param>
    public static AcknowledgmentFile Of(EnvelopeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var groups = report.Interchanges.Where(interchange => !interchange.IsRejected && !interchange.IsRepeated)
            .SelectMany(interchange => interchange.Groups).Where(group => group.FunctionalIdentifier != "FA");
        return new AcknowledgmentFile(
            report.Interchanges.Where(IsDue).Select(Of).ToSequence(), groups.Select(Of).ToSequence());
    }

    /// <summary>Whether an interchange is answered by a TA1.</summary>
    /// <param name="interchange">As received.</param>
    public static bool IsDue(Interchange interchange)
    {
        ArgumentNullException.ThrowIfNull(interchange);
        return interchange.AcknowledgmentRequested || interchange.IsRejected;
    }

    /// <summary>The TA1 of an interchange: its gravest finding, the first of several.</summary>
    /// <param name="interchange">As received.</param>
    public static InterchangeAcknowledgment Of(Interchange interchange)
    {
        ArgumentNullException.ThrowIfNull(interchange);
        var gravest = interchange.Findings.Where(finding => finding.AcknowledgmentCode != "000")
            .OrderByDescending(finding => finding.Severity).FirstOrDefault();
        var status = interchange.IsRejected ? AcknowledgmentStatus.Rejected
            : gravest is null ? AcknowledgmentStatus.Accepted : AcknowledgmentStatus.AcceptedWithErrors;
        return new InterchangeAcknowledgment(
            interchange.ControlNumber, interchange.Date, interchange.Time, status,
            gravest?.AcknowledgmentCode ?? "000");
    }

    /// <summary>The 999 of a functional group; the sets of one that is rejected are counted, not answered one by
    /// one.</summary>
    /// <param name="group">As received.</param>
    public static GroupAcknowledgment Of(FunctionalGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new GroupAcknowledgment
        {
            FunctionalIdentifier = group.FunctionalIdentifier,
            ControlNumber = group.ControlNumber,
            Version = group.Version,
            SetsIncluded = group.SetsDeclared,
            Sets = group.IsRejected ? [] : group.Sets.Select(Of).ToSequence(),
            SetsUnanswered = group.IsRejected ? group.Sets.Count : 0,
            Codes = group.Findings.Where(finding => finding.Severity >= SegmentSeverity.GroupRejected)
                .Select(finding => finding.AcknowledgmentCode).Distinct().Take(5).ToSequence(),
        };
    }

    private static SetAcknowledgment Of(TransactionSet set)
    {
        var codes = set.Findings.Where(finding => finding.Level == FindingLevel.Set)
            .Select(finding => finding.AcknowledgmentCode).Distinct().ToSequence();
        return new SetAcknowledgment
        {
            Identifier = set.Identifier,
            ControlNumber = set.ControlNumber,
            GuideVersion = set.GuideVersion,
            Notes = NotesOf(set.Findings),
            Codes = codes,
            IsRefused = set.IsRejected && codes.Count == 0,
        };
    }

    // Findings about elements of one segment share an IK3; each finding about a segment as a whole has its own.
    private static Sequence<SegmentNote> NotesOf(List<SegmentFinding> findings)
    {
        var notes = new List<SegmentNote>();
        foreach (var finding in findings.OrderBy(finding => finding.SegmentInSet))
        {
            if (finding.Level == FindingLevel.Segment)
                notes.Add(NoteOf(finding, finding.AcknowledgmentCode));
            else if (finding.Level == FindingLevel.Element && BelongsTo(finding, notes))
                notes[^1] = notes[^1] with { Elements = notes[^1].Elements.Add(ElementOf(finding)) };
            else if (finding.Level == FindingLevel.Element)
                notes.Add(NoteOf(finding, "8") with { Elements = [ElementOf(finding)] });
        }
        return [.. notes];
    }

    private static bool BelongsTo(SegmentFinding finding, List<SegmentNote> notes) =>
        notes.Count > 0 && notes[^1].Elements.Count > 0 && notes[^1].SegmentInSet == finding.SegmentInSet;

    private static SegmentNote NoteOf(SegmentFinding finding, string code) => new()
    {
        Segment = finding.Tag.ToString(),
        SegmentInSet = finding.SegmentInSet,
        Loop = finding.Loop <= LoopId.Header ? "" : finding.Loop.ToString()[1..],
        Code = code,
    };

    private static ElementNote ElementOf(SegmentFinding finding) => new()
    {
        Position = new ElementPosition(finding.Element, finding.Component),
        Code = finding.AcknowledgmentCode,
    };
}
