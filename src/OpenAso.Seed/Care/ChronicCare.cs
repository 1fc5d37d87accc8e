using OpenAso.Seed.Network;
using OpenAso.Seed.People;

namespace OpenAso.Seed.Care;

/// <summary>Care that returns every few months.</summary>
internal static class ChronicCare
{
    public static void Month(CareScene scene)
    {
        Every(scene, Condition.Diabetes, 3, Diabetes);
        Every(scene, Condition.Hypertension, 6, Hypertension);
        Every(scene, Condition.Asthma, 6, Asthma);
        Every(scene, Condition.Thyroid, 6, Thyroid);
        Every(scene, Condition.VitaminDeficiency, 1, Vitamin);
        Every(scene, Condition.SleepApnea, 1, SleepApnea);
        Every(scene, Condition.Infusion, 2, Infusion);
        Every(scene, Condition.MentalHealth, 1, TherapyCare.Counseling);
    }

    // Each person has months of their own, so that not everybody comes in January.
    private static void Every(CareScene scene, Condition condition, int months, Action<CareScene> treat)
    {
        var own = scene.Patient.Stream.Branch(4500 + (int)condition).Below(months);
        if (scene.Patient.Has(condition) && (scene.Start.Month + own) % months == 0 && scene.Stream.Percent(88))
            treat(scene);
    }

    private static void Diabetes(CareScene scene)
    {
        var day = scene.Day();
        scene.Visit(scene.Doctor, day, "E119", "I10").Line("99214").Line("36415").Send();
        scene.Visit(scene.UsualPractice(Specialty.Laboratory), day, "E119").At("81").Line("83036").Line("80053").Send();
    }

    private static void Hypertension(CareScene scene)
    {
        var day = scene.Day();
        scene.Visit(scene.Doctor, day, "I10", "E785").Line("99213").Send();
        scene.Visit(scene.UsualPractice(Specialty.Laboratory), day, "I10").At("81").Line("80053").Line("80061").Send();
    }

    private static void Asthma(CareScene scene) =>
        scene.Visit(scene.Doctor, scene.Day(), "J45909").Line("99213", modifiers: "25").Line("94010").Send();

    private static void Thyroid(CareScene scene)
    {
        var day = scene.Day();
        scene.Visit(scene.Doctor, day, "E039").Line("99213").Send();
        scene.Visit(scene.UsualPractice(Specialty.Laboratory), day, "E039").At("81").Line("84443").Send();
    }

    private static void Vitamin(CareScene scene) =>
        scene.Visit(scene.Doctor, scene.Day(), "D519").Line("96372").Line("J3420").Send();

    private static void SleepApnea(CareScene scene) =>
        scene.Visit(scene.UsualPractice(Specialty.Equipment), scene.Day(), "G4733").At("12")
            .Line("E0601", modifiers: "RR").Send();

    private static void Infusion(CareScene scene) =>
        scene.Visit(scene.UsualPractice(Specialty.Gastroenterology), scene.Day(), "K5090")
            .Line("J1745", 40 + scene.Patient.Stream.Branch(4400).Below(3) * 10).Line("96413").Line("96415")
            .Authorized(96).Send();
}
