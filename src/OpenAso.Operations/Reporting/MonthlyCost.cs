using OpenAso.Funding;
using OpenAso.Kernel;

namespace OpenAso.Operations.Reporting;

/// <summary>What the plan cost in a month, as it was paid and billed.</summary>
/// <param name="Month">The month.</param>
/// <param name="Employees">Covered on its first day under any line.</param>
/// <param name="Members">Everybody covered on its first day, employees included.</param>
public sealed record MonthlyCost(Month Month, int Employees, int Members)
{
    /// <summary>Paid for claims by line of coverage, less what was taken back.</summary>
    public ValueList<MonthAmount> Paid { get; init; }

    /// <summary>Fees billed.</summary>
    public Money Fees { get; init; }

    /// <summary>Stop-loss premium billed.</summary>
    public Money Premium { get; init; }

    /// <summary>What stop-loss carriers paid, less what was paid back to them.</summary>
    public Money Reimbursed { get; init; }

    /// <summary>Claims of the budget, and the month's fees and premium.</summary>
    public Money Budget { get; init; }

    /// <summary>Asked of the employer.</summary>
    public Money Called { get; init; }

    /// <summary>Paid for claims of all lines.</summary>
    public Money ClaimsPaid => Paid.Items.Total(line => line.Amount);

    /// <summary>Fees and premium.</summary>
    public Money Fixed => Fees + Premium;

    /// <summary>Claims, fees and premium less what carriers paid.</summary>
    public Money Net => ClaimsPaid + Fixed - Reimbursed;

    /// <summary>What is left of the budget; below zero where more was spent.</summary>
    public Money Left => Budget - Net;

    /// <summary>Paid under a line.</summary>
    /// <param name="line">The line of coverage.</param>
    public Money PaidFor(LineOfCoverage line) =>
        Paid.Items.Where(amount => amount.Line == line).Total(amount => amount.Amount);
}
