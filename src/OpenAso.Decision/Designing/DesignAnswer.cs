using OpenAso.Actuarial.Layers;
using OpenAso.Decision.Optimizing;
using OpenAso.Decision.Pictures;
using OpenAso.Kernel;

namespace OpenAso.Decision.Designing;

/// <summary>What a contract that is tried out costs the employer in a year, all in.</summary>
/// <param name="Settings">What was tried out.</param>
/// <param name="Study">The contract first, then its neighbours.</param>
/// <param name="Quantiles">What is not passed with each probability, and the mean of the years beyond.</param>
public sealed record DesignAnswer(
    DesignSettings Settings, OptionStudy Study, ValueList<DesignQuantile> Quantiles)
{
    private static readonly double[] Probabilities = [0.5, 0.75, 0.9, 0.95, 0.99];
    private static readonly int[] Neighbours = [25_000, 50_000, 75_000, 100_000, 150_000, 250_000, 400_000];
    private const int Points = 160;
    private const double Rarest = 1e-4;

    /// <summary>The contract.</summary>
    public OptionResult Chosen => Study.Options[0];

    /// <summary>How likely the year costs more than the insured premium; null where none is compared.</summary>
    public double? DearerThanInsured => Settings.InsuredPremium > 0 ? Chosen.AboveBudget : null;

    /// <summary>How likely the year costs more than each amount.</summary>
    public required ValueList<ExceedancePoint> Curve { get; init; }

    /// <summary>Computes it.</summary>
    /// <param name="risk">Who is covered.</param>
    /// <param name="settings">What is tried out; brought within its ranges.</param>
    public static DesignAnswer Of(DesignRisk risk, DesignSettings settings)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(settings);
        var asked = settings.Within();
        var document = risk.Under(asked);
        var study = OptionCosts.Of(document, Options(asked, Neighbours));
        var layers = StopLossLayers.Of(
            asked.KeepsLasers && document.Lasered.Count > 0
                ? new LayeredRisk(document.Members, document.Lasered, document.GroupSigma)
                : new LayeredRisk([.. document.Members, .. document.Lasered], [], document.GroupSigma),
            asked.Specific, asked.Aggregating);
        var kept = layers.Under(study.Options[0].Attachment);
        var certain = asked.OtherCost + study.Options[0].Premium.Total;
        return new DesignAnswer(asked, study, [.. Probabilities.Select(probability => new DesignQuantile(
            probability, certain + kept.Quantile(probability), certain + kept.TailMean(probability)))])
        {
            Curve = CurveOf(kept, certain),
        };
    }

    internal static OptionsDocument Options(DesignSettings settings, params IReadOnlyList<int> neighbours) => new(
        [
            OptionOf(settings, settings.Specific),
            .. neighbours.Where(specific => specific != settings.Specific)
                .Select(specific => OptionOf(settings, specific)),
        ],
        new PremiumModel(settings.SpecificLossRatio / 100.0, settings.AggregateLossRatio / 100.0, 0))
    {
        Fixed = settings.OtherCost,
        Budget = settings.InsuredPremium > 0 ? settings.InsuredPremium : null,
    };

    private static StopLossOption OptionOf(DesignSettings settings, int specific)
    {
        var aggregate = settings.HasAggregate
            ? new AggregatePoint(settings.Corridor / 100.0, null)
            : AggregatePoint.None;
        return new StopLossOption(
            StopLossOption.NameOf(specific, aggregate, settings.Aggregating, ""),
            specific, aggregate, settings.Aggregating, settings.KeepsLasers);
    }

    private static ValueList<ExceedancePoint> CurveOf(EmployerCost kept, double certain)
    {
        var (low, high) = (kept.Quantile(0.001), kept.Quantile(1 - Rarest));
        return [.. Enumerable.Range(0, Points + 1).Select(step => low + ((high - low) * step / Points)).Distinct()
            .Select(amount => new ExceedancePoint(certain + amount, kept.Above(amount)))];
    }
}

/// <summary>An amount that a year does not pass with a probability.</summary>
/// <param name="Probability">Of costing no more.</param>
/// <param name="Amount">All in.</param>
/// <param name="TailMean">The mean of the years beyond.</param>
public sealed record DesignQuantile(double Probability, double Amount, double TailMean);
