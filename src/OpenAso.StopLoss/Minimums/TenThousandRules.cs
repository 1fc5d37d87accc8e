using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Minimums;

/// <summary>Finds protections that are usual elsewhere and hardly suit the United States, whatever policy they stand
/// in: a specific deductible of ten thousand for a person, an attachment of ten thousand for an employee.</summary>
public static class TenThousandRules
{
    private const int MonthsOfYear = 12;

    /// <summary>What of a policy needs a second look in the United States.</summary>
    /// <param name="policy">The policy; outside the United States nothing is said.</param>
    /// <param name="employees">The size of the employer.</param>
    /// <param name="attachment">The aggregate attachment of a year; null where not known.</param>
    /// <param name="minimums">The figures.</param>
    [Source("XL Benefits, state guides; NAIC Stop Loss Insurance Model Act, Model 92")]
    public static IEnumerable<PolicyWarning> Check(
        StopLossPolicy policy, int employees, Money? attachment, StopLossMinimums minimums)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(minimums);
        if (!policy.Situs.IsUnitedStates)
            yield break;
        if (minimums.Templates.GetValueOrDefault(PolicyTemplate.IndividualTenThousand) is { } person
            && policy.Specific is { } specific && specific.Deductible <= person.AtMost)
            yield return Warning(policy, minimums, person, "specific deductible in the United States",
                $"The specific deductible is {specific.Deductible} for a "
                    + $"{(specific.Per == CountedUnit.Person ? "person" : "certificate")}");
        if (minimums.Templates.GetValueOrDefault(PolicyTemplate.AggregatePerHeadTenThousand) is { } employee
            && policy.Aggregate is { } aggregate && IsByHead(policy)
            && (ForOne(aggregate) <= employee.AtMost
                || attachment?.Ratio(MonthsOfYear, policy.Months, Rounding.HalfUp)
                    <= employee.AtMost.Ratio(employees, 1, Rounding.HalfUp)))
            yield return Warning(policy, minimums, employee, "aggregate attachment in the United States",
                $"The aggregate attaches at {employee.AtMost} or less for each employee and year");
    }

    // Behind a specific deductible a low attachment is usual, unless the policy itself states it by the head.
    private static bool IsByHead(StopLossPolicy policy) =>
        policy.Specific is null || policy.Aggregate!.Minimum.PerUnit.IsPositive;

    // The most that one employee adds to the attachment of a year, as the terms say it.
    private static Money ForOne(AggregateTerms terms) => Money.Max(
        terms.Minimum.PerUnit,
        terms.Factors.Items.GroupBy(factor => factor.Line)
            .Select(line => line.Max(factor => factor.Monthly)).Total()
            .Ratio(MonthsOfYear, 1, Rounding.HalfUp));

    private static PolicyWarning Warning(
        StopLossPolicy policy, StopLossMinimums minimums, TemplateCaution caution, string rule, string found) =>
        new(StopLossCodes.TenThousandUnsuited, rule, caution.Source,
            $"{found}, and the policy is governed by the law of {policy.Situs}. {caution.Note} Ask the carrier before "
                + $"it is offered. As of {StopLossMinimumRules.Iso(minimums.AsOf)}.");
}
