using OpenAso.Actuarial.Credibility;
using OpenAso.Decision.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Operations.Experiencing;

/// <summary>Which experience of the books is asked for.</summary>
/// <param name="Line">One line of coverage; null for all together.</param>
/// <param name="AsOf">Nothing later is known; null for the last day on which anything was received or paid.</param>
/// <param name="Pooling">Cost of a person's year above it is pooled; above zero.</param>
/// <param name="Manual">What a person's year is expected to cost without a limit; null for the severity's own
/// mean.</param>
/// <param name="Severity">How the cost of a person's year is distributed.</param>
public sealed record ExperienceQuestion(
    LineOfCoverage? Line, DateOnly? AsOf, Money Pooling, Money? Manual, SeverityTable Severity);

/// <summary>What a group's own people have cost below a pooling level, blended with what is expected of
/// everybody.</summary>
public sealed record GroupExperience
{
    /// <summary>The days of service: twelve months at most, which have ended.</summary>
    public required DateRange Incurred { get; init; }

    /// <summary>Claims received up to this day count.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How many months they are.</summary>
    public required int Months { get; init; }

    /// <summary>Member months; who is covered on the first day of a month counts for it.</summary>
    public required int MemberMonths { get; init; }

    /// <summary>People covered on the day.</summary>
    public required int Covered { get; init; }

    /// <summary>People for whom the plan pays anything.</summary>
    public required int PeopleWithCost { get; init; }

    /// <summary>What the plan pays for them, as far as it is known.</summary>
    public required Money Cost { get; init; }

    /// <summary>The pooling level for as many months: twelfths of that of a year.</summary>
    public required Money Level { get; init; }

    /// <summary>What of the cost lies below it.</summary>
    public required Money Pooled { get; init; }

    /// <summary>People above it.</summary>
    public required int PeopleAbove { get; init; }

    /// <summary>What services of these months come to in the end, for each unit that has come so far.</summary>
    public required double Completion { get; init; }

    /// <summary>The blend, of a person's year.</summary>
    public required PooledExperience Blend { get; init; }

    /// <summary>By what the severity is multiplied so that its cost below the pooling level is the blended
    /// one.</summary>
    public required double Factor { get; init; }

    /// <summary>What should be known of it.</summary>
    public required ValueList<Finding> Findings { get; init; }
}
