using OpenAso.Actuarial.Distributions;
using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>When the money of an option leaves, apart from when its cost arises: claims are paid months after they are
/// incurred, so that the first year is light, and leaving is heavy.</summary>
/// <param name="PaidInYear">The share of a year's claims that is paid within it.</param>
/// <param name="ByYear">Expected cash of each year.</param>
/// <param name="AfterExit">Expected cash after the last year, for claims incurred before its end, or below zero what
/// comes back; without fees.</param>
/// <param name="ExitFees">Run-out administration and terminal fee when the employer leaves after the last year.</param>
/// <param name="Reserve">To be set aside at the end of the first year; of level funding nothing, unless the quote says
/// so, because all was paid in advance.</param>
public sealed record CashView(
    double PaidInYear, ValueList<double> ByYear, double AfterExit, double ExitFees, double Reserve)
{
    /// <summary>How much lighter the first year's cash is than its cost.</summary>
    public required double FirstYearRelief { get; init; }

    internal static CashView Of(
        PricedOption option, IReadOnlyList<double> costs, Scene scene, CompletionPattern completion)
    {
        var shares = Shares(completion, costs.Count + 2);
        var fixedCosts = Enumerable.Range(0, costs.Count)
            .Select(year => OptionYears.Fixed(option, scene, year)).ToList();
        var claims = costs.Select((cost, year) => cost - fixedCosts[year].Total).ToList();
        var attachments = OptionYears.Rules(option, scene, costs.Count).Select(rule => rule.Attachment).ToList();
        var isLevel = option.Option.Arrangement == Arrangement.LevelFunding;
        var cash = Enumerable.Range(0, costs.Count).Select(year => fixedCosts[year].Total + (isLevel
            ? attachments[year] - (year > 0 ? attachments[year - 1] - claims[year - 1] : 0)
            : Enumerable.Range(0, year + 1).Sum(past => claims[past] * shares[year - past]))).ToList();
        var last = fixedCosts[^1];
        return new CashView(
            shares[0], cash.ToValueList(), costs.Sum() - cash.Sum(),
            (option.Option.RunOutMonths / 12 * last.Administration)
                + (isLevel ? 0 : TerminalFee(option.Option, attachments[^1])),
            option.Option.ReserveMonths is { } months ? months / 12 * claims[0]
                : isLevel ? 0 : claims[0] * (1 - shares[0]))
        {
            FirstYearRelief = costs[0] - cash[0],
        };
    }

    private static double TerminalFee(FundingOption option, double attachment) =>
        option.TerminalMonths == 0 ? 0 : option.TerminalMonths / 12 * attachment;

    // Of a year's claims: paid within it, in the next year, and so on.
    private static List<double> Shares(CompletionPattern completion, int years)
    {
        var factors = completion.Factors.Items;
        var paid = Enumerable.Range(0, years).Select(year => ContractShare.Of(factors, 0, 12 * year)).ToList();
        return [paid[0], .. paid.Zip(paid.Skip(1), (before, after) => after - before)];
    }
}
