using OpenAso.Kernel;

namespace OpenAso.Plans.Legal;

/// <summary>Checks a plan against the public limits of the plan years on which its terms hold.</summary>
/// <remarks>
/// <para>Only medical plans are checked: dental and vision plans of their own are excepted benefits, and what a
/// pharmacy plan takes counts toward the medical plan's maximum.</para>
/// <para>A plan year is held to the figures of the calendar year in which it begins. A plan without an end is
/// checked for its first plan year and every later one that has figures.</para>
/// </remarks>
public static class LegalLimitRules
{
    /// <summary>Everything in which a plan goes against the limits.</summary>
    /// <param name="plan">All of its wordings are checked.</param>
    /// <param name="limits">The figures with their years.</param>
    /// <returns>In the order of the document. Rejected where the plan should not be put in force as it stands, a
    /// warning where a plan year could not be checked for want of figures.</returns>
    [Source("45 CFR 156.130; 26 U.S.C. 223(c)(2); 29 CFR 2590.715-2711; 29 CFR 2590.715-2713")]
    public static ValueList<Finding> Check(Plan plan, LegalLimits limits)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(limits);
        return plan.Segments.Where(terms => terms.Line == LineOfCoverage.Medical)
            .SelectMany(terms => Check(terms, limits))
            .Distinct()
            .OrderBy(finding => finding.Place.Line).ThenBy(finding => finding.Place.Column)
            .ToValueList();
    }

    /// <summary>Whether copays, deductible and coinsurance in network end soon enough: for an employee covered
    /// alone, for a family, and for each person of a family.</summary>
    /// <param name="terms">Of a medical plan that is not grandfathered.</param>
    /// <param name="figures">Of the year in which the plan year begins.</param>
    [Source("45 CFR 156.130(a)(2), (c)")]
    [Source("42 U.S.C. 300gg-6(b)")]
    public static IEnumerable<Finding> CostSharing(ResolvedPlan terms, CostSharingFigures figures)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(figures);
        var (one, all, year) = (figures.Maximum.SelfOnly, figures.Maximum.Family, figures.Year);
        var alone = NetworkMaximum.SelfOnly(terms);
        var (family, person) = (NetworkMaximum.Family(terms), NetworkMaximum.Person(terms));
        var place = NetworkMaximum.PlaceOf(terms);
        if (Exceeds(alone, one))
            yield return Above(LegalCodes.SelfOnlyMaximum, place, "An employee covered alone", alone, one, year);
        if (Exceeds(family, all))
            yield return Above(LegalCodes.FamilyMaximum, place, "A family", family, all, year);
        if (Exceeds(person, one) && person != alone)
            yield return Above(LegalCodes.EmbeddedMaximum, place, "One person of a family", person, one, year);
    }

    /// <summary>Whether deductible and out-of-pocket maximum in network are those of a plan beside which a health
    /// savings account is allowed.</summary>
    /// <remarks>A person of a family may have a deductible of their own, but none below the least for a family. Where
    /// deductible is carried over, the least grows with the months that it can come from.</remarks>
    /// <param name="terms">Of a plan that means to be HSA-qualified.</param>
    /// <param name="figures">Of the year in which the plan year begins.</param>
    [Source("26 U.S.C. 223(c)(2)(A)")]
    [Source("IRS Notice 2004-2, Q&A 3")]
    [Source("IRS Notice 2004-50, Q&A 24")]
    public static IEnumerable<Finding> HighDeductible(ResolvedPlan terms, HighDeductibleFigures figures)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(figures);
        foreach (var tier in terms.Tiers.Where(tier => !tier.IsOutOfNetwork))
        {
            if (DeductibleFinding(terms, tier, figures) is { } finding)
                yield return finding;
        }
        var (alone, family) = (NetworkMaximum.SelfOnly(terms), NetworkMaximum.Family(terms));
        var most = figures.OutOfPocketMaximum;
        if (Exceeds(alone, most.SelfOnly) || Exceeds(family, most.Family))
        {
            yield return LegalFinding.Against(LegalCodes.HighDeductibleMaximum, NetworkMaximum.PlaceOf(terms),
                $"Beside a health savings account, what members pay in network ends at no more than {most.SelfOnly} "
                + "for "
                + $"an employee covered alone and {most.Family} for a family in plan years that begin in "
                + $"{figures.Year}; "
                + $"here it is {LegalFinding.Amount(alone)} and {LegalFinding.Amount(family)}. Lower the maximum.");
        }
    }

    /// <summary>Whether the plan pays for other than preventive care before the deductible is met, which a plan
    /// beside a health savings account must not.</summary>
    /// <param name="terms">Of a plan that means to be HSA-qualified.</param>
    [Source("26 U.S.C. 223(c)(2)(A), (C)")]
    public static IEnumerable<Finding> PaysBeforeDeductible(ResolvedPlan terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return from benefit in terms.Benefits
               where benefit.Covered && !benefit.Preventive
               from tier in terms.Tiers
               where benefit.ByTier[tier.Index] is { } cost && !(cost.DeductibleApplies && tier.Deductible is not null)
               select LegalFinding.Against(LegalCodes.PaysBeforeDeductible, benefit.Place,
                   $"'{benefit.Name}' is paid before the deductible in the tier '{tier.Id}', and is not preventive "
                   + "care. Beside a health savings account the deductible comes first: write 'deductible: first' "
                   + "beside a copay, or 'deductible: yes'; or write 'preventive: yes' if the law counts it so.");
    }

    /// <summary>Whether what the plan pays for an essential health benefit is limited in dollars, for a year or for
    /// life.</summary>
    /// <param name="terms">Of a medical plan, grandfathered or not.</param>
    /// <param name="limits">Since when either is forbidden.</param>
    [Source("42 U.S.C. 300gg-11")]
    [Source("29 CFR 2590.715-2711")]
    public static IEnumerable<Finding> DollarLimits(ResolvedPlan terms, LegalLimits limits)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(limits);
        return from limit in terms.Limits
               where limit.Measure == LimitMeasure.PlanPaid
               let forbidden = limit.Window == LimitWindow.Lifetime
                   ? limits.NoLifetimeDollarsFrom : limits.NoAnnualDollarsFrom
               where PlanYearsOf.BeginOnOrAfter(terms, forbidden)
               from benefit in terms.Benefits
               where benefit.Covered && benefit.Essential && benefit.Limits.Contains(limit.Index)
               select LegalFinding.Against(LegalCodes.DollarLimit, limit.Place,
                   $"The limit '{limit.Name}' caps in dollars what the plan pays for '{benefit.Name}', which the law "
                   + "forbids for essential health benefits. Count visits, days or services instead; or write "
                   + "'essential: no' under the benefit if it is none of them.");
    }

    /// <summary>Whether preventive care is free in network.</summary>
    /// <param name="terms">Of a medical plan that is not grandfathered.</param>
    [Source("42 U.S.C. 300gg-13")]
    [Source("29 CFR 2590.715-2713(a)")]
    public static IEnumerable<Finding> PreventiveCare(ResolvedPlan terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var preventive = terms.Benefits.Where(benefit => benefit is { Covered: true, Preventive: true }).ToList();
        if (preventive.Count == 0)
        {
            return [LegalFinding.Against(LegalCodes.PreventiveCost, LegalFinding.PlaceIn(terms, "benefits"),
                "No benefit is marked 'preventive: yes'. Preventive care must be free in network: add the benefit, "
                + "or mark it.")];
        }
        return from benefit in preventive
               from tier in terms.Tiers
               where !tier.IsOutOfNetwork && !IsFree(benefit.ByTier[tier.Index])
               select LegalFinding.Against(LegalCodes.PreventiveCost, benefit.Place,
                   $"'{benefit.Name}' is preventive care and costs the member something in the tier '{tier.Id}', or "
                   + "is not covered there. In network it must be free: write 'free'.");
    }

    private static IEnumerable<Finding> Check(ResolvedPlan terms, LegalLimits limits) =>
    [
        .. terms.Grandfathered ? []
            : ByYear(terms, limits.CostSharing, figures => CostSharing(terms, figures), "The limit on cost sharing"),
        .. !terms.HsaQualified ? []
            : ByYear(terms, limits.HighDeductible, figures => HighDeductible(terms, figures), "The least deductible"),
        .. terms.HsaQualified ? PaysBeforeDeductible(terms) : [],
        .. DollarLimits(terms, limits),
        .. terms.Grandfathered || !PlanYearsOf.BeginOnOrAfter(terms, limits.PreventiveFreeFrom) ? []
            : PreventiveCare(terms),
    ];

    private static List<Finding> ByYear<T>(
        ResolvedPlan terms, DatedFigures<T> dated, Func<T, IEnumerable<Finding>> check, string what)
    {
        var missing = new List<int>();
        var findings = new List<Finding>();
        foreach (var first in PlanYearsOf.Terms(terms, dated.LastYear).Where(first => first >= dated.First))
        {
            if (dated.ByYear.TryGetValue(first.Year, out var figures))
                findings.AddRange(check(figures));
            else
                missing.Add(first.Year);
        }
        if (missing.Count > 0)
        {
            findings.Add(new Finding(
                LegalCodes.FiguresNotLoaded, Severity.Warning, LegalFinding.PlaceIn(terms, "plan"),
                $"{what} is not loaded for plan years that begin in {string.Join(", ", missing)}, so they were not "
                + "checked. Add the figures with their source to rules/out-of-pocket-limits.yaml."));
        }
        return findings;
    }

    private static Finding? DeductibleFinding(ResolvedPlan terms, NetworkTier tier, HighDeductibleFigures figures)
    {
        if (tier.Deductible is not { } index)
        {
            return LegalFinding.Against(LegalCodes.DeductibleTooLow, LegalFinding.PlaceIn(terms, $"tiers.{tier.Id}"),
                $"The tier '{tier.Id}' has no deductible. Beside a health savings account there must be one.");
        }
        var limit = terms.Limits[index];
        var months = 12 + (limit.CarryOver?.Months ?? 0);
        var alone = figures.LeastDeductible.SelfOnly.Ratio(months, 12, Rounding.HalfUp);
        var family = figures.LeastDeductible.Family.Ratio(months, 12, Rounding.HalfUp);
        var (self, _) = limit.Under(CoverageTier.EmployeeOnly);
        var inFamily = Math.Min(limit.Person ?? long.MaxValue, limit.Family ?? long.MaxValue);
        if (self >= alone.Cents && inFamily >= family.Cents)
            return null;
        return LegalFinding.Against(LegalCodes.DeductibleTooLow, limit.Place,
            $"Beside a health savings account the deductible is at least {alone} for an employee covered alone, and "
            + $"{family} for a family and for any person of a family, in plan years that begin in {figures.Year}. "
            + "Raise it; 'self-only' may be lower than 'person'.");
    }

    private static bool Exceeds(long? amount, Money most) => amount is null || amount > most.Cents;

    private static bool IsFree(CostSharing? cost) =>
        cost is { Copay: null, DeductibleApplies: false } && cost.Coinsurance == Percent.None;

    private static Finding Above(string code, Place place, string who, long? amount, Money most, int year) =>
        LegalFinding.Against(code, place,
            $"{who} may pay in network {LegalFinding.Amount(amount)}; the law allows {most} in plan years that "
            + $"begin in {year}. Lower the out-of-pocket maximum, or write one for every tier in network.");
}
