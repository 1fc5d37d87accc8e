using OpenAso.Kernel;

namespace OpenAso.Claims;

/// <summary>Tells claims and lines that were sent before.</summary>
internal static class DuplicateSearch
{
    // A service that was really given twice is billed with one of these: repeat procedures, distinct services.
    private static readonly Code[] Repeats =
    [
        Code.Of("59"), Code.Of("76"), Code.Of("77"), Code.Of("91"),
        Code.Of("XE"), Code.Of("XP"), Code.Of("XS"), Code.Of("XU"),
    ];

    /// <summary>Whether a claim with the very same content was sent before, whatever became of it. One that waited and
    /// is decided again is no repeat of itself.</summary>
    public static bool IsRepeat(Claim claim, FamilyHistory history) =>
        history.ReleasedAs != claim.Id && (claim.Id.Occurrence > 1 || history.Holds(claim.Id.Content));

    /// <summary>Whether a line looks like one that stands already: same person, provider, day, codes and
    /// tooth.</summary>
    public static bool IsSuspect(
        Claim claim, int index, PersonNumber person, FamilyHistory history, DecidedClaim? replaced)
    {
        var line = claim.Lines[index];
        if (IsRepeatService(line))
            return false;
        for (var i = 0; i < index; i++)
        {
            if (SameService(claim.Lines[i], line) && claim.Lines[i].Charge == line.Charge)
                return true;
        }
        var day = new DateRange(line.Dates.First, line.Dates.First);
        for (var i = history.NextOf(person, day, 0); i < history.Claims.Count; i = history.NextOf(person, day, i + 1))
        {
            var decided = history.Claims[i];
            if (decided.IsLive && decided != replaced && IsLikely(decided)
                && SameProvider(decided.Claim.Billing, claim.Billing)
                && HoldsService(decided.Claim, line))
                return true;
        }
        return false;
    }

    public static bool SameProvider(BillingProvider left, BillingProvider right) =>
        ReferenceEquals(left, right)
        || (left.Npi.IsNone ? left.TaxId == right.TaxId && right.Npi.IsNone : left.Npi == right.Npi);

    // A claim that was denied as a whole, as a duplicate for instance, is nobody's original.
    private static bool IsLikely(DecidedClaim decided) =>
        decided.Determination.Status is ClaimStatus.Payable or ClaimStatus.Pended;

    private static bool HoldsService(Claim other, ClaimLine line)
    {
        foreach (var candidate in other.Lines)
        {
            if (SameService(candidate, line))
                return true;
        }
        return false;
    }

    private static bool SameService(ClaimLine left, ClaimLine right) =>
        left.Dates.First == right.Dates.First && left.Procedure == right.Procedure && left.Revenue == right.Revenue
        && left.Modifier == right.Modifier && left.Modifier2 == right.Modifier2
        && left.Tooth == right.Tooth && left.OralArea == right.OralArea && left.Surfaces == right.Surfaces
        && !(left.Procedure.IsNone && left.Revenue.IsNone);

    private static bool IsRepeatService(ClaimLine line) =>
        Array.IndexOf(Repeats, line.Modifier) >= 0 || Array.IndexOf(Repeats, line.Modifier2) >= 0
        || Array.IndexOf(Repeats, line.Modifier3) >= 0 || Array.IndexOf(Repeats, line.Modifier4) >= 0;
}
