using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Disability.Terms;

namespace OpenAso.Disability.Benefits;

/// <summary>The days on which benefits of a disability end at the latest.</summary>
/// <remarks>Weeks and months count days of benefits: days back at full work move their end. The normal retirement age
/// does not move.</remarks>
internal sealed class BenefitLimits
{
    public BenefitLimits(DisabilityClaim claim, DisabilityTerms terms, DisabilityLaw law, DisabilityPeriod period)
    {
        var first = period.BenefitsFrom!.Value;
        Duration = terms.Duration.Weeks > 0
            ? first.AddDays(7 * terms.Duration.Weeks - 1 + period.DaysBack)
            : ByAge(claim, terms, law, period);
        if (terms.LimitationOf(period.Cause) is not { } limit)
            return;
        ExceptConfined = limit.ExceptConfined;
        Limitation = first.AddMonths(Math.Max(0, limit.Months - claim.LimitedMonthsUsed)).AddDays(period.DaysBack - 1);
    }

    /// <summary>By the plan's duration.</summary>
    public DateOnly Duration { get; }

    /// <summary>By the lifetime limit of the cause.</summary>
    public DateOnly Limitation { get; } = DateOnly.MaxValue;

    /// <summary>Whether days in hospital are paid beyond the lifetime limit.</summary>
    public bool ExceptConfined { get; }

    /// <summary>The earlier of the two.</summary>
    public DateOnly LatestEnd => Duration < Limitation ? Duration : Limitation;

    private static DateOnly ByAge(
        DisabilityClaim claim, DisabilityTerms terms, DisabilityLaw law, DisabilityPeriod period)
    {
        var first = period.BenefitsFrom!.Value;
        if (claim.Claimant.AgeOn(period.First) is not { } age || terms.Duration.For(age) is not { } row)
            return first.AddDays(-1);
        var end = first.AddMonths(row.Months).AddDays(period.DaysBack - 1);
        var retirement = row.ToNormalRetirement ? law.NormalRetirement(claim.Claimant.BirthDate!.Value) : null;
        return retirement is { } day && day.AddDays(-1) > end ? day.AddDays(-1) : end;
    }
}
