using OpenAso.Seed.Network;

namespace OpenAso.Seed.Care;

/// <summary>Courses of treatment: exercise, adjustment, talk.</summary>
internal static class TherapyCare
{
    public static void Month(CareScene scene)
    {
        if (scene.Age >= 14 && scene.Happens(520))
            Begin(scene, scene.Day(), "M25511");
        if (scene.Age >= 18 && scene.Happens(320))
            Chiropractic(scene);
    }

    /// <summary>A course of physical therapy, twice a week.</summary>
    public static void Begin(CareScene scene, DateOnly first, string diagnosis)
    {
        var practice = scene.Some(Specialty.PhysicalTherapy, 5);
        var visits = scene.Stream.Between(5, 14);
        for (var i = 0; i < visits; i++)
        {
            var visit = scene.Visit(practice, first.AddDays(i / 2 * 7 + i % 2 * 3), diagnosis);
            if (i == 0)
                visit.Line("97161", modifiers: "GP");
            visit.Line("97110", scene.Stream.Between(1, 3), "GP");
            if (scene.Stream.Percent(60))
                visit.Line("97140", 1, "GP");
            visit.Send();
        }
    }

    /// <summary>A month of psychotherapy.</summary>
    public static void Counseling(CareScene scene)
    {
        var own = scene.Patient.Stream.Branch(4300);
        var practice = scene.Directory.Pick(Specialty.Behavioral, own, 18);
        var diagnosis = own.Pick(["F411", "F331", "F4323", "F4010", "F909"]);
        var sessions = own.Weighted(30, 42, 18, 10) + 1;
        var code = own.Percent(60) ? "90837" : "90834";
        var isRemote = own.Percent(45);
        var start = scene.Start.AddDays(own.Below(6));
        for (var i = 0; i < sessions; i++)
        {
            var isIntake = i == 0 && scene.Stream.Percent(6);
            scene.Visit(practice, start.AddDays(i * 7), diagnosis).By(practice.Clinicians[0]).At(isRemote ? "10" : "11")
                .Line(isIntake ? "90791" : code, modifiers: isRemote ? "95" : "").Send();
        }
    }

    private static void Chiropractic(CareScene scene)
    {
        var practice = scene.Some(Specialty.Chiropractic);
        var first = scene.Day();
        var visits = scene.Stream.Between(3, 8);
        for (var i = 0; i < visits; i++)
            scene.Visit(practice, first.AddDays(i * 4), "M9903").Line("98941").Send();
    }
}
