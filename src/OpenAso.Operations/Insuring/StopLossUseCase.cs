using OpenAso.Kernel;
using OpenAso.StopLoss;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Minimums;
using OpenAso.StopLoss.Policies;
using OpenAso.StopLoss.Positions;

namespace OpenAso.Operations.Insuring;

/// <summary>Where a stop-loss policy stands, from what was paid and who was covered: whether that comes from the books
/// or from another system's extract.</summary>
public static class StopLossUseCase
{
    /// <summary>The position on a day.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="payments">All that was paid, in any order.</param>
    /// <param name="census">Who was covered, in any order.</param>
    /// <param name="asOf">The day; nothing that was paid later is counted.</param>
    public static StopLossPosition Show(
        StopLossPolicy policy, IEnumerable<ClaimPayment> payments, IEnumerable<CensusUnits> census, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(payments);
        var book = new StopLossBook(policy, asOf);
        book.Cover(census);
        foreach (var payment in payments)
            book.Add(payment);
        return book.Position();
    }

    /// <summary>What about a policy goes below what its state asks.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="position">Its position, for the attachment of the period.</param>
    /// <param name="size">What is known of the employer.</param>
    /// <param name="minimums">The figures.</param>
    public static ValueList<PolicyWarning> Warnings(
        StopLossPolicy policy, StopLossPosition position, EmployerSize size, StopLossMinimums minimums)
    {
        ArgumentNullException.ThrowIfNull(position);
        ArgumentNullException.ThrowIfNull(size);
        return StopLossMinimumRules.Check(
            policy, size.Employees, size.Members, size.ExpectedClaims,
            position.Aggregate is { AttachmentProjected.IsPositive: true } aggregate
                ? aggregate.AttachmentProjected
                : null,
            minimums);
    }
}

/// <summary>What is known of the size of an employer.</summary>
/// <param name="Employees">Those eligible or covered.</param>
/// <param name="Members">Employees and dependents covered; null where not known.</param>
/// <param name="ExpectedClaims">Of a year; null where not known.</param>
public sealed record EmployerSize(int Employees, int? Members, Money? ExpectedClaims)
{
    /// <summary>The size that a census tells: the units of its first month, of the line of coverage with
    /// most.</summary>
    /// <param name="census">In any order; an employer of whom nothing is told has one employee.</param>
    /// <param name="members">Employees and dependents covered; null where not known.</param>
    /// <param name="expectedClaims">Of a year; null where not known.</param>
    public static EmployerSize Of(IEnumerable<CensusUnits> census, int? members, Money? expectedClaims)
    {
        var employees = census.GroupBy(units => units.Month).MinBy(month => month.Key)?
            .GroupBy(units => units.Line).Max(line => line.Sum(units => units.Units)) ?? 1;
        return new EmployerSize(Math.Max(1, employees), members, expectedClaims);
    }
}
