namespace OpenAso.X12.Remittances;

/// <summary>How a claim was decided, for its provider: loop 2100.</summary>
/// <remarks>Amounts are whole cents, negative in a reversal. An adjustment stands at the claim or at a line, never at
/// both.</remarks>
public sealed record RemittedClaim
{
    /// <summary>CLP01: the provider's own number for the claim, returned unchanged; at most 38 characters.</summary>
    public required string PatientControlNumber { get; init; }

    /// <summary>CLP02: one of <see cref="RemittedClaimStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>CLP03.</summary>
    public required long ChargeCents { get; init; }

    /// <summary>CLP04.</summary>
    public required long PaidCents { get; init; }

    /// <summary>CLP05: the sum of the patient's adjustments (PR), not below zero; written where it is above
    /// zero.</summary>
    public long PatientResponsibilityCents { get; init; }

    /// <summary>CLP06: the kind of plan, for example 12 preferred provider, 15 indemnity, 17 dental
    /// maintenance.</summary>
    public string FilingIndicator { get; init; } = "12";

    /// <summary>CLP07: the payer's number for the claim; at most 50 characters.</summary>
    public required string PayerControlNumber { get; init; }

    /// <summary>CLP08: place of service, or the first two digits of the type of bill; empty for none.</summary>
    public string Facility { get; init; } = "";

    /// <summary>CLP09: claim frequency, for example 1 original, 7 replacement, 8 void; empty for none.</summary>
    public string Frequency { get; init; } = "";

    /// <summary>NM1*QC.</summary>
    public required RemittedName Patient { get; init; }

    /// <summary>NM1*IL: the subscriber where that is not the patient; else null.</summary>
    public RemittedName? Subscriber { get; init; }

    /// <summary>NM1*82: who gave the service where that is not the payee; else null.</summary>
    public RemittedName? RenderingProvider { get; init; }

    /// <summary>CAS of the claim as a whole.</summary>
    public Sequence<RemittedAdjustment> Adjustments { get; init; }

    /// <summary>MIA01: covered days of an inpatient stay; null for any other claim, whose remarks then stand in
    /// MOA.</summary>
    public int? CoveredDays { get; init; }

    /// <summary>Remark codes (RARC) of the claim, five at most: MIA or MOA.</summary>
    public Sequence<string> Remarks { get; init; }

    /// <summary>REF of the claim, for example 1L group number, CE class of contract, F8 original reference
    /// number.</summary>
    public Sequence<RemittanceReference> References { get; init; }

    /// <summary>DTM*232; null for none.</summary>
    public DateOnly? StatementFirst { get; init; }

    /// <summary>DTM*233; null for none.</summary>
    public DateOnly? StatementLast { get; init; }

    /// <summary>DTM*050: when the payer received the claim; null for none.</summary>
    public DateOnly? Received { get; init; }

    /// <summary>AMT*AU: what the plan covers of the charge; null for none. Enters no balance.</summary>
    public long? CoverageCents { get; init; }

    /// <summary>Loops 2110, in the order of the claim.</summary>
    public Sequence<RemittedLine> Lines { get; init; }

    /// <summary>The claim taken back: the same with every amount the other way, and without patient
    /// responsibility.</summary>
    /// <remarks>Counts stay as they were. The corrected claim follows it under its own status (005010X221A1,
    /// 1.10.2.8).</remarks>
    public RemittedClaim Reversal() => this with
    {
        Status = RemittedClaimStatus.Reversal,
        ChargeCents = -ChargeCents,
        PaidCents = -PaidCents,
        PatientResponsibilityCents = 0,
        Adjustments = RemittedAdjustment.Negated(Adjustments),
        CoverageCents = -CoverageCents,
        Lines = Lines.Items.Select(line => line.Negated()).ToSequence(),
    };
}

/// <summary>What was done with a claim: the values of CLP02.</summary>
public static class RemittedClaimStatus
{
    /// <summary>Decided as the first payer, whatever was paid.</summary>
    public const string Primary = "1";

    /// <summary>Decided as the second payer.</summary>
    public const string Secondary = "2";

    /// <summary>Decided as the third payer.</summary>
    public const string Tertiary = "3";

    /// <summary>Denied as a whole because the patient or the service is not the plan's.</summary>
    public const string Denied = "4";

    /// <summary>Takes back an earlier payment.</summary>
    public const string Reversal = "22";

    /// <summary>An estimate: nothing is paid.</summary>
    public const string Predetermination = "25";

    /// <summary>Every value that the guide knows.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Primary, Secondary, Tertiary, Denied, "19", "20", "21", Reversal, "23", Predetermination];
}

/// <summary>A person or organization of a claim: NM1.</summary>
/// <param name="Last">NM103: last name, or an organization's; written up to 60 characters.</param>
/// <param name="First">NM104, written up to 35 characters.</param>
/// <param name="Middle">NM105, written up to 25 characters.</param>
/// <param name="Suffix">NM107, written up to 10 characters.</param>
/// <param name="Qualifier">NM108: MI for a member's number, XX for an NPI, FI for a tax identifier; empty for
/// none.</param>
/// <param name="Identifier">NM109; empty for none.</param>
public sealed record RemittedName(
    string Last, string First = "", string Middle = "", string Suffix = "",
    string Qualifier = "", string Identifier = "")
{
    /// <summary>NM102: 2 rather than 1.</summary>
    public bool IsOrganization { get; init; }
}

/// <summary>A reference with its kind: REF.</summary>
/// <param name="Qualifier">REF01.</param>
/// <param name="Value">REF02, at most 50 characters.</param>
public sealed record RemittanceReference(string Qualifier, string Value);
