using System.Globalization;
using OpenAso.Decision.Pictures;
using OpenAso.Kernel;

namespace OpenAso.Decision.Optimizing;

/// <summary>Chooses from a frontier by what was said of risk.</summary>
internal static class Recommending
{
    /// <summary>The option, and why.</summary>
    /// <param name="frontier">At least one, the safest first.</param>
    /// <param name="tolerance">What was said.</param>
    /// <param name="level">The worst years are those beyond it.</param>
    /// <param name="findings">Receives what does not fit.</param>
    public static Recommendation Of(
        ValueList<OptionResult> frontier, RiskTolerance tolerance, double level, List<Finding> findings)
    {
        var (chosen, reason) = tolerance.TailAtMost is { } most
            ? Within(frontier, most, level, findings)
            : Weighed(frontier, tolerance.Weight ?? 0, level);
        return new Recommendation(chosen.Option.Name, $"{reason} {Neighbours(frontier, chosen, level)}".TrimEnd());
    }

    private static (OptionResult Chosen, string Reason) Within(
        ValueList<OptionResult> frontier, double most, double level, List<Finding> findings)
    {
        // Along the frontier the expected cost falls while the tail grows: the last that fits costs least.
        var fitting = frontier.Items.Where(one => one.Tail <= most).ToList();
        if (fitting.Count > 0)
            return (fitting[^1], $"It has the least expected cost, {Amount(fitting[^1].Expected)}, of all options "
                + $"whose {Worst(level)} cost at most {Amount(most)} on average; its own "
                + $"cost {Amount(fitting[^1].Tail)}.");
        findings.Add(new Finding(DecisionCodes.NothingWithin, Severity.Warning, Place.None,
            $"No option keeps the mean of the {Worst(level)} at {Amount(most)} or below; the safest reaches "
            + $"{Amount(frontier[0].Tail)}. Raise 'tail-at-most', or add lower deductibles and corridors."));
        return (frontier[0], $"No option keeps the {Worst(level)} at {Amount(most)} on average; this one comes nearest "
            + $"with {Amount(frontier[0].Tail)}.");
    }

    private static (OptionResult Chosen, string Reason) Weighed(
        ValueList<OptionResult> frontier, double weight, double level)
    {
        var chosen = frontier.Items.MinBy(one => one.Expected + (weight * (one.Tail - one.Expected)))!;
        return (chosen, $"Expected cost of {Amount(chosen.Expected)}, and {weight.ToString("0.###", Invariant)} of "
            + $"each amount by which the {Worst(level)} cost more on average ({Amount(chosen.Tail)}), are least "
            + "together.");
    }

    private static string Neighbours(ValueList<OptionResult> frontier, OptionResult chosen, double level)
    {
        var at = frontier.Items.IndexOf(chosen);
        var words = "";
        if (at + 1 < frontier.Count && frontier[at + 1] is var cheaper && cheaper.Expected < chosen.Expected)
            words += $"The next cheaper one ({cheaper.Option.Name}) would save "
                + $"{Amount(chosen.Expected - cheaper.Expected)} a year as expected, and cost "
                + $"{Amount(cheaper.Tail - chosen.Tail)} more in the {Worst(level)}. ";
        if (at > 0 && frontier[at - 1] is var safer && safer.Tail < chosen.Tail)
            words += $"The next safer one ({safer.Option.Name}) would cost "
                + $"{Amount(safer.Expected - chosen.Expected)} more as expected, and "
                + $"{Amount(chosen.Tail - safer.Tail)} less in the {Worst(level)}.";
        return words;
    }

    /// <summary>The worst years in words.</summary>
    internal static string Worst(double level) =>
        $"worst {Beyond(level, PictureTexts.English)} of years";

    /// <summary>The mean of the worst years in words.</summary>
    internal static string WorstMean(double level, PictureTexts words) =>
        words["worst-mean", Beyond(level, words)];

    private static string Beyond(double level, PictureTexts words) => words.Percent(1 - level, "0.####");

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static string Amount(double amount) => PictureTexts.English.Whole(amount);
}
