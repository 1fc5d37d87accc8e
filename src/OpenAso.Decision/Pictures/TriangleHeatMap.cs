using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>The link ratios of a triangle, coloured by how far each lies from the selected factor of its age; ratios
/// that do not count are hatched.</summary>
/// <param name="Words">What stands around it.</param>
/// <param name="Origins">The rows, oldest first; of more than 40 the latest are shown.</param>
/// <param name="Ages">The columns: from which age to which; of more than 40 the first are shown.</param>
public sealed record TriangleHeatMap(PictureWords Words, ValueList<string> Origins, ValueList<string> Ages)
{
    /// <summary>The ratios that are known.</summary>
    public required ValueList<HeatCell> Cells { get; init; }

    /// <summary>The selected factor of each age.</summary>
    public required ValueList<double> Selected { get; init; }

    /// <summary>The picture as SVG.</summary>
    public string Draw() => HeatMapDrawing.Of(this);
}

/// <summary>A ratio of a triangle.</summary>
/// <param name="Origin">Index of its row.</param>
/// <param name="Age">Index of its column.</param>
/// <param name="Ratio">By which the amount grew; one that is no number is shown as a dash.</param>
/// <param name="IsDropped">Whether it does not count.</param>
public readonly record struct HeatCell(int Origin, int Age, double Ratio, bool IsDropped);
