using OpenAso.Kernel;
using OpenAso.Seed.Network;
using OpenAso.Seed.Prices;

namespace OpenAso.Seed.Care;

/// <summary>An operation without a stay.</summary>
/// <param name="Procedure">CPT.</param>
/// <param name="Diagnosis">ICD-10.</param>
/// <param name="Surgeon">Who operates.</param>
/// <param name="Anesthesia">CPT of the anesthesia.</param>
/// <param name="HasSide">Whether it is done on one side.</param>
internal sealed record Operation(
    string Procedure, string Diagnosis, Specialty Surgeon, string Anesthesia, bool HasSide = false);

/// <summary>Operations without a stay: hospital, surgeon, anesthesiologist, pathologist.</summary>
internal static class SurgicalCare
{
    private static readonly Operation[] ForChildren =
    [
        new("42820", "J353", Specialty.Surgery, "00170"), new("69436", "H6523", Specialty.Surgery, "00126"),
        new("49505", "K4090", Specialty.Surgery, "00830"),
    ];

    private static readonly Operation[] ForAdults =
    [
        new("29881", "S83241A", Specialty.Orthopedics, "01382", true),
        new("47562", "K8020", Specialty.Surgery, "00790"),
        new("49505", "K4090", Specialty.Surgery, "00830"),
        new("64721", "G5601", Specialty.Orthopedics, "01810", true),
        new("43239", "K219", Specialty.Gastroenterology, "00731"),
        new("45380", "K5730", Specialty.Gastroenterology, "00811"),
        new("66984", "H2511", Specialty.Surgery, "00142", true),
    ];

    public static void Month(CareScene scene)
    {
        if (scene.Happens(scene.Age < 18 ? 200 : scene.Age < 45 ? 560 : 1_150))
            Operate(scene, scene.Stream.Pick(scene.Age < 18 ? ForChildren : ForAdults), scene.Day(), "");
    }

    /// <summary>A colonoscopy for screening; polyps are taken out where they are found.</summary>
    public static void Colonoscopy(CareScene scene, DateOnly day) =>
        Operate(
            scene,
            new Operation(scene.Stream.Percent(35) ? "45385" : "45378", "Z1211", Specialty.Gastroenterology, "00811"),
            day,
            "33");

    private static void Operate(CareScene scene, Operation operation, DateOnly day, string modifier)
    {
        var hospital = scene.Some(Specialty.Hospital, 5);
        var price = FacilityPrices.Cases[operation.Procedure];
        scene.Bill(hospital, day, "13", operation.Diagnosis)
            .Revenue("0360", price.Ratio(6, 10, Rounding.HalfUp), operation.Procedure)
            .Revenue("0250", price.Ratio(1, 10, Rounding.HalfUp))
            .Revenue("0270", price.Ratio(1, 10, Rounding.HalfUp))
            .Revenue("0710", price.Ratio(2, 10, Rounding.HalfUp))
            .Authorized(modifier == "33" ? 0 : 94).Send();

        var side = scene.Stream.Percent(50) ? "RT" : "LT";
        scene.Visit(scene.Some(operation.Surgeon), day, operation.Diagnosis).At("22", hospital)
            .Line(operation.Procedure, modifiers: operation.HasSide ? side : modifier).Send();
        scene.Visit(scene.Some(Specialty.Anesthesiology, 9), day, operation.Diagnosis).At("22", hospital)
            .Anesthesia(operation.Anesthesia, scene.Stream.Between(3, 9) * 10).Send();
        if (operation.Procedure is "45380" or "45385" or "47562" or "43239")
            scene.Visit(scene.Some(Specialty.Laboratory, 4), day, operation.Diagnosis).At("22", hospital)
                .Line("88305", scene.Stream.Between(1, 3)).Send();
    }
}
