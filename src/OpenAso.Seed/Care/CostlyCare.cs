using OpenAso.Seed.Network;
using OpenAso.Seed.People;
using OpenAso.Seed.Prices;

namespace OpenAso.Seed.Care;

/// <summary>The few whose care costs as much as that of hundreds.</summary>
internal static class CostlyCare
{
    public static void Month(CareScene scene)
    {
        if (scene.Patient.Has(Condition.Cancer))
            Cancer(scene);
        if (scene.Patient.Has(Condition.KidneyFailure))
            Dialysis(scene);
        if (scene.Patient.Has(Condition.Hemophilia))
            Clotting(scene);
    }

    // A year of it: operation or transplant for a few, then a cycle every three weeks for half a year, then watching.
    private static void Cancer(CareScene scene)
    {
        var own = scene.Patient.Stream.Branch(4200);
        var begins = own.Below(14);
        var practice = scene.Directory.Pick(Specialty.Oncology, own, 5);
        var isBlood = own.Percent(12);
        var diagnosis = isBlood ? "C9100" : own.Pick(["C50911", "C189", "C3490", "C61", "C8290"]);
        var month = scene.Month - begins;
        if (month == 0)
            Diagnose(scene, practice, diagnosis);
        if (month == 1 && isBlood)
            HospitalCare.Admit(scene, new("014", "C9100", "30233Y3", ("", ""), 26, true), scene.Day());
        if (month is >= 1 and <= 6)
            Cycles(scene, practice, diagnosis, own.Pick(["J9271", "J9299", "J9312"]));
        if (month > 6 && month % 3 == 0)
            scene.Visit(practice, scene.Day(), diagnosis).Line("99214").Send();
    }

    private static void Diagnose(CareScene scene, Practice practice, string diagnosis)
    {
        var day = scene.Day();
        scene.Visit(practice, day, diagnosis).Line("99205").Send();
        scene.Visit(scene.Some(Specialty.Imaging, 0), day.AddDays(4), diagnosis).Line("78815").Authorized(97).Send();
        scene.Visit(scene.UsualPractice(Specialty.Laboratory), day, diagnosis).At("81").Line("85025").Line("80053")
            .Line("88305", 2).Send();
    }

    private static void Cycles(CareScene scene, Practice practice, string diagnosis, string drug)
    {
        var start = scene.Start.AddDays(scene.Patient.Stream.Branch(4201).Below(7));
        var units = drug switch
        {
            "J9271" => 200,
            "J9299" => 240,
            _ => 70,
        };
        for (var i = 0; i < (scene.Month % 2 == 0 ? 1 : 2); i++)
        {
            scene.Visit(practice, start.AddDays(i * 21), "Z5111", diagnosis)
                .Line("99214", modifiers: "25").Line(drug, units).Line("96413").Line("96415").Line("85025")
                .Authorized(97).Send();
        }
        if (scene.Stream.Percent(20))
            scene.Visit(practice, start.AddDays(2), "D701", diagnosis).Line("96372").Line("J2505").Send();
    }

    // Three times a week, billed by the month.
    private static void Dialysis(CareScene scene)
    {
        var center = scene.UsualPractice(Specialty.Dialysis);
        var last = scene.Window.EndOf(scene.Month);
        if (scene.Patient.Last is { } end && end < last)
            return;
        var bill = scene.Bill(center, scene.Start, "72", "N186", "I120").Until(last);
        for (var day = scene.Start; day <= last; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Wednesday or DayOfWeek.Friday)
                bill.Revenue("0821", FacilityPrices.DialysisTreatment, "90999", on: day);
        }
        bill.Send();
        scene.Visit(scene.Doctor, last, "N186").Line("90960").Send();
    }

    private static void Clotting(CareScene scene) =>
        scene.Visit(scene.UsualPractice(Specialty.Equipment), scene.Day(), "D66").At("12")
            .Line("J7192", 14_000 + scene.Patient.Stream.Branch(4202).Below(8) * 1_000).Authorized(98).Send();
}
