namespace OpenAso.Edi.Claims837;

/// <summary>The codes of findings in claim files, beyond those of the X12 guides. Permanent: never reused.</summary>
public static class ClaimCodes
{
    /// <summary>The claim has no service line.</summary>
    public const string NoLines = "CLM001";

    /// <summary>The claim's charge is not the sum of its lines' charges.</summary>
    public const string TotalsDiffer = "CLM002";

    /// <summary>The subscriber has no member identifier.</summary>
    public const string MemberMissing = "CLM003";

    /// <summary>A line has no date of service, and the claim has none for it either.</summary>
    public const string ServiceDateMissing = "CLM004";

    /// <summary>A date of service is later than the day the claim was received.</summary>
    public const string ServiceDateLater = "CLM005";

    /// <summary>A date of service is earlier than any claim that is read.</summary>
    public const string ServiceDateTooEarly = "CLM006";

    /// <summary>An amount is negative, larger than the guide allows, or has a fraction of a cent.</summary>
    public const string AmountInvalid = "CLM007";

    /// <summary>A replacement or void does not say which claim it means (REF*F8).</summary>
    public const string OriginalMissing = "CLM008";

    /// <summary>The frequency code of the claim is not one that is known.</summary>
    public const string FrequencyUnknown = "CLM009";

    /// <summary>A procedure, revenue, diagnosis or other code has more than eight characters or blanks
    /// inside.</summary>
    public const string CodeUnreadable = "CLM010";

    /// <summary>Units are negative or have more than three decimals.</summary>
    public const string UnitsInvalid = "CLM011";

    /// <summary>A provider identifier (NPI) has other characters than ten digits.</summary>
    public const string ProviderNumberInvalid = "CLM012";

    /// <summary>A line points to a diagnosis that the claim does not have.</summary>
    public const string PointerInvalid = "CLM013";

    /// <summary>Two lines of a claim have the same number.</summary>
    public const string LineNumberRepeated = "CLM014";

    /// <summary>Neither the file nor the command says when the claims were received.</summary>
    public const string ReceivedMissing = "CLM015";

    /// <summary>Composite elements are divided by another character than ISA16 declares.</summary>
    public const string SeparatorDiffers = "CLM016";

    /// <summary>The patient would be born after a date of service.</summary>
    public const string BornLater = "CLM017";

    /// <summary>A file that is to hold claims holds none.</summary>
    public const string NoClaims = "CLM018";
}
