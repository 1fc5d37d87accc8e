using OpenAso.Actuarial.Reserving;
using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>Pictures of a reserve.</summary>
public static class ReservePictures
{
    /// <summary>The link ratios of a triangle beside the factors that were selected.</summary>
    /// <param name="triangle">What the reserve was estimated from.</param>
    /// <param name="estimate">The reserve.</param>
    /// <param name="source">The source line.</param>
    /// <param name="texts">Its words; English ones where null.</param>
    public static TriangleHeatMap Ratios(
        Triangle triangle, ReserveEstimate estimate, string source, PictureTexts? texts = null)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        ArgumentNullException.ThrowIfNull(estimate);
        var words = texts ?? PictureTexts.English;
        var steps = estimate.Pattern.Steps;
        return new TriangleHeatMap(
            new PictureWords(words["ratios.title"], source) { Texts = words }, triangle.Origins,
            Enumerable.Range(0, steps.Count)
                .Select(age => $"{triangle.Ages[age]}–{triangle.Ages[age + 1]}").ToValueList())
        {
            Cells = Enumerable.Range(0, triangle.Origins.Count).SelectMany(origin => Enumerable
                .Range(0, triangle.LatestAge(origin)).Select(age => new HeatCell(
                    origin, age, triangle[origin, age + 1] / triangle[origin, age],
                    !estimate.Pattern.Uses(origin, age)))).ToValueList(),
            Selected = steps.Items.Select(step => step.Factor).ToValueList(),
        };
    }

    /// <summary>How much of its ultimate each origin had reached at each age.</summary>
    /// <param name="triangle">What the reserve was estimated from.</param>
    /// <param name="estimate">The reserve.</param>
    /// <param name="source">The source line.</param>
    /// <param name="texts">Its words; English ones where null.</param>
    public static DevelopmentCurves Development(
        Triangle triangle, ReserveEstimate estimate, string source, PictureTexts? texts = null)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        ArgumentNullException.ThrowIfNull(estimate);
        var words = texts ?? PictureTexts.English;
        return new DevelopmentCurves(
            new PictureWords(words["development.title"], source) { Texts = words }, triangle.Ages,
            estimate.Origins.Items.Index().Select(origin => new DevelopmentCurve(
                origin.Item.Origin, Enumerable.Range(0, triangle.Known(origin.Index))
                    .Select(age => triangle[origin.Index, age] / origin.Item.Ultimate).ToValueList())).ToValueList(),
            Enumerable.Range(0, triangle.Ages.Count).Select(estimate.Pattern.Completion).ToValueList());
    }
}
