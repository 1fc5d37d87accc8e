namespace OpenAso.X12.Acknowledgments;

/// <summary>What a group and its sets are answered, from what is wrong with them (005010X231A1).</summary>
public static class AcknowledgmentDecision
{
    /// <summary>A guide's code list begins with this letter; the standard's own are digits.</summary>
    private const char GuideLetter = 'I';

    private const string SegmentErrors = "5";
    private const string GuideErrors = "I5";
    private const int MostCodes = 5;

    /// <summary>IK501: rejected for a code of the set itself or where nothing was taken; accepted with errors where
    /// there
    /// are notes; else accepted.</summary>
    /// <param name="set">What is wrong with it.</param>
    /// <returns>Never partly accepted.</returns>
    public static AcknowledgmentStatus OfSet(SetAcknowledgment set)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (set.Codes.Count > 0 || set.IsRefused)
            return AcknowledgmentStatus.Rejected;
        return set.Notes.Count > 0 ? AcknowledgmentStatus.AcceptedWithErrors : AcknowledgmentStatus.Accepted;
    }

    /// <summary>IK502 to IK506: the set's own codes, then 5 where a note goes against the standard and I5 where one
    /// goes
    /// against the guide.</summary>
    /// <param name="set">What is wrong with it.</param>
    /// <returns>Five at most, each once; empty exactly where the set is accepted.</returns>
    public static Sequence<string> CodesOfSet(SetAcknowledgment set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var notes = set.Notes.Items.SelectMany(CodesOf).ToList();
        var againstGuide = notes.Exists(code => code.StartsWith(GuideLetter));
        var againstStandard = notes.Exists(code => !code.StartsWith(GuideLetter))
            || (set.IsRefused && notes.Count == 0 && set.Codes.Count == 0);
        return set.Codes.Items
            .Concat(againstStandard ? [SegmentErrors] : Array.Empty<string>())
            .Concat(againstGuide ? [GuideErrors] : Array.Empty<string>())
            .Distinct().Take(MostCodes).ToSequence();
    }

    /// <summary>AK901: rejected for a code of the group itself or where every set is rejected, partly accepted where
    /// some
    /// are, accepted with errors where a set is, else accepted.</summary>
    /// <param name="group">With its sets.</param>
    public static AcknowledgmentStatus OfGroup(GroupAcknowledgment group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var accepted = AcceptedSets(group);
        if (group.Codes.Count > 0 || (accepted == 0 && group.SetsReceived > 0))
            return AcknowledgmentStatus.Rejected;
        if (accepted < group.SetsReceived)
            return AcknowledgmentStatus.PartlyAccepted;
        return group.Sets.Items.Any(set => OfSet(set) == AcknowledgmentStatus.AcceptedWithErrors)
            ? AcknowledgmentStatus.AcceptedWithErrors
            : AcknowledgmentStatus.Accepted;
    }

    /// <summary>AK904: sets accepted, with or without errors; none of a group that is rejected.</summary>
    /// <param name="group">With its sets.</param>
    public static int AcceptedSets(GroupAcknowledgment group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Codes.Count > 0 ? 0 : group.Sets.Items.Count(set => OfSet(set) != AcknowledgmentStatus.Rejected);
    }

    /// <summary>Whether a code of IK502 only says that there are notes.</summary>
    internal static bool OnlySaysThatThereAreNotes(string code) => code is SegmentErrors or GuideErrors;

    // A note about elements (8) is as good as what it says of them.
    private static IEnumerable<string> CodesOf(SegmentNote note) =>
        note.Elements.Count > 0 ? note.Elements.Items.Select(element => element.Code) : [note.Code];
}
