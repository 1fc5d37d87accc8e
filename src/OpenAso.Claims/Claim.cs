using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>What a sender wants done with a claim.</summary>
[Source("X12 005010X222A1, CLM05-3")]
public enum ClaimFrequency
{
    /// <summary>A claim of its own (1, and 2 to 6 and 9 of institutional claims).</summary>
    Original = 1,

    /// <summary>It replaces one that was sent before (7).</summary>
    Replacement = 7,

    /// <summary>It voids one that was sent before (8).</summary>
    Void = 8,
}

/// <summary>Circumstances that a claim states and that decide who is liable.</summary>
[Flags]
public enum ClaimCircumstances
{
    /// <summary>None stated.</summary>
    None = 0,

    /// <summary>An accident at work or a work-related illness (CLM11, EM).</summary>
    WorkRelated = 1,

    /// <summary>A motor accident (CLM11, AA).</summary>
    MotorAccident = 2,

    /// <summary>Another accident (CLM11, OA), or another party responsible (AP).</summary>
    OtherAccident = 4,

    /// <summary>An estimate is asked for, not a payment (CLM19, PB).</summary>
    Predetermination = 8,

    /// <summary>A report of care already paid for in another way (BHT06, RP).</summary>
    Encounter = 16,

    /// <summary>Another payer has paid or decided (2320 AMT*D, CAS; 2430 SVD).</summary>
    OtherPayerDecided = 32,

    /// <summary>Another payer is named that has not decided.</summary>
    OtherPayerNamed = 64,

    /// <summary>We are not the first payer (SBR01 other than P).</summary>
    NotPrimary = 128,
}

/// <summary>Who bills, and is paid where benefits are assigned.</summary>
/// <param name="Npi">None for providers without one.</param>
/// <param name="TaxId">Employer identification or social security number, digits only; empty where not given.</param>
/// <param name="Name">The organisation's name, or family and given name.</param>
/// <param name="Address">Where it bills from.</param>
public sealed record BillingProvider(Npi Npi, string TaxId, string Name, Address Address);

/// <summary>A price set before the claim arrived, by an organisation that rents its network.</summary>
/// <param name="Allowed">HCP02.</param>
/// <param name="Organization">HCP04, the organisation's identifier; empty where not given.</param>
/// <param name="IsPriced">False where the organisation says that it could not price (HCP01 00, or a rejection in
/// HCP13).</param>
[Source("X12 005010X222A1, HCP")]
public sealed record Repricing(Money Allowed, string Organization, bool IsPriced);

/// <summary>A claim as it was sent: immutable, decided by the adjudicator, never changed by it.</summary>
public sealed class Claim
{
    private static readonly CodeSet InpatientBills = CodeSet.Of(
        from type in new[] { "011", "012", "018", "021", "041" }
        select (Code.Of(type + "0"), Code.Of(type + "Z")));

    private readonly ClaimLine[] _lines = [];
    private ClaimId _id;

    /// <summary>Content and occurrence; the default value until the content has been hashed.</summary>
    public ClaimId Id
    {
        get => _id;
        init => _id = value;
    }

    /// <summary>The form.</summary>
    public required ClaimForm Form { get; init; }

    /// <summary>The provider's own number (CLM01), echoed unchanged in the remittance.</summary>
    public required string PatientControlNumber { get; init; }

    /// <summary>The day it arrived.</summary>
    public required DateOnly Received { get; init; }

    /// <summary>Original, replacement or void.</summary>
    public ClaimFrequency Frequency { get; init; } = ClaimFrequency.Original;

    /// <summary>For a replacement or void: the number of the claim it means (REF*F8); empty where not given.</summary>
    public string OriginalReference { get; init; } = "";

    /// <summary>Who was treated.</summary>
    public required PatientReference Patient { get; init; }

    /// <summary>Who bills.</summary>
    public required BillingProvider Billing { get; init; }

    /// <summary>Who treated; none where the same as the billing provider.</summary>
    public Npi Rendering { get; init; }

    /// <summary>Place of service of professional and dental claims, two digits.</summary>
    public Code Place { get; init; }

    /// <summary>Type of bill of institutional claims, four digits with the zero in front and the frequency
    /// behind.</summary>
    public Code BillType { get; init; }

    /// <summary>Diagnosis-related group of an inpatient stay.</summary>
    public Code Drg { get; init; }

    /// <summary>Whether the patient has assigned benefits to the provider (CLM08 Y): decides who is paid.</summary>
    public bool BenefitsAssigned { get; init; }

    /// <summary>What was charged in all (CLM02).</summary>
    public required Money Billed { get; init; }

    /// <summary>Without points, the principal one first.</summary>
    public ValueList<Code> Diagnoses { get; init; }

    /// <summary>The days an institutional statement covers; null on other forms.</summary>
    public DateRange? StatementDates { get; init; }

    /// <summary>The day of admission; null where there was none.</summary>
    public DateOnly? Admitted { get; init; }

    /// <summary>Prior authorization (REF*G1); empty where there is none.</summary>
    public string Authorization { get; init; } = "";

    /// <summary>Priced as a whole before it arrived; null where not.</summary>
    public Repricing? Repricing { get; init; }

    /// <summary>Circumstances stated.</summary>
    public ClaimCircumstances Circumstances { get; init; }

    /// <summary>The clearinghouse's trace number (REF*D9); empty where there is none.</summary>
    public string ClearinghouseTrace { get; init; } = "";

    /// <summary>At least one, in the order of the file.</summary>
    public required ClaimLine[] Lines
    {
        get => _lines;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _lines = value;
            (FirstServiceDate, LastServiceDate) = DaysOf(value);
        }
    }

    /// <summary>The earliest day of service.</summary>
    public DateOnly FirstServiceDate { get; private init; }

    /// <summary>The latest day of service.</summary>
    public DateOnly LastServiceDate { get; private init; }

    /// <summary>Whether it is for a stay: type of bill 011x, 012x, 018x, 021x or 041x.</summary>
    public bool IsInpatient =>
        Form == ClaimForm.Institutional && InpatientBills.Contains(BillType);

    /// <summary>The same claim under another id.</summary>
    /// <param name="id">Content and occurrence.</param>
    public Claim WithId(ClaimId id)
    {
        var copy = (Claim)MemberwiseClone();
        copy._id = id;
        return copy;
    }

    private static (DateOnly First, DateOnly Last) DaysOf(ClaimLine[] lines)
    {
        var (first, last) = (DateOnly.MaxValue, DateOnly.MinValue);
        foreach (var line in lines)
        {
            first = line.Dates.First < first ? line.Dates.First : first;
            last = line.Dates.Last > last ? line.Dates.Last : last;
        }
        return (first, last);
    }
}
