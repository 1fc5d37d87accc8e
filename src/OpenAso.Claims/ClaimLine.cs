using OpenAso.Kernel;
using OpenAso.Providers;

namespace OpenAso.Claims;

/// <summary>One service of a claim.</summary>
public sealed class ClaimLine
{
    /// <summary>1-based, as the sender numbers it (LX01).</summary>
    public required int Number { get; init; }

    /// <summary>HCPCS, CPT or CDT; none on some institutional lines.</summary>
    public Code Procedure { get; init; }

    /// <summary>The first modifier.</summary>
    public Code Modifier { get; init; }

    /// <summary>The second modifier.</summary>
    public Code Modifier2 { get; init; }

    /// <summary>The third modifier.</summary>
    public Code Modifier3 { get; init; }

    /// <summary>The fourth modifier.</summary>
    public Code Modifier4 { get; init; }

    /// <summary>Revenue code of institutional lines, four digits.</summary>
    public Code Revenue { get; init; }

    /// <summary>The line's total charge (SV102, SV203, SV302), never the charge of a unit.</summary>
    public required Money Charge { get; init; }

    /// <summary>How many.</summary>
    public Quantity Units { get; init; } = Quantity.One;

    /// <summary>Of what.</summary>
    public UnitMeasure Measure { get; init; }

    /// <summary>Place of service; the claim's where the line names none.</summary>
    public Code Place { get; init; }

    /// <summary>Days of service; the statement's where the line has none.</summary>
    public required DateRange Dates { get; init; }

    /// <summary>The diagnosis that the line points to first; the principal one where it points to none.</summary>
    public Code Diagnosis { get; init; }

    /// <summary>Who treated; none where the same as the claim's.</summary>
    public Npi Rendering { get; init; }

    /// <summary>Tooth number or letter of a dental line; none elsewhere.</summary>
    public Code Tooth { get; init; }

    /// <summary>Area of the oral cavity or quadrant of a dental line; none elsewhere.</summary>
    public Code OralArea { get; init; }

    /// <summary>Tooth surfaces, for example MOD; none elsewhere.</summary>
    public Code Surfaces { get; init; }

    /// <summary>Prior authorization of this line; empty where the claim's serves.</summary>
    public string Authorization { get; init; } = "";

    /// <summary>The sender's own number of the line (REF*6R), echoed in the remittance; empty where there is
    /// none.</summary>
    public string ControlNumber { get; init; } = "";

    /// <summary>Priced before it arrived; null where not.</summary>
    public Repricing? Repricing { get; init; }
}
