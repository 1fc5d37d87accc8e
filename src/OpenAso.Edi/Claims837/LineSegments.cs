using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Providers;
using OpenAso.X12;

namespace OpenAso.Edi.Claims837;

/// <summary>Takes the segments of the service line loop (2400) and of the loops 2420 and 2430 under it.</summary>
internal static class LineSegments
{
    public static void Take(GuideReader reader, ClaimDraft claim)
    {
        switch (reader.Tag)
        {
            case Tags.LX:
                claim.Lines.Add(
                    new LineDraft { Number = Values.Number(reader[1]), SegmentNumber = reader.SegmentNumber });
                break;
            case Tags.SV1:
                TakeProfessional(reader, claim);
                break;
            case Tags.SV2:
                TakeInstitutional(reader, claim);
                break;
            case Tags.SV3:
                TakeDental(reader, claim);
                break;
            case Tags.TOO:
                TakeTooth(reader, claim);
                break;
            case Tags.DTP when reader[1].SequenceEqual("472"u8):
                claim.Line.Dates = Values.Period(reader[3]);
                break;
            case Tags.REF:
                TakeReference(reader, claim.Line);
                break;
            case Tags.HCP:
                claim.Line.Repricing = ClaimSegments.Repriced(reader, claim);
                break;
            default:
                break;
        }
    }

    public static void TakeProvider(GuideReader reader, ClaimDraft claim)
    {
        if (reader.Tag == Tags.NM1 && reader[1].SequenceEqual("82"u8))
            claim.Line.Rendering = ClaimSegments.Provider(reader, claim);
    }

    public static void TakeOtherPayer(GuideReader reader, ClaimDraft claim)
    {
        if (reader.Tag == Tags.SVD)
            claim.Circumstances |= ClaimCircumstances.OtherPayerNamed | ClaimCircumstances.OtherPayerDecided;
    }

    private static void TakeProfessional(GuideReader reader, ClaimDraft claim)
    {
        var line = claim.Line;
        TakeProcedure(reader, 1, claim);
        line.Charge = ClaimSegments.Amount(reader, 2, claim);
        line.Measure = reader[3].SequenceEqual("MJ"u8) ? UnitMeasure.Minutes : UnitMeasure.Units;
        TakeUnits(reader, 4, claim);
        line.Place = ClaimSegments.CodeAt(reader, reader[5], 5, claim);
        line.Pointer = Values.Number(reader[7, 1]);
    }

    private static void TakeInstitutional(GuideReader reader, ClaimDraft claim)
    {
        var line = claim.Line;
        var revenue = reader[1].Trim((byte)' ');
        line.Revenue = ClaimSegments.CodeAt(reader, revenue.Length == 3 ? [(byte)'0', .. revenue] : revenue, 1, claim);
        TakeProcedure(reader, 2, claim);
        line.Charge = ClaimSegments.Amount(reader, 3, claim);
        line.Measure = reader[4].SequenceEqual("DA"u8) ? UnitMeasure.Days : UnitMeasure.Units;
        TakeUnits(reader, 5, claim);
    }

    private static void TakeDental(GuideReader reader, ClaimDraft claim)
    {
        var line = claim.Line;
        TakeProcedure(reader, 1, claim);
        line.Charge = ClaimSegments.Amount(reader, 2, claim);
        line.Place = ClaimSegments.CodeAt(reader, reader[3], 3, claim);
        line.OralArea = ClaimSegments.CodeAt(reader, reader[4, 1], 4, claim);
        if (!reader[6].IsEmpty)
            TakeUnits(reader, 6, claim);
        line.Pointer = Values.Number(reader[11, 1]);
    }

    private static void TakeProcedure(GuideReader reader, int element, ClaimDraft claim)
    {
        claim.Line.Procedure = ClaimSegments.CodeAt(reader, reader[element, 2], element, claim);
        for (var modifier = 0; modifier < 4; modifier++)
            claim.Line.Modifiers[modifier] = ClaimSegments.CodeAt(
                reader, reader[element, modifier + 3], element, claim);
    }

    private static void TakeUnits(GuideReader reader, int element, ClaimDraft claim)
    {
        if (Values.TryQuantity(reader[element], out var units) && units >= Quantity.Zero
            && units <= Values.LargestQuantity)
            claim.Line.Units = units;
        else
            claim.Reject(ClaimCodes.UnitsInvalid, reader.SegmentNumber, ClaimSegments.Element(reader, element),
                "Expected units from 0 to 99,999,999.999 with at most three decimals.");
    }

    private static void TakeTooth(GuideReader reader, ClaimDraft claim)
    {
        if (!claim.Line.Tooth.IsNone)
            return;
        claim.Line.Tooth = ClaimSegments.CodeAt(reader, reader[2], 2, claim);
        Span<byte> surfaces = stackalloc byte[5];
        var count = 0;
        for (var part = 1; part <= 5; part++)
        {
            var surface = reader[3, part];
            if (surface.Length == 1)
                surfaces[count++] = surface[0];
        }
        claim.Line.Surfaces = Values.CodeOf(surfaces[..count]);
    }

    private static void TakeReference(GuideReader reader, LineDraft line)
    {
        if (reader[1].SequenceEqual("6R"u8))
            line.ControlNumber = Values.Text(reader[2]);
        else if (reader[1].SequenceEqual("G1"u8))
            line.Authorization = Values.Text(reader[2]);
    }
}
