using OpenAso.Decision.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>The first year of an option beside the insured premium, which is known.</summary>
/// <param name="Option">The option with its prices.</param>
/// <param name="Premium">What the insured plan costs.</param>
public sealed record FirstYear(PricedOption Option, double Premium)
{
    /// <summary>What the year is expected to cost.</summary>
    public double Expected => Option.Year.Mean;

    /// <summary>What is expected to be saved against the insured plan; below zero where the option is dearer.</summary>
    public double Saving => Premium - Expected;

    /// <summary>What the year can cost at most above the premium; null where nothing ends it.</summary>
    public double? WorstCase => Option.Maximum - Premium;

    /// <summary>Claims that count toward the aggregate at which the option costs what the premium does; null where no
    /// claims make it dearer, below zero where it always is.</summary>
    public double? BreakEven => Option.Rule.ClaimsAt(Premium) is var claims && double.IsPositiveInfinity(claims)
        ? null
        : double.IsNegativeInfinity(claims) ? Premium - Option.Fixed.Total : claims;

    /// <summary>The probability that the year costs more than the premium.</summary>
    public double Dearer => Option.Year.Above(Premium);

    /// <summary>The expected cost beyond the premium: what insurance against it would be worth.</summary>
    public double ExpectedDearer => Option.Year.Excess(Premium);

    /// <summary>What the employer has planned to spend: its own figure, or what is expected.</summary>
    public double Budget => Option.Option.Budget ?? Expected;

    /// <summary>The probability that the year costs more than was planned.</summary>
    public double Deficit => Option.Year.Above(Budget);

    /// <summary>Probabilities of costing the premium and an amount more.</summary>
    public required ValueList<ExceededBy> ExceededBy { get; init; }

    /// <summary>Value at risk and tail value at risk.</summary>
    public required ValueList<CostQuantile> Quantiles { get; init; }

    /// <summary>Of an option.</summary>
    /// <param name="option">The option with its prices.</param>
    /// <param name="premium">Of the insured plan.</param>
    /// <param name="amounts">By which it may come dearer.</param>
    /// <param name="probabilities">Of the quantiles.</param>
    public static FirstYear Of(
        PricedOption option, double premium, ValueList<double> amounts, ValueList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(option);
        return new FirstYear(option, premium)
        {
            ExceededBy = amounts.Items.Select(amount => new ExceededBy(amount, option.Year.Above(premium + amount)))
                .ToValueList(),
            Quantiles = probabilities.Items.Select(one =>
                new CostQuantile(one, option.Year.Quantile(one), option.Year.TailMean(one))).ToValueList(),
        };
    }
}

/// <summary>An amount above the premium, and how likely it is passed.</summary>
/// <param name="Amount">Above the premium.</param>
/// <param name="Probability">Of costing more than that.</param>
public sealed record ExceededBy(double Amount, double Probability);
