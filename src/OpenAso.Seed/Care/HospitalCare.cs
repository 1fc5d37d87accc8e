using OpenAso.Kernel;
using OpenAso.Seed.Network;
using OpenAso.Seed.Prices;

namespace OpenAso.Seed.Care;

/// <summary>A reason to lie in hospital.</summary>
/// <param name="Group">Diagnosis-related group.</param>
/// <param name="Diagnosis">Principal, ICD-10.</param>
/// <param name="Procedure">Principal, ICD-10; empty for none.</param>
/// <param name="Surgery">CPT and its anesthesia; empty for none.</param>
/// <param name="Days">Nights, about.</param>
/// <param name="IsPlanned">Whether it was arranged beforehand.</param>
internal sealed record Admission(
    string Group, string Diagnosis, string Procedure, (string Cpt, string Anesthesia) Surgery,
    int Days, bool IsPlanned);

/// <summary>Stays in hospital, with everybody who bills for one.</summary>
internal static class HospitalCare
{
    // As often as the first number says.
    private static readonly (int Weight, Admission Reason)[] Reasons =
    [
        (14, new("194", "J189", "", ("", ""), 3, false)),
        (6, new("193", "J189", "", ("", ""), 5, false)),
        (14, new("392", "K5792", "", ("", ""), 2, false)),
        (8, new("603", "L03115", "", ("", ""), 3, false)),
        (8, new("291", "I5023", "", ("", ""), 4, false)),
        (7, new("871", "A419", "", ("", ""), 6, false)),
        (5, new("065", "I639", "", ("", ""), 4, false)),
        (9, new("885", "F332", "", ("", ""), 7, false)),
        (8, new("398", "K3580", "0DTJ4ZZ", ("44970", "00790"), 2, false)),
        (7, new("418", "K8000", "0FT44ZZ", ("47562", "00790"), 3, false)),
        (8, new("322", "I214", "027034Z", ("92928", ""), 3, false)),
        (13, new("470", "M1711", "0SRC0J9", ("27447", "01402"), 2, true)),
        (5, new("473", "M50122", "0RG10A0", ("22551", "00670"), 2, true)),
        (2, new("236", "I2510", "021209W", ("33533", "00567"), 6, true)),
        (2, new("853", "A419", "0W9G00Z", ("31600", "00790"), 16, false)),
    ];

    private static readonly (int Weight, Admission Reason)[] ChildReasons =
    [
        (50, new("194", "J189", "", ("", ""), 2, false)),
        (20, new("392", "K529", "", ("", ""), 2, false)),
        (15, new("398", "K3580", "0DTJ4ZZ", ("44970", "00790"), 1, false)),
        (14, new("885", "F322", "", ("", ""), 8, false)),
        (1, new("834", "C9100", "", ("", ""), 24, false)),
    ];

    private static readonly int[] Weights = [.. Reasons.Select(reason => reason.Weight)];
    private static readonly int[] ChildWeights = [.. ChildReasons.Select(reason => reason.Weight)];

    public static void Month(CareScene scene)
    {
        if (!scene.Happens(scene.Age < 18 ? 115 : scene.Age < 45 ? 260 : 620))
            return;
        var reason = scene.Age < 18
            ? ChildReasons[scene.Stream.Weighted(ChildWeights)].Reason
            : Reasons[scene.Stream.Weighted(Weights)].Reason;
        Admit(scene, reason, scene.AnyDay());
    }

    public static void Admit(CareScene scene, Admission reason, DateOnly day)
    {
        var hospital = scene.Some(Specialty.Hospital, reason.IsPlanned ? 3 : 7);
        var nights = Math.Max(1, reason.Days + scene.Stream.Between(-1, reason.Days / 2 + 1));
        Bill(scene, hospital, reason, day, nights);
        if (!reason.IsPlanned)
            EmergencyCare.Physician(scene, hospital, day, reason.Diagnosis, false, 3);
        Rounds(scene, hospital, reason, day, nights);
        if (reason.Surgery.Cpt.Length > 0)
            Operate(scene, hospital, reason, day.AddDays(reason.IsPlanned ? 0 : Math.Min(1, nights - 1)));
    }

    private static void Bill(CareScene scene, Practice hospital, Admission reason, DateOnly day, int nights)
    {
        var price = FacilityPrices.Groups[reason.Group];
        var intensive = reason.Group is "871" or "322" or "236" or "853" or "065" ? (nights + 2) / 3 : 0;
        var bill = scene.Bill(hospital, day, "11", reason.Diagnosis, "I10").Until(day.AddDays(nights))
            .Admitted(new Stay(reason.Group, reason.IsPlanned ? "3" : "1", "1", reason.Procedure))
            .Authorized(reason.IsPlanned ? 93 : 96);
        if (nights > intensive)
            bill.Revenue("0120", Part(price, 30), units: nights - intensive);
        if (intensive > 0)
            bill.Revenue("0200", Part(price, 15), units: intensive);
        bill.Revenue("0250", Part(price, 14)).Revenue("0300", Part(price, 11)).Revenue("0320", Part(price, 6));
        if (reason.Surgery.Cpt.Length > 0)
            bill.Revenue("0360", Part(price, 28)).Revenue("0710", Part(price, 4));
        if (!reason.IsPlanned)
            bill.Revenue("0450", Part(price, 7), "99285");
        bill.Send();
    }

    private static void Rounds(CareScene scene, Practice hospital, Admission reason, DateOnly day, int nights)
    {
        var rounds = scene.Visit(scene.Some(Specialty.HospitalMedicine, 8), day, reason.Diagnosis).At("21", hospital)
            .Until(day.AddDays(nights)).Line("99223");
        for (var i = 1; i < Math.Min(nights, 30); i++)
            rounds.Line("99232", on: day.AddDays(i));
        rounds.Line(nights > 3 ? "99239" : "99238", on: day.AddDays(nights)).Send();
    }

    private static void Operate(CareScene scene, Practice hospital, Admission reason, DateOnly day)
    {
        var surgeon = reason.Surgery.Cpt switch
        {
            "27447" or "22551" => Specialty.Orthopedics,
            "92928" => Specialty.Cardiology,
            _ => Specialty.Surgery,
        };
        scene.Visit(scene.Some(surgeon, 5), day, reason.Diagnosis).At("21", hospital).Line(reason.Surgery.Cpt).Send();
        if (reason.Surgery.Anesthesia.Length > 0)
            scene.Visit(scene.Some(Specialty.Anesthesiology, 9), day, reason.Diagnosis).At("21", hospital)
                .Anesthesia(reason.Surgery.Anesthesia, scene.Stream.Between(7, 24) * 10).Send();
    }

    private static Money Part(Money whole, int percent) => whole.Ratio(percent, 100, Rounding.HalfUp);
}
