using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>One's own plan beside an insured one, year by year: past years as they were, years ahead as they are
/// expected, with the range that eight years in ten lie in.</summary>
/// <param name="Words">What stands around it.</param>
/// <param name="Years">In order, past ones first; what is no number is left out.</param>
public sealed record YearsPicture(PictureWords Words, ValueList<ComparedYear> Years)
{
    private const double BarShare = 0.34;
    private const double Whisker = 0.07;

    /// <summary>The picture as SVG.</summary>
    public string Draw()
    {
        var years = Years.Items.Where(year =>
            double.IsFinite(year.Own.Amount) && double.IsFinite(year.Insured.Amount)).ToList();
        var frame = new PictureFrame(Words, Description(years));
        if (years.Count == 0)
            return frame.NoData();
        frame.Legend(Legend(years));
        var plot = Plot.Draw(
            frame.Svg, frame.Room, Names(years),
            Axis.OfAmounts(
                years.SelectMany(year => year.Own.Ends.Concat(year.Insured.Ends)), Words.Texts["years.cost"], Words,
                withZero: true));
        Divide(frame.Svg, plot, years);
        foreach (var (index, year) in years.Index())
        {
            Bar(frame.Svg, plot, year.Own, index - (BarShare / 2), "oa-fill");
            Bar(frame.Svg, plot, year.Insured, index + (BarShare / 2), "oa-open", "oa-hatch");
        }
        return frame.End();
    }

    private IEnumerable<LegendEntry> Legend(List<ComparedYear> years)
    {
        yield return LegendEntry.Area(Words.Texts["years.own"], "oa-fill");
        yield return LegendEntry.Area(Words.Texts["years.insured"], "oa-open", "oa-hatch");
        if (years.Exists(year => !year.IsPast))
            yield return LegendEntry.Mark(Words.Texts["years.range"], static (svg, at) =>
            {
                svg.Line("oa-axis oa-bold", at with { Y = at.Y - 8 }, at with { Y = at.Y + 8 });
                svg.Line("oa-axis", new Spot(at.X - 6, at.Y - 8), new Spot(at.X + 6, at.Y - 8));
                svg.Line("oa-axis", new Spot(at.X - 6, at.Y + 8), new Spot(at.X + 6, at.Y + 8));
            });
    }

    private static Axis Names(List<ComparedYear> years) => new(
        new Scale(-0.6, years.Count - 0.4), "",
        [.. years.Index().Select(year => new Tick(year.Index, Axis.Short(year.Item.Name)))]);

    // Where the past ends.
    private void Divide(SvgText svg, Plot plot, List<ComparedYear> years)
    {
        var past = years.Count(year => year.IsPast);
        var y = plot.Area.Bottom + 42;
        Title(svg, plot, (-0.5, past - 0.5), y, "years.past");
        Title(svg, plot, (past - 0.5, years.Count - 0.5), y, "years.ahead");
        if (past > 0 && past < years.Count)
            svg.Line("oa-line oa-l5", new Spot(plot.X(past - 0.5), plot.Area.Top),
                new Spot(plot.X(past - 0.5), plot.Area.Bottom + 26));
    }

    private void Title(SvgText svg, Plot plot, (double From, double To) across, double y, string key)
    {
        if (across.To > across.From)
            svg.Text(
                "oa-axis-title", new Spot(plot.X((across.From + across.To) / 2), y),
                TextWidth.Fit(Words.Texts[key], plot.X(across.To) - plot.X(across.From) - 8, PictureFrame.TickSize),
                Anchor.Middle);
    }

    private static void Bar(SvgText svg, Plot plot, ComparedCost cost, double middle, params string[] looks)
    {
        var (left, right) = (plot.X(middle - (BarShare / 2)), plot.X(middle + (BarShare / 2)));
        var (zero, top) = (plot.Y(0), plot.Y(cost.Amount));
        foreach (var look in looks)
            svg.Rectangle(look, new Box(left, Math.Min(zero, top), right - left, Math.Abs(zero - top)));
        if (cost is not { Good: { } good, Bad: { } bad } || good == bad)
            return;
        var (x, reach) = (plot.X(middle), plot.X(middle + Whisker) - plot.X(middle));
        svg.Line("oa-axis oa-bold", new Spot(x, plot.Y(good)), new Spot(x, plot.Y(bad)));
        foreach (var end in (double[])[good, bad])
            svg.Line("oa-axis", new Spot(x - reach, plot.Y(end)), new Spot(x + reach, plot.Y(end)));
    }

    private string Description(List<ComparedYear> years) => years.Count == 0
        ? Words.Texts["nothing-known"]
        : Words.Texts["years.description", Words.Currency] + string.Concat(years.Select(year => " " + (
            year is { IsPast: false, Own: { Good: { } good, Bad: { } bad }, Insured: { Good: { } low, Bad: { } high } }
                ? Words.Texts["years.of-ahead",
                    year.Name, Words.Texts.Amount(year.Own.Amount), Words.Texts.Amount(good),
                    Words.Texts.Amount(bad), Words.Texts.Amount(year.Insured.Amount), Words.Texts.Amount(low),
                    Words.Texts.Amount(high)]
                : Words.Texts["years.of-past",
                    year.Name, Words.Texts.Amount(year.Own.Amount), Words.Texts.Amount(year.Insured.Amount)])));
}

/// <summary>A year in which one's own plan stands beside an insured one.</summary>
/// <param name="Name">Of the year.</param>
/// <param name="IsPast">Whether it has been.</param>
/// <param name="Own">What one's own plan costs.</param>
/// <param name="Insured">What the insured plan costs.</param>
public sealed record ComparedYear(string Name, bool IsPast, ComparedCost Own, ComparedCost Insured);

/// <summary>What a year costs.</summary>
/// <param name="Amount">What it cost, or is expected to.</param>
/// <param name="Good">What one year in ten stays below; null where it is known.</param>
/// <param name="Bad">What one year in ten passes; null where it is known.</param>
public sealed record ComparedCost(double Amount, double? Good = null, double? Bad = null)
{
    internal IEnumerable<double> Ends => new[] { Amount, Good ?? Amount, Bad ?? Amount };
}
