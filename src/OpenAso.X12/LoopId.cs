namespace OpenAso.X12;

/// <summary>A loop of the guides that are read, by the number that the guides give it.</summary>
/// <remarks>The same number means another thing in the 834 than in the 837; the guide at hand says which.</remarks>
public enum LoopId
{
    /// <summary>Outside every loop.</summary>
    None,

    /// <summary>ST and the segments before the first loop.</summary>
    Header,

    /// <summary>Submitter (837) or sponsor (834).</summary>
    L1000A,

    /// <summary>Receiver (837) or payer (834).</summary>
    L1000B,

    /// <summary>Broker or administrator (834).</summary>
    L1000C,

    /// <summary>Broker's account (834).</summary>
    L1100C,

    /// <summary>Member (834).</summary>
    L2000,

    /// <summary>Billing provider level (837).</summary>
    L2000A,

    /// <summary>Billing provider's name.</summary>
    L2010AA,

    /// <summary>Pay-to address.</summary>
    L2010AB,

    /// <summary>Pay-to plan.</summary>
    L2010AC,

    /// <summary>Subscriber level (837).</summary>
    L2000B,

    /// <summary>Subscriber's name.</summary>
    L2010BA,

    /// <summary>Payer's name.</summary>
    L2010BB,

    /// <summary>Patient level (837).</summary>
    L2000C,

    /// <summary>Patient's name.</summary>
    L2010CA,

    /// <summary>Member's name (834).</summary>
    L2100A,

    /// <summary>Member's name as it was wrongly before (834).</summary>
    L2100B,

    /// <summary>Member's mailing address (834).</summary>
    L2100C,

    /// <summary>Member's employer (834).</summary>
    L2100D,

    /// <summary>Member's school (834).</summary>
    L2100E,

    /// <summary>Custodial parent (834).</summary>
    L2100F,

    /// <summary>Responsible person (834).</summary>
    L2100G,

    /// <summary>Drop-off location (834).</summary>
    L2100H,

    /// <summary>Disability (834).</summary>
    L2200,

    /// <summary>Claim (837) or health coverage (834).</summary>
    L2300,

    /// <summary>Member's provider (834).</summary>
    L2310,

    /// <summary>First provider of the claim (837).</summary>
    L2310A,

    /// <summary>Second provider of the claim (837).</summary>
    L2310B,

    /// <summary>Third provider of the claim (837).</summary>
    L2310C,

    /// <summary>Fourth provider of the claim (837).</summary>
    L2310D,

    /// <summary>Fifth provider of the claim (837).</summary>
    L2310E,

    /// <summary>Sixth provider of the claim (837).</summary>
    L2310F,

    /// <summary>Other payer of the claim (837) or other coverage (834).</summary>
    L2320,

    /// <summary>Other coverage's entity (834).</summary>
    L2330,

    /// <summary>Other subscriber's name.</summary>
    L2330A,

    /// <summary>Other payer's name.</summary>
    L2330B,

    /// <summary>Other payer's provider, one of the kinds that the guides number C to I.</summary>
    L2330C,

    /// <summary>Service line.</summary>
    L2400,

    /// <summary>Drug of a service line.</summary>
    L2410,

    /// <summary>First provider of a line.</summary>
    L2420A,

    /// <summary>Second provider of a line.</summary>
    L2420B,

    /// <summary>Third provider of a line.</summary>
    L2420C,

    /// <summary>Fourth provider of a line.</summary>
    L2420D,

    /// <summary>Fifth provider of a line.</summary>
    L2420E,

    /// <summary>Sixth provider of a line.</summary>
    L2420F,

    /// <summary>Seventh provider of a line.</summary>
    L2420G,

    /// <summary>Eighth provider of a line.</summary>
    L2420H,

    /// <summary>Another payer's decision on a line.</summary>
    L2430,

    /// <summary>Form of a line.</summary>
    L2440,

    /// <summary>Reporting categories of a member (834), from LS.</summary>
    L2700,

    /// <summary>One reporting category (834).</summary>
    L2710,

    /// <summary>Its entity (834).</summary>
    L2750,

    /// <summary>The end of the reporting categories (834), LE.</summary>
    L2799,
}
