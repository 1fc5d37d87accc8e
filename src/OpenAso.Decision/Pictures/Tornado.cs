using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>What would change an answer: for each assumption the answer at its low and at its high setting, the widest
/// first.</summary>
/// <param name="Words">What stands around it.</param>
/// <param name="Base">The answer as it is.</param>
/// <param name="Bars">In any order; of more than 16 the widest are shown.</param>
public sealed record Tornado(PictureWords Words, double Base, ValueList<TornadoBar> Bars)
{
    private const int MostBars = 16;
    private const double BarHeight = 26;
    private const double LabelRoom = 128;

    /// <summary>What the answer is: "saving in the year", say.</summary>
    public string? Answer { get; init; }

    /// <summary>The picture as SVG.</summary>
    public string Draw()
    {
        var bars = Bars.Items
            .Where(bar => double.IsFinite(bar.Low) && double.IsFinite(bar.High) && double.IsFinite(Base))
            .OrderByDescending(bar => Swing(bar)).Take(MostBars).ToList();
        var frame = new PictureFrame(Words, Description(bars), 182 + (bars.Count * (BarHeight + 10)));
        if (bars.Count == 0)
            return frame.NoData();
        frame.Legend([
            LegendEntry.Area(Words.Texts["tornado.low"], "oa-open", "oa-hatch"),
            LegendEntry.Area(Words.Texts["tornado.high"], "oa-fill"),
            LegendEntry.Line(Words.Texts["tornado.base", Words.Texts.Amount(Base)], "oa-axis oa-bold"),
        ]);
        var (plot, room) = Axes(frame, bars);
        foreach (var (row, bar) in bars.Index())
            Draw(frame.Svg, plot, bar, new Box(room.Left, plot.Area.Top + 6 + (row * (BarHeight + 10)), 0, BarHeight));
        var x = plot.X(Base);
        frame.Svg.Line("oa-axis oa-bold", new Spot(x, plot.Area.Top - 4), new Spot(x, plot.Area.Bottom));
        return frame.End();
    }

    private (Plot Plot, Box Room) Axes(PictureFrame frame, List<TornadoBar> bars)
    {
        var room = frame.Room;
        var names = Math.Min(bars.Max(bar => TextWidth.Of(bar.Name, PictureFrame.TickSize)), 260) + 12;
        var across = Axis.OfAmounts(
            bars.SelectMany(bar => (double[])[bar.Low, bar.High]).Append(Base), Told, Words, false, 5);
        var area = new Box(
            room.Left + names + LabelRoom, room.Top - 24, room.Width - names - (2 * LabelRoom), room.Height + 24);
        return (Plot.Draw(frame.Svg, area, across, new Axis(new Scale(0, 1), "", []), 0), room);
    }

    private void Draw(SvgText svg, Plot plot, TornadoBar bar, Box row)
    {
        var middle = row.Top + (row.Height / 2) + 4.5;
        var (low, high, at) = (plot.X(bar.Low), plot.X(bar.High), plot.X(Base));
        svg.Text("oa-name", new Spot(row.Left, middle), TextWidth.Fit(bar.Name, 260, PictureFrame.TickSize));
        foreach (var look in (string[])["oa-open", "oa-hatch"])
            svg.Rectangle(look, Between(low, at, row));
        svg.Rectangle("oa-fill", Between(high, at, row));
        // Where both settings lie on one side, the farther one's words stand outside, the nearer one's beyond the base.
        var lowIsLeft = low < high || (low == high && low <= at);
        var (left, right) = (Math.Min(Math.Min(low, high), at), Math.Max(Math.Max(low, high), at));
        Label(svg, lowIsLeft ? bar.LowSetting : bar.HighSetting, new Spot(left - 6, middle), Anchor.End);
        Label(svg, lowIsLeft ? bar.HighSetting : bar.LowSetting, new Spot(right + 6, middle), Anchor.Start);
    }

    private static void Label(SvgText svg, string words, Spot at, Anchor anchor) => svg.Text(
        "oa-setting oa-halo", at, TextWidth.Fit(words, LabelRoom - 12, PictureFrame.TickSize), anchor);

    private static Box Between(double one, double other, Box row) =>
        row with { Left = Math.Min(one, other), Width = Math.Abs(one - other) };

    private string Told => Answer ?? Words.Texts["cost-of-year"];

    private double Swing(TornadoBar bar) => Math.Max(Math.Max(bar.Low, bar.High), Base)
        - Math.Min(Math.Min(bar.Low, bar.High), Base);

    private string Description(List<TornadoBar> bars) => bars.Count == 0
        ? Words.Texts["nothing-known"]
        : Words.Texts["tornado.description", Told, Words.Texts.Amount(Base), Words.Currency]
            + string.Concat(bars.Take(5).Select(bar => " " + Words.Texts["tornado.bar",
                bar.Name, Words.Texts.Amount(bar.Low), bar.LowSetting, Words.Texts.Amount(bar.High),
                bar.HighSetting]));
}

/// <summary>An assumption, and what the answer would be under two others.</summary>
/// <param name="Name">Of the assumption.</param>
/// <param name="LowSetting">The low setting in words: "trend 5 %".</param>
/// <param name="Low">The answer under it; may be above the one under the high setting.</param>
/// <param name="HighSetting">The high setting in words.</param>
/// <param name="High">The answer under it.</param>
public sealed record TornadoBar(string Name, string LowSetting, double Low, string HighSetting, double High);
