using System.Globalization;
using OpenAso.Actuarial.Layers;
using OpenAso.Decision.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Decision.Optimizing;

/// <summary>Compares stop-loss contracts for the same people: expected cost against what the worst years
/// cost.</summary>
public static class OptionCosts
{
    private const double Exact = 1e-3;

    /// <summary>Compares them.</summary>
    /// <param name="risk">Who is covered; its own specific, multiples and quantiles do not matter here.</param>
    /// <param name="asked">The contracts.</param>
    public static OptionStudy Of(RiskDocument risk, OptionsDocument asked)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(asked);
        var results = Results(risk, asked);
        var beaten = EfficientFrontier.BeatenBy([.. results.Select(one => (one.Expected, one.Tail))]);
        var options = results.Zip(beaten, (one, by) => by is { } better
            ? one with { BeatenBy = results[better].Option.Name }
            : one).ToValueList();
        var frontier = options.Items.Where(one => one.BeatenBy is null)
            .OrderBy(one => one.Tail).ThenBy(one => one.Expected).ToValueList();
        var findings = new List<Finding>();
        var recommended = asked.Tolerance is { } tolerance
            ? Recommending.Of(frontier, tolerance, asked.Level, findings)
            : null;
        var error = results.Max(one => one.NumericalError);
        if (error > Exact)
            findings.Add(new Finding(DecisionCodes.StudyLessExact, Severity.Warning, Place.None, string.Create(
                CultureInfo.InvariantCulture,
                $"Means of what was computed lie up to {error:0.0e+0} standard deviations from the exact ones, since")
                + " single claims may be very large beside the group. A specific makes it more exact."));
        return new OptionStudy(options, frontier, recommended, findings.ToValueList())
        {
            Level = asked.Level,
            GroupSigma = risk.GroupSigma,
            Premium = options.Items.Any(one => !one.Premium.IsQuoted) ? asked.Premium : null,
        };
    }

    /// <summary>The first of the contracts alone, with all of what is kept of claims under it.</summary>
    /// <param name="risk">Who is covered; its own specific, multiples and quantiles do not matter here.</param>
    /// <param name="asked">The contracts.</param>
    public static (OptionResult Result, EmployerCost Kept) First(RiskDocument risk, OptionsDocument asked)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(asked);
        var option = asked.Options[0];
        var layers = StopLossLayers.Of(People(risk, Keeps(option, risk)), option.Specific, option.Aggregating);
        var result = Result(option, layers, asked);
        return (result, layers.Under(result.Attachment));
    }

    // One distribution for all options that differ in their aggregate and premium alone; several at a time.
    private static OptionResult[] Results(RiskDocument risk, OptionsDocument asked)
    {
        var results = new OptionResult[asked.Options.Count];
        var groups = asked.Options.Items.Index()
            .GroupBy(one => (one.Item.Specific, one.Item.Aggregating, Keeps(one.Item, risk))).ToList();
        Parallel.ForEach(groups, group =>
        {
            var (specific, aggregating, keeps) = group.Key;
            var layers = StopLossLayers.Of(People(risk, keeps), specific, aggregating);
            foreach (var (index, option) in group)
                results[index] = Result(option, layers, asked);
        });
        return results;
    }

    private static bool Keeps(StopLossOption option, RiskDocument risk) =>
        option.KeepsLasers && risk.Lasered.Items.Any(people => people.Deductible > option.Specific);

    private static LayeredRisk People(RiskDocument risk, bool keepsLasers) => keepsLasers
        ? new LayeredRisk(risk.Members, risk.Lasered, risk.GroupSigma)
        : new LayeredRisk(risk.Members.Items.Concat(risk.Lasered.Items).ToValueList(), [], risk.GroupSigma);

    private static OptionResult Result(StopLossOption option, StopLossLayers layers, OptionsDocument asked)
    {
        var attachment = option.Aggregate.Of(layers.CentralRetained);
        var cost = layers.Under(attachment);
        var premium = Premium(option, layers, attachment, asked.Premium);
        var certain = asked.Fixed + premium.Total;
        return new OptionResult(
            option, premium, certain + cost.Mean, cost.Deviation,
            certain + cost.Quantile(asked.Level), certain + cost.TailMean(asked.Level))
        {
            Most = certain + cost.Most,
            Attachment = attachment,
            AboveBudget = asked.Budget is { } budget ? cost.Above(budget - certain) : null,
            NumericalError = cost.NumericalError,
        };
    }

    private static OptionPremium Premium(
        StopLossOption option, StopLossLayers layers, double attachment, PremiumModel? model)
    {
        if (option.QuotedPremium is { } quoted)
            return new OptionPremium(quoted, null, null, null);
        if (model is null)
            throw new ArgumentException("An option without a quote needs a premium model.", nameof(model));
        var specific = Math.Max(layers.ExpectedExcess - layers.ExpectedAggregating, 0) / model.SpecificLossRatio;
        var aggregate = layers.AboveAttachment(attachment) / model.AggregateLossRatio;
        var load = model.RiskLoad * layers.ExcessDeviation;
        return new OptionPremium(specific + aggregate + load, specific, aggregate, load);
    }
}
