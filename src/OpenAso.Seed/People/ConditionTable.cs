namespace OpenAso.Seed.People;

/// <summary>How many of a hundred thousand live with a condition, by age.</summary>
internal static class ConditionTable
{
    // Under 18, 18 to 44, 45 and over.
    private static readonly (Condition Condition, int Child, int Young, int Old)[] Rates =
    [
        (Condition.Diabetes, 250, 3_000, 12_000),
        (Condition.Hypertension, 0, 7_000, 30_000),
        (Condition.Asthma, 7_500, 5_000, 5_000),
        (Condition.Thyroid, 100, 2_000, 7_000),
        (Condition.MentalHealth, 5_000, 10_500, 7_500),
        (Condition.Infusion, 80, 450, 800),
        (Condition.SleepApnea, 0, 900, 4_000),
        (Condition.VitaminDeficiency, 0, 500, 1_500),
        (Condition.Cancer, 40, 260, 1_150),
        (Condition.KidneyFailure, 0, 45, 220),
        (Condition.Hemophilia, 30, 25, 20),
    ];

    public static Condition Of(SeedStream stream, int age)
    {
        var conditions = Condition.None;
        foreach (var (condition, child, young, old) in Rates)
        {
            if (stream.Rate(age < 18 ? child : age < 45 ? young : old))
                conditions |= condition;
        }
        return conditions;
    }
}
