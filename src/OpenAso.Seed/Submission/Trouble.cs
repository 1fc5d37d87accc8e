namespace OpenAso.Seed.Submission;

/// <summary>What can be out of the ordinary about a claim.</summary>
internal enum Trouble
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The very same claim is sent again.</summary>
    Duplicate,

    /// <summary>A corrected claim follows that names the first.</summary>
    Replaced,

    /// <summary>It is taken back.</summary>
    Voided,

    /// <summary>The member identifier is mistyped.</summary>
    UnknownMember,

    /// <summary>It is sent after most of a year, or more.</summary>
    Late,

    /// <summary>Nothing but a service for looks.</summary>
    Cosmetic,

    /// <summary>One of its services stands in no fee schedule.</summary>
    Unpriced,

    /// <summary>Another payer has paid its part.</summary>
    OtherPayer,

    /// <summary>It is sent again with another charge, as if it were new.</summary>
    Suspect,

    /// <summary>Somebody else may be liable.</summary>
    Accident,

    /// <summary>It replaces a claim that nobody has.</summary>
    LostOriginal,
}
