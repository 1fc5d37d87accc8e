using OpenAso.Kernel;

namespace OpenAso.Claims;

/// <summary>Finds the claim that a replacement or void means.</summary>
internal static class OriginalSearch
{
    /// <summary>The claim with the number that the sender gives (REF*F8), while it stands.</summary>
    /// <remarks>The number is ours, as the remittance gave it. A sender who has none yet may give its own: it is taken
    /// where exactly one standing claim of the same billing provider carries it as patient control number. A claim that
    /// was denied as the repeat of another is not meant.</remarks>
    public static DecidedClaim? Find(Claim claim, FamilyHistory history)
    {
        if (claim.OriginalReference.Length == 0)
            return null;
        return ClaimId.TryParse(claim.OriginalReference, out var id)
            ? history.Find(id) is { IsLive: true } found ? found : null
            : ByControlNumber(claim, history);
    }

    private static DecidedClaim? ByControlNumber(Claim claim, FamilyHistory history)
    {
        DecidedClaim? found = null;
        foreach (var decided in history.Claims)
        {
            if (!decided.IsLive || decided.Claim.PatientControlNumber != claim.OriginalReference
                || !DuplicateSearch.SameProvider(decided.Claim.Billing, claim.Billing)
                || decided.Claim.Id == claim.Id || IsRepeat(decided.Determination))
                continue;
            if (found is not null)
                return null;
            found = decided;
        }
        return found;
    }

    private static bool IsRepeat(Determination determination) =>
        determination.Status == ClaimStatus.Denied && determination.Lines[0].Denial == Denial.Duplicate;
}
