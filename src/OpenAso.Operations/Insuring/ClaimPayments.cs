using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Operations.Insuring;

/// <summary>Makes of what was paid the payments that a policy counts.</summary>
internal static class ClaimPayments
{
    private const string NoExclusion = "";

    /// <summary>The payments for one policy: a claim of which the policy excludes some services comes in parts, and a
    /// disability benefit only where the policy names its line.</summary>
    /// <param name="paid">As paid.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="funded">The day on which the employer's money was there; null where it is not yet.</param>
    public static IEnumerable<ClaimPayment> Of(PaidClaim paid, StopLossPolicy policy, DateOnly? funded)
    {
        if (paid.Version is not { } version)
        {
            if (policy.Specific?.Lines.Items.Contains(paid.Line) == true
                || policy.Aggregate?.Lines.Items.Contains(paid.Line) == true)
                yield return Benefit(paid, funded);
            yield break;
        }
        var parts = Parts(version, policy.Conditions);
        var shares = parts.Count == 1
            ? [paid.Amount]
            : paid.Amount.Allocate([.. parts.Select(part => part.Paid)]);
        for (var index = 0; index < parts.Count; index++)
        {
            if (shares[index].IsZero)
                continue;
            yield return new ClaimPayment
            {
                Claim = parts[index].Exclusion.Length == 0 ? paid.Claim : $"{paid.Claim}/{parts[index].Exclusion}",
                Claimant = paid.Claimant,
                Certificate = paid.Family.Value,
                Line = paid.Line,
                Incurred = paid.Incurred,
                Dates = new PaymentDates(paid.Decided, paid.Issued, funded, null),
                Amount = shares[index],
                IneligibleBecause = parts[index].Exclusion.Length == 0 ? null : parts[index].Exclusion,
                Diagnosis = version.Claim.Diagnoses.Count > 0 ? version.Claim.Diagnoses[0].ToString() : "",
                ConfinementDays = Nights(version.Claim),
            };
        }
    }

    private static ClaimPayment Benefit(PaidClaim paid, DateOnly? funded) => new()
    {
        Claim = paid.Claim,
        Claimant = paid.Claimant,
        Certificate = paid.Family.Value,
        Line = paid.Line,
        Incurred = paid.Incurred,
        Dates = new PaymentDates(paid.Decided, paid.Issued, funded, null),
        Amount = paid.Amount,
        IneligibleBecause = null,
        Diagnosis = "",
    };

    // What the plan pays for services that the policy counts, and for those that each exclusion takes out.
    private static List<(string Exclusion, Money Paid)> Parts(DecidedClaim version, CoverageConditions conditions)
    {
        if (conditions.Exclusions.Count == 0)
            return [(NoExclusion, Money.Zero)];
        var parts = new SortedDictionary<string, Money>(StringComparer.Ordinal);
        for (var index = 0; index < version.Determination.Lines.Length; index++)
        {
            var line = version.Claim.Lines[index];
            var exclusion = conditions.Exclusions.Items.FirstOrDefault(
                known => known.Excludes(line.Procedure.ToString(), line.Diagnosis.ToString()))?.Id ?? NoExclusion;
            parts[exclusion] = parts.GetValueOrDefault(exclusion) + version.Determination.Lines[index].PlanPaid;
        }
        return parts.Values.Any(amount => amount.IsPositive)
            ? [.. parts.Select(part => (part.Key, part.Value))]
            : [(NoExclusion, Money.Zero)];
    }

    private static int Nights(Claim claim) =>
        claim is { IsInpatient: true, StatementDates: { } stay } ? Math.Max(1, stay.Days - 1) : 0;
}
