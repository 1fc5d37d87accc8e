using OpenAso.Kernel;

namespace OpenAso.StopLoss.Underwriting;

/// <summary>How much what passes a deductible grows: by more than the claims themselves, while the deductible
/// stays.</summary>
/// <param name="Before">What passes it now.</param>
/// <param name="After">What passes it once claims have grown, and the deductible where it follows them.</param>
public sealed record LeveragedTrend(Money Before, Money After)
{
    /// <summary>What is added; with <see cref="Before"/> the exact fraction.</summary>
    public Money Growth => After - Before;

    /// <summary>The growth as a share of what passes now, rounded half up to the ten-thousandth of a percent; null
    /// where nothing passes now, or it shrinks, or grows more than two thousandfold.</summary>
    public Percent? Rate
    {
        get
        {
            if (!Before.IsPositive || Growth.IsNegative)
                return null;
            var millionths = (((Int128)Growth.Cents * 2_000_000) + Before.Cents) / (2 * (Int128)Before.Cents);
            return millionths <= 2_000_000_000 ? new Percent((int)millionths) : null;
        }
    }

    /// <summary>For one claim.</summary>
    /// <param name="claim">What it costs now.</param>
    /// <param name="deductible">What the plan keeps of it.</param>
    /// <param name="trend">How much claims grow.</param>
    [Source("Trend times claim over claim less deductible: XL Benefits, Leveraged trend and stop-loss costs")]
    public static LeveragedTrend OfClaim(Money claim, Money deductible, Percent trend) =>
        OfBook([claim], deductible, trend);

    /// <summary>For many claimants, those among them who pass the deductible only by growing.</summary>
    /// <remarks>Each grown claim is rounded half up to the cent.</remarks>
    /// <param name="claims">Of each claimant, now.</param>
    /// <param name="deductible">The same for all.</param>
    /// <param name="trend">How much claims grow.</param>
    public static LeveragedTrend OfBook(IEnumerable<Money> claims, Money deductible, Percent trend) =>
        OfBook(claims, deductible, deductible, trend);

    /// <summary>For many claimants, with a deductible that grows as claims do.</summary>
    /// <param name="claims">Of each claimant, now.</param>
    /// <param name="deductible">Now; the same for all.</param>
    /// <param name="trend">How much claims and deductible grow.</param>
    [Source("Deductible indexing: BCS Financial, Four key concepts for stop-loss renewals")]
    public static LeveragedTrend Indexed(IEnumerable<Money> claims, Money deductible, Percent trend) =>
        OfBook(claims, deductible, Grown(deductible, trend), trend);

    /// <summary>An amount after a trend, rounded half up to the cent.</summary>
    /// <param name="amount">Now.</param>
    /// <param name="trend">How much it grows.</param>
    public static Money Grown(Money amount, Percent trend) => amount + amount.Times(trend, Rounding.HalfUp);

    private static LeveragedTrend OfBook(IEnumerable<Money> claims, Money now, Money then, Percent trend)
    {
        ArgumentNullException.ThrowIfNull(claims);
        Money before = Money.Zero, after = Money.Zero;
        foreach (var claim in claims)
        {
            before += Money.Max(claim - now, Money.Zero);
            after += Money.Max(Grown(claim, trend) - then, Money.Zero);
        }
        return new LeveragedTrend(before, after);
    }
}
