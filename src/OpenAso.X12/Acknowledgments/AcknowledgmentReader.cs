namespace OpenAso.X12.Acknowledgments;

/// <summary>Reads acknowledgments (999 and TA1).</summary>
/// <remarks>Reading never throws for what a file says. Codes and counts that follow from the rest are computed again,
/// not kept: a set is rejected where it has a code of its own.</remarks>
public static class AcknowledgmentReader
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="reader">Not yet begun.</param>
    /// <returns>The answers in the order of the file, and what could not be taken.</returns>
    public static (AcknowledgmentFile Answers, Sequence<SegmentFinding> Findings) ReadAll(X12Reader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var elements = new SegmentElements(reader);
        var interchanges = new List<InterchangeAcknowledgment>();
        var groups = new List<GroupAcknowledgment>();
        GroupUnderRead? group = null;
        while (reader.Read())
        {
            switch (reader.Tag)
            {
                case SegmentTag.TA1:
                    interchanges.Add(InterchangeOf(elements));
                    break;
                case SegmentTag.ST:
                    elements.SetBegin = reader.SegmentNumber;
                    group = Begin(elements);
                    break;
                case SegmentTag.SE:
                    if (group?.Finish(elements) is { } finished)
                        groups.Add(finished);
                    (group, elements.SetBegin) = (null, 0);
                    break;
                default:
                    group?.Take(elements);
                    break;
            }
        }
        if (reader.Problem != ReaderProblem.None || group is not null)
            elements.AddLoss(X12Codes.EndsTooSoon, FindingLevel.Interchange, "023",
                "The file cannot be read on behind this segment, and an open set is not taken: send the file whole.");
        return (new AcknowledgmentFile([.. interchanges], [.. groups]), [.. elements.Findings]);
    }

    private static GroupUnderRead? Begin(SegmentElements elements)
    {
        if (elements.Is(1, "999"u8))
            return new GroupUnderRead();
        elements.AddLoss(X12Codes.SetNotSupported, FindingLevel.Set, "1", "A 999 is expected; the set is passed over.");
        return null;
    }

    private static InterchangeAcknowledgment InterchangeOf(SegmentElements elements)
    {
        var status = StatusLetter.Read(elements.Text(4));
        if (status is null or AcknowledgmentStatus.PartlyAccepted)
            elements.AddElement(X12Codes.CodeInvalid, "7", 4, "A, E or R is expected; taken as R.");
        return new InterchangeAcknowledgment(
            elements.Needed(1), elements.Text(2), elements.Text(3),
            status is null or AcknowledgmentStatus.PartlyAccepted ? AcknowledgmentStatus.Rejected : status.Value,
            elements.Needed(5));
    }
}
