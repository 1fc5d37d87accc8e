using System.Collections.Immutable;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>A plan document: terms with the days on which each wording holds.</summary>
/// <remarks>Immutable. Read from YAML by the plan reader; every amendment restates the provisions that it
/// changes.</remarks>
public sealed class Plan
{
    private readonly ImmutableArray<ResolvedPlan> _segments;

    /// <summary>A plan of these segments.</summary>
    /// <param name="segments">In order of date, not overlapping, at least one; all of one plan id and version.</param>
    /// <exception cref="ArgumentException">There is no segment.</exception>
    public Plan(ImmutableArray<ResolvedPlan> segments)
    {
        if (segments.IsDefaultOrEmpty)
            throw new ArgumentException("A plan has at least one wording.", nameof(segments));
        _segments = segments;
    }

    /// <summary>The plan option.</summary>
    public PlanId Id => _segments[0].Id;

    /// <summary>The document's content.</summary>
    public ContentHash Version => _segments[0].Version;

    /// <summary>The wordings in order of date.</summary>
    public ImmutableArray<ResolvedPlan> Segments => _segments;

    /// <summary>Claims with the split that the document promises.</summary>
    public ValueList<WorkedExample> Examples { get; init; }

    /// <summary>The terms on a day; null before the first and after the last day of the plan.</summary>
    /// <param name="day">As a rule the day of service.</param>
    public ResolvedPlan? AsOf(DateOnly day)
    {
        foreach (var segment in _segments)
        {
            if (segment.InForce.Contains(day))
                return segment;
        }
        return null;
    }
}
