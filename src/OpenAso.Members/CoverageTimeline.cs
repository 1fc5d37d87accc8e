using OpenAso.Kernel;

namespace OpenAso.Members;

/// <summary>Arithmetic on the coverage spans of one person. Spans of one line never overlap.</summary>
public static class CoverageTimeline
{
    /// <summary>The timeline with a span added, which takes its days from whatever stood there on the same
    /// line.</summary>
    /// <remarks>A span of the same plan that began on the same day is told anew: its old end no longer holds.</remarks>
    /// <param name="spans">By line and first day.</param>
    /// <param name="added">The new span.</param>
    /// <returns>By line and first day; neighbours of the same plan and tier joined.</returns>
    public static ValueList<CoverageSpan> With(this ValueList<CoverageSpan> spans, CoverageSpan added)
    {
        ArgumentNullException.ThrowIfNull(added);
        List<CoverageSpan> result = [added];
        foreach (var span in spans)
        {
            if (span.Line == added.Line && span.Plan == added.Plan && span.Dates.First == added.Dates.First)
                continue;
            if (span.Line != added.Line || !span.Dates.Overlaps(added.Dates))
            {
                result.Add(span);
                continue;
            }
            if (span.Dates.First < added.Dates.First)
                result.Add(span with { Dates = new DateRange(span.Dates.First, added.Dates.First.AddDays(-1)) });
            if (span.Dates.Last > added.Dates.Last)
                result.Add(span with { Dates = new DateRange(added.Dates.Last.AddDays(1), span.Dates.Last) });
        }
        return Joined(result);
    }

    /// <summary>The timeline with a line ended, or one plan of it.</summary>
    /// <param name="spans">By line and first day.</param>
    /// <param name="line">The line.</param>
    /// <param name="last">The last day that is still covered.</param>
    /// <param name="plan">The only plan that ends; null for whatever stands on the line.</param>
    /// <returns>By line and first day.</returns>
    public static ValueList<CoverageSpan> EndedAfter(
        this ValueList<CoverageSpan> spans, LineOfCoverage line, DateOnly last, PlanId? plan = null)
    {
        List<CoverageSpan> result = [];
        foreach (var span in spans)
        {
            if (span.Line != line || span.Dates.Last <= last || (plan is { } only && span.Plan != only))
                result.Add(span);
            else if (span.Dates.First <= last)
                result.Add(span with { Dates = new DateRange(span.Dates.First, last) });
        }
        return Joined(result);
    }

    /// <summary>The last span of a line; null where there is none.</summary>
    /// <param name="spans">By line and first day.</param>
    /// <param name="line">The line.</param>
    public static CoverageSpan? LastOf(this ValueList<CoverageSpan> spans, LineOfCoverage line)
    {
        CoverageSpan? last = null;
        foreach (var span in spans)
        {
            if (span.Line == line)
                last = span;
        }
        return last;
    }

    private static ValueList<CoverageSpan> Joined(List<CoverageSpan> spans)
    {
        spans.Sort(static (left, right) => left.Line != right.Line
            ? left.Line.CompareTo(right.Line)
            : left.Dates.First.CompareTo(right.Dates.First));
        List<CoverageSpan> result = [];
        foreach (var span in spans)
        {
            if (result.Count > 0 && Touch(result[^1], span))
                result[^1] = result[^1] with { Dates = new DateRange(result[^1].Dates.First, span.Dates.Last) };
            else
                result.Add(span);
        }
        return result.ToValueList();
    }

    private static bool Touch(CoverageSpan left, CoverageSpan right) =>
        left.Line == right.Line && left.Plan == right.Plan && left.Tier == right.Tier
        && !left.Dates.IsOpen && left.Dates.Last.AddDays(1) == right.Dates.First;
}
