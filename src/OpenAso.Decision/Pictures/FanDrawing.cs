using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>Draws a fan of cumulative cost.</summary>
internal static class FanDrawing
{
    private const double Right = 196;

    public static string Of(CostFan fan)
    {
        var frame = new PictureFrame(fan.Words, Description(fan));
        var lines = fan.Quantiles.Items.Where(line => line.Amounts.Count > 0)
            .OrderBy(line => line.Probability).ToList();
        var amounts = fan.Paid.Items.Concat(lines.SelectMany(line => line.Amounts.Items))
            .Concat(fan.Targets.Items.SelectMany(target => target.Amounts.Items)).Where(double.IsFinite).ToList();
        if (fan.Periods.Count == 0 || amounts.Count == 0)
            return frame.NoData();
        var texts = fan.Words.Texts;
        frame.Legend(Legend(fan, lines));
        var plot = Plot.Draw(
            frame.Svg, frame.Room,
            Axis.OfNames(
                fan.Periods.Items, fan.PeriodTitle ?? texts["fan.month"], frame.Room.Width - Right - 80),
            Axis.OfAmounts(amounts, texts["fan.cost"], fan.Words, withZero: true), Right);
        Bands(frame.Svg, plot, fan, lines);
        foreach (var (index, target) in fan.Targets.Items.Index())
            Line(frame.Svg, Look(index), Spots(plot, fan, Level(target, fan)));
        Line(frame.Svg, "oa-line oa-bold oa-own", Paid(plot, fan));
        if (Paid(plot, fan) is [.., var now])
            frame.Svg.Circle("oa-ink", now, 4.5);
        SideLabels.Draw(frame.Svg, plot.Area, Right, Labels(plot, fan, lines));
        return frame.End();
    }

    private static IEnumerable<LegendEntry> Legend(CostFan fan, List<FanLine> lines)
    {
        if (fan.Paid.Count > 0)
            yield return LegendEntry.Line(fan.Words.Texts["fan.paid"], "oa-line oa-bold oa-own");
        for (var pair = 0; pair < lines.Count / 2; pair++)
            yield return LegendEntry.Area(
                fan.Words.Texts["fan.outcomes",
                    fan.Words.Texts.Percent(lines[pair].Probability),
                    fan.Words.Texts.Percent(lines[^(pair + 1)].Probability)],
                [.. Enumerable.Range(0, pair + 1).Select(level => $"oa-band oa-b{Math.Min(level, 2)}")]);
        if (lines.Count % 2 == 1)
            yield return LegendEntry.Line(Middle(fan, lines), "oa-line oa-l0");
        foreach (var (index, target) in fan.Targets.Items.Index())
            yield return LegendEntry.Line(target.Name, Look(index));
    }

    private static void Bands(SvgText svg, Plot plot, CostFan fan, List<FanLine> lines)
    {
        for (var pair = 0; pair < lines.Count / 2; pair++)
        {
            var low = FromNow(plot, fan, lines[pair]);
            var high = FromNow(plot, fan, lines[^(pair + 1)]);
            svg.Path($"oa-band oa-b{Math.Min(pair, 2)}", [.. low, .. Enumerable.Reverse(high)], isClosed: true);
            svg.Path("oa-guide", low);
            svg.Path("oa-guide", high);
        }
        if (lines.Count % 2 == 1)
            Line(svg, "oa-line oa-l0", FromNow(plot, fan, lines[lines.Count / 2]));
    }

    private static List<(double Y, string Words)> Labels(Plot plot, CostFan fan, List<FanLine> lines)
    {
        var labels = fan.Targets.Items.Select(target => (target.Name, Level(target, fan))).ToList();
        if (lines.Count > 0)
            labels.Add((fan.Words.Texts.Percent(lines[^1].Probability), lines[^1].Amounts));
        if (lines.Count > 1)
            labels.Add((fan.Words.Texts.Percent(lines[0].Probability), lines[0].Amounts));
        if (lines.Count % 2 == 1 && lines.Count > 1)
            labels.Add((Middle(fan, lines), lines[lines.Count / 2].Amounts));
        return [.. labels.Where(label => label.Item2.Count > 0 && double.IsFinite(label.Item2[^1]))
            .Select(label => (plot.Y(label.Item2[^1]), fan.Words.Texts["fan.label",
                label.Item1, fan.Words.Texts.Amount(label.Item2[^1])]))];
    }

    private static string Middle(CostFan fan, List<FanLine> lines) => lines[lines.Count / 2].Probability == 0.5
        ? fan.Words.Texts["fan.median"]
        : fan.Words.Texts.Percent(lines[lines.Count / 2].Probability);

    private static ValueList<double> Level(FanTarget target, CostFan fan) => target.Amounts.Count == 1
        ? Enumerable.Repeat(target.Amounts[0], fan.Periods.Count).ToValueList()
        : target.Amounts;

    private static string Look(int index) => $"oa-line oa-l{(index + 1) % PictureStyle.Lines}";

    private static List<Spot> Paid(Plot plot, CostFan fan) =>
        [.. fan.Paid.Items.Take(fan.Periods.Count).Index().Where(one => double.IsFinite(one.Item))
            .Select(one => plot.At(one.Index, one.Item))];

    // A band begins where the paid line ends.
    private static List<Spot> FromNow(Plot plot, CostFan fan, FanLine line)
    {
        var spots = Spots(plot, fan, line.Amounts);
        var first = fan.Periods.Count - Math.Min(line.Amounts.Count, fan.Periods.Count);
        return Paid(plot, fan) is [.., var now] && fan.Paid.Count == first ? [now, .. spots] : spots;
    }

    private static List<Spot> Spots(Plot plot, CostFan fan, ValueList<double> amounts)
    {
        var shown = amounts.Items.TakeLast(fan.Periods.Count).ToList();
        var first = fan.Periods.Count - shown.Count;
        return [.. shown.Index().Where(one => double.IsFinite(one.Item))
            .Select(one => plot.At(first + one.Index, one.Item))];
    }

    private static void Line(SvgText svg, string look, List<Spot> spots)
    {
        svg.Path(look, spots);
        if (spots.Count == 1)
            svg.Circle("oa-fill", spots[0], 3.5);
    }

    private static string Description(CostFan fan)
    {
        var texts = fan.Words.Texts;
        var parts = new List<string>();
        if (fan.Paid.Count > 0 && fan.Periods.Count >= fan.Paid.Count)
            parts.Add(texts["fan.known", fan.Periods[fan.Paid.Count - 1], texts.Amount(fan.Paid[^1])]);
        foreach (var line in fan.Quantiles.Items.Where(line => line.Amounts.Count > 0))
            parts.Add(texts["fan.not-passed",
                texts.Percent(line.Probability), texts.Amount(line.Amounts[^1])]);
        foreach (var target in fan.Targets.Items.Where(target => target.Amounts.Count > 0))
            parts.Add(texts["fan.label", target.Name, texts.Amount(target.Amounts[^1])]);
        return parts.Count == 0
            ? texts["nothing-known"]
            : texts["fan.description", fan.Words.Currency, string.Join("; ", parts)];
    }
}
