using OpenAso.Disability.Benefits;
using OpenAso.Disability.Claims;

namespace OpenAso.Disability.Leave;

/// <summary>When a claimant is back at work, or expected to be.</summary>
public static class ReturnToWork
{
    /// <summary>The day of the return where it is known; else the day after the last for which there is
    /// proof.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="certified">Days for which there is proof.</param>
    /// <returns>Null after a death, and where nothing is certified.</returns>
    public static DateOnly? Expected(DisabilityClaim claim, CertifiedDays certified)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(certified);
        if (claim.Died is not null || certified.Last is not { } last)
            return null;
        return claim.Work.Items.LastOrDefault(spell => spell.IsFull && spell.Days.Last >= last)?.Days.First
            ?? last.AddDays(1);
    }
}
