using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>With which probability a year costs more than each amount, on a scale of tenths; with amounts marked that
/// it is held against.</summary>
/// <param name="Words">What stands around it.</param>
/// <param name="Points">Probabilities of zero, and what is no number, are left out.</param>
/// <param name="Marks">An insured premium, expected, maximum; the first six differ in look.</param>
public sealed record ExceedanceCurve(
    PictureWords Words, ValueList<ExceedancePoint> Points, ValueList<PictureMark> Marks)
{
    private const double Rarest = 1e-8;

    /// <summary>What the amounts are.</summary>
    public string? Amounts { get; init; }

    /// <summary>The picture as SVG.</summary>
    public string Draw()
    {
        var points = Points.Items
            .Where(point => double.IsFinite(point.Amount) && point.Probability is >= Rarest and <= 1)
            .OrderBy(point => point.Amount).ThenByDescending(point => point.Probability).ToList();
        var marks = Marks.Items.Where(mark => double.IsFinite(mark.Amount)).ToList();
        var frame = new PictureFrame(Words, Description(points, marks));
        if (points.Count == 0)
            return frame.NoData();
        frame.Row(UprightMarks.Height(marks.Count));
        var room = frame.Room;
        var least = Math.Pow(10, Math.Min(-1, Math.Floor(Math.Log10(points.Min(point => point.Probability)) + 1e-9)));
        var plot = Plot.Draw(
            frame.Svg, room,
            Axis.OfAmounts(points.Select(point => point.Amount).Concat(marks.Select(mark => mark.Amount)),
                Amounts ?? Words.Texts["cost-of-year"], Words, withZero: false, wanted: 8),
            Axis.OfShares(new Scale(least, 1, IsLogarithmic: true), "", Words.Texts));
        frame.Svg.Path("oa-line oa-bold oa-l0", [.. points.Select(point => plot.At(point.Amount, point.Probability))]);
        if (points.Count == 1)
            frame.Svg.Circle("oa-fill", plot.At(points[0].Amount, points[0].Probability), 4.5);
        UprightMarks.Draw(
            frame.Svg, plot.Area with { Top = room.Top, Height = plot.Area.Bottom - room.Top },
            [.. marks.Select(mark => (plot.X(mark.Amount), Told(points, mark)))]);
        frame.Svg.Text("oa-axis-title oa-halo", new Spot(room.Left, plot.Area.Top - 10),
            Words.Texts["exceedance.probability"]);
        return frame.End();
    }

    private string Told(List<ExceedancePoint> points, PictureMark mark)
    {
        var amount = Words.Texts.Amount(mark.Amount);
        return Above(points, mark.Amount) is { } above
            ? Words.Texts["exceedance.passed", mark.Name, amount, Chance(above)]
            : Words.Texts["exceedance.mark", mark.Name, amount];
    }

    // On the straight line, in tenths, between the neighbours; null beyond the points.
    private static double? Above(List<ExceedancePoint> points, double amount)
    {
        var next = points.FindIndex(point => point.Amount >= amount);
        if (next < 0 || points[next].Amount == amount)
            return next < 0 ? null : points[next].Probability;
        if (next == 0)
            return null;
        var (low, high) = (points[next - 1], points[next]);
        var share = (amount - low.Amount) / (high.Amount - low.Amount);
        return low.Probability * Math.Pow(high.Probability / low.Probability, share);
    }

    private string Chance(double probability) => Words.Texts.Percent(
        probability == 0 ? 0 : Math.Round(probability, probability >= 0.1 ? 3 : probability >= 0.001 ? 4 : 8));

    private string Description(List<ExceedancePoint> points, List<PictureMark> marks) => points.Count == 0
        ? Words.Texts["nothing-known"]
        : Words.Texts["exceedance.description",
            Words.Texts.Amount(points[0].Amount), Chance(points[0].Probability),
            Words.Texts.Amount(points[^1].Amount), Chance(points[^1].Probability), Words.Currency]
            + string.Concat(marks.Select(mark => $" {Told(points, mark)}."));
}

/// <summary>An amount and how likely it is passed.</summary>
/// <param name="Amount">Any.</param>
/// <param name="Probability">Of more than it: from 0 to 1.</param>
public readonly record struct ExceedancePoint(double Amount, double Probability);
