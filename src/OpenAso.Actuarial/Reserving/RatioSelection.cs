namespace OpenAso.Actuarial.Reserving;

/// <summary>Which ratios of an age count.</summary>
internal static class RatioSelection
{
    /// <summary>For each age but the last, whether the ratio of each origin counts.</summary>
    public static bool[][] Of(Triangle triangle, AverageTerms terms)
    {
        var excluded = terms.Excluded.Items.ToHashSet();
        var used = new bool[Math.Max(0, triangle.Ages.Count - 1)][];
        for (var age = 0; age < used.Length; age++)
            used[age] = At(age, triangle, terms, excluded);
        return used;
    }

    private static bool[] At(int age, Triangle triangle, AverageTerms terms, HashSet<RatioCell> excluded)
    {
        // An amount of zero has no ratio; where amounts are summed it counts as the zero that it is.
        var there = Enumerable.Range(0, triangle.Origins.Count)
            .Where(origin => triangle.IsKnown(origin, age + 1)
                && (terms.Kind == AverageKind.Volume || triangle[origin, age] > 0)
                && (terms.Kind != AverageKind.Geometric || triangle[origin, age + 1] > 0));
        var counted = there.TakeLast(terms.Last ?? int.MaxValue)
            .Where(origin => !excluded.Contains(new RatioCell(origin, age))).ToList();
        Drop(age, triangle, terms, counted);
        var used = new bool[triangle.Origins.Count];
        foreach (var origin in counted)
            used[origin] = true;
        return used;
    }

    private static void Drop(int age, Triangle triangle, AverageTerms terms, List<int> counted)
    {
        var drops = (terms.DropHigh ? 1 : 0) + (terms.DropLow ? 1 : 0);
        if (drops == 0 || counted.Count <= drops)
            return;
        var high = counted.MaxBy(Ratio);
        var low = counted.MinBy(Ratio);
        if (terms.DropHigh)
            counted.Remove(high);
        if (terms.DropLow)
            counted.Remove(low != high || !terms.DropHigh ? low : counted[0]);

        double Ratio(int origin) => triangle[origin, age] > 0 ? triangle[origin, age + 1] / triangle[origin, age] : 0;
    }
}
