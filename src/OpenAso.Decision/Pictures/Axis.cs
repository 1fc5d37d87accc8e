namespace OpenAso.Decision.Pictures;

/// <summary>A number or a name that stands at an axis.</summary>
internal readonly record struct Tick(double Value, string Label);

/// <summary>An axis with its title and what stands at it.</summary>
internal sealed record Axis(Scale Scale, string Title, IReadOnlyList<Tick> Ticks)
{
    private static readonly (double Unit, string Key)[] Units =
    [
        (1e12, "axis.trillions"), (1e9, "axis.billions"), (1e6, "axis.millions"), (1e3, "axis.thousands"),
        (1, "axis.plain"),
    ];

    /// <summary>Of amounts, in thousands or millions where they are large.</summary>
    /// <param name="values">What it must hold.</param>
    /// <param name="title">What the amounts are.</param>
    /// <param name="words">In what they are counted, and how that is said.</param>
    /// <param name="withZero">Whether it must hold zero.</param>
    /// <param name="wanted">About how many numbers.</param>
    public static Axis OfAmounts(
        IEnumerable<double> values, string title, PictureWords words, bool withZero, int wanted = 6)
    {
        var scale = Scale.Around(values, withZero).Rounded(wanted);
        var size = Math.Max(Math.Abs(scale.Least), Math.Abs(scale.Most));
        var (unit, key) = Units.FirstOrDefault(one => size >= 2 * one.Unit, Units[^1]);
        var step = RoundNumbers.Step(scale.Most - scale.Least, wanted) / unit;
        return new Axis(
            scale, words.Texts[key, title, words.Currency],
            [.. RoundNumbers.Of(scale, wanted).Select(at => new Tick(
                at, RoundNumbers.Text(at / unit, step, words.Texts.Culture)))]);
    }

    /// <summary>Of shares, in percent, as its title should say.</summary>
    public static Axis OfShares(Scale scale, string title, PictureTexts texts, int wanted = 6) => new(
        scale, title,
        [.. RoundNumbers.Of(scale, wanted).Select(at => new Tick(at, texts.Percent(at)))]);

    /// <summary>Of names, the first at 0 and the next at 1; as many are shown as have room.</summary>
    /// <param name="names">At least one.</param>
    /// <param name="title">What they are.</param>
    /// <param name="width">How much room there is for all.</param>
    public static Axis OfNames(IReadOnlyList<string> names, string title, double width)
    {
        var widest = names.Max(name => TextWidth.Of(Short(name), PictureFrame.TickSize)) + 12;
        var every = Math.Max(1, (int)Math.Ceiling(widest * names.Count / width));
        return new Axis(
            new Scale(0, Math.Max(names.Count - 1, 1)), title,
            [.. names.Index().Where(name => name.Index % every == 0)
                .Select(name => new Tick(name.Index, Short(name.Item)))]);
    }

    /// <summary>A name of an axis, not too long.</summary>
    public static string Short(string name) => TextWidth.Fit(name, 110, PictureFrame.TickSize);
}
