namespace OpenAso.X12.Acknowledgments;

/// <summary>What became of an interchange, a functional group or a transaction set: TA104, AK901, IK501.</summary>
public enum AcknowledgmentStatus
{
    /// <summary>A: taken, and nothing is wrong.</summary>
    Accepted,

    /// <summary>E: taken, though something is not as the guide has it; what it costs is answered elsewhere.</summary>
    AcceptedWithErrors,

    /// <summary>P: some transaction sets of a group are taken and others are not; groups only.</summary>
    PartlyAccepted,

    /// <summary>R: nothing is taken.</summary>
    Rejected,
}

/// <summary>The letter of a status and back.</summary>
internal static class StatusLetter
{
    public static string Of(AcknowledgmentStatus status) => status switch
    {
        AcknowledgmentStatus.Accepted => "A",
        AcknowledgmentStatus.AcceptedWithErrors => "E",
        AcknowledgmentStatus.PartlyAccepted => "P",
        AcknowledgmentStatus.Rejected => "R",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "One of A, E, P and R is expected."),
    };

    public static AcknowledgmentStatus? Read(string letter) => letter switch
    {
        "A" => AcknowledgmentStatus.Accepted,
        "E" => AcknowledgmentStatus.AcceptedWithErrors,
        "P" => AcknowledgmentStatus.PartlyAccepted,
        "R" or "M" or "W" or "X" => AcknowledgmentStatus.Rejected,
        _ => null,
    };
}
