using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.X12;

namespace OpenAso.Edi.Claims837;

/// <summary>Takes the segments of the claim loop (2300) and of the loops 2310 and 2320 under it.</summary>
internal static class ClaimSegments
{
    private static readonly System.Buffers.SearchValues<byte> Separators = System.Buffers.SearchValues.Create(
        ":>|<\\^"u8);

    public static void Take(GuideReader reader, ClaimDraft claim)
    {
        switch (reader.Tag)
        {
            case Tags.CLM:
                TakeClaim(reader, claim);
                break;
            case Tags.DTP:
                TakeDate(reader, claim);
                break;
            case Tags.REF:
                TakeReference(reader, claim);
                break;
            case Tags.HI:
                TakeCodes(reader, claim);
                break;
            case Tags.HCP:
                claim.Repricing = Repriced(reader, claim);
                break;
            default:
                break;
        }
    }

    public static void TakeProvider(GuideReader reader, ClaimDraft claim)
    {
        if (reader.Tag == Tags.NM1 && reader[1].SequenceEqual("82"u8))
            claim.Rendering = Provider(reader, claim);
    }

    public static void TakeOtherPayer(GuideReader reader, ClaimDraft claim)
    {
        claim.Circumstances |= ClaimCircumstances.OtherPayerNamed;
        if (reader.Tag == Tags.CAS || (reader.Tag == Tags.AMT && reader[1].SequenceEqual("D"u8)))
            claim.Circumstances |= ClaimCircumstances.OtherPayerDecided;
    }

    public static Repricing Repriced(GuideReader reader, ClaimDraft claim)
    {
        var allowed = Amount(reader, 2, claim);
        var isPriced = !reader[1].SequenceEqual("00"u8) && reader[13].IsEmpty;
        return new Repricing(allowed, Values.Text(reader[4]), isPriced);
    }

    public static Money Amount(GuideReader reader, int element, ClaimDraft claim)
    {
        if (Values.TryMoney(reader[element], out var amount) && !amount.IsNegative && amount <= Values.LargestAmount)
            return amount;
        claim.Reject(ClaimCodes.AmountInvalid, reader.SegmentNumber, Element(reader, element),
            "Expected an amount from 0 to 99,999,999.99 in whole cents.");
        return Money.Zero;
    }

    public static Code CodeAt(GuideReader reader, ReadOnlySpan<byte> value, int element, ClaimDraft claim)
    {
        if (value.IsEmpty)
            return Code.None;
        var code = Values.CodeOf(value);
        if (code.IsNone)
            claim.Reject(ClaimCodes.CodeUnreadable, reader.SegmentNumber, Element(reader, element),
                "Expected a code of at most eight letters and digits.");
        return code;
    }

    public static Npi Provider(GuideReader reader, ClaimDraft claim)
    {
        if (!reader[8].SequenceEqual("XX"u8) || Npi.TryParse(reader[9].Trim((byte)' '), out var npi))
            return reader[8].SequenceEqual("XX"u8) && Npi.TryParse(reader[9].Trim((byte)' '), out npi) ? npi : Npi.None;
        claim.Reject(ClaimCodes.ProviderNumberInvalid, reader.SegmentNumber, "NM109", "Expected an NPI of ten digits.");
        return Npi.None;
    }

    public static string Element(GuideReader reader, int element) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{new SegmentTag(reader.Tag)}{element:D2}");

    private static void TakeClaim(GuideReader reader, ClaimDraft claim)
    {
        claim.PatientControlNumber = Values.Text(reader[1]);
        claim.Billed = Amount(reader, 2, claim);
        CheckSeparator(reader, claim);
        claim.Facility = CodeAt(reader, reader[5, 1], 5, claim);
        claim.FrequencyCode = Values.Text(reader[5, 3]);
        claim.BenefitsAssigned = reader[8].SequenceEqual("Y"u8);
        for (var cause = 1; cause <= 3; cause++)
            claim.Circumstances |= CauseOf(reader[11, cause]);
        if (reader[19].SequenceEqual("PB"u8))
            claim.Circumstances |= ClaimCircumstances.Predetermination;
    }

    private static void CheckSeparator(GuideReader reader, ClaimDraft claim)
    {
        var facility = reader[5];
        var other = facility.IndexOfAny(Separators);
        if (other < 0 || facility.Contains(reader.Delimiters.Component))
            return;
        claim.Reject(ClaimCodes.SeparatorDiffers, reader.SegmentNumber, "CLM05",
            $"Components are divided by '{(char)facility[other]}' here, but ISA16 declares "
            + $"'{(char)reader.Delimiters.Component}'; declare the one that is used.");
    }

    private static ClaimCircumstances CauseOf(ReadOnlySpan<byte> code) =>
        code.SequenceEqual("EM"u8) ? ClaimCircumstances.WorkRelated
        : code.SequenceEqual("AA"u8) ? ClaimCircumstances.MotorAccident
        : code.SequenceEqual("OA"u8) || code.SequenceEqual("AP"u8) ? ClaimCircumstances.OtherAccident
        : ClaimCircumstances.None;

    private static void TakeDate(GuideReader reader, ClaimDraft claim)
    {
        if (reader[1].SequenceEqual("434"u8))
            claim.StatementDates = Values.Period(reader[3]);
        else if (reader[1].SequenceEqual("472"u8))
            claim.ServiceDates = Values.Period(reader[3]);
        else if (reader[1].SequenceEqual("435"u8))
            claim.Admitted = Values.Date(reader[3]);
    }

    private static void TakeReference(GuideReader reader, ClaimDraft claim)
    {
        if (reader[1].SequenceEqual("F8"u8))
            claim.OriginalReference = Values.Text(reader[2]);
        else if (reader[1].SequenceEqual("G1"u8))
            claim.Authorization = Values.Text(reader[2]);
        else if (reader[1].SequenceEqual("D9"u8))
            claim.ClearinghouseTrace = Values.Text(reader[2]);
    }

    private static void TakeCodes(GuideReader reader, ClaimDraft claim)
    {
        for (var element = 1; element <= Math.Min(reader.ElementCount, 12); element++)
        {
            var list = reader[element, 1];
            var code = reader[element, 2];
            if (list.SequenceEqual("ABK"u8) || list.SequenceEqual("BK"u8) || list.SequenceEqual("ABF"u8)
                || list.SequenceEqual("BF"u8))
                claim.Diagnoses.Add(Diagnosis(reader, code, element, claim));
            else if (list.SequenceEqual("DR"u8))
                claim.Drg = CodeAt(reader, code, element, claim);
        }
    }

    // Some senders write the point that the guide leaves out.
    private static Code Diagnosis(GuideReader reader, ReadOnlySpan<byte> code, int element, ClaimDraft claim) =>
        code.Contains((byte)'.')
            ? Values.CodeOf(System.Text.Encoding.ASCII.GetBytes(
                Values.Text(code).Replace(".", "", StringComparison.Ordinal)))
            : CodeAt(reader, code, element, claim);
}
