using OpenAso.Kernel;

namespace OpenAso.Providers;

/// <summary>What a unit of service measures.</summary>
public enum UnitMeasure
{
    /// <summary>Units (UN).</summary>
    Units,

    /// <summary>Minutes, as anesthesia is billed (MJ). A fee a unit does not price them.</summary>
    Minutes,

    /// <summary>Days (DA).</summary>
    Days,
}

/// <summary>What is the same for every line of a claim that is to be priced.</summary>
/// <param name="Billing">The billing provider.</param>
/// <param name="BillType">Type of bill of an institutional claim; none on others.</param>
/// <param name="Drg">Diagnosis-related group of an inpatient stay; none where not given.</param>
public readonly record struct PricedEvent(Npi Billing, Code BillType, Code Drg);

/// <summary>One line that is to be priced.</summary>
/// <param name="Network">The network whose contract applies; empty for a provider without one.</param>
/// <param name="Rendering">Who treated; none where the same as the billing provider.</param>
/// <param name="Procedure">HCPCS, CPT or CDT; none on some institutional lines.</param>
/// <param name="Modifier">The first modifier.</param>
/// <param name="Revenue">Revenue code of an institutional line.</param>
/// <param name="Place">Place of service; none on institutional claims.</param>
/// <param name="Date">First day of service.</param>
/// <param name="Units">How many.</param>
/// <param name="Measure">Of what.</param>
/// <param name="Charge">The line's total charge, not per unit.</param>
public readonly record struct PricedLine(
    string Network, Npi Rendering, Code Procedure, Code Modifier, Code Revenue, Code Place, DateOnly Date,
    Quantity Units, UnitMeasure Measure, Money Charge);
