namespace OpenAso.Actuarial.Reserving;

/// <summary>The straight line of least squares through some points.</summary>
/// <param name="Intercept">At zero.</param>
/// <param name="Slope">For each unit.</param>
internal sealed record FittedLine(double Intercept, double Slope)
{
    /// <summary>Null where there are not two points with different places.</summary>
    public static FittedLine? Through(IReadOnlyCollection<(double Place, double Value)> points)
    {
        if (points.Count < 2)
            return null;
        var place = points.Average(point => point.Place);
        var value = points.Average(point => point.Value);
        var spread = points.Sum(point => (point.Place - place) * (point.Place - place));
        if (spread <= 0)
            return null;
        var slope = points.Sum(point => (point.Place - place) * (point.Value - value)) / spread;
        return new FittedLine(value - slope * place, slope);
    }

    public double At(double place) => Intercept + Slope * place;
}
