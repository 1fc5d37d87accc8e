using OpenAso.Kernel;

namespace OpenAso.Actuarial.Reserving;

/// <summary>What must be set aside, each part apart.</summary>
/// <param name="ReportedNotPaid">For claims that have come.</param>
/// <param name="Ibnr">For claims that were incurred and have not come.</param>
/// <param name="StopLossCredit">What a carrier will pay back of both; see <see cref="RunOutCredit"/>.</param>
/// <param name="RunOutFees">What the administrator asks for working on them.</param>
/// <param name="Margin">What is set aside beyond the estimate, because it may be off.</param>
public sealed record ReserveStatement(
    Money ReportedNotPaid, Money Ibnr, Money StopLossCredit, Money RunOutFees, Money Margin)
{
    /// <summary>For claims, before any credit.</summary>
    public Money Gross => ReportedNotPaid + Ibnr;

    /// <summary>For claims, after credit.</summary>
    public Money Net => Gross - StopLossCredit;

    /// <summary>All that must be set aside.</summary>
    public Money Total => Net + RunOutFees + Margin;

    /// <summary>From a triangle of amounts by the day they were received: inventory is known beside it.</summary>
    /// <param name="ibnr">What the triangle says is still to come.</param>
    /// <param name="reported">What is known to have come.</param>
    public static ReserveStatement OfReceived(Money ibnr, ReportedNotPaid reported)
    {
        ArgumentNullException.ThrowIfNull(reported);
        return new ReserveStatement(reported.Total, ibnr, Money.Zero, Money.Zero, Money.Zero);
    }

    /// <summary>From a triangle of payments, whose reserve holds the inventory too: it is taken out, so that it does
    /// not
    /// count twice.</summary>
    /// <remarks>An inventory above what the triangle leaves to be paid is believed: the claims are there. Nothing is
    /// then
    /// left for those that have not come, which says that payment has slowed down, and that the triangle does not know
    /// it.</remarks>
    /// <param name="unpaid">What the triangle says is still to be paid.</param>
    /// <param name="reported">What is known to have come.</param>
    public static ReserveStatement OfPaid(Money unpaid, ReportedNotPaid reported)
    {
        ArgumentNullException.ThrowIfNull(reported);
        return OfReceived(Money.Max(unpaid - reported.Total, Money.Zero), reported);
    }

    /// <summary>What was incurred in a period: what was paid, and what the reserve for it has grown by.</summary>
    /// <param name="paid">In the period.</param>
    /// <param name="begin">The reserve at its beginning.</param>
    /// <param name="end">The reserve at its end.</param>
    public static Money Incurred(Money paid, Money begin, Money end) => paid + end - begin;

    /// <summary>A first reserve where nothing is known yet: so many months of what a year costs.</summary>
    /// <param name="annual">What a year is expected to cost.</param>
    /// <param name="months">Usually two and a quarter.</param>
    /// <param name="rounding">How a fraction of a cent is settled.</param>
    public static Money Initial(Money annual, Quantity months, Rounding rounding) =>
        annual.Ratio(months.Thousandths, 12_000, rounding);
}
