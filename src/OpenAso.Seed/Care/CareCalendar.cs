using OpenAso.Seed.Network;
using OpenAso.Seed.People;

namespace OpenAso.Seed.Care;

/// <summary>What a household is treated for, month by month.</summary>
internal sealed class CareCalendar(ProviderDirectory directory, SeedWindow window)
{
    /// <summary>By person, then by month; neither numbered nor sent yet.</summary>
    public List<ClaimDraft> Of(Household household)
    {
        List<ClaimDraft> claims = [];
        foreach (var person in household.People)
        {
            for (var month = Math.Max(0, window.MonthOf(person.From)); month < window.Months; month++)
            {
                var scene = new CareScene(household, person, directory, window, month);
                if (person.Last is { } last && last < scene.Start)
                    break;
                Live(scene);
                claims.AddRange(scene.Claims);
            }
        }
        return claims;
    }

    private static void Live(CareScene scene)
    {
        if (scene.Patient.Kinship == Kinship.Child && scene.Window.MonthOf(scene.Patient.Birth) == scene.Month)
            MaternityCare.Newborn(scene);
        foreach (var delivery in scene.Patient.Deliveries)
        {
            if (scene.Window.MonthOf(delivery) == scene.Month)
                MaternityCare.Mother(scene, delivery);
        }
        PreventiveCare.Month(scene);
        OfficeCare.Month(scene);
        ChronicCare.Month(scene);
        TherapyCare.Month(scene);
        EmergencyCare.Month(scene);
        SurgicalCare.Month(scene);
        HospitalCare.Month(scene);
        CostlyCare.Month(scene);
        DentalCare.Month(scene);
    }
}
