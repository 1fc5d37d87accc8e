using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Edi.Claims837;

/// <summary>Makes a claim of what its segments said, or says why it cannot be one.</summary>
internal static class ClaimAssembly
{
    // Claims before this day have no standard electronic form.
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>The claim; null where it has errors, which are then added to the draft.</summary>
    public static Claim? Complete(ClaimDraft draft, ClaimScope scope, DateOnly received)
    {
        CheckClaim(draft, scope);
        var lines = new ClaimLine[draft.Lines.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            if (DatesOf(draft, draft.Lines[i], received) is not { } dates)
                continue;
            CheckBirth(draft, scope, draft.Lines[i], dates);
            lines[i] = draft.Lines[i].ToLine(dates, PlaceOf(draft), DiagnosisOf(draft, draft.Lines[i]));
        }
        return draft.Errors.Count > 0 ? null : Of(draft, scope, received, lines);
    }

    private static Claim Of(ClaimDraft draft, ClaimScope scope, DateOnly received, ClaimLine[] lines)
    {
        var frequency = draft.FrequencyCode switch
        {
            "7" => ClaimFrequency.Replacement,
            "8" => ClaimFrequency.Void,
            _ => ClaimFrequency.Original,
        };
        return new Claim
        {
            Form = draft.Form,
            PatientControlNumber = draft.PatientControlNumber,
            Received = received,
            Frequency = frequency,
            OriginalReference = draft.OriginalReference,
            Patient = scope.PatientReference(),
            Billing = scope.Billing.BillingProvider,
            Rendering = draft.Rendering,
            Place = PlaceOf(draft),
            BillType = draft.Form == ClaimForm.Institutional
                ? Code.Of($"0{draft.Facility}{draft.FrequencyCode}")
                : Code.None,
            Drg = draft.Drg,
            BenefitsAssigned = draft.BenefitsAssigned,
            Billed = draft.Billed,
            Diagnoses = draft.Diagnoses.ToValueList(),
            StatementDates = draft.StatementDates,
            Admitted = draft.Admitted,
            Authorization = draft.Authorization,
            Repricing = draft.Repricing,
            Circumstances = draft.Circumstances
                | (scope.IsPrimary ? ClaimCircumstances.None : ClaimCircumstances.NotPrimary)
                | (scope.IsEncounter ? ClaimCircumstances.Encounter : ClaimCircumstances.None),
            ClearinghouseTrace = draft.ClearinghouseTrace,
            Lines = lines,
        };
    }

    private static void CheckClaim(ClaimDraft draft, ClaimScope scope)
    {
        if (scope.Subscriber.Identifier.Length == 0)
            draft.Reject(ClaimCodes.MemberMissing, draft.SegmentNumber, "NM109",
                "The subscriber (loop 2010BA) has no member identifier; send it with NM108 MI.");
        if (draft.Lines.Count == 0)
            draft.Reject(
                ClaimCodes.NoLines, draft.SegmentNumber, "CLM", "The claim has no service line; send at least one.");
        else if (draft.Lines.Select(line => line.Charge).Total() != draft.Billed)
            draft.Reject(ClaimCodes.TotalsDiffer, draft.SegmentNumber, "CLM02",
                "The charge must be the sum of the lines' charges; correct one or the other.");
        if (draft.Form == ClaimForm.Institutional && draft.Facility.Length != 2)
            draft.Reject(
                ClaimCodes.CodeUnreadable, draft.SegmentNumber, "CLM05-1", "Expected a facility type of two digits.");
        if (!IsKnown(draft.FrequencyCode))
            draft.Reject(
                ClaimCodes.FrequencyUnknown, draft.SegmentNumber, "CLM05-3", "The frequency code must be 1 to 9.");
        if (draft.FrequencyCode is "7" or "8" && draft.OriginalReference.Length == 0)
            draft.Reject(ClaimCodes.OriginalMissing, draft.SegmentNumber, "CLM05-3",
                "A replacement or void must name the claim that it means in REF*F8.");
        if (draft.Lines.DistinctBy(line => line.Number).Count() < draft.Lines.Count)
            draft.Reject(
                ClaimCodes.LineNumberRepeated, draft.SegmentNumber, "LX01", "The lines of a claim must count from 1.");
    }

    private static bool IsKnown(string frequency) => frequency.Length == 1 && frequency[0] is >= '1' and <= '9';

    private static Code PlaceOf(ClaimDraft draft) => draft.Form == ClaimForm.Institutional ? Code.None : draft.Facility;

    private static Code DiagnosisOf(ClaimDraft draft, LineDraft line)
    {
        if (line.Pointer <= draft.Diagnoses.Count)
            return draft.Diagnoses.Count == 0 ? Code.None : draft.Diagnoses[Math.Max(line.Pointer, 1) - 1];
        draft.Reject(ClaimCodes.PointerInvalid, line.SegmentNumber, "SV107",
            "The line points to a diagnosis that the claim does not have; point to one of those in HI.");
        return Code.None;
    }

    private static void CheckBirth(ClaimDraft draft, ClaimScope scope, LineDraft line, DateRange dates)
    {
        if (scope.PatientReference().BirthDate is { } birth && birth > dates.Last
            && dates.First >= Earliest)
            draft.Reject(ClaimCodes.BornLater, line.SegmentNumber, "DTP03",
                "The patient would be born after this date of service; correct it, or the birth date (DMG02).");
    }

    private static DateRange? DatesOf(ClaimDraft draft, LineDraft line, DateOnly received)
    {
        if ((line.Dates ?? draft.ServiceDates ?? draft.StatementDates) is not { } dates)
        {
            draft.Reject(ClaimCodes.ServiceDateMissing, line.SegmentNumber, "DTP03",
                "The line needs a date of service (DTP*472).");
            return null;
        }
        if (dates.Last > received)
            draft.Reject(ClaimCodes.ServiceDateLater, line.SegmentNumber, "DTP03",
                "The date of service is later than the day the claim was received; correct it, or give the true day of "
                + "receipt with --received.");
        if (dates.First < Earliest)
            draft.Reject(
                ClaimCodes.ServiceDateTooEarly, line.SegmentNumber, "DTP03",
                "The date of service is before 1990; correct it.");
        return dates;
    }
}
