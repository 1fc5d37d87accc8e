using OpenAso.Claims;
using OpenAso.Kernel;

namespace OpenAso.Operations.Tests;

/// <summary>The same claim with something changed, as its sender would send it.</summary>
internal static class ClaimRestated
{
    /// <summary>Replaces or voids a claim by its number.</summary>
    public static Claim Correcting(this Claim claim, ClaimId original, ClaimFrequency frequency, DateOnly received,
        ClaimLine[]? lines = null) =>
        Numbered(Copy(claim, frequency, original.ToString(), claim.BenefitsAssigned, received, lines ?? claim.Lines));

    /// <summary>The same with benefits not assigned, so that the subscriber is paid.</summary>
    public static Claim Unassigned(this Claim claim) =>
        Numbered(Copy(claim, claim.Frequency, claim.OriginalReference, false, claim.Received, claim.Lines));

    private static Claim Numbered(Claim claim) => new ClaimContent().Numbered(claim);

    private static Claim Copy(
        Claim claim, ClaimFrequency frequency, string original, bool assigned, DateOnly received,
            ClaimLine[] lines) => new()
            {
                Form = claim.Form,
                PatientControlNumber = claim.PatientControlNumber,
                Received = received,
                Frequency = frequency,
                OriginalReference = original,
                Patient = claim.Patient,
                Billing = claim.Billing,
                Rendering = claim.Rendering,
                Place = claim.Place,
                BillType = claim.BillType,
                Drg = claim.Drg,
                BenefitsAssigned = assigned,
                Billed = lines.Select(line => line.Charge).Total(),
                Diagnoses = claim.Diagnoses,
                StatementDates = claim.StatementDates,
                Admitted = claim.Admitted,
                Authorization = claim.Authorization,
                Repricing = claim.Repricing,
                Circumstances = claim.Circumstances,
                ClearinghouseTrace = claim.ClearinghouseTrace,
                Lines = lines,
            };
}
