using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using OpenAso.Decision.Pictures;
using OpenAso.Kernel;

namespace OpenAso.Decision.Tests.Pictures;

public class PictureLawTests
{
    private static readonly Gen<double> Amount = Gen.OneOf(
        Gen.Double[-1e7, 1e7], Gen.Double[0, 2], Gen.OneOf(
            0.0, 1, -1, 1e-12, 1e12, 1e300, -1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity));

    private static readonly Gen<double> Chance = Gen.OneOf(
        Gen.Double[0, 1], Gen.OneOf(0.0, 1, 1e-12, double.NaN));

    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.String[0, 30], Gen.String[Gen.Char["ab <>&\"'"], 0, 90],
        Gen.OneOf("", "Jan", "\u0001\uD800", "損害率", "a\nb"));

    private static readonly Gen<PictureWords> Words = Gen.Select(
        Name, Name, static (title, source) => new PictureWords(title, source));

    private static readonly Gen<ValueList<double>> Amounts =
        Amount.Array[0, 14].Select(static amounts => amounts.ToValueList());

    [Fact]
    public void Every_heat_map_is_a_sound_picture() => Gen.Select(
        Words, Name.Array[0, 60], Name.Array[0, 50], Amounts,
        Gen.Select(Gen.Int[-1, 60], Gen.Int[-1, 50], Amount, Gen.Bool,
            static (row, age, ratio, dropped) => new HeatCell(row, age, ratio, dropped)).Array[0, 40],
        static (words, origins, ages, selected, cells) => new TriangleHeatMap(
            words, origins.ToValueList(), ages.ToValueList())
        {
            Cells = [.. cells],
            Selected = selected,
        })
        .Sample(static map => IsSound(map.Draw()), iter: 300);

    [Fact]
    public void Every_set_of_development_curves_is_a_sound_picture() => Gen.Select(
        Words, Name.Array[0, 20], Amounts.Array[0, 12], Amounts,
        static (words, ages, origins, selected) => new DevelopmentCurves(
            words, ages.ToValueList(),
            origins.Select(shares => new DevelopmentCurve("origin", shares)).ToValueList(), selected))
        .Sample(static curves => IsSound(curves.Draw()), iter: 300);

    [Fact]
    public void Every_fan_is_a_sound_picture() => Gen.Select(
        Words, Name.Array[0, 14], Amounts, Gen.Select(Chance, Amounts).Array[0, 6],
        Gen.Select(Name, Amounts).Array[0, 4],
        static (words, periods, paid, lines, targets) => new CostFan(
            words, periods.ToValueList(), paid,
            lines.Select(line => new FanLine(line.Item1, line.Item2)).ToValueList())
        {
            Targets = targets.Select(target => new FanTarget(target.Item1, target.Item2)).ToValueList(),
        }).Sample(static fan => IsSound(fan.Draw()), iter: 300);

    [Fact]
    public void Every_exceedance_curve_is_a_sound_picture() => Gen.Select(
        Words, Gen.Select(Amount, Chance, static (amount, chance) => new ExceedancePoint(amount, chance)).Array[0, 20],
        Gen.Select(Name, Amount, static (name, amount) => new PictureMark(name, amount)).Array[0, 7],
        static (words, points, marks) => new ExceedanceCurve(words, [.. points], [.. marks]))
        .Sample(static curve => IsSound(curve.Draw()), iter: 300);

    [Fact]
    public void Every_tornado_is_a_sound_picture() => Gen.Select(
        Words, Amount, Gen.Select(Name, Name, Amount, Name, Amount,
            static (name, low, at, high, then) => new TornadoBar(name, low, at, high, then)).Array[0, 20],
        static (words, at, bars) => new Tornado(words, at, [.. bars]))
        .Sample(static tornado => IsSound(tornado.Draw()), iter: 300);

    [Fact]
    public void Every_comparison_of_years_is_a_sound_picture() => Gen.Select(
        Words,
        Gen.Select(Name, Gen.Bool, Amount, Amount, Amount, Amount, static (name, past, own, good, bad, insured) =>
            new ComparedYear(name, past, new ComparedCost(own, good, bad), new ComparedCost(insured))).Array[0, 12],
        static (words, years) => new YearsPicture(words, [.. years]))
        .Sample(static years => IsSound(years.Draw()), iter: 300);

    [Fact]
    public void Every_frontier_is_a_sound_picture() => Gen.Select(
        Words, Gen.Select(Name, Amount, Amount, Gen.Enum<FrontierPlace>(),
            static (name, expected, risk, place) => new FrontierPoint(name, expected, risk, place)).Array[0, 40],
        static (words, points) => new FrontierPicture(words, [.. points]))
        .Sample(static frontier => IsSound(frontier.Draw()), iter: 300);

    [Fact]
    public void Where_nothing_is_known_a_picture_says_so_and_one_point_is_drawn()
    {
        var words = new PictureWords("Nothing", "nowhere");
        Assert.Contains(">no data<", new FrontierPicture(words, []).Draw(), StringComparison.Ordinal);
        Assert.Contains(">no data<", new CostFan(words, ["Jan"], [], []).Draw(), StringComparison.Ordinal);
        Assert.DoesNotContain(">no data<", new CostFan(words, ["Jan"], [5], []).Draw(), StringComparison.Ordinal);
        var unknown = new ExceedanceCurve(words, [new(double.NaN, 1)], []);
        Assert.Contains(">no data<", unknown.Draw(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            ">no data<", (unknown with { Points = [new(7, 0.5)] }).Draw(), StringComparison.Ordinal);
        Assert.Contains(">no data<", new Tornado(words, 1, []).Draw(), StringComparison.Ordinal);
        Assert.Contains(">no data<", new YearsPicture(words, []).Draw(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Words_and_lines_have_a_contrast_of_four_and_a_half(bool isDark)
    {
        var sheet = SamplePictures.Fan.Draw();
        sheet = sheet[..sheet.IndexOf("</style>", StringComparison.Ordinal)];
        var half = sheet.IndexOf("@media", StringComparison.Ordinal);
        var part = isDark ? sheet[half..] : sheet[..half];
        var ink = Colours(part, @"\.oa-picture\{color:(#\w+)").Single();
        var paper = Colours(part, @"\.oa-paper\{fill:(#\w+)").Single();
        Assert.All(
            Colours(part, @"\.oa-h\d\{fill:(#\w+)").Append(paper), fill => Assert.True(Contrast(ink, fill) >= 4.5));
        Assert.All(
            Colours(part, @"\.oa-l\d\{stroke:(#\w+)"), line => Assert.True(Contrast(line, paper) >= 4.5));
    }

    private static List<string> Colours(string sheet, string pattern)
    {
        var found = Regex.Matches(sheet, pattern).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    // Relative luminance as the web's guidelines define it.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);

        static double Luminance(string colour)
        {
            var digits = colour.Length == 4
                ? string.Concat(colour[1..].Select(digit => new string(digit, 2)))
                : colour[1..];
            double[] parts = [.. Enumerable.Range(0, 3).Select(at => Linear(Convert.ToInt32(
                digits.Substring(2 * at, 2), 16) / 255.0))];
            return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
        }

        static double Linear(double part) => part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }

    // Well-formed, told in words, all of it within its frame, and each number a number.
    private static bool IsSound(string picture)
    {
        var svg = XDocument.Parse(picture).Root!;
        var (width, height) = (Of(svg, "width")!.Value, Of(svg, "height")!.Value);
        return (string?)svg.Attribute("role") == "img"
            && svg.Elements().Take(2).Select(element => element.Name.LocalName).SequenceEqual(["title", "desc"])
            && svg.Elements().Where(element => element.Name.LocalName is not ("defs" or "style"))
                .All(element => Holds(element, width, height));
    }

    private static bool Holds(XElement element, double width, double height)
    {
        var across = ((string[])["x", "x1", "x2", "cx"]).Select(name => Of(element, name)).OfType<double>();
        var down = ((string[])["y", "y1", "y2", "cy"]).Select(name => Of(element, name)).OfType<double>();
        var path = ((string?)element.Attribute("d") ?? "")
            .Split(['M', 'L', 'Z', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture)).Index().ToList();
        var right = (Of(element, "x") ?? 0) + (Of(element, "width") ?? 0);
        return across.Append(right).Concat(path.Where(at => at.Index % 2 == 0).Select(at => at.Item))
                .All(x => x >= 0 && x <= width)
            && down.Concat(path.Where(at => at.Index % 2 == 1).Select(at => at.Item)).All(y => y >= 0 && y <= height);
    }

    private static double? Of(XElement element, string name) => (string?)element.Attribute(name) is { } text
        ? double.Parse(text, CultureInfo.InvariantCulture)
        : null;
}
