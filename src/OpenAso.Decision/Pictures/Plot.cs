namespace OpenAso.Decision.Pictures;

/// <summary>The part of a picture between two axes.</summary>
internal sealed record Plot(Box Area, Axis Across, Axis Up)
{
    private const double TickSize = PictureFrame.TickSize;

    /// <summary>Draws both axes with their titles, numbers and grid into a room.</summary>
    /// <param name="svg">Onto what.</param>
    /// <param name="room">How much room there is.</param>
    /// <param name="across">The axis below.</param>
    /// <param name="up">The axis at the left; its title stands above it.</param>
    /// <param name="right">What is kept free at the right.</param>
    public static Plot Draw(SvgText svg, Box room, Axis across, Axis up, double right = 16)
    {
        var left = room.Left + up.Ticks.Select(tick => TextWidth.Of(tick.Label, TickSize)).Append(0).Max() + 12;
        var area = new Box(left, room.Top + 30, room.Right - right - left, room.Height - 30 - 52);
        var plot = new Plot(area, across, up);
        if (up.Title.Length > 0)
            svg.Text("oa-axis-title", new Spot(room.Left, room.Top + 14), Fit(up.Title, room.Width));
        foreach (var tick in up.Ticks)
        {
            var y = plot.Y(tick.Value);
            svg.Line("oa-grid", new Spot(area.Left, y), new Spot(area.Right, y));
            svg.Text("oa-tick", new Spot(area.Left - 8, y + 4.5), tick.Label, Anchor.End);
        }
        foreach (var tick in across.Ticks)
        {
            var x = plot.X(tick.Value);
            svg.Line("oa-axis", new Spot(x, area.Bottom), new Spot(x, area.Bottom + 5));
            svg.Text("oa-tick", new Spot(x, area.Bottom + 20), tick.Label, Anchor.Middle);
        }
        svg.Line("oa-axis", new Spot(area.Left, area.Bottom), new Spot(area.Right, area.Bottom));
        var wide = (2 * Math.Min(area.Middle, PictureFrame.Width - area.Middle)) - 16;
        svg.Text("oa-axis-title", new Spot(area.Middle, area.Bottom + 42), Fit(across.Title, wide), Anchor.Middle);
        return plot;
    }

    public double X(double value) => Area.Left + (Across.Scale.Place(value) * Area.Width);

    public double Y(double value) => Area.Bottom - (Up.Scale.Place(value) * Area.Height);

    public Spot At(double across, double up) => new(X(across), Y(up));

    private static string Fit(string title, double width) => TextWidth.Fit(title, width, TickSize);
}
