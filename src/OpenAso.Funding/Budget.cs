using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>An amount of a month and a line of coverage.</summary>
/// <param name="Month">The month.</param>
/// <param name="Line">The line of coverage.</param>
/// <param name="Amount">Below zero where more was taken back than paid.</param>
public sealed record MonthAmount(Month Month, LineOfCoverage Line, Money Amount);

/// <summary>What is expected by the agreement's budget.</summary>
public static class Budget
{
    /// <summary>Claims expected in a month.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="month">The month.</param>
    /// <param name="census">Who is covered on its first day.</param>
    /// <returns>One amount for each budgeted line, in the order of the agreement; none where it is not in
    /// force.</returns>
    public static ValueList<MonthAmount> Claims(
        AsoAgreement agreement, Month month, IEnumerable<CensusCount> census)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var counts = Census.Sum(census);
        return agreement.For(month) is not { } terms ? [] : terms.Budget.Items
            .Select(budget => new MonthAmount(month, budget.Line, counts.Items
                .Where(count => count.Line == budget.Line)
                .Total(count => budget.Claims[count.Tier].Times(Quantity.Of(count.Employees), Rounding.HalfUp))))
            .ToValueList();
    }

    /// <summary>Claims and monthly fees expected in a month: what a target balance is a share of.</summary>
    /// <remarks>What is charged once is left out.</remarks>
    /// <param name="agreement">The agreement.</param>
    /// <param name="month">The month.</param>
    /// <param name="census">Who is covered on its first day.</param>
    public static Money ExpectedMonth(AsoAgreement agreement, Month month, IReadOnlyList<CensusCount> census) =>
        Claims(agreement, month, census).Items.Total(amount => amount.Amount)
        + Fees.ForMonth(agreement, month, census).Value.Lines.Items
            .Where(line => line.Fee.Basis != FeeBasis.Once)
            .Total(line => line.Amount);
}

/// <summary>What was paid in a month beside what was expected.</summary>
/// <param name="Month">The month.</param>
/// <param name="Line">The line of coverage.</param>
/// <param name="Expected">By the budget.</param>
/// <param name="Paid">For claims, less what was taken back.</param>
public sealed record BudgetRow(Month Month, LineOfCoverage Line, Money Expected, Money Paid)
{
    /// <summary>What is left of the budget; below zero where more was paid.</summary>
    public Money Left => Expected - Paid;
}

/// <summary>What was paid beside what was expected, month by month.</summary>
/// <param name="Rows">Ordered by month and line; none where nothing is expected and nothing was paid.</param>
public sealed record BudgetByMonth(ValueList<BudgetRow> Rows)
{
    /// <summary>Expected in all months.</summary>
    public Money Expected => Rows.Items.Total(row => row.Expected);

    /// <summary>Paid in all months.</summary>
    public Money Paid => Rows.Items.Total(row => row.Paid);

    /// <summary>What is left of the budget; below zero where more was paid.</summary>
    public Money Left => Expected - Paid;

    /// <summary>Puts what was paid beside what was expected.</summary>
    /// <param name="expected">As <see cref="Budget.Claims"/> gives it, in any order.</param>
    /// <param name="paid">In any order; several of one month and line are added.</param>
    public static BudgetByMonth Of(IEnumerable<MonthAmount> expected, IEnumerable<MonthAmount> paid)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(paid);
        var both = expected.Select(amount => (amount, Budgeted: true))
            .Concat(paid.Select(amount => (amount, Budgeted: false)));
        return new BudgetByMonth(both
            .GroupBy(entry => (entry.amount.Month, entry.amount.Line))
            .OrderBy(group => group.Key.Month).ThenBy(group => group.Key.Line)
            .Select(group => new BudgetRow(group.Key.Month, group.Key.Line,
                group.Where(entry => entry.Budgeted).Total(entry => entry.amount.Amount),
                group.Where(entry => !entry.Budgeted).Total(entry => entry.amount.Amount)))
            .Where(row => !row.Expected.IsZero || !row.Paid.IsZero)
            .ToValueList());
    }

    /// <summary>The months up to one.</summary>
    /// <param name="last">The last month, included.</param>
    public BudgetByMonth Through(Month last) =>
        new(Rows.Items.Where(row => row.Month <= last).ToValueList());
}
