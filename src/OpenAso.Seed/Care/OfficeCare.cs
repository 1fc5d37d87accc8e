using OpenAso.Seed.Network;

namespace OpenAso.Seed.Care;

/// <summary>Visits for what comes up, and what they lead to: tests, images, specialists.</summary>
internal static class OfficeCare
{
    private static readonly string[] ChildComplaints =
        ["J069", "J029", "H6690", "J209", "B349", "L209", "R509", "K529", "J101", "H109"];

    private static readonly string[] AdultComplaints =
    [
        "J069", "J019", "J209", "N390", "M5450", "R109", "R519", "L309", "K219", "M25561", "R0789", "J029", "E785",
        "R5383",
    ];

    private static readonly (Specialty Specialty, string[] Diagnoses)[] Specialists =
    [
        (Specialty.Dermatology, ["L570", "L821", "D225", "L400", "L709"]),
        (Specialty.Orthopedics, ["M25561", "M25511", "M1711", "M7541", "M5416"]),
        (Specialty.Gastroenterology, ["K219", "K589", "R1013", "K5900"]),
        (Specialty.Cardiology, ["R002", "I2510", "R0789", "I4891"]),
        (Specialty.Obstetrics, ["N926", "N760", "N951", "N921"]),
    ];

    public static void Month(CareScene scene)
    {
        if (scene.Happens(scene.Age < 5 ? 25_000 : scene.Age < 18 ? 17_500 : scene.Age < 45 ? 17_500 : 24_000))
            Acute(scene);
        if (scene.Happens(scene.Age < 18 ? 4_000 : scene.Age < 45 ? 8_500 : 15_000))
            Specialist(scene);
        if (scene.Happens(scene.Age < 18 ? 1_000 : 2_500))
            Scan(scene);
    }

    private static void Acute(CareScene scene)
    {
        var day = scene.Day();
        var diagnosis = scene.Stream.Pick(scene.Age < 18 ? ChildComplaints : AdultComplaints);
        var isRemote = scene.Age >= 18 && scene.Stream.Percent(9);
        var visit = scene.Visit(scene.Doctor, day, diagnosis).At(isRemote ? "10" : "11");
        var extra = isRemote ? 0 : scene.Stream.Weighted(58, 12, 9, 8, 8, 5);
        var modifier = isRemote ? "95" : extra > 2 ? "25" : "";
        visit.Line(scene.Stream.Percent(6) ? "99203" : Level(scene), modifiers: modifier);
        _ = extra switch
        {
            1 => visit.Line("87880"),
            2 => visit.Line("81003"),
            3 => visit.Line("96372").Line("J1885", 30),
            4 => visit.Line("93000"),
            5 => visit.Line("69210"),
            _ => visit,
        };
        visit.Send();
        if (scene.Stream.Percent(32))
            Tests(scene, day, diagnosis);
        if (scene.Stream.Percent(9))
            XRay(scene, day, diagnosis);
    }

    private static string Level(CareScene scene) => scene.Stream.Weighted(8, 50, 38, 4) switch
    {
        0 => "99212",
        1 => "99213",
        2 => "99214",
        _ => "99215",
    };

    private static void Tests(CareScene scene, DateOnly day, string diagnosis)
    {
        var tests = scene.Visit(scene.Some(Specialty.Laboratory, 4), day, diagnosis).At("81").Line("85025");
        if (scene.Stream.Percent(70))
            tests.Line("80053");
        if (scene.Stream.Percent(25))
            tests.Line("87086");
        if (scene.Stream.Percent(20))
            tests.Line("82306");
        tests.Send();
    }

    private static void XRay(CareScene scene, DateOnly day, string diagnosis)
    {
        var side = scene.Stream.Percent(50) ? "RT" : "LT";
        var imaging = scene.Some(Specialty.Imaging);
        var (code, modifier) = scene.Stream.Weighted(45, 30, 25) switch
        {
            0 => ("71046", ""),
            1 => ("73030", side),
            _ => ("73610", side),
        };

        // Taken and read in one place, or taken in one place and read in another.
        if (scene.Stream.Percent(70))
        {
            scene.Visit(imaging, day, diagnosis).Line(code, modifiers: modifier).Send();
            return;
        }
        scene.Visit(imaging, day, diagnosis).By(null).Line(code, modifiers: Joined("TC", modifier)).Send();
        scene.Visit(scene.Some(Specialty.Imaging), day, diagnosis).Line(code, modifiers: Joined("26", modifier)).Send();
    }

    private static string Joined(string part, string side) => side.Length == 0 ? part : $"{part},{side}";

    private static void Specialist(CareScene scene)
    {
        var kind = scene.Stream.Weighted(30, 28, 18, 16, scene.IsWoman && scene.Age >= 16 ? 16 : 0);
        var (specialty, diagnoses) = Specialists[kind];
        var day = scene.Day();
        var diagnosis = scene.Stream.Pick(diagnoses);
        var practice = scene.Some(specialty);
        var hasProcedure = scene.Stream.Percent(35);
        var visit = scene.Visit(practice, day, diagnosis)
            .Line(scene.Stream.Percent(30) ? "99204" : Level(scene), modifiers: hasProcedure ? "25" : "");
        if (hasProcedure)
            Procedure(visit, specialty, scene.Stream);
        visit.Send();
        if (specialty == Specialty.Dermatology && hasProcedure && scene.Stream.Percent(50))
            scene.Visit(scene.Some(Specialty.Laboratory, 4), day, diagnosis).At("81").Line("88305").Send();
        if (specialty == Specialty.Orthopedics && scene.Stream.Percent(25))
            TherapyCare.Begin(scene, day.AddDays(scene.Stream.Between(4, 12)), diagnosis);
    }

    private static void Procedure(ClaimSketch visit, Specialty specialty, SeedStream stream)
    {
        var side = stream.Percent(50) ? "RT" : "LT";
        _ = specialty switch
        {
            Specialty.Dermatology => stream.Percent(60) ? visit.Line("17000") : visit.Line("11102"),
            Specialty.Orthopedics => visit.Line("20610", modifiers: side).Line("J3301", 4),
            Specialty.Cardiology => stream.Percent(60) ? visit.Line("93000") : visit.Line("93306"),
            _ => visit.Line("81003"),
        };
    }

    private static void Scan(CareScene scene)
    {
        var imaging = scene.Some(Specialty.Imaging);
        var (code, diagnosis) = scene.Stream.Weighted(30, 18, 12, 20, 20) switch
        {
            0 => ("73721", "M25561"),
            1 => ("72148", "M5416"),
            2 => ("70551", "R519"),
            3 => ("74177", "R109"),
            _ => ("76700", "R1011"),
        };
        var claim = scene.Visit(imaging, scene.Day(), diagnosis).Line(code, modifiers: code == "73721" ? "RT" : "");
        if (code != "76700")
            claim.Authorized(90);
        claim.Send();
    }
}
