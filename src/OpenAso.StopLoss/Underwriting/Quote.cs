using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Underwriting;

/// <summary>What a carrier offers: a policy with its premium, for the people who would be covered.</summary>
/// <param name="Carrier">Who offers it.</param>
/// <param name="Policy">The terms.</param>
/// <param name="Rates">Premium by coverage, line and tier, each once.</param>
/// <param name="Units">Who would be covered, as long as the quote runs.</param>
/// <param name="Months">How long it runs.</param>
public sealed record Quote(
    string Carrier, StopLossPolicy Policy, ValueList<PremiumRate> Rates, ValueList<QuotedUnits> Units, int Months)
{
    /// <summary>Premium of a month: the sum over coverages, lines and tiers of units times rate.</summary>
    public Money MonthlyPremium => Premium(StopLossCoverage.Specific) + Premium(StopLossCoverage.Aggregate);

    /// <summary>Premium of all months.</summary>
    public Money TotalPremium => MonthlyPremium.Ratio(Months, 1, Rounding.HalfUp);

    /// <summary>Premium of a month for one protection.</summary>
    /// <param name="coverage">Specific or aggregate.</param>
    public Money Premium(StopLossCoverage coverage) => Rates.Items.Where(rate => rate.Coverage == coverage)
        .Total(rate => rate.Monthly.Ratio(UnitsOf(rate.Line, rate.Tier), 1, Rounding.HalfUp));

    /// <summary>The aggregate attachment of all months; null where the policy has no aggregate.</summary>
    [Source("Public aggregate wordings: units of each month and tier times the monthly factor, or the minimum")]
    public Money? Attachment
    {
        get
        {
            if (Policy.Aggregate is not { } terms)
                return null;
            var monthly = terms.Factors
                .Total(factor => factor.Monthly.Ratio(UnitsOf(factor.Line, factor.Tier), 1, Rounding.HalfUp));
            var units = terms.Factors.Sum(factor => UnitsOf(factor.Line, factor.Tier));
            return Money.Max(monthly.Ratio(Months, 1, Rounding.HalfUp), terms.Minimum.For(monthly, units, Months));
        }
    }

    private long UnitsOf(LineOfCoverage line, string tier) => Units.Items
        .Where(units => units.Line == line && units.Tier == tier).Sum(units => (long)units.Units);
}

/// <summary>How many units a quote is for.</summary>
/// <param name="Line">The line of coverage under which they are counted.</param>
/// <param name="Tier">The carrier's own word for who is covered.</param>
/// <param name="Units">Employees, as a rule.</param>
public sealed record QuotedUnits(LineOfCoverage Line, string Tier, int Units);

/// <summary>What is the same whichever quote is taken, for as long as the quotes run.</summary>
/// <param name="OtherFixedCost">Administration, network and other fees: all fixed cost but stop-loss premium.</param>
/// <param name="ExpectedClaims">Claims expected below the specific, of lines that the aggregate protects; null where
/// each quote's attachment and corridor say what its carrier expects.</param>
/// <param name="LinesOutside">Expected claims of lines that stop-loss does not protect: dental, weekly income.</param>
public sealed record QuoteBasis(Money OtherFixedCost, Money? ExpectedClaims, Money LinesOutside);
