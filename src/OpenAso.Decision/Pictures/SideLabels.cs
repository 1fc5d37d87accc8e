namespace OpenAso.Decision.Pictures;

/// <summary>Labels at the right of a plot, each beside the end of its line, and none upon another.</summary>
internal static class SideLabels
{
    private const double Apart = 17;

    /// <summary>Draws them.</summary>
    /// <param name="svg">Onto what.</param>
    /// <param name="area">Of the plot.</param>
    /// <param name="width">How much room there is at its right.</param>
    /// <param name="labels">Where each line ends, and its words.</param>
    public static void Draw(
        SvgText svg, Box area, double width, IReadOnlyList<(double Y, string Words)> labels)
    {
        var sorted = labels.OrderBy(label => label.Y).ToList();
        var places = sorted.Select(label => label.Y).ToArray();
        for (var next = 1; next < places.Length; next++)
            places[next] = Math.Max(places[next], places[next - 1] + Apart);
        for (var next = places.Length - 1; next >= 0; next--)
            places[next] = Math.Min(places[next], area.Bottom - ((places.Length - 1 - next) * Apart));
        foreach (var (index, (y, words)) in sorted.Index())
        {
            if (Math.Abs(places[index] - y) > 2)
                svg.Path("oa-guide", [new(area.Right + 2, y), new(area.Right + 14, places[index])]);
            svg.Text(
                "oa-side", new Spot(area.Right + 17, places[index] + 4.5),
                TextWidth.Fit(words, width - 18, PictureFrame.TickSize));
        }
    }
}
