using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>Draws a triangle's link ratios.</summary>
internal static class HeatMapDrawing
{
    private const int MostRows = 40;
    private const int MostColumns = 40;
    private const double MostOfKey = 260;
    private static readonly double[] Steps = [0.02, 0.05, 0.10, 0.25];

    public static string Of(TriangleHeatMap map)
    {
        var first = Math.Max(map.Origins.Count - MostRows, 0);
        var (rows, columns) = (map.Origins.Count - first, Math.Min(map.Ages.Count, MostColumns));
        var cells = map.Cells.Items.Where(cell => cell.Origin >= first && cell.Origin < map.Origins.Count
            && cell.Age >= 0 && cell.Age < columns).ToList();
        var height = rows <= 14 ? 34.0 : rows <= 26 ? 22 : 14;
        var frame = new PictureFrame(Words(map, first), Description(map), 160 + ((rows + 2) * height));
        if (cells.Count == 0)
            return frame.NoData();
        Key(frame.Svg, frame.Row(34), map.Words.Texts);
        var grid = Grid(map, frame.Room, first, columns, height);
        Heads(frame.Svg, map, grid, first, columns);
        foreach (var cell in cells)
            Cell(frame.Svg, grid.Of(cell.Origin - first, cell.Age), cell, map);
        Bottom(frame.Svg, map, grid, rows, columns);
        return frame.End();
    }

    private static PictureWords Words(TriangleHeatMap map, int first) => first == 0 && map.Ages.Count <= MostColumns
        ? map.Words
        : map.Words with
        {
            Title = map.Words.Texts["ratios.cut", map.Words.Title, map.Origins.Count - first, map.Origins.Count,
                Math.Min(map.Ages.Count, MostColumns), map.Ages.Count],
        };

    private static string Description(TriangleHeatMap map)
    {
        var texts = map.Words.Texts;
        var dropped = map.Cells.Items.Count(cell => cell.IsDropped);
        var farthest = map.Cells.Items.Where(cell => !cell.IsDropped && cell.Age >= 0 && cell.Age < map.Ages.Count
                && cell.Origin >= 0 && cell.Origin < map.Origins.Count)
            .Select(cell => (cell, Off: Off(cell, map.Selected))).Where(one => double.IsFinite(one.Off))
            .OrderByDescending(one => Math.Abs(one.Off)).Take(1)
            .Select(one => " " + texts["ratios.farthest",
                Signed(one.Off, texts), map.Origins[one.cell.Origin], map.Ages[one.cell.Age]]);
        return texts["ratios.description", map.Cells.Count, map.Origins.Count, dropped] + string.Concat(farthest);
    }

    // What colours, hatching and marks mean.
    private static void Key(SvgText svg, Box row, PictureTexts texts)
    {
        var from = TextWidth.Fit(texts["ratios.from-selected"], MostOfKey, PictureFrame.TickSize);
        svg.Text("oa-legend", new Spot(row.Left, row.Top + 16), from);
        var left = row.Left + Math.Max(172, TextWidth.Of(from, PictureFrame.TickSize) + 2);
        for (var level = 0; level <= 2 * Steps.Length; level++)
        {
            var box = new Box(left + (level * 52), row.Top + 3, 52, 18);
            svg.Rectangle($"oa-cell oa-h{level}", box);
            Pointer(svg, box, level);
            if (level < 2 * Steps.Length)
            {
                var at = level < Steps.Length ? -Steps[^(level + 1)] : Steps[level - Steps.Length];
                svg.Text("oa-small", new Spot(box.Right, row.Top + 34), Signed(at, texts), Anchor.Middle);
            }
        }
        svg.Rectangle("oa-hatch", new Box(left + 500, row.Top + 3, 40, 18));
        svg.Text("oa-legend", new Spot(left + 548, row.Top + 16), texts["ratios.left-out"]);
    }

    private static CellGrid Grid(TriangleHeatMap map, Box room, int first, int columns, double height)
    {
        var names = map.Origins.Items.Skip(first).Append(map.Words.Texts["ratios.selected"])
            .Max(name => TextWidth.Of(Axis.Short(name), PictureFrame.TickSize));
        var left = room.Left + names + 10;
        var width = Math.Min((room.Right - left) / columns, 110);
        return new CellGrid(new Spot(left, room.Top + 46), width, height);
    }

