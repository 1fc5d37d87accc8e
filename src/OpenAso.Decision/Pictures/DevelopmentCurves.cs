using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>How much of its ultimate each origin had reached at each age, and how much the selected factors
/// say.</summary>
/// <param name="Words">What stands around it.</param>
/// <param name="Ages">Youngest first.</param>
/// <param name="Origins">Each origin, as shares of what it is expected to come to.</param>
/// <param name="Selected">By the selected factors, for each age.</param>
public sealed record DevelopmentCurves(
    PictureWords Words, ValueList<string> Ages, ValueList<DevelopmentCurve> Origins, ValueList<double> Selected)
{
    /// <summary>The picture as SVG.</summary>
    public string Draw()
    {
        var frame = new PictureFrame(Words, Description());
        var shares = Origins.Items.SelectMany(origin => origin.Shares.Items).Concat(Selected.Items)
            .Where(double.IsFinite).ToList();
        if (Ages.Count == 0 || shares.Count == 0)
            return frame.NoData();
        frame.Legend([
            LegendEntry.Line(Words.Texts["development.selected"], "oa-line oa-bold oa-l0"),
            LegendEntry.Line(Words.Texts["development.origin"], "oa-faint"),
            LegendEntry.Mark(Words.Texts["development.now"], static (svg, at) => svg.Circle("oa-open", at, 3.2)),
        ]);
        var plot = Plot.Draw(
            frame.Svg, frame.Room,
            Axis.OfNames(Ages.Items, Words.Texts["development.age"], frame.Room.Width - 90),
            Axis.OfShares(
                Scale.Around(shares.Append(1), withZero: true).Rounded(6), Words.Texts["development.reached"],
                Words.Texts));
        foreach (var origin in Origins.Items)
            frame.Svg.Path("oa-faint", Spots(plot, origin.Shares));
        foreach (var origin in Origins.Items)
        {
            if (Spots(plot, origin.Shares) is [.., var last])
                frame.Svg.Circle("oa-open", last, 3.2);
        }
        var selected = Spots(plot, Selected);
        frame.Svg.Path("oa-line oa-bold oa-l0", selected);
        if (selected.Count == 1)
            frame.Svg.Circle("oa-fill", selected[0], 4.5);
        return frame.End();
    }

    private List<Spot> Spots(Plot plot, ValueList<double> shares) =>
        [.. shares.Items.Take(Ages.Count).Index().Where(share => double.IsFinite(share.Item))
            .Select(share => plot.At(share.Index, share.Item))];

    private string Description()
    {
        var half = Selected.Items.Take(Ages.Count).Index().Where(share => share.Item >= 0.5).Take(1)
            .Select(share => " " + Words.Texts["development.half", Ages[share.Index]]);
        return Words.Texts["development.description", Origins.Count, Ages.Count] + string.Concat(half);
    }
}

/// <summary>The development of one origin.</summary>
/// <param name="Name">Of the origin.</param>
/// <param name="Shares">Of its ultimate, from the first age to the latest that is known; 1 is all of it.</param>
public sealed record DevelopmentCurve(string Name, ValueList<double> Shares);
