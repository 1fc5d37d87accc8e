namespace OpenAso.Actuarial.Reserving;

/// <summary>Fills in the variances of ages of which one ratio alone, or none, is known.</summary>
internal static class Variances
{
    /// <summary>Every variance; zero where nothing tells of it, never a number that is none.</summary>
    public static double[] Complete(double?[] known, SigmaKind kind)
    {
        var line = kind == SigmaKind.LogLinear ? Line(known) : null;
        var result = new double[known.Length];
        for (var age = 0; age < known.Length; age++)
        {
            result[age] = known[age] ?? line switch
            {
                { } fitted => Math.Exp(2 * fitted.At(age)),
                null => Mack(result, age),
            };
        }
        return result;
    }

    private static double Mack(double[] before, int age)
    {
        if (age == 0)
            return 0;
        var last = before[age - 1];
        if (age == 1)
            return last;
        var earlier = before[age - 2];
        var led = earlier > 0 ? last * last / earlier : 0;
        return Math.Min(led, Math.Min(earlier, last));
    }

    private static FittedLine? Line(double?[] known)
    {
        var points = known.Index().Where(pair => pair.Item > 0)
            .Select(pair => ((double)pair.Index, 0.5 * Math.Log(pair.Item!.Value))).ToList();
        return FittedLine.Through(points);
    }
}
