using System.Collections.Immutable;
using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>An agreement by which an administrator runs an employer's plan for a fee, and the employer pays the claims:
/// terms with the days on which each wording holds.</summary>
/// <remarks>Immutable. Read from YAML by <see cref="AgreementReader"/>; every amendment restates the provisions that it
/// changes.</remarks>
public sealed class AsoAgreement
{
    private readonly ImmutableArray<AgreementTerms> _segments;

    /// <summary>An agreement of these wordings.</summary>
    /// <param name="segments">In order of date, without gaps, at least one.</param>
    /// <exception cref="ArgumentException">There is no wording.</exception>
    public AsoAgreement(ImmutableArray<AgreementTerms> segments)
    {
        if (segments.IsDefaultOrEmpty)
            throw new ArgumentException("An agreement has at least one wording.", nameof(segments));
        _segments = segments;
    }

    /// <summary>The employer.</summary>
    public required EmployerId Employer { get; init; }

    /// <summary>The administrator's organisation.</summary>
    public required TenantId Administrator { get; init; }

    /// <summary>The currency of every amount: three capital letters.</summary>
    public required string Currency { get; init; }

    /// <summary>The plan year by which the agreement is settled.</summary>
    public required PlanYear Year { get; init; }

    /// <summary>How many months after its last day the agreement still pays claims incurred before; 0 for
    /// none.</summary>
    public required int RunOutMonths { get; init; }

    /// <summary>The document's content.</summary>
    public required ContentHash Version { get; init; }

    /// <summary>The wordings in order of date.</summary>
    public ImmutableArray<AgreementTerms> Segments => _segments;

    /// <summary>From the first day to the last, run-out not counted.</summary>
    public DateRange Effective => new(_segments[0].InForce.First, _segments[^1].InForce.Last);

    /// <summary>The last day on which claims are paid, run-out counted.</summary>
    public DateOnly PaidThrough => Effective.IsOpen ? DateOnly.MaxValue : Effective.Last.AddMonths(RunOutMonths);

    /// <summary>The terms on a day.</summary>
    /// <param name="day">Any day.</param>
    /// <returns>Null where the agreement is not in force.</returns>
    public AgreementTerms? AsOf(DateOnly day)
    {
        foreach (var terms in _segments)
        {
            if (terms.InForce.Contains(day))
                return terms;
        }
        return null;
    }

    /// <summary>The terms by which claims are paid on a day: in the run-out, the last ones.</summary>
    /// <param name="day">Any day.</param>
    /// <returns>Null before the first day and after the run-out.</returns>
    public AgreementTerms? PayingOn(DateOnly day) =>
        AsOf(day) ?? (day > Effective.Last && day <= PaidThrough ? _segments[^1] : null);

    /// <summary>The terms by which claims are paid on a day; the last ones where nothing is paid then.</summary>
    /// <param name="day">Any day.</param>
    public AgreementTerms PayingOnOrLast(DateOnly day) => PayingOn(day) ?? _segments[^1];

    /// <summary>The terms of a month: those of its first day, or of the agreement's first day where that comes later in
    /// the month.</summary>
    /// <param name="month">Any month.</param>
    /// <returns>Null where the agreement is not in force in the month, or ended before it.</returns>
    public AgreementTerms? For(Month month) =>
        AsOf(Effective.First > month.First && Effective.First <= month.Last ? Effective.First : month.First);
}
