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
        (Condition.MentalHealth, 4_500, 9_000, 6_500),
        (Condition.Infusion, 60, 350, 600),
        (Condition.SleepApnea, 0, 900, 4_000),
        (Condition.VitaminDeficiency, 0, 500, 1_500),
        (Condition.Cancer, 25, 150, 750),
        (Condition.KidneyFailure, 0, 30, 150),
        (Condition.Hemophilia, 20, 15, 10),
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
