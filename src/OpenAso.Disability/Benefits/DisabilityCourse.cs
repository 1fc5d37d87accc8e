using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Benefits;

/// <summary>What happened, day by day: which disabilities there were, and for which days a benefit may be
/// paid.</summary>
/// <param name="Periods">In order; at least one.</param>
/// <param name="Days">In order.</param>
public sealed record DisabilityCourse(ValueList<DisabilityPeriod> Periods, ValueList<BenefitDay> Days)
{
    /// <summary>Walks through the days from the first day of disability.</summary>
    /// <param name="claim">Its cause is known.</param>
    /// <param name="terms">Of the first day of disability.</param>
    /// <param name="law">For the normal retirement age.</param>
    /// <param name="through">The last day to look at; null for the last that is certified, or a return to work or a
    /// death that came later.</param>
    public static DisabilityCourse Of(
        DisabilityClaim claim, DisabilityTerms terms, DisabilityLaw law, DateOnly? through)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(terms);
        var certified = CertifiedDays.Of(claim, terms);
        var walk = new CourseWalk(claim, terms, law, certified);
        var last = through ?? LastKnown(claim, certified);
        for (var day = claim.DisabledFrom; day <= last && !walk.IsOver; day = day.AddDays(1))
            walk.Take(day);
        return walk.Course;
    }

    private static DateOnly LastKnown(DisabilityClaim claim, CertifiedDays certified)
    {
        var last = certified.Last ?? claim.DisabledFrom;
        foreach (var day in claim.Work.Items.Where(work => work.IsFull).Select(work => work.Days.First)
            .Concat(claim.Died is { } died ? [died.AddDays(1)] : [])
            .Concat(certified.WithdrawnFrom is { } from ? [from] : []))
        {
            if (day > last)
                last = day;
        }
        return last;
    }
}

/// <summary>Days for which there is proof of disability.</summary>
/// <param name="Own">For the own occupation, or any.</param>
/// <param name="Any">For any occupation.</param>
public sealed record CertifiedDays(ValueList<DateRange> Own, ValueList<DateRange> Any)
{
    /// <summary>The first day from which proof was withdrawn; null where none was.</summary>
    public DateOnly? WithdrawnFrom { get; init; }

    /// <summary>The last such day; null where there is none.</summary>
    public DateOnly? Last => Own.Count == 0 ? null : Own.Items.Max(days => days.Last);

    /// <summary>The certifications of a claim, with the days that a delivery proves by itself.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="terms">For maternity.</param>
    public static CertifiedDays Of(DisabilityClaim claim, DisabilityTerms terms)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(terms);
        var own = claim.Certifications.Items.Select(one => one.Standing).OfType<DateRange>().ToList();
        if (claim.Delivery is { } delivery && terms.Maternity is { } maternity)
        {
            var weeks = delivery.Cesarean ? maternity.CesareanWeeks : maternity.VaginalWeeks;
            own.Add(new DateRange(delivery.Day, delivery.Day.AddDays(7 * weeks - 1)));
        }
        var any = claim.Certifications.Items.Where(one => one.AnyOccupation).Select(one => one.Standing)
            .OfType<DateRange>();
        return new CertifiedDays(own.ToValueList(), any.ToValueList())
        {
            WithdrawnFrom = claim.Certifications.Items.Min(one => one.WithdrawnFrom),
        };
    }

    /// <summary>Whether a day has no proof any more: it comes after a withdrawal, and nothing else proves it.</summary>
    /// <param name="day">The day.</param>
    public bool IsWithdrawn(DateOnly day) => day >= WithdrawnFrom && !Holds(day, anyOccupation: false);

    /// <summary>Whether there is proof for a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="anyOccupation">Whether it must be for any occupation.</param>
    public bool Holds(DateOnly day, bool anyOccupation)
    {
        foreach (var days in anyOccupation ? Any : Own)
        {
            if (days.Contains(day))
                return true;
        }
        return false;
    }
}
