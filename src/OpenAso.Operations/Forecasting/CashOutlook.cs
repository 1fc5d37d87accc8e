using OpenAso.Decision.Forecasting;
using OpenAso.Kernel;
using OpenAso.Operations.Reserving;

namespace OpenAso.Operations.Forecasting;

/// <summary>What an employer is asked of its books about the weeks to come.</summary>
/// <param name="AsOf">Nothing later is known; null for the last day on which anything was received or paid.</param>
/// <param name="Weeks">How many weeks ahead; 1 to 52.</param>
/// <param name="BackTest">Whether past forecasts are held against what came.</param>
/// <param name="Seed">Where chance comes from.</param>
public sealed record CashQuestion(DateOnly? AsOf, int Weeks, bool BackTest, ulong Seed);

/// <summary>What will be paid, and what the fund makes of it.</summary>
/// <param name="AsOf">The day; the first week begins on the next.</param>
/// <param name="KnownWeeks">How many whole weeks of the agreement are known.</param>
/// <param name="Schedule">What is known beforehand.</param>
/// <param name="Pended">Claims that wait for a person.</param>
/// <param name="Claims">What is paid for claims; null where too little is known.</param>
/// <param name="Fund">How the fund goes on; null where claims are not known, or nobody pays under the
/// agreement.</param>
/// <param name="BackTests">How past forecasts came out; empty where nobody asked.</param>
/// <param name="Findings">What stands against it, or should be known of it.</param>
public sealed record CashOutlook(
    DateOnly AsOf, int KnownWeeks, CashSchedule Schedule, PendedInventory Pended, CashForecast? Claims,
    FundCourse? Fund, ValueList<BackTest> BackTests, ValueList<Finding> Findings);

/// <summary>What is known of the weeks to come.</summary>
/// <param name="Unpaid">Claims decided and not paid.</param>
/// <param name="Fees">For each week: unpaid bills in the first, then those of the months that begin.</param>
/// <param name="Premium">For each week, by the day on which it is due.</param>
/// <param name="Disability">For each week: what is booked and not paid in the first, then what is certified.</param>
/// <param name="Recoveries">For each week: filings that are outstanding, by how long the carrier has taken.</param>
/// <param name="Available">What the fund could give away at the end of the day.</param>
/// <param name="Outstanding">What the employer had been asked for and had not paid.</param>
/// <param name="Target">What the fund should hold.</param>
/// <param name="Calls">Whether a funding request falls in the week.</param>
public sealed record CashSchedule(
    Money Unpaid, ValueList<Money> Fees, ValueList<Money> Premium, ValueList<Money> Disability,
    ValueList<Money> Recoveries, Money Available, Money Outstanding, Money Target, ValueList<bool> Calls)
{
    /// <summary>Fees, premium and certified disability benefits of each week.</summary>
    public IEnumerable<Money> Costs => Fees.Items.Zip(Premium, (fees, premium) => fees + premium)
        .Zip(Disability, (costs, disability) => costs + disability);

    /// <summary>Fees, premium and disability less recoveries of the first weeks.</summary>
    /// <param name="weeks">How many.</param>
    public Money Fixed(int weeks) => Costs.Take(weeks).Total() - Recoveries.Items.Take(weeks).Total();
}
