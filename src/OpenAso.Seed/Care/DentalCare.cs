using System.Globalization;
using OpenAso.Seed.Network;

namespace OpenAso.Seed.Care;

/// <summary>Dentists and orthodontists.</summary>
internal static class DentalCare
{
    private static readonly string[] Surfaces = ["O", "MO", "DO", "MOD", "B"];

    public static void Month(CareScene scene)
    {
        if (!scene.Household.HasDental || scene.Age < 2)
            return;
        if (IsCheckupMonth(scene))
            Checkup(scene);
        if (scene.Stream.Rate(scene.Age < 14 ? 1_200 : 2_300))
            Restore(scene);
        if (scene.Age >= 18 && scene.Stream.Rate(800))
            Major(scene);
        if (scene.Age is >= 10 and <= 16 && scene.Stream.Rate(340))
            scene.DentalVisit(scene.UsualPractice(Specialty.Orthodontics), scene.Day())
                .Tooth("D8080").Braces(scene.Stream.Between(18, 30)).Send();
    }

    // Twice a year for those who go.
    private static bool IsCheckupMonth(CareScene scene)
    {
        var own = scene.Patient.Stream.Branch(4100 + scene.Start.Year);
        return own.Percent(64) && own.Below(6) == scene.CalendarMonth % 6 && scene.Stream.Percent(85);
    }

    private static void Checkup(CareScene scene)
    {
        var isChild = scene.Age < 14;
        var isFirst = scene.Stream.Percent(6);
        var visit = scene.DentalVisit(scene.UsualPractice(Specialty.Dentistry), scene.Day())
            .Tooth(isFirst ? "D0150" : "D0120").Tooth(isChild ? "D1120" : "D1110");
        if (isFirst)
            visit.Tooth("D0210");
        else if (scene.CalendarMonth <= 6 && scene.Stream.Percent(75))
            visit.Tooth("D0274");
        if (isChild)
            visit.Tooth("D1206");
        if (scene.Age is >= 6 and < 14 && scene.Stream.Percent(15))
            visit.Tooth("D1351", scene.Stream.Percent(50) ? "3" : "14");
        visit.Send();
    }

    private static void Restore(CareScene scene)
    {
        var visit = scene.DentalVisit(scene.UsualPractice(Specialty.Dentistry), scene.Day());
        var tooth = Tooth(scene);
        if (scene.Stream.Percent(22))
        {
            visit.Tooth("D0140").Tooth("D7140", tooth).Send();
            return;
        }
        var count = scene.Stream.Between(1, 2);
        for (var i = 0; i < count; i++)
        {
            var surfaces = scene.Stream.Pick(Surfaces);
            var code = surfaces.Length switch
            {
                1 => "D2391",
                2 => "D2392",
                _ => "D2393",
            };
            visit.Tooth(code, i == 0 ? tooth : Next(tooth), surfaces);
        }
        visit.Send();
    }

    private static void Major(CareScene scene)
    {
        var visit = scene.DentalVisit(scene.Some(Specialty.Dentistry, 12), scene.Day());
        var tooth = Tooth(scene);
        _ = scene.Stream.Weighted(45, 25, 20, 10) switch
        {
            0 => visit.Tooth("D2740", tooth),
            1 => visit.Tooth("D3330", Molar(scene)),
            2 => visit.Tooth("D4341", area: "10").Tooth("D4341", area: "40"),
            _ => visit.Tooth("D7210", tooth),
        };
        visit.Send();
    }

    private static string Tooth(CareScene scene) =>
        scene.Stream.Between(2, 30).ToString(CultureInfo.InvariantCulture);

    private static string Molar(CareScene scene) => scene.Stream.Pick(["3", "14", "19", "30"]);

    private static string Next(string tooth) =>
        (int.Parse(tooth, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
}
