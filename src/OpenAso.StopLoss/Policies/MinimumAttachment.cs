using OpenAso.Kernel;

namespace OpenAso.StopLoss.Policies;

/// <summary>The least that the attachment of a period can be: the largest of the forms that a policy names.</summary>
/// <remarks>It protects the carrier where enrolment falls.</remarks>
/// <param name="OfFirstMonth">A share of the first month's attachment times the months of the period; zero for
/// none.</param>
/// <param name="Amount">A fixed amount; zero for none.</param>
/// <param name="PerUnit">An amount for each unit covered in the first month; zero for none.</param>
/// <param name="OfExpected">A share of <paramref name="ExpectedClaims"/>; zero for none.</param>
/// <param name="ExpectedClaims">Claims that the carrier expects in the period; zero where not stated.</param>
public sealed record MinimumAttachment(
    Percent OfFirstMonth, Money Amount, Money PerUnit, Percent OfExpected, Money ExpectedClaims)
{
    /// <summary>No minimum.</summary>
    public static MinimumAttachment None { get; } =
        new(Percent.None, Money.Zero, Money.Zero, Percent.None, Money.Zero);

    /// <summary>The minimum for a period.</summary>
    /// <remarks>Shares are rounded half up to the cent, once.</remarks>
    /// <param name="firstMonth">The first month's attachment.</param>
    /// <param name="firstMonthUnits">Units covered in the first month, of all lines and tiers that have a
    /// factor.</param>
    /// <param name="months">Months of the period.</param>
    public Money For(Money firstMonth, long firstMonthUnits, int months) => Money.Max(
        Money.Max(firstMonth.Ratio((long)OfFirstMonth.Millionths * months, 1_000_000, Rounding.HalfUp), Amount),
        Money.Max(
            PerUnit.Ratio(firstMonthUnits, 1, Rounding.HalfUp),
            ExpectedClaims.Times(OfExpected, Rounding.HalfUp)));
}
