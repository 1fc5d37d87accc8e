namespace OpenAso.Decision.Pictures;

/// <summary>Short labels beside points, where they meet no point and no other label.</summary>
internal sealed class NearLabels(SvgText svg, Box area, IEnumerable<Spot> points)
{
    private const double Height = 15;
    private static readonly double[] Distances = [9, 16, 26, 38];
    private readonly List<Box> _taken =
        [.. points.Select(point => new Box(point.X - 6, point.Y - 6, 12, 12))];

    /// <summary>Draws a label as near to a point as there is room; with a line to it where it is far.</summary>
    public void Add(Spot point, string words)
    {
        var width = TextWidth.Of(words, PictureFrame.TickSize);
        foreach (var distance in Distances)
        {
            foreach (var (x, y) in Directions)
            {
                var box = new Box(
                    point.X + (x * distance) - (x < 0 ? width : x == 0 ? width / 2 : 0),
                    point.Y + (y * distance) - (Height / 2), width, Height);
                if (_taken.Exists(box.Meets) || box.Left < area.Left || box.Right > area.Right
                    || box.Top < area.Top || box.Bottom > area.Bottom)
                    continue;
                if (distance > Distances[1])
                    svg.Path("oa-guide", [point, new(box.Middle, box.Top + (Height / 2))]);
                svg.Text("oa-strong oa-halo", new Spot(box.Left, box.Bottom - 3), words);
                _taken.Add(box);
                return;
            }
        }
    }

    private static IEnumerable<(int X, int Y)> Directions =>
        [(1, -1), (0, -1), (1, 0), (-1, -1), (-1, 0), (1, 1), (0, 1), (-1, 1)];
}
