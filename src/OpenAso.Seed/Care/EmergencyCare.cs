using OpenAso.Kernel;
using OpenAso.Seed.Network;
using OpenAso.Seed.Prices;

namespace OpenAso.Seed.Care;

/// <summary>Visits to the emergency room: the hospital's bill and the physician's.</summary>
internal static class EmergencyCare
{
    private static readonly string[] Complaints =
        ["R0789", "R109", "J189", "R519", "N201", "J45901", "K529", "R55", "L0390"];

    private static readonly string[] Injuries = ["S0101XA", "S61411A", "S93401A", "S52501A", "S0990XA", "S83401A"];

    public static void Month(CareScene scene)
    {
        if (scene.Happens(scene.Age < 5 ? 2_200 : scene.Age < 18 ? 1_300 : scene.Age < 45 ? 1_750 : 1_950))
            Visit(scene);
    }

    private static void Visit(CareScene scene)
    {
        var day = scene.AnyDay();
        var isInjury = scene.Stream.Percent(40);
        var diagnosis = scene.Stream.Pick(isInjury ? Injuries : Complaints);
        var level = scene.Stream.Weighted(12, 38, 34, 16);
        var hospital = scene.Some(Specialty.Hospital, 8);
        Physician(scene, hospital, day, diagnosis, isInjury, level);

        var code = "9928" + (char)('2' + level);
        var bill = scene.Bill(hospital, day, "13", diagnosis).Revenue("0450", FacilityPrices.Cases[code], code);
        if (level >= 1)
            bill.Revenue("0300", Money.Of(34), "85025").Revenue("0301", Money.Of(48), "80053");
        if (isInjury)
            bill.Revenue("0320", Money.Of(150), "73610");
        else if (level >= 2)
            bill.Revenue("0350", Money.Of(620), "70450").Revenue("0258", Money.Of(85))
                .Revenue("0730", Money.Of(110), "93005");
        bill.Revenue("0250", Money.Of(40 + 30 * level)).Send();
        if (!isInjury && level >= 2)
            scene.Visit(scene.Some(Specialty.Imaging), day, diagnosis).At("23", hospital)
                .Line("70450", modifiers: "26").Send();
    }

    public static void Physician(
        CareScene scene, Practice hospital, DateOnly day, string diagnosis, bool isInjury, int level)
    {
        var visit = scene.Visit(scene.Some(Specialty.EmergencyMedicine, 10), day, diagnosis).At("23", hospital);
        var isStitched = isInjury && diagnosis is "S0101XA" or "S61411A";
        visit.Line("9928" + (char)('2' + level), modifiers: isStitched ? "25" : "");
        if (isStitched)
            visit.Line("12001");
        visit.Send();
    }
}
