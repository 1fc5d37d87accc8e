using OpenAso.Kernel;

namespace OpenAso.Decision.Pictures;

/// <summary>The cumulative cost of a plan year: what was paid so far, how it may go on, and what it is held
/// against.</summary>
/// <param name="Words">What stands around it.</param>
/// <param name="Periods">The months, or weeks, whose ends are shown.</param>
/// <param name="Paid">Cumulative, from the first period on, as far as it is known; may be empty.</param>
/// <param name="Quantiles">How it may go on; bands lie between the outermost two, the next two, and so on.</param>
public sealed record CostFan(
    PictureWords Words, ValueList<string> Periods, ValueList<double> Paid, ValueList<FanLine> Quantiles)
{
    /// <summary>What is held against it: budget, expected, maximum.</summary>
    public ValueList<FanTarget> Targets { get; init; }

    /// <summary>What stands below the periods.</summary>
    public string? PeriodTitle { get; init; }

    /// <summary>The picture as SVG.</summary>
    public string Draw() => FanDrawing.Of(this);
}

/// <summary>Cumulative amounts that are not passed with a probability.</summary>
/// <param name="Probability">Of staying at or below them.</param>
/// <param name="Amounts">For the last periods: as many as there are amounts.</param>
public sealed record FanLine(double Probability, ValueList<double> Amounts);

/// <summary>Cumulative amounts that the cost is held against.</summary>
/// <param name="Name">Budget, expected, maximum.</param>
/// <param name="Amounts">For the last periods: as many as there are amounts; one alone is a level for all.</param>
public sealed record FanTarget(string Name, ValueList<double> Amounts);
