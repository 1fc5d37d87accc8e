namespace OpenAso.X12.Acknowledgments;

/// <summary>The answer to one functional group that was received: a transaction set 999 (005010X231A1).</summary>
public sealed record GroupAcknowledgment
{
    /// <summary>AK101: GS01 as received, for example HC.</summary>
    public required string FunctionalIdentifier { get; init; }

    /// <summary>AK102: GS06 as received.</summary>
    public required string ControlNumber { get; init; }

    /// <summary>AK103: GS08 as received.</summary>
    public required string Version { get; init; }

    /// <summary>AK902: how many transaction sets the sender counted (GE01).</summary>
    public required int SetsIncluded { get; init; }

    /// <summary>The answers to its transaction sets, in the order received.</summary>
    public Sequence<SetAcknowledgment> Sets { get; init; }

    /// <summary>Transaction sets received that have no answer of their own, because the whole group is
    /// rejected.</summary>
    public int SetsUnanswered { get; init; }

    /// <summary>AK905 to AK909: what is wrong with the group itself, five at most; any of them rejects it.</summary>
    /// <remarks>1 group not supported, 2 version not supported, 3 trailer missing, 4 control numbers differ, 5 count of
    /// sets wrong, 6 control number unreadable, 19 control number not unique.</remarks>
    public Sequence<string> Codes { get; init; }

    /// <summary>AK901, see <see cref="AcknowledgmentDecision.OfGroup"/>.</summary>
    public AcknowledgmentStatus Status => AcknowledgmentDecision.OfGroup(this);

    /// <summary>AK903.</summary>
    public int SetsReceived => Sets.Count + SetsUnanswered;

    /// <summary>AK904, see <see cref="AcknowledgmentDecision.AcceptedSets"/>.</summary>
    public int SetsAccepted => AcknowledgmentDecision.AcceptedSets(this);
}

/// <summary>The answer to one transaction set: AK2 to IK5.</summary>
public sealed record SetAcknowledgment
{
    /// <summary>AK201: ST01 as received, for example 837.</summary>
    public required string Identifier { get; init; }

    /// <summary>AK202: ST02 as received.</summary>
    public required string ControlNumber { get; init; }

    /// <summary>AK203: ST03 as received; empty where it was not sent, as in the 835.</summary>
    public string GuideVersion { get; init; } = "";

    /// <summary>What is wrong with its segments, in the order received.</summary>
    public Sequence<SegmentNote> Notes { get; init; }

    /// <summary>What is wrong with the set as a whole, any of which rejects it: 1 not supported, 2 trailer missing,
    /// 3 control numbers differ, 4 count of segments wrong, 6 and 7 identifiers unreadable, 18 and 19 guide not
    /// readable, 23 control number not unique, I6 guide not supported.</summary>
    public Sequence<string> Codes { get; init; }

    /// <summary>Whether nothing of the set was taken though its envelope is sound, because of
    /// <see cref="Notes"/>.</summary>
    public bool IsRefused { get; init; }

    /// <summary>IK501, see <see cref="AcknowledgmentDecision.OfSet"/>.</summary>
    public AcknowledgmentStatus Status => AcknowledgmentDecision.OfSet(this);
}
