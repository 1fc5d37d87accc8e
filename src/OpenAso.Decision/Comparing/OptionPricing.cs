using OpenAso.Actuarial.Distributions;
using OpenAso.Decision.Distributions;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Decision.Comparing;

/// <summary>Holds the options of a quotes document against the people of a risk document.</summary>
public sealed class OptionPricing
{
    private const int MostDraws = 4_000_000;
    private const int MostRuns = 20_000;
    private const int FewestRuns = 2_000;
    private readonly RiskDocument _risk;
    private readonly ulong _seed;

    /// <param name="risk">Who is covered.</param>
    /// <param name="seed">For first years that have to be drawn.</param>
    public OptionPricing(RiskDocument risk, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(risk);
        (_risk, _seed) = (risk, seed);
    }

    /// <summary>The group under deductibles class by class.</summary>
    /// <param name="risk">Who is covered.</param>
    /// <param name="deductibles">Members' classes first, then lasered ones.</param>
    public static GroupRisk Under(RiskDocument risk, ValueList<double> deductibles)
    {
        ArgumentNullException.ThrowIfNull(risk);
        return risk.Group with
        {
            Classes = risk.Group.Classes.Items
                .Select((people, index) => people with { Deductible = deductibles[index] }).ToValueList(),
        };
    }

    /// <summary>One option with its prices.</summary>
    /// <param name="option">As quoted.</param>
    public PricedOption Price(FundingOption option)
    {
        ArgumentNullException.ThrowIfNull(option);
        var offer = option.StopLoss;
        var own = Own(offer);
        var counted = offer.LaseredDollars == LaseredDollars.CapAtBaseSpecific
            ? own.Items.Select(deductible => Math.Min(deductible, offer.Specific)).ToValueList()
            : own;
        var isExact = offer is { Aggregating: 0, Reimbursement: 1 } && (counted == own || !offer.HasAggregate
            && option.Monthly is null);
        return isExact ? Exact(option, own) : Drawn(option, own, counted);
    }

    private ValueList<double> Own(StopLossOffer offer) => _risk.Members.Items.Select(_ => offer.Specific)
        .Concat(_risk.Lasered.Items.Select((people, index) => Math.Max(
            offer.Lasers.Count > index ? offer.Lasers[index] : people.Deductible, offer.Specific)))
        .ToValueList();

    private PricedOption Exact(FundingOption option, ValueList<double> own)
    {
        var claims = AggregateCost.Of(Under(_risk, own));
        var moments = claims.Moments;
        var (rule, priced) = Settle(option, moments.CentralRetained, moments.ExpectedSpecific,
            rule => Beyond(claims, rule.Attachment) - Beyond(claims, rule.Exhausted));
        return new PricedOption(option, priced, rule, new ExactYear(claims, rule))
        {
            Own = own,
            Counted = own,
            Expected = new ExpectedClaims(moments.ExpectedGross, moments.ExpectedSpecific,
                Beyond(claims, rule.Attachment) - Beyond(claims, rule.Exhausted), moments.ExpectedRetained),
            Maximum = MaximumOf(option, rule, priced, 0),
        };
    }

    private PricedOption Drawn(FundingOption option, ValueList<double> own, ValueList<double> counted)
    {
        var draws = Draw(own, counted);
        var moments = CostMoments.Of(Under(_risk, counted));
        var blank = new PricedOption(
            option, new FixedCosts(0, 0, 0, 0), new CostRule(0, 1, double.PositiveInfinity, double.PositiveInfinity),
            new DrawnYear([0]))
        {
            Own = own,
            Counted = counted,
            Expected = new ExpectedClaims(0, 0, 0, 0),
        };
        var isNet = option.StopLoss.LaseredDollars == LaseredDollars.NetOfReimbursement;
        var sums = draws.Select(draw =>
        {
            var beside = blank.Beside(draw.Retained, draw.Counted, draw.Gross);
            return (Counted: isNet ? draw.Counted + beside : draw.Counted, Beside: isNet ? 0 : beside,
                Kept: draw.Counted + beside, draw.Gross);
        }).ToList();
        var specific = sums.Average(draw => draw.Gross - draw.Kept);
        var (rule, priced) = Settle(option, moments.CentralRetained, specific,
            rule => sums.Average(draw => rule.Recovered(draw.Counted)));
        var layers = option.StopLoss.LaseredDollars == LaseredDollars.CapAtBaseSpecific ? LayersOf(own, counted) : 0;
        return blank with
        {
            Fixed = priced,
            Rule = rule,
            Year = new DrawnYear(sums.Select(draw => rule.Of(draw.Counted) + draw.Beside)),
            Expected = new ExpectedClaims(_risk.Group.ExpectedGross, specific,
                sums.Average(draw => rule.Recovered(draw.Counted)), sums.Average(draw => draw.Kept)),
            LaserLayers = layers,
            Maximum = MaximumOf(option, rule, priced, layers),
        };
    }

