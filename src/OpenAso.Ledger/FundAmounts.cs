using OpenAso.Kernel;

namespace OpenAso.Ledger;

/// <summary>An amount of each source of money.</summary>
/// <param name="Employer">The employer's general money.</param>
/// <param name="Participant">What participants paid.</param>
/// <param name="PlanAssets">Other money of the plan.</param>
public readonly record struct FundAmounts(Money Employer, Money Participant, Money PlanAssets)
{
    /// <summary>All of it.</summary>
    public Money Total => Employer + Participant + PlanAssets;

    /// <summary>The amount of one source.</summary>
    /// <param name="source">Whose money.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such source.</exception>
    public Money this[FundSource source] => source switch
    {
        FundSource.Employer => Employer,
        FundSource.Participant => Participant,
        FundSource.PlanAssets => PlanAssets,
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "There is no such source of money."),
    };

    /// <summary>The employer's money alone.</summary>
    /// <param name="amount">Of the employer.</param>
    public static FundAmounts OfEmployer(Money amount) => new(amount, Money.Zero, Money.Zero);

    /// <summary>Both together, source by source.</summary>
    public static FundAmounts operator +(FundAmounts left, FundAmounts right) => new(
        left.Employer + right.Employer, left.Participant + right.Participant, left.PlanAssets + right.PlanAssets);

    /// <summary>What is left, source by source.</summary>
    public static FundAmounts operator -(FundAmounts left, FundAmounts right) => new(
        left.Employer - right.Employer, left.Participant - right.Participant, left.PlanAssets - right.PlanAssets);

    /// <summary>Which money an expense is paid from.</summary>
    /// <remarks>Participants' money first, then the plan's, then the employer's, each as far as it reaches and may
    /// serve the use: money that may serve only the plan does not wait while other money is spent. What none covers
    /// falls to the employer, whose part may therefore be more than it has.</remarks>
    /// <param name="amount">To be paid; zero or more.</param>
    /// <param name="use">What for.</param>
    /// <returns>Adds up to the amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is below zero.</exception>
    public FundAmounts Draw(Money amount, FundUse use)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount.Cents, nameof(amount));
        var participant = Take(Participant, FundSource.Participant);
        var planAssets = Take(PlanAssets, FundSource.PlanAssets);
        return new FundAmounts(amount, participant, planAssets);

        Money Take(Money available, FundSource source)
        {
            if (!FundUseRules.MayPay(source, use))
                return Money.Zero;
            var taken = Money.Max(Money.Min(available, amount), Money.Zero);
            amount -= taken;
            return taken;
        }
    }
}
