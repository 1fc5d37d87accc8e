namespace OpenAso.Decision.Pictures;

/// <summary>A picture with its title, legend and source line; what it shows is drawn into its room.</summary>
internal sealed class PictureFrame
{
    public const double Width = 960;
    public const double TickSize = 13;
    private const double Edge = 24;
    private const double TitleSize = 19;
    private const double SmallSize = 12;
    private readonly PictureWords _words;
    private readonly string _description;
    private readonly double _height;
    private double _top = 16;

    /// <param name="words">What stands around it.</param>
    /// <param name="description">What it shows, for who cannot see it.</param>
    /// <param name="height">Of the whole picture.</param>
    public PictureFrame(PictureWords words, string description, double height = 560)
    {
        (_words, _description, _height) = (words, description, height);
        foreach (var line in TextWidth.Wrap(words.Title, Width - (2 * Edge), TitleSize, 2))
        {
            _top += 22;
            Svg.Text("oa-title", new Spot(Edge, _top), line);
        }
        _top += 12;
    }

    public SvgText Svg { get; } = new();

    /// <summary>What is left between title or legend and the source line.</summary>
    public Box Room => new(Edge, _top, Width - (2 * Edge), _height - _top - 20 - (SourceLines.Count * 16));

    private IReadOnlyList<string> SourceLines =>
        TextWidth.Wrap(_words.Texts["source", _words.Source], Width - (2 * Edge), SmallSize, 2);

    /// <summary>Adds a legend: entries one after another, in as many rows as they need.</summary>
    public void Legend(IEnumerable<LegendEntry> entries)
    {
        var left = Edge;
        var row = _top + 8;
        foreach (var entry in entries)
        {
            var words = TextWidth.Fit(entry.Name, 420, TickSize);
            var width = 44 + TextWidth.Of(words, TickSize) + 22;
            if (left > Edge && left + width > Width - Edge)
                (left, row) = (Edge, row + 21);
            entry.Sample(Svg, new Box(left, row - 6, 36, 12));
            Svg.Text("oa-legend", new Spot(left + 44, row + 4), words);
            left += width;
        }
        _top = row + 18;
    }

    /// <summary>Leaves room that the picture fills itself.</summary>
    public Box Row(double height)
    {
        var row = new Box(Edge, _top, Width - (2 * Edge), height);
        _top += height;
        return row;
    }

    /// <summary>Says that there is nothing to show.</summary>
    public string NoData()
    {
        Svg.Text(
            "oa-strong", new Spot(Room.Middle, Room.Top + (Room.Height / 2)), _words.Texts["no-data"],
            Anchor.Middle);
        return End();
    }

    /// <summary>The whole picture.</summary>
    public string End()
    {
        var whole = new SvgText();
        var size = $"{SvgText.Number(Width)} {SvgText.Number(_height)}";
        whole.Raw($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"oa-picture\" role=\"img\" "
            + $"xml:lang=\"{SvgText.Escape(_words.Texts.Language)}\" "
            + $"viewBox=\"0 0 {size}\" width=\"{SvgText.Number(Width)}\" height=\"{SvgText.Number(_height)}\">");
        whole.Words("title", _words.Title);
        whole.Words("desc", _description);
        whole.Raw(PictureStyle.Sheet.ReplaceLineEndings("\n"));
        whole.Rectangle("oa-paper", new Box(0, 0, Width, _height));
        foreach (var (index, line) in SourceLines.Index())
            Svg.Text("oa-small", new Spot(Edge, _height - 14 - ((SourceLines.Count - 1 - index) * 16)), line);
        return $"{whole}{Svg}</svg>\n";
    }
}

/// <summary>An entry of a legend.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Sample">Draws what it looks like.</param>
internal sealed record LegendEntry(string Name, Action<SvgText, Box> Sample)
{
    public static LegendEntry Line(string name, string look) => new(name, (svg, box) => svg.Line(
        look, new Spot(box.Left, box.Top + (box.Height / 2)), new Spot(box.Right, box.Top + (box.Height / 2))));

    public static LegendEntry Area(string name, params IReadOnlyList<string> looks) => new(name, (svg, box) =>
    {
        foreach (var look in looks)
            svg.Rectangle(look, box);
    });

    public static LegendEntry Mark(string name, Action<SvgText, Spot> mark) => new(name, (svg, box) =>
        mark(svg, new Spot(box.Middle, box.Top + (box.Height / 2))));
}
