using OpenAso.Kernel;

namespace OpenAso.Disability.Claims;

/// <summary>What of a claim is known on a day, and on which days more becomes known: awards, work, certifications that
/// are withdrawn, death. Pure.</summary>
public static class ClaimNews
{
    /// <summary>The days on which something becomes known that moves benefits, in order, each once.</summary>
    /// <param name="claim">With all that is known in the end.</param>
    public static IEnumerable<DateOnly> DaysOf(DisabilityClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Incomes.Items.Select(income => income.KnownOn)
            .Concat(claim.Work.Items.Select(spell => spell.KnownOn))
            .Concat(claim.Certifications.Items.Select(one => one.KnownOn))
            .Append(claim.DeathKnownOn)
            .OfType<DateOnly>().Distinct().Order();
    }

    /// <summary>The claim without what is paid back or agreed after a day.</summary>
    /// <param name="claim">With all that is known in the end.</param>
    /// <param name="day">The day.</param>
    public static DisabilityClaim HappenedBy(DisabilityClaim claim, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim with
        {
            Repayments = Until(claim.Repayments),
            Recoveries = claim.Recoveries.Items.Select(one => one with
            {
                Agreed = one.Agreed?.Day <= day ? one.Agreed : null,
                Received = Until(one.Received),
            }).ToValueList(),
        };

        ValueList<Repayment> Until(ValueList<Repayment> repayments) =>
            repayments.Items.Where(one => one.Day <= day).ToValueList();
    }

    /// <summary>The claim without work, withdrawals and death that become known later. Income stays: each amount says
    /// itself when it was known.</summary>
    /// <param name="claim">With all that is known in the end.</param>
    /// <param name="day">The day.</param>
    public static DisabilityClaim KnownOn(DisabilityClaim claim, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim with
        {
            Work = claim.Work.Items.Where(spell => IsKnown(spell.KnownOn)).ToValueList(),
            Certifications = claim.Certifications.Items
                .Select(one => IsKnown(one.KnownOn) ? one : one with { WithdrawnFrom = null }).ToValueList(),
            Died = IsKnown(claim.DeathKnownOn) ? claim.Died : null,
        };

        bool IsKnown(DateOnly? since) => since is not { } known || known <= day;
    }
}
