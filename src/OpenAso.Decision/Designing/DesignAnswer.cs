using OpenAso.Actuarial.Layers;
using OpenAso.Decision.Optimizing;
using OpenAso.Decision.Pictures;
using OpenAso.Kernel;

namespace OpenAso.Decision.Designing;

/// <summary>What a contract that is tried out costs the employer in a year, all in.</summary>
/// <param name="Settings">What was tried out.</param>
/// <param name="Chosen">The contract.</param>
/// <param name="Quantiles">What is not passed with each probability, and the mean of the years beyond.</param>
public sealed record DesignAnswer(
    DesignSettings Settings, OptionResult Chosen, ValueList<DesignQuantile> Quantiles)
{
    private static readonly double[] Probabilities = [0.5, 0.75, 0.9, 0.95, 0.99];
    private static readonly int[] Specifics = [25_000, 50_000, 75_000, 100_000, 150_000, 250_000, 400_000];
    private const int Points = 160;
    private const double Rarest = 1e-4;

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
        var (chosen, kept) = OptionCosts.First(risk.Under(asked), Options(asked));
        var certain = asked.OtherCost + chosen.Premium.Total;
        return new DesignAnswer(asked, chosen, [.. Probabilities.Select(probability => new DesignQuantile(
            probability, certain + kept.Quantile(probability), certain + kept.TailMean(probability)))])
        {
            Curve = CurveOf(kept, certain),
        };
    }

    /// <summary>The contract and others that differ in their specific alone.</summary>
    /// <param name="risk">Who is covered.</param>
    /// <param name="settings">What is tried out; brought within its ranges.</param>
    public static OptionStudy Neighbours(DesignRisk risk, DesignSettings settings)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(settings);
        var asked = settings.Within();
        return OptionCosts.Of(risk.Under(asked), Options(asked, Specifics));
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
