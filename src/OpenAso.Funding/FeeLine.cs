using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Funding;

/// <summary>How an amount on an invoice came about.</summary>
/// <param name="Tier">The tier counted; null where employees are not counted.</param>
/// <param name="Units">Employees, or 1; below zero where a count was too high before.</param>
/// <param name="Rate">For one unit.</param>
public sealed record FeeStep(CoverageTier? Tier, int Units, Money Rate)
{
    /// <summary>Units times rate; exact.</summary>
    public Money Amount => Rate.Times(Quantity.Of(Units), Rounding.HalfUp);
}

/// <summary>One line of an invoice: a fee of a month.</summary>
/// <param name="Fee">The fee.</param>
/// <param name="Month">The month that it is for; earlier than the bill's own for a correction.</param>
/// <param name="Steps">By tier; their amounts add up to the line's.</param>
public sealed record FeeLine(Fee Fee, Month Month, ValueList<FeeStep> Steps)
{
    /// <summary>What is charged; below zero where a correction gives back.</summary>
    public Money Amount => Steps.Items.Total(step => step.Amount);
}

/// <summary>What the administrator charges for a month.</summary>
/// <param name="Month">The month billed.</param>
/// <param name="Lines">The fees in the order of the agreement, then corrections of earlier months.</param>
public sealed record FeeBill(Month Month, ValueList<FeeLine> Lines)
{
    /// <summary>What is left unpaid of earlier bills; below zero where they gave more than they took.</summary>
    public Money BalanceForward { get; init; }

    /// <summary>All lines together; below zero where corrections give back more than is charged.</summary>
    public Money Total => Lines.Items.Total(line => line.Amount);

    /// <summary>What is to be paid now; below zero where it lowers the next bill.</summary>
    public Money Due => Total + BalanceForward;

    /// <summary>The bill with corrections behind its own lines.</summary>
    /// <param name="corrections">Of earlier months, as <see cref="Fees.Restated"/> gives them.</param>
    public FeeBill With(IEnumerable<FeeLine> corrections) => this with { Lines = [.. Lines, .. corrections] };

    /// <summary>The transfers that book what became due, one a line; a line that gives back is booked as a
    /// credit.</summary>
    /// <param name="date">The day on which it counts.</param>
    public ValueList<Transfer> Incurred(DateOnly date) => Lines.Items
        .Select((line, index) => (Line: line, Index: index))
        .Where(entry => !entry.Line.Amount.IsZero)
        .Select(entry => Book(
            entry.Line.Amount.IsPositive ? TransferReason.FeeIncurred : TransferReason.FeeCredited,
            entry.Line.Fee.Id, entry.Index, entry.Line.Amount, date))
        .ToValueList();

    /// <summary>The transfers by which the administrator takes its fees from the fund: one for administration, one for
    /// what the employer owes for setting up.</summary>
    /// <remarks>Fees are taken from the employer's money, so that participants' money is left for benefits.</remarks>
    /// <param name="date">The day on which it counts.</param>
    /// <returns>None for what is zero or below: it is the next bill's balance forward.</returns>
    public ValueList<Transfer> Paid(DateOnly date)
    {
        var paid = new List<Transfer>();
        Take(TransferReason.FeePaid, BalanceForward + Of(FundUse.Administration));
        Take(TransferReason.SetupFeePaid, Of(FundUse.Sponsor));
        return paid.ToValueList();

        Money Of(FundUse use) => Lines.Items.Where(line => line.Fee.Use == use).Total(line => line.Amount);

        void Take(TransferReason reason, Money amount)
        {
            if (amount.IsPositive)
                paid.Add(Book(reason, "fees", 0, amount, date));
        }
    }

    /// <summary>The transfers by which the administrator takes its fees from what the fund holds.</summary>
    /// <remarks>The employer's money first, so that participants' money is left for benefits as far as it can be; then
    /// participants' and the plan's, which may pay for running the plan. What the employer owes for setting up is taken
    /// from its own money only.</remarks>
    /// <param name="date">The day on which it counts.</param>
    /// <param name="available">What the fund can give away.</param>
    /// <returns>None where the fund does not cover the whole bill, or nothing is due.</returns>
    public ValueList<Transfer> PaidFrom(DateOnly date, FundAmounts available)
    {
        var paid = Paid(date);
        var sponsor = paid.Items.Where(transfer => transfer.Terms.Use == FundUse.Sponsor)
            .Total(transfer => transfer.Amount);
        var administration = paid.Items.Total(transfer => transfer.Amount) - sponsor;
        var employer = Money.Max(available.Employer - sponsor, Money.Zero);
        var fromEmployer = Money.Min(employer, administration);
        var fromParticipants = Least(available.Participant, administration - fromEmployer);
        var fromPlan = Least(available.PlanAssets, administration - fromEmployer - fromParticipants);
        if (sponsor > available.Employer || fromEmployer + fromParticipants + fromPlan < administration)
            return [];
        return paid.Items.Where(transfer => transfer.Terms.Use == FundUse.Sponsor)
            .Concat(Split(date, new FundAmounts(fromEmployer, fromParticipants, fromPlan)))
            .ToValueList();
    }

    private IEnumerable<Transfer> Split(DateOnly date, FundAmounts amounts) => Enum.GetValues<FundSource>()
        .Where(source => amounts[source].IsPositive)
        .Select(source => new Transfer(
            new TransferKey(TransferReason.FeePaid, $"{Month}.fees", (int)source), source, 0, amounts[source], date));

    private static Money Least(Money available, Money wanted) => Money.Max(Money.Min(available, wanted), Money.Zero);

    private Transfer Book(TransferReason reason, string id, int part, Money amount, DateOnly date) => new(
        new TransferKey(reason, $"{Month}.{id}", part), FundSource.Employer, 0,
        amount.IsNegative ? -amount : amount, date);
}
