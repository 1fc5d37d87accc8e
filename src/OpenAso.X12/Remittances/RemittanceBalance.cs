namespace OpenAso.X12.Remittances;

/// <summary>Whether a remittance adds up at the level of its lines, its claims and the whole (005010X221A1,
/// 1.10.2.1).</summary>
public static class RemittanceBalance
{
    /// <summary>Every amount that does not follow from the others, lines first within each claim.</summary>
    /// <remarks>
    /// <para>Line: charge − adjustments = paid. Claim: charge − adjustments of the claim and of its lines = paid; the
    /// lines' charges total the claim's; patient responsibility is the patient's adjustments, and zero where these are
    /// below it. Transaction: paid claims − provider adjustments = payment, and that is not below zero.</para>
    /// <para>AMT segments enter no balance. In a reversal patient responsibility is not looked at.</para>
    /// </remarks>
    /// <param name="remittance">Ours or anybody's.</param>
    /// <returns>Empty where all is in balance.</returns>
    public static IReadOnlyList<RemittanceImbalance> Check(Remittance remittance)
    {
        ArgumentNullException.ThrowIfNull(remittance);
        var found = new List<RemittanceImbalance>();
        foreach (var claim in remittance.Claims)
            Check(claim, found);
        var expected = remittance.ClaimsPaidCents - remittance.ProviderAdjustmentCents;
        var paid = remittance.Payment.PaidCents;
        if (paid != expected)
            found.Add(new(BalanceLevel.Transaction, "", 0, "BPR02 = sum of CLP04 less sum of PLB", expected, paid));
        if (paid < 0)
            found.Add(new(BalanceLevel.Transaction, "", 0, "BPR02 is not below zero: carry it forward (FB)", 0, paid));
        return found;
    }

    private static void Check(RemittedClaim claim, List<RemittanceImbalance> found)
    {
        var (number, charged, adjustments) = (0, 0L, Total(claim.Adjustments));
        foreach (var line in claim.Lines)
        {
            number++;
            var adjusted = Total(line.Adjustments);
            var linePaid = line.ChargeCents - adjusted;
            charged += line.ChargeCents;
            adjustments += adjusted;
            if (line.PaidCents != linePaid)
                found.Add(new(BalanceLevel.Line, claim.PayerControlNumber, number,
                    "SVC03 = SVC02 less CAS", linePaid, line.PaidCents));
        }
        Compare("CLP04 = CLP03 less CAS of claim and lines", claim.ChargeCents - adjustments, claim.PaidCents);
        if (claim.Lines.Count > 0)
            Compare("CLP03 = sum of SVC02", charged, claim.ChargeCents);
        if (claim.Status != RemittedClaimStatus.Reversal)
            Compare("CLP05 = sum of CAS*PR", PatientResponsibilityOf(claim), claim.PatientResponsibilityCents);

        void Compare(string rule, long expected, long actual)
        {
            if (expected != actual)
                found.Add(new(BalanceLevel.Claim, claim.PayerControlNumber, 0, rule, expected, actual));
        }
    }

    /// <summary>What the patient's adjustments (PR) of a claim and its lines come to: CLP05.</summary>
    /// <param name="claim">Not a reversal, which has none.</param>
    /// <returns>Cents, zero or above.</returns>
    public static long PatientResponsibilityOf(RemittedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var cents = OfPatient(claim.Adjustments);
        foreach (var line in claim.Lines)
            cents += OfPatient(line.Adjustments);
        return Math.Max(0, cents);
    }

    /// <summary>What the patient's adjustments (PR) among some come to.</summary>
    /// <param name="adjustments">Of a claim or a line.</param>
    public static long OfPatient(Sequence<RemittedAdjustment> adjustments)
    {
        var cents = 0L;
        foreach (var adjustment in adjustments)
            cents += adjustment.Group == RemittedAdjustment.Patient ? adjustment.Cents : 0;
        return cents;
    }

    private static long Total(Sequence<RemittedAdjustment> adjustments)
    {
        var cents = 0L;
        foreach (var adjustment in adjustments)
            cents += adjustment.Cents;
        return cents;
    }
}
