using System.Collections.Immutable;
using OpenAso.Kernel;
using OpenAso.Seed.Network;
using OpenAso.Seed.People;

namespace OpenAso.Seed.Care;

/// <summary>The form a claim is sent on.</summary>
internal enum SeedForm
{
    Professional,
    Institutional,
    Dental,
}

/// <summary>A stay in hospital.</summary>
/// <param name="Group">Diagnosis-related group.</param>
/// <param name="AdmissionType">CL101: 1 emergency, 3 elective, 4 newborn.</param>
/// <param name="AdmissionSource">CL102.</param>
/// <param name="Procedure">The principal ICD-10 procedure; empty for none.</param>
internal sealed record Stay(string Group, string AdmissionType, string AdmissionSource, string Procedure);

/// <summary>What another payer has paid.</summary>
/// <param name="Paid">2320 AMT*D.</param>
/// <param name="Contractual">2320 CAS*CO*45.</param>
/// <param name="Patient">2320 CAS*PR*2.</param>
/// <param name="Decided">The day it was decided.</param>
internal sealed record OtherPayment(Money Paid, Money Contractual, Money Patient, DateOnly Decided);

/// <summary>A claim that will be sent.</summary>
internal sealed record ClaimDraft
{
    public required SeedForm Form { get; init; }

    public required Household Household { get; init; }

    public required PersonDraft Patient { get; init; }

    public required Practice Billing { get; init; }

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    public required ImmutableArray<string> Diagnoses { get; init; }

    public required ImmutableArray<LineDraft> Lines { get; init; }

    /// <summary>CLM01; given when the household's claims are complete.</summary>
    public string ControlNumber { get; init; } = "";

    /// <summary>Who treated; null where the practice itself did.</summary>
    public Clinician? Clinician { get; init; }

    /// <summary>Where, if not at the practice.</summary>
    public Practice? Facility { get; init; }

    /// <summary>Place of service, or the first two digits of the type of bill.</summary>
    public required string Place { get; init; }

    public Stay? Stay { get; init; }

    public string Authorization { get; init; } = "";

    public char Frequency { get; init; } = '1';

    public string Original { get; init; } = "";

    /// <summary>CLM08: whether the provider is to be paid.</summary>
    public bool IsAssigned { get; init; } = true;

    /// <summary>As the provider knows it; the household's unless mistyped.</summary>
    public required string MemberId { get; init; }

    /// <summary>CLM11: AA for a motor accident, EM for one at work; empty for none.</summary>
    public string Accident { get; init; } = "";

    public OtherPayment? OtherPayment { get; init; }

    /// <summary>Months of orthodontic treatment; 0 for none.</summary>
    public int OrthodonticMonths { get; init; }

    /// <summary>BHT04 of the batch it arrives in.</summary>
    public DateOnly Received { get; init; }

    public Money Charge => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Charge);
}

/// <summary>A line of a claim that will be sent.</summary>
internal sealed record LineDraft
{
    public string Procedure { get; init; } = "";

    /// <summary>Separated by commas; empty for none.</summary>
    public string Modifiers { get; init; } = "";

    public string Revenue { get; init; } = "";

    public required Money Charge { get; init; }

    public int Units { get; init; } = 1;

    /// <summary>UN units, MJ minutes, DA days.</summary>
    public string Measure { get; init; } = "UN";

    public required DateOnly Day { get; init; }

    /// <summary>In our own words, where the procedure is unlisted.</summary>
    public string Description { get; init; } = "";

    public string Tooth { get; init; } = "";

    /// <summary>Letters.</summary>
    public string Surfaces { get; init; } = "";

    public string OralArea { get; init; } = "";

    /// <summary>Whether a crown is the first on its tooth (SV305).</summary>
    public bool IsFirstCrown { get; init; }
}