    private static void Heads(SvgText svg, TriangleHeatMap map, CellGrid grid, int first, int columns)
    {
        svg.Text("oa-axis-title", new Spot(grid.Corner.X, grid.Corner.Y - 26),
            map.Words.Texts["ratios.axes"]);
        var widest = map.Ages.Items.Take(columns).Max(age => TextWidth.Of(Axis.Short(age), PictureFrame.TickSize));
        var every = (int)Math.Ceiling((widest + 8) / grid.Width);
        for (var age = 0; age < columns; age += every)
            svg.Text("oa-tick", new Spot(grid.Of(0, age).Middle, grid.Corner.Y - 7),
                Axis.Short(map.Ages[age]), Anchor.Middle);
        for (var row = 0; row < map.Origins.Count - first; row++)
            svg.Text("oa-tick", new Spot(grid.Corner.X - 8, grid.Of(row, 0).Bottom - (grid.Height / 2) + 4.5),
                Axis.Short(map.Origins[first + row]), Anchor.End);
    }

    private static void Cell(SvgText svg, Box box, HeatCell cell, TriangleHeatMap map)
    {
        var off = Off(cell, map.Selected);
        var level = cell.IsDropped || !double.IsFinite(off) ? Steps.Length : Level(off);
        svg.Rectangle($"oa-cell oa-h{level}", box);
        if (cell.IsDropped)
            svg.Rectangle("oa-hatch", box);
        Pointer(svg, box, level);
        var words = double.IsFinite(cell.Ratio) ? Factor(cell.Ratio, box.Width, map.Words.Texts) : "–";
        if (box.Height >= 20 && TextWidth.Of(words, PictureFrame.TickSize) <= box.Width - 4)
            svg.Text(cell.IsDropped ? "oa-halo" : "oa-value",
                new Spot(box.Middle, box.Top + (box.Height / 2) + 4.5), words, Anchor.Middle);
    }

    // What colour says, a small mark in the corner says without it: above or below.
    private static void Pointer(SvgText svg, Box box, int level)
    {
        var size = Math.Min(Math.Min(box.Width, box.Height) * 0.28, 6);
        if (level > Steps.Length)
            svg.Path("oa-ink", [
                new(box.Right - size - 2, box.Top + size + 1), new(box.Right - 2, box.Top + size + 1),
                new(box.Right - 2 - (size / 2), box.Top + 2)], isClosed: true);
        else if (level < Steps.Length)
            svg.Path("oa-ink", [
                new(box.Left + 2, box.Bottom - size - 1), new(box.Left + size + 2, box.Bottom - size - 1),
                new(box.Left + 2 + (size / 2), box.Bottom - 2)], isClosed: true);
    }

    private static void Bottom(SvgText svg, TriangleHeatMap map, CellGrid grid, int rows, int columns)
    {
        var top = grid.Of(rows, 0).Top + 6;
        svg.Text(
            "oa-strong", new Spot(grid.Corner.X - 8, top + 17), Axis.Short(map.Words.Texts["ratios.selected"]),
            Anchor.End);
        svg.Line("oa-axis", new Spot(grid.Corner.X, top), new Spot(grid.Of(0, columns - 1).Right, top));
        for (var age = 0; age < Math.Min(columns, map.Selected.Count); age++)
        {
            var words = double.IsFinite(map.Selected[age])
                ? Factor(map.Selected[age], grid.Width, map.Words.Texts)
                : "–";
            if (TextWidth.Of(words, PictureFrame.TickSize) <= grid.Width - 2)
                svg.Text("oa-strong", new Spot(grid.Of(0, age).Middle, top + 17), words, Anchor.Middle);
        }
    }

    private static double Off(HeatCell cell, ValueList<double> selected) =>
        cell.Age < selected.Count && selected[cell.Age] is var factor && double.IsFinite(factor) && factor != 0
            ? (cell.Ratio / factor) - 1
            : double.NaN;

    private static int Level(double off)
    {
        var size = Steps.Count(step => Math.Abs(off) > step);
        return Steps.Length + (off < 0 ? -size : size);
    }

    private static string Factor(double ratio, double width, PictureTexts texts) => Math.Abs(ratio) >= 1e6 ? "> 10⁶"
        : ratio.ToString(Math.Abs(ratio) >= 1_000 ? "0" : width < 46 ? "0.00" : "0.000", texts.Culture);

    private static string Signed(double share, PictureTexts texts) =>
        (share > 0 ? "+" : "") + texts.Percent(Math.Round(Math.Clamp(share, -1e6, 1e6), 3));

    private readonly record struct CellGrid(Spot Corner, double Width, double Height)
    {
        public Box Of(int row, int column) =>
            new(Corner.X + (column * Width), Corner.Y + (row * Height), Width, Height);
    }
}
