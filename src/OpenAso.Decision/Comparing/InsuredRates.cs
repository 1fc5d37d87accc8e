using OpenAso.Actuarial.Credibility;
using OpenAso.Actuarial.Distributions;
using OpenAso.Decision.Distributions;

namespace OpenAso.Decision.Comparing;

/// <summary>How an insurer rates a group: the premium of a year from what earlier years brought, never from its
/// own.</summary>
public sealed class InsuredRates
{
    private const double Probability = 0.90;
    private const double Tolerance = 0.05;
    private readonly InsuredOffer _offer;
    private readonly GroupRisk _group;
    private readonly double _full;

    /// <param name="offer">As quoted.</param>
    /// <param name="risk">Who is covered.</param>
    /// <param name="trend">Of ground-up claims.</param>
    public InsuredRates(InsuredOffer offer, RiskDocument risk, double trend)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(risk);
        _offer = offer;
        Pooling = offer.Renewal?.Pooling ?? double.PositiveInfinity;
        _group = risk.Group.WithSpecific(Pooling, static _ => false);
        var moments = CostMoments.Of(_group);
        ExpectedClaims = moments.ExpectedGross;
        First = offer.FirstPremium.Of(ExpectedClaims);
        Manual = offer.Renewal?.Manual ?? ExpectedClaims;
        PoolingCharge = offer.Renewal?.PoolingCharge ?? moments.ExpectedSpecific;
        var parts = offer.Renewal?.Retention ?? [];
        Retention = parts.Count > 0
            ? parts.Items.Sum(part => part.Share)
            : Math.Clamp(1 - (ExpectedClaims / First), 0, 0.95);
        Trend = offer.Renewal?.Trend ?? offer.CommunityTrend ?? trend;
        _full = FullYears(_group);
    }

    /// <summary>The premium of the first year.</summary>
    public double First { get; private init; }

    /// <summary>Expected claims of the first year.</summary>
    public double ExpectedClaims { get; }

    /// <summary>Above which one person's claims do not count.</summary>
    public double Pooling { get; }

    /// <summary>Expected claims of the first year by the insurer's book.</summary>
    public double Manual { get; }

    /// <summary>What pooling costs in the first year.</summary>
    public double PoolingCharge { get; }

    /// <summary>The share of the premium that the insurer keeps.</summary>
    public double Retention { get; }

    /// <summary>The insurer's trend.</summary>
    public double Trend { get; }

    /// <summary>Whether own experience counts at all.</summary>
    public bool IsExperienceRated => _offer.Renewal is not null;

    /// <summary>How many people are covered.</summary>
    public int People => _group.People;

    /// <summary>The same with another first premium.</summary>
    /// <param name="premium">Above zero.</param>
    /// <param name="risk">Who is covered.</param>
    /// <param name="trend">Of ground-up claims.</param>
    public InsuredRates WithFirst(double premium, RiskDocument risk, double trend) =>
        new(_offer with { FirstPremium = new Price(premium, null) }, risk, trend);

    /// <summary>How far experience counts.</summary>
    /// <param name="memberYears">Years of membership that were seen.</param>
    public double Credibility(double memberYears) =>
        _offer.Renewal is null ? 0 : _offer.Renewal.Credibility ?? LimitedFluctuation.Partial(memberYears, _full);

    /// <summary>What expected claims above the pooling level grow by.</summary>
    /// <param name="years">From the first year on; below zero for years before it.</param>
    public double PoolingGrowth(double years) =>
        LayerGrowth.OfExcess(_group, Math.Pow(1 + Trend, years));

    /// <summary>The premium of a later year.</summary>
    /// <param name="year">From the first, which is 0: at least 1.</param>
    /// <param name="pooled">Claims below the pooling level of the years before it, in order from the first.</param>
    /// <param name="before">The premium of the year before.</param>
    public double Next(int year, ReadOnlySpan<double> pooled, double before)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        if (_offer.Renewal is not { } terms)
            return before * (1 + Trend);
        var seen = Math.Min(year, terms.ExperienceYears);
        var experience = 0.0;
        for (var past = year - seen; past < year; past++)
            experience += pooled[past] * Math.Pow(1 + Trend, year - past) / seen;
        var premium = Asked(year, experience, (double)People * seen);
        return PremiumRules.Capped(premium, before, terms.Cap);
    }

    /// <summary>The premium that experience asks for.</summary>
    /// <param name="year">From the first, which is 0; below zero for years before it.</param>
    /// <param name="experience">Claims of all people for one year below the pooling level, at the level of that
    /// year.</param>
    /// <param name="memberYears">Years of membership that they come from.</param>
    public double Asked(int year, double experience, double memberYears) => PremiumRules.OfClaims(
        PremiumRules.Blended(
            PremiumRules.Projected(experience, 1, PoolingCharge * PoolingGrowth(year)),
            Manual * Math.Pow(1 + Trend, year),
            Credibility(memberYears)),
        Retention);

    // The variation of one person's year below the pooling level, whatever class the person is of.
    private static double FullYears(GroupRisk group)
    {
        var (mean, square) = (0.0, 0.0);
        foreach (var people in group.Classes)
        {
            var weight = (double)people.Count / group.People;
            var limit = Math.Min(people.Deductible / people.Factor, people.Severity.Scale * 1e12);
            mean += weight * people.Factor * people.Severity.LimitedMean(limit);
            square += weight * people.Factor * people.Factor * people.Severity.LimitedSquare(limit);
        }
        return LimitedFluctuation.FullClaims(Probability, Tolerance) * Math.Max((square / (mean * mean)) - 1, 1e-12);
    }
}

/// <summary>How what lies below and above deductibles grows while they stay.</summary>
internal static class LayerGrowth
{
    /// <summary>Of what lies above, everybody's together; slower classes and faster ones as they weigh.</summary>
    public static double OfExcess(GroupRisk group, double growth)
    {
        var (before, after) = (0.0, 0.0);
        foreach (var people in group.Classes.Items.Where(people => double.IsFinite(people.Deductible)))
        {
            var deductible = people.Deductible / people.Factor;
            var excess = people.Count * people.Factor * people.Severity.Excess(deductible);
            before += excess;
            after += excess * (1 + TrendLeverage.OfExcess(people.Severity, deductible, growth - 1));
        }
        return before > 0 ? after / before : growth;
    }

    /// <summary>Of what lies below, everybody's together.</summary>
    public static double OfRetained(GroupRisk group, double growth) =>
        group.Classes.Items.Sum(people => people.Count * (people with { Factor = people.Factor * growth }).RetainedMean)
        / group.Classes.Items.Sum(people => people.Count * people.RetainedMean);
}
