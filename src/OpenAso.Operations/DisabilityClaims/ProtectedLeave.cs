using System.Data.Common;
using OpenAso.Disability.Benefits;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Leave;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>Where the books and a claim meet for job-protected leave: days that the same person was absent under other
/// claims are leave already used.</summary>
internal static class ProtectedLeave
{
    /// <summary>The days of absence under other claims of the same person in the books.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="terms">Of the employer; has disability plans.</param>
    /// <param name="claim">The claim.</param>
    public static ValueList<UsedLeave> UsedBefore(
        DbConnection connection, EmployerTerms terms, DisabilityClaim claim) =>
        DisabilityClaimRows.NewestOn(connection, terms.Scope, DateOnly.MaxValue)
            .Where(kept => kept.Claim != claim.Id)
            .Select(kept => (Kept: kept, Claim: kept.Read()))
            .Where(one => one.Claim.Claimant.MemberId == claim.Claimant.MemberId)
            .SelectMany(one => terms.Disability?.Plan(one.Kept.Plan.Value)?.AsOf(one.Claim.DisabledFrom) is { } wording
                ? LeaveCalculation.UsedBy(one.Claim, CertifiedDays.Of(one.Claim, wording)).Items
                : [])
            .ToValueList();
}
