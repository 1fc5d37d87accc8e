using OpenAso.Kernel;
using OpenAso.Seed.Network;
using OpenAso.Seed.Prices;

namespace OpenAso.Seed.Care;

/// <summary>From the first visit to the newborn's first days.</summary>
internal static class MaternityCare
{
    /// <summary>Everything that a mother is billed for in the month of her delivery and the months before it.</summary>
    public static void Mother(CareScene scene, DateOnly delivery)
    {
        var practice = scene.UsualPractice(Specialty.Obstetrics);
        var bySection = scene.Stream.Percent(30);
        scene.Visit(practice, delivery.AddDays(-212), "Z3481").Line("99204").Line("76801").Send();
        scene.Visit(scene.UsualPractice(Specialty.Laboratory), delivery.AddDays(-210), "Z3481").At("81")
            .Line("85025").Line("81003").Line("87086").Send();
        scene.Visit(practice, delivery.AddDays(-140), "Z3482").Line("76805").Send();
        scene.Visit(practice, delivery.AddDays(-20), "Z3483").Line("59025").Send();

        var hospital = scene.Some(Specialty.Hospital, 2);
        var nights = bySection ? 3 : 2;
        var price = FacilityPrices.Groups[bySection ? "788" : "807"];
        scene.Bill(hospital, delivery, "11", bySection ? "O82" : "O80", "Z370").Until(delivery.AddDays(nights))
            .Admitted(new Stay(bySection ? "788" : "807", "3", "1", bySection ? "10D00Z1" : "10E0XZZ"))
            .Revenue("0120", price.Ratio(40, 100, Rounding.HalfUp), units: nights)
            .Revenue("0720", price.Ratio(40, 100, Rounding.HalfUp))
            .Revenue("0250", price.Ratio(10, 100, Rounding.HalfUp))
            .Revenue("0300", price.Ratio(10, 100, Rounding.HalfUp))
            .Authorized(97).Send();
        scene.Visit(practice, delivery, bySection ? "O82" : "O80").At("21", hospital)
            .Line(bySection ? "59510" : "59400").Send();
        scene.Visit(scene.Some(Specialty.Anesthesiology), delivery, "O80").At("21", hospital)
            .Anesthesia(bySection ? "01968" : "01967", scene.Stream.Between(8, 30) * 10).Send();
    }

    /// <summary>The newborn's own claims; a difficult start is among the costliest there are.</summary>
    public static void Newborn(CareScene scene)
    {
        var birth = scene.Patient.Birth;
        var hospital = scene.Some(Specialty.Hospital, 2);
        var nights = scene.Patient.Difficult ? scene.Stream.Between(18, 60) : 2;
        var group = scene.Patient.Difficult ? "790" : "795";
        var price = FacilityPrices.Groups[group];
        scene.Bill(hospital, birth, "11", "Z3800", scene.Patient.Difficult ? "P220" : "Z23")
            .Until(birth.AddDays(nights))
            .Admitted(new Stay(group, "4", "5", ""))
            .Revenue(scene.Patient.Difficult ? "0174" : "0170", price.Ratio(80, 100, Rounding.HalfUp), units: nights)
            .Revenue("0300", price.Ratio(12, 100, Rounding.HalfUp))
            .Revenue("0250", price.Ratio(8, 100, Rounding.HalfUp)).Authorized(97).Send();

        var doctors = scene
            .Visit(scene.UsualPractice(Specialty.Pediatrics), birth, scene.Patient.Difficult ? "P220" : "Z3800")
            .At("21", hospital).Until(birth.AddDays(nights)).Line(scene.Patient.Difficult ? "99468" : "99460");
        for (var i = 1; i <= Math.Min(nights - 1, 40); i++)
            doctors.Line(scene.Patient.Difficult ? "99469" : "99462", on: birth.AddDays(i));
        doctors.Send();
    }
}
