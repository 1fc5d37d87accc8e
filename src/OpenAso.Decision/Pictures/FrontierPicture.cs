using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>Options by expected cost and by how bad a bad year is: those on the frontier are joined and numbered, those
/// that another beats in both are hollow.</summary>
/// <param name="Words">What stands around it.</param>
/// <param name="Points">In any order; what is no number is left out.</param>
public sealed record FrontierPicture(PictureWords Words, ValueList<FrontierPoint> Points)
{
    private const int MostNamed = 14;
    private const double KeyHeight = 20;

    // The recommended one is written in bold, which is wider.
    private const double Bold = PictureFrame.TickSize * 1.1;

    /// <summary>What the risk is: "mean of the worst 1 % of years", say.</summary>
    public string? Risk { get; init; }

    /// <summary>The picture as SVG.</summary>
    public string Draw()
    {
        var points = Points.Items
            .Where(point => double.IsFinite(point.Expected) && double.IsFinite(point.Risk)).ToList();
        var frontier = points.Where(point => point.Place != FrontierPlace.Dominated)
            .OrderBy(point => point.Risk).ThenBy(point => point.Expected).ToList();
        var named = Math.Min(frontier.Count, MostNamed);
        var columns = frontier.Take(named).All(point => NameWidth(point) < (PictureFrame.Width / 2) - 64) ? 2 : 1;
        var keyRows = (named + columns - 1) / columns;
        var frame = new PictureFrame(Words, Description(points, frontier), 572 + (keyRows * KeyHeight));
        if (points.Count == 0)
            return frame.NoData();
        frame.Legend([
            LegendEntry.Mark(Words.Texts["frontier.on"], static (svg, at) => svg.Circle("oa-fill", at, 5)),
            LegendEntry.Mark(Words.Texts["frontier.beaten"], static (svg, at) => svg.Circle("oa-open", at, 4)),
            .. frontier.Exists(point => point.Place == FrontierPlace.Recommended)
                ? [LegendEntry.Mark(Words.Texts["frontier.recommended"], Diamond)]
                : (IEnumerable<LegendEntry>)[],
        ]);
        var room = frame.Room with { Height = frame.Room.Height - 12 - (keyRows * KeyHeight) };
        Plotted(frame.Svg, room, points, frontier);
        Key(frame.Svg, frame.Room with { Top = room.Bottom }, [.. frontier.Take(named)], columns);
        return frame.End();
    }

    private void Plotted(SvgText svg, Box room, List<FrontierPoint> points, List<FrontierPoint> frontier)
    {
        var plot = Plot.Draw(
            svg, room,
            Axis.OfAmounts(points.Select(point => point.Risk), Told, Words, withZero: false),
            Axis.OfAmounts(
                points.Select(point => point.Expected), Words.Texts["expected-cost"], Words, withZero: false));
        var spots = frontier.Select(point => plot.At(point.Risk, point.Expected)).ToList();
        foreach (var point in points.Where(point => point.Place == FrontierPlace.Dominated))
            svg.Circle("oa-open", plot.At(point.Risk, point.Expected), 4);
        svg.Path("oa-line oa-l0", spots);
        foreach (var (index, point) in frontier.Index())
        {
            if (point.Place == FrontierPlace.Recommended)
                Diamond(svg, spots[index]);
            else
                svg.Circle("oa-fill", spots[index], 5);
        }
        var labels = new NearLabels(svg, plot.Area, points.Select(point => plot.At(point.Risk, point.Expected)));
        foreach (var (index, spot) in spots.Index())
            labels.Add(spot, SvgText.Number(index + 1));
    }

    // What the numbers stand for, in two columns where they are short.
    private static void Key(SvgText svg, Box room, List<FrontierPoint> named, int columns)
    {
        var rows = (named.Count + columns - 1) / columns;
        foreach (var (index, point) in named.Index())
        {
            var at = new Spot(
                room.Left + (index >= rows ? room.Width / 2 : 0), room.Top + 20 + (index % rows * KeyHeight));
            svg.Text("oa-strong", at with { X = at.X + 20 }, SvgText.Number(index + 1), Anchor.End);
            svg.Text(
                point.Place == FrontierPlace.Recommended ? "oa-strong" : "oa-name", at with { X = at.X + 28 },
                TextWidth.Fit(point.Name, (room.Width / columns) - 40, Bold));
        }
    }

    private string Told => Risk ?? Words.Texts["worst-mean", Words.Texts.Percent(0.01)];

    private static double NameWidth(FrontierPoint point) => TextWidth.Of(point.Name, Bold);

    private static void Diamond(SvgText svg, Spot at) => svg.Path("oa-best", [
        new(at.X, at.Y - 8), new(at.X + 8, at.Y), new(at.X, at.Y + 8), new(at.X - 8, at.Y)], isClosed: true);

    private string Description(List<FrontierPoint> points, List<FrontierPoint> frontier) => points.Count == 0
        ? Words.Texts["nothing-known"]
        : Words.Texts["frontier.description", points.Count, frontier.Count, Words.Currency]
            + string.Concat(frontier.Take(MostNamed).Select(point => " " + Words.Texts[
                point.Place == FrontierPlace.Recommended ? "frontier.recommended-option" : "frontier.option",
                point.Name, Words.Texts.Amount(point.Expected), Told, Words.Texts.Amount(point.Risk)]));
}

/// <summary>One option.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Expected">Its expected cost.</param>
/// <param name="Risk">How bad a bad year is.</param>
/// <param name="Place">Where it stands among the others.</param>
public sealed record FrontierPoint(string Name, double Expected, double Risk, FrontierPlace Place);

/// <summary>Where an option stands among others.</summary>
public enum FrontierPlace
{
    /// <summary>Another is no worse in both and better in one.</summary>
    Dominated,

    /// <summary>No other is.</summary>
    OnFrontier,

    /// <summary>On the frontier, and recommended.</summary>
    Recommended,
}
