namespace OpenAso.Seed.People;

/// <summary>What somebody lives with and is treated for again and again.</summary>
[Flags]
internal enum Condition
{
    None = 0,
    Diabetes = 1,
    Hypertension = 2,
    Asthma = 4,
    Thyroid = 8,
    MentalHealth = 16,
    Infusion = 32,
    SleepApnea = 64,
    VitaminDeficiency = 128,
    Cancer = 256,
    KidneyFailure = 512,
    Hemophilia = 1024,
}
