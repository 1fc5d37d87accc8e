namespace OpenAso.X12.Remittances;

/// <summary>Why a part of a charge is not paid: one triple of a CAS segment.</summary>
/// <param name="Group">Who bears it: CO the provider by contract, PR the patient, OA neither, PI the payer.</param>
/// <param name="Reason">Claim adjustment reason code (CARC).</param>
/// <param name="Cents">Above zero where it reduces the payment.</param>
/// <param name="QuantityThousandths">Units that the adjustment takes away; null for none.</param>
public readonly record struct RemittedAdjustment(
    string Group, string Reason, long Cents, long? QuantityThousandths = null)
{
    /// <summary>The group of what the patient bears.</summary>
    public const string Patient = "PR";

    /// <summary>Every group that the guide knows.</summary>
    public static IReadOnlyList<string> Groups { get; } = ["CO", Patient, "OA", "PI"];

    internal static Sequence<RemittedAdjustment> Negated(Sequence<RemittedAdjustment> adjustments) =>
        adjustments.Items.Select(adjustment => adjustment with { Cents = -adjustment.Cents }).ToSequence();
}

/// <summary>What changes a payment without belonging to a claim of the file: one pair of a PLB segment.</summary>
/// <param name="Reason">PLB03-1: for example FB balance forward, WO overpayment recovery, L6 interest, 72
/// refund.</param>
/// <param name="Reference">PLB03-2: what it goes back to; empty for none.</param>
/// <param name="Cents">Above zero where it reduces the payment; never zero.</param>
/// <param name="FiscalPeriodEnd">PLB02: last day of the payee's fiscal year; 31 December where it is not known.</param>
public sealed record ProviderAdjustment(string Reason, string Reference, long Cents, DateOnly FiscalPeriodEnd)
{
    /// <summary>A balance carried to another remittance (below zero), or taken from an earlier one (above).</summary>
    public const string BalanceForward = "FB";
}
