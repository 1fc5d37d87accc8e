using System.Globalization;
using OpenAso.Kernel;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Minimums;

/// <summary>Holds a policy against the minima of the state whose law governs it.</summary>
/// <remarks>Policies outside the United States are not checked.</remarks>
public static class StopLossMinimumRules
{
    private const string Tables = "rules/stop-loss-minimums.yaml";

    /// <summary>What about a policy goes below what its state asks, and what of that could not be checked.</summary>
    /// <param name="policy">The policy; it is held to what is asked of policies that begin when it does.</param>
    /// <param name="employees">The size of the employer.</param>
    /// <param name="members">Heads under the policy: employees and dependents; null where not known.</param>
    /// <param name="expectedClaims">Of a year; null where not known.</param>
    /// <param name="attachment">The aggregate attachment of a year; null where not known.</param>
    /// <param name="minimums">The figures.</param>
    /// <returns>Warnings, never errors; empty where there is nothing to say.</returns>
    [Source("Statutes and filings of each state, as each row of rules/stop-loss-minimums.yaml names them")]
    public static ValueList<PolicyWarning> Check(
        StopLossPolicy policy, int employees, int? members, Money? expectedClaims, Money? attachment,
        StopLossMinimums minimums)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(minimums);
        if (!policy.Situs.IsUnitedStates)
            return [];
        var rows = minimums.Rows.Items
            .Where(row => row.HoldsFor(policy.Situs, policy.Period.First, employees)).ToList();
        var employer = new CheckedEmployer(members, expectedClaims, attachment);
        return
        [
            .. TenThousandRules.Check(policy, employees, attachment, minimums),
            .. rows.Where(row => row.IsChecked).SelectMany(row => Of(row, policy, employer, minimums.AsOf)),
            .. Unchecked(policy, rows, minimums.AsOf),
        ];
    }

    private static IEnumerable<PolicyWarning> Of(
        StateMinimum row, StopLossPolicy policy, CheckedEmployer employer, DateOnly asOf)
    {
        if (row.IsBarred)
            yield return Warning(StopLossCodes.Barred, "sale of stop-loss", row, asOf,
                $"In {row.State} an employer of this size may not be sold stop-loss. Ask the carrier.");
        if (row.Specific is { } least && policy.Specific is { } specific && specific.Deductible < least)
            yield return Warning(StopLossCodes.SpecificBelowMinimum, "least specific deductible", row, asOf,
                $"The specific deductible is {specific.Deductible}; {row.State} asks for {least} or more. Raise it.");
        foreach (var warning in Aggregate(row, policy, employer, asOf))
            yield return warning;
        foreach (var warning in Terms(row, policy, asOf))
            yield return warning;
    }

    private static IEnumerable<PolicyWarning> Aggregate(
        StateMinimum row, StopLossPolicy policy, CheckedEmployer employer, DateOnly asOf)
    {
        if (row.Aggregate is not { } minimum || policy.Aggregate is null)
            yield break;
        const string rule = "least aggregate attachment";
        if (employer.Attachment is not { } attachment)
        {
            yield return Warning(StopLossCodes.MinimumNotChecked, rule, row, asOf,
                "The aggregate attachment of a year is not known, so it was not checked. Give the census.");
            yield break;
        }
        var least = minimum.For(employer.Members ?? 0, employer.ExpectedClaims);
        if (attachment < least)
            yield return Warning(StopLossCodes.AggregateBelowMinimum, rule, row, asOf,
                $"The aggregate attachment of a year is {attachment}; {row.State} asks for {least} or more"
                + $" ({Parts(minimum, employer)}). Raise it.");
        if (minimum.PerPerson.IsPositive && employer.Members is null)
            yield return Warning(StopLossCodes.MinimumNotChecked, rule, row, asOf,
                $"{row.State} also asks for {minimum.PerPerson} a head or more. How many are covered is not known, so"
                + " that could not be checked. Give it.");
        if (minimum.OfExpected > Percent.None && employer.ExpectedClaims is null)
            yield return Warning(StopLossCodes.MinimumNotChecked, rule, row, asOf,
                $"{row.State} also asks for {minimum.OfExpected} of expected claims or more. Expected claims are not"
                + " known, so that could not be checked. Give them.");
    }

    private static IEnumerable<PolicyWarning> Terms(StateMinimum row, StopLossPolicy policy, DateOnly asOf)
    {
        if (!row.AllowsLasers && policy.Specific is { Lasers.Count: > 0 })
            yield return Warning(StopLossCodes.LaserNotAllowed, "lasers", row, asOf,
                $"The policy lasers somebody, which {row.State} does not allow for employers of this size. Take the"
                + " lasers out.");
        if (row.AsksForBoth && (policy.Specific is null || policy.Aggregate is null))
            yield return Warning(StopLossCodes.OneProtectionMissing, "specific and aggregate", row, asOf,
                $"{row.State} asks for a specific and an aggregate in one policy. Add the one that is missing.");
        if (row.RunOutMonths == 0)
            yield break;
        var least = ContractBasis.MonthsAfter(policy.Period.Last, row.RunOutMonths);
        if (policy.Specific?.Basis.Paid.Last < least || policy.Aggregate?.Basis.Paid.Last < least)
            yield return Warning(StopLossCodes.RunOutTooShort, "run-out", row, asOf,
                $"Payments must count until {Iso(least)} in {row.State}, {row.RunOutMonths} months after the period"
                + " ends. Lengthen the payment window.");
    }

    private static IEnumerable<PolicyWarning> Unchecked(
        StopLossPolicy policy, List<StateMinimum> rows, DateOnly asOf)
    {
        foreach (var row in rows.Where(row => row.Status == MinimumStatus.Conflicting))
            yield return Warning(StopLossCodes.MinimumNotChecked, "state minima", row, asOf,
                $"Sources disagree on the minima of {row.State}, so the policy was not checked. Ask the carrier.");
        if (rows.Count == 0)
            yield return new PolicyWarning(StopLossCodes.MinimumNotChecked, "state minima", Tables,
                $"No minima are held for {policy.Situs}, policies that begin on {Iso(policy.Period.First)} and an"
                + $" employer of this size, so the policy was not checked. Ask the carrier. As of {Iso(asOf)}.");
    }

    private static PolicyWarning Warning(string code, string rule, StateMinimum row, DateOnly asOf, string message) =>
        new(code, $"{row.State} {rule}", row.Source,
            message + (row.Status == MinimumStatus.Carrier ? " Carriers file this; it is no statute." : "")
            + (row.Status == MinimumStatus.Implied ? " This is implied, not said." : "")
            + (row.Note.Length > 0 ? $" {row.Note}" : "")
            + $" As of {Iso(asOf)}.");

    private static string Parts(AggregateMinimum minimum, CheckedEmployer employer)
    {
        var parts = new List<string>();
        if (minimum.PerPerson.IsPositive && employer.Members is { } members)
            parts.Add($"{minimum.PerPerson.Ratio(members, 1, Rounding.HalfUp)} for {members} "
                + (minimum.Counts == CountedHeads.GroupMembers ? "group members" : "covered persons"));
        if (minimum.OfExpected > Percent.None && employer.ExpectedClaims is { } expected)
            parts.Add($"{minimum.ShareOf(expected)} as {minimum.OfExpected} of expected claims");
        if (minimum.Amount.IsPositive)
            parts.Add($"{minimum.Amount} in any case");
        return "the largest of " + string.Join(", ", parts);
    }

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly record struct CheckedEmployer(int? Members, Money? ExpectedClaims, Money? Attachment);
}
