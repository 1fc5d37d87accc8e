using OpenAso.Kernel;

namespace OpenAso.Funding;

/// <summary>What participants pay for one tier of a line of coverage in a month.</summary>
/// <param name="Line">The line of coverage.</param>
/// <param name="Tier">Who is covered.</param>
/// <param name="Employees">How many pay.</param>
/// <param name="Cost">Expected claims and monthly fees for one of them.</param>
/// <param name="Share">Of the cost, that the participant pays.</param>
public sealed record ContributionLine(
    LineOfCoverage Line, CoverageTier Tier, int Employees, Money Cost, Percent Share)
{
    /// <summary>What one of them pays, rounded half up to the cent.</summary>
    public Money Each => Cost.Times(Share, Rounding.HalfUp);

    /// <summary>What they pay together.</summary>
    public Money Amount => Each.Times(Quantity.Of(Employees), Rounding.HalfUp);
}

/// <summary>What participants pay.</summary>
public static class Contributions
{
    /// <summary>What is to be deducted from pay for a month.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="month">The month.</param>
    /// <param name="census">Who is covered on its first day.</param>
    /// <returns>Ordered by line and tier; empty where participants pay nothing or the agreement is not in
    /// force.</returns>
    public static ValueList<ContributionLine> ForMonth(
        AsoAgreement agreement, Month month, IEnumerable<CensusCount> census)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        if (agreement.For(month) is not { } terms)
            return [];
        var shares = terms.Contributions.Items.ToDictionary(shared => shared.Line, shared => shared.Shares);
        return Census.Sum(census).Items
            .Where(count => count.Employees > 0 && shares.ContainsKey(count.Line))
            .Select(count => new ContributionLine(count.Line, count.Tier, count.Employees,
                Cost(terms, count.Line, count.Tier), shares[count.Line][count.Tier]))
            .Where(line => line.Amount.IsPositive)
            .ToValueList();
    }

    private static Money Cost(AgreementTerms terms, LineOfCoverage line, CoverageTier tier) =>
        terms.Budget.Items.Where(budget => budget.Line == line).Total(budget => budget.Claims[tier])
        + terms.Fees.Items
            .Where(fee => fee.Line == line && fee.Basis == FeeBasis.EmployeeMonth)
            .Total(fee => fee.Amounts[tier]);
}
