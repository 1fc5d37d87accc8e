using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Counting;

/// <summary>Money that the plan paid for a claim, or got back: a void, a refund, a recovery, a rebate is a payment
/// below zero under the claim's number.</summary>
public sealed record ClaimPayment
{
    /// <summary>The claim's number: payments and refunds of one claim share it.</summary>
    public required string Claim { get; init; }

    /// <summary>Whose claim it is.</summary>
    public required string Claimant { get; init; }

    /// <summary>The certificate through which the person is covered.</summary>
    public required string Certificate { get; init; }

    /// <summary>The line of coverage that paid.</summary>
    public required LineOfCoverage Line { get; init; }

    /// <summary>The first day of service.</summary>
    public required DateOnly Incurred { get; init; }

    /// <summary>When it was decided, issued, funded and cleared.</summary>
    public required PaymentDates Dates { get; init; }

    /// <summary>What the plan paid; below zero for what it got back.</summary>
    public required Money Amount { get; init; }

    /// <summary>Why the policy does not count it although the plan paid; null where it counts.</summary>
    public string? IneligibleBecause { get; init; }

    /// <summary>The claim's first diagnosis without a point; empty where unknown.</summary>
    public string Diagnosis { get; init; } = "";

    /// <summary>Days in hospital of the stay that the claim is for; zero for none or unknown.</summary>
    public int ConfinementDays { get; init; }
}

/// <summary>The days of one payment; null where it has not happened, or nobody knows.</summary>
/// <param name="Adjudicated">The claim was decided.</param>
/// <param name="Issued">The payment was sent to the payee.</param>
/// <param name="Funded">The employer's money was there.</param>
/// <param name="Cleared">The bank paid it out.</param>
public readonly record struct PaymentDates(DateOnly? Adjudicated, DateOnly? Issued, DateOnly? Funded, DateOnly? Cleared)
{
    /// <summary>The day on which it counts as paid; null where it does not yet.</summary>
    /// <param name="meaning">What the policy means by "paid".</param>
    public DateOnly? PaidAs(PaidMeaning meaning) => meaning switch
    {
        PaidMeaning.Adjudicated => Adjudicated,
        PaidMeaning.Issued => Issued,
        PaidMeaning.Funded => Funded,
        PaidMeaning.Cleared => Cleared,
        PaidMeaning.LaterOfIssuedAndFunded =>
            Issued is { } issued && Funded is { } funded ? (issued > funded ? issued : funded) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(meaning), meaning, "There is no such meaning."),
    };

    /// <summary>The earliest day that is known; null where none is.</summary>
    public DateOnly? Earliest
    {
        get
        {
            var earliest = Adjudicated;
            foreach (var day in (ReadOnlySpan<DateOnly?>)[Issued, Funded, Cleared])
            {
                if (day < earliest || earliest is null)
                    earliest = day ?? earliest;
            }
            return earliest;
        }
    }

    /// <summary>The latest day that is known; null where none is.</summary>
    public DateOnly? Latest
    {
        get
        {
            var latest = Adjudicated;
            foreach (var day in (ReadOnlySpan<DateOnly?>)[Issued, Funded, Cleared])
            {
                if (day > latest || latest is null)
                    latest = day ?? latest;
            }
            return latest;
        }
    }
}
