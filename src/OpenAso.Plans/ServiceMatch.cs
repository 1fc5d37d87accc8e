using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>The kinds of claim form a service may be billed on.</summary>
public enum ClaimForm
{
    /// <summary>Professional services (837P).</summary>
    Professional,

    /// <summary>Hospitals and other institutions (837I).</summary>
    Institutional,

    /// <summary>Dental services (837D).</summary>
    Dental,
}

/// <summary>What a plan document can tell services apart by.</summary>
/// <param name="Form">The form it was billed on.</param>
/// <param name="Procedure">HCPCS, CPT or CDT; none on some institutional lines.</param>
/// <param name="Revenue">Institutional lines only; four digits, zero in front.</param>
/// <param name="Place">Place of service, two digits; none on institutional claims.</param>
/// <param name="Diagnosis">The diagnosis that the line points to first, without its point.</param>
/// <param name="AgeYears">The patient's age on the day of service; -1 where the birth date is unknown.</param>
/// <param name="Modifier">The first modifier.</param>
/// <param name="BillType">Type of bill of an institutional claim, for example 0111; none on others.</param>
public readonly record struct ServiceKey(
    ClaimForm Form, Code Procedure, Code Revenue, Code Place, Code Diagnosis, int AgeYears, Code Modifier,
    Code BillType);

/// <summary>One description of services; every part that is given must hold.</summary>
/// <remarks>A part left null holds for every service. A benefit lists one or more of these, and any of them will
/// do.</remarks>
public sealed class ServiceMatch
{
    /// <summary>Forms; null for all.</summary>
    public ClaimForm? Form { get; init; }

    /// <summary>Procedures; null for all.</summary>
    public CodeSet? Procedures { get; init; }

    /// <summary>Revenue codes; null for all.</summary>
    public CodeSet? Revenues { get; init; }

    /// <summary>Diagnoses; null for all.</summary>
    public CodeSet? Diagnoses { get; init; }

    /// <summary>Places of service; null for all.</summary>
    public CodeSet? Places { get; init; }

    /// <summary>First modifiers; null for all.</summary>
    public CodeSet? Modifiers { get; init; }

    /// <summary>Types of bill; null for all.</summary>
    public CodeSet? BillTypes { get; init; }

    /// <summary>The youngest age in years; null for none.</summary>
    public int? MinimumAge { get; init; }

    /// <summary>The oldest age in years, that year included; null for none.</summary>
    public int? MaximumAge { get; init; }

    /// <summary>Whether a service is described. An unknown age lies within no age bound.</summary>
    /// <param name="service">What is known of the service.</param>
    public bool Matches(in ServiceKey service) =>
        (Form is null || Form == service.Form)
        && (Procedures is null || Procedures.Contains(service.Procedure))
        && (Revenues is null || Revenues.Contains(service.Revenue))
        && (Places is null || Places.Contains(service.Place))
        && (Diagnoses is null || Diagnoses.Contains(service.Diagnosis))
        && (Modifiers is null || Modifiers.Contains(service.Modifier))
        && (BillTypes is null || BillTypes.Contains(service.BillType))
        && AgeMatches(service.AgeYears);

    private bool AgeMatches(int age) =>
        MinimumAge is null && MaximumAge is null
        || age >= (MinimumAge ?? 0) && age <= (MaximumAge ?? int.MaxValue);
}
