using OpenAso.Seed.Network;

namespace OpenAso.Seed.Care;

/// <summary>Check-ups, vaccinations and screening.</summary>
internal static class PreventiveCare
{
    private static readonly int[] WellBabyMonths = [1, 2, 4, 6, 9, 12, 15, 18, 24, 30];

    public static void Month(CareScene scene)
    {
        var ageMonths = -scene.Window.MonthOf(scene.Patient.Birth) + scene.Month;
        if (ageMonths <= 30)
            WellBaby(scene, ageMonths);
        else if (IsCheckupMonth(scene))
            Checkup(scene);
        if (scene.CalendarMonth is 10 or 11 && scene.Stream.Percent(14))
            scene.Visit(scene.Doctor, scene.Day(), "Z23").Line("90471").Line("90686").Send();
    }

    private static void WellBaby(CareScene scene, int ageMonths)
    {
        if (!WellBabyMonths.Contains(ageMonths) || !scene.Stream.Percent(90))
            return;
        var visit = scene.Visit(scene.Doctor, scene.Day(), "Z00129", "Z23").Line(ageMonths < 12 ? "99391" : "99392");
        if (ageMonths is 2 or 4 or 6 or 12)
            visit.Line("90460", 2).Line("90670");
        if (ageMonths == 15)
            visit.Line("90460").Line("90707");
        visit.Send();
    }

    // Everybody has a month of the year for it, and goes or does not.
    private static bool IsCheckupMonth(CareScene scene)
    {
        var own = scene.Patient.Stream.Branch(4000 + scene.Start.Year);
        var goes = own.Percent(scene.Age < 18 ? 75 : scene.IsWoman ? 58 : 40);
        return goes && own.Between(1, 12) == scene.CalendarMonth;
    }

    private static void Checkup(CareScene scene)
    {
        var day = scene.Day();
        var isNew = scene.Stream.Percent(10);
        var isAdult = scene.Age >= 18;
        var visit = scene.Visit(scene.Doctor, day, isAdult ? "Z0000" : "Z00129");
        visit.Line(CodeFor(scene.Age, isNew));
        if (isAdult && scene.Stream.Percent(12))
            visit.Line("99213", modifiers: "25");
        visit.Send();
        if (!isAdult)
            return;
        if (scene.Stream.Percent(70))
            Panel(scene, day);
        if (scene.IsWoman)
            ForWomen(scene, day);
        if (scene.Age is >= 45 and <= 75 && scene.Stream.Percent(9))
            SurgicalCare.Colonoscopy(scene, day.AddDays(scene.Stream.Between(7, 40)));
    }

    private static string CodeFor(int age, bool isNew) => age switch
    {
        < 1 => isNew ? "99381" : "99391",
        <= 4 => isNew ? "99382" : "99392",
        <= 11 => isNew ? "99383" : "99393",
        <= 17 => isNew ? "99384" : "99394",
        <= 39 => isNew ? "99385" : "99395",
        <= 64 => isNew ? "99386" : "99396",
        _ => isNew ? "G0438" : "G0439",
    };

    private static void Panel(CareScene scene, DateOnly day)
    {
        var panel = scene.Visit(scene.Some(Specialty.Laboratory, 4), day, "Z0000").At("81")
            .Line("80053").Line("80061").Line("85025");
        if (scene.Stream.Percent(40))
            panel.Line("83036");
        if (scene.Stream.Percent(25))
            panel.Line("84443");
        panel.Send();
    }

    private static void ForWomen(CareScene scene, DateOnly day)
    {
        if (scene.Age is >= 21 and <= 65 && scene.Stream.Percent(30))
        {
            scene.Visit(scene.UsualPractice(Specialty.Obstetrics), day.AddDays(9), "Z01419")
                .Line(scene.Age < 40 ? "99395" : "99396").Send();
            scene.Visit(scene.Some(Specialty.Laboratory, 4), day.AddDays(9), "Z01419").At("81").Line("88142").Send();
        }
        if (scene.Age >= 40 && scene.Stream.Percent(55))
            scene.Visit(scene.Some(Specialty.Imaging), day.AddDays(16), "Z1231").Line("77067").Line("77063").Send();
    }
}