    private double LayersOf(ValueList<double> own, ValueList<double> counted) =>
        own.Items.Zip(counted.Items, _risk.Group.Classes.Items).Sum(one => one.Third.Count * (one.First - one.Second));

    private List<(double Retained, double Counted, double Gross)> Draw(
        ValueList<double> own, ValueList<double> counted)
    {
        var costs = new PersistentCosts(_risk.Group.Classes, 1, 0, _seed);
        var runs = Math.Clamp(MostDraws / costs.People, FewestRuns, MostRuns);
        var whole = own.Items.Select(_ => double.PositiveInfinity).ToArray();
        var (drawn, one, growth) = (new double[costs.People], new double[1], new double[1]);
        var sums = new List<(double, double, double)>(runs);
        for (var run = 0; run < runs; run++)
        {
            growth[0] = PersistentCosts.LevelOf(_risk.GroupSigma, costs.Draw(run, drawn));
            sums.Add((Sum(own.Items.AsSpan()), Sum(counted.Items.AsSpan()), Sum(whole)));
        }
        return sums;

        double Sum(ReadOnlySpan<double> deductibles)
        {
            costs.Retained(drawn, deductibles, growth, one);
            return one[0];
        }
    }

    // Prices by loss ratio follow from what is expected; level funding pays the most there can be in advance.
    private static (CostRule Rule, FixedCosts Fixed) Settle(
        FundingOption option, double central, double specific, Func<CostRule, double> aggregate)
    {
        var offer = option.StopLoss;
        var attachment = offer.Attachment ?? (offer.Corridor * central) ?? double.PositiveInfinity;
        var priced = new FixedCosts(option.Administration, option.OtherFees, offer.SpecificPrice.Of(specific), 0);
        if (option is { Arrangement: Arrangement.MinimumPremium, Monthly: { } cap })
            attachment = 12 * cap;
        if (option is { Arrangement: Arrangement.LevelFunding, Monthly: { } level })
            attachment = (12 * level) - priced.Total - offer.AggregatePrice.Of(0);
        var rule = new CostRule(0, 1, attachment, offer.AggregateMaximum);
        var borne = option.Arrangement == Arrangement.MinimumPremium ? aggregate(rule) + specific : aggregate(rule);
        priced = priced with { AggregatePremium = offer.AggregatePrice.Of(borne) };
        return (RuleOf(option, priced, attachment), priced);
    }

    internal static CostRule RuleOf(FundingOption option, FixedCosts priced, double attachment) =>
        option.Arrangement == Arrangement.LevelFunding
            ? new CostRule(
                priced.Total + ((1 - option.Returned) * attachment), option.Returned, attachment,
                option.StopLoss.AggregateMaximum)
            : new CostRule(priced.Total, 1, attachment, option.StopLoss.AggregateMaximum);

    private static double? MaximumOf(FundingOption option, CostRule rule, FixedCosts priced, double layers) =>
        double.IsPositiveInfinity(rule.Attachment + layers)
            ? null
            : priced.Total + rule.Attachment + layers + option.StopLoss.Aggregating;

    private static double Beyond(CostDistribution claims, double amount) =>
        double.IsPositiveInfinity(amount) ? 0 : Math.Max(claims.StopLossCost(amount), 0);
}
