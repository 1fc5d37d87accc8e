using OpenAso.Kernel;

namespace OpenAso.Claims;

/// <summary>Finds the claim that a replacement or void means.</summary>
internal static class OriginalSearch
{
    /// <summary>The claim with the number that the sender gives (REF*F8), while it stands.</summary>
    /// <remarks>The number is ours, as the remittance gave it. A sender who has none yet may give its own: it is taken
    /// where exactly one standing claim of the same billing provider carries it as patient control number; one that was
    /// denied as a repeat of another is not counted.</remarks>
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
            if (!decided.IsLive || decided.IsRepeat || decided.Claim.PatientControlNumber != claim.OriginalReference
                || !DuplicateSearch.SameProvider(decided.Claim.Billing, claim.Billing)
                || decided.Claim.Id == claim.Id)
                continue;
            if (found is not null)
                return null;
            found = decided;
        }
        return found;
    }
}
