using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>What a plan year really brought.</summary>
/// <param name="Year">The year in which it began.</param>
/// <param name="MemberMonths">Months of membership, of employees and dependents.</param>
/// <param name="Claims">Incurred in it, whenever paid.</param>
/// <param name="Pooled">Of these, what lies below the pooling level, person by person.</param>
public sealed record PastYear(int Year, long MemberMonths, Money Claims, Money Pooled)
{
    /// <summary>Administration and other fees; null where not told.</summary>
    public Money? Fees { get; init; }

    /// <summary>Stop-loss premium; null where not told.</summary>
    public Money? StopLossPremium { get; init; }

    /// <summary>What stop-loss paid back or owes; null where not told.</summary>
    public Money? Recoveries { get; init; }

    /// <summary>Whether the year is over and its claims are all known; otherwise more will come.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>What its own plan cost the employer: claims, fees, premium, less recoveries.</summary>
    public Money OwnCost => Claims + (Fees ?? Money.Zero)
        + (StopLossPremium ?? Money.Zero) - (Recoveries ?? Money.Zero);
}

/// <summary>A past year beside the insured premium that would have been charged for it.</summary>
/// <param name="Year">What it really brought.</param>
/// <param name="Premium">Of the insured plan, rated on the years before it; to the nearest cent.</param>
/// <param name="Credibility">How far the years before it counted.</param>
public sealed record PastYearResult(PastYear Year, Money Premium, double Credibility)
{
    /// <summary>What self-funding saved; below zero where the insured plan would have been cheaper.</summary>
    public Money Saving => Premium - Year.OwnCost;
}

/// <summary>The counterfactual: past years of the employer's own plan under an insured contract.</summary>
/// <param name="Years">In order.</param>
public sealed record PastComparison(ValueList<PastYearResult> Years)
{
    /// <summary>What self-funding saved over all years.</summary>
    public Money Saving => Years.Items.Total(year => year.Saving);

    /// <summary>What should be known of it.</summary>
    public ValueList<Finding> Findings { get; init; }

    /// <summary>Tells past years as they would have been insured: each year's premium from the years before it, and the
    /// first one's from the insurer's book alone, brought back to its time by the insurer's trend.</summary>
    /// <param name="years">In any order, each once.</param>
    /// <param name="insured">The insurer's rates.</param>
    /// <param name="quotes">With the year to which the rates belong.</param>
    public static PastComparison Of(IEnumerable<PastYear> years, InsuredRates insured, QuotesDocument quotes)
    {
        ArgumentNullException.ThrowIfNull(years);
        ArgumentNullException.ThrowIfNull(insured);
        ArgumentNullException.ThrowIfNull(quotes);
        var findings = new List<Finding>();
        var known = Ordered(years, findings);
        var results = new List<PastYearResult>();
        double? before = null;
        for (var index = 0; index < known.Count; index++)
        {
            var year = known[index];
            var rated = Rate(known, index, insured, quotes, before);
            before = rated.PerYear;
            var premium = Money.Exactly(decimal.Round(
                (decimal)(rated.PerYear * year.MemberMonths / 12), 2, MidpointRounding.AwayFromZero));
            results.Add(new PastYearResult(year, premium, rated.Credibility));
        }
        return new PastComparison(results.ToValueList()) { Findings = findings.ToValueList() };
    }

    private static List<PastYear> Ordered(IEnumerable<PastYear> years, List<Finding> findings)
    {
        var known = years.OrderBy(year => year.Year).ToList();
        foreach (var twice in known.GroupBy(year => year.Year).Where(same => same.Count() > 1))
            findings.Add(new Finding(ComparingCodes.PastYearTwice, Severity.Rejected, Place.None,
                AdviceTexts.Room["finding.past-year-twice", $"{twice.Key}", twice.Count()]));
        known = [.. known.DistinctBy(year => year.Year).Where(year => year.MemberMonths > 0)];
        if (known.Count == 0)
            findings.Add(new Finding(ComparingCodes.NoPastYear, Severity.Warning, Place.None,
                AdviceTexts.Room["finding.no-past-year"]));
        if (known.Find(year => year.Fees is null || year.StopLossPremium is null
            || year.Recoveries is null) is { } bare)
            findings.Add(new Finding(ComparingCodes.PastWithoutFees, Severity.Information, Place.None,
                AdviceTexts.Room["finding.past-without-fees", $"{bare.Year}"]));
        return known;
    }

    // For one year of membership.
    private static (double PerYear, double Credibility) Rate(
        List<PastYear> known, int index, InsuredRates insured, QuotesDocument quotes, double? before)
    {
        var offset = known[index].Year - quotes.Employer.Year;
        var growth = Math.Pow(1 + insured.Trend, offset);
        if (quotes.Insured.Renewal is not { } terms)
            return (insured.First * growth / insured.People, 0);
        var seen = known.Take(index).Where(past => past.Year >= known[index].Year - terms.ExperienceYears).ToList();
        var memberYears = seen.Sum(past => past.MemberMonths / 12.0);
        if (memberYears == 0)
            return (PremiumRules.OfClaims(insured.Manual * growth, insured.Retention) / insured.People, 0);
        var experience = seen.Sum(past => past.Pooled.Cents / 100.0
            * Math.Pow(1 + insured.Trend, known[index].Year - past.Year)) / memberYears * insured.People;
        var asked = insured.Asked(offset, experience, memberYears) / insured.People;
        return (before is { } paid ? PremiumRules.Capped(asked, paid, terms.Cap) : asked,
            insured.Credibility(memberYears));
    }
}
