namespace OpenAso.Decision.Pictures;

/// <summary>Amounts marked by upright lines, each with its name in a row of its own above the plot.</summary>
internal static class UprightMarks
{
    private const double RowHeight = 18;

    /// <summary>How high the rows of some marks are.</summary>
    public static double Height(int marks) => marks * RowHeight;

    /// <summary>Draws them.</summary>
    /// <param name="svg">Onto what.</param>
    /// <param name="area">Of the plot; the rows end 4 above it.</param>
    /// <param name="marks">Where, and with what words.</param>
    public static void Draw(SvgText svg, Box area, IReadOnlyList<(double X, string Words)> marks)
    {
        var sorted = marks.Index().OrderBy(mark => mark.Item.X).ToList();
        var top = area.Top - 4 - Height(sorted.Count);
        foreach (var (row, (look, (x, _))) in sorted.Index())
            svg.Line(
                $"oa-line oa-l{(look + 1) % PictureStyle.Lines}", new Spot(x, top + (row * RowHeight) + 2),
                new Spot(x, area.Bottom));
        foreach (var (row, (_, (x, words))) in sorted.Index())
        {
            var fits = x + 6 + TextWidth.Of(words, PictureFrame.TickSize) <= PictureFrame.Width - 8;
            svg.Text(
                "oa-mark oa-halo", new Spot(fits ? x + 6 : x - 6, top + (row * RowHeight) + 13),
                TextWidth.Fit(words, 600, PictureFrame.TickSize), fits ? Anchor.Start : Anchor.End);
        }
    }
}
