using System.Diagnostics;
using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Claims;

/// <summary>What the member pays of an allowed amount.</summary>
internal readonly record struct MemberShares(Money Copay, Money Deductible, Money Coinsurance)
{
    public Money Total => Copay + Deductible + Coinsurance;

    /// <summary>Takes copay, deductible and coinsurance, in that order, none of them beyond what is left of the line
    /// or of the out-of-pocket maximum.</summary>
    public static MemberShares Take(in LineScene scene, int tierIndex, Money allowed)
    {
        var terms = scene.Benefit.ByTier[tierIndex]!;
        var tier = scene.Plan.Tiers[tierIndex];
        var taking = new Taking(allowed, RoomBefore(scene, tier));

        var copay = Money.Zero;
        if (!terms.DeductibleFirst)
            copay = taking.Take(CopayWanted(scene, terms.Copay));
        var deductible = terms.DeductibleApplies ? taking.Take(DeductibleLeft(scene, tier)) : Money.Zero;
        if (terms.DeductibleFirst)
            copay = taking.Take(CopayWanted(scene, terms.Copay));
        var coinsurance = taking.Take(taking.Unassigned.Times(terms.Coinsurance, Rounding.HalfUp));

        var shares = new MemberShares(copay, deductible, coinsurance);
        Explain(scene, terms, tier, shares, taking.Spared);
        Count(scene, tier, shares);
        Debug.Assert(shares.Total <= allowed);
        return shares;
    }

    private static Money RoomBefore(in LineScene scene, NetworkTier tier) =>
        tier.OutOfPocketMaximum is { } index
            ? new Money(scene.Limits.Remaining(scene.Plan.Limits[index], Code.None))
            : new Money(long.MaxValue);

    private static Money DeductibleLeft(in LineScene scene, NetworkTier tier) =>
        tier.Deductible is { } index
            ? new Money(scene.Limits.Remaining(scene.Plan.Limits[index], Code.None))
            : Money.Zero;

    private static Money CopayWanted(in LineScene scene, Copay? copay)
    {
        if (copay is null)
            return Money.Zero;
        var whole = copay.Per == CopayPer.Day
            ? copay.Amount.Times(Quantity.Of(DaysCharged(scene, copay)), Rounding.HalfUp)
            : copay.Amount;
        return copay.Per == CopayPer.Service
            ? whole
            : Money.Max(Money.Zero, whole - SameDay.CopayTaken(scene, copay.Per));
    }

    // A stay is charged by its nights since admission, one day at the least; other services by the days of the line.
    private static long DaysCharged(in LineScene scene, Copay copay)
    {
        var days = scene.Claim.IsInpatient && scene.Claim.StatementDates is { } stay
            ? Math.Max(1, stay.Last.DayNumber - FirstNight(scene.Claim, stay).DayNumber)
            : scene.Line.Dates.Days;
        return copay.MaximumDays > 0 ? Math.Min(days, copay.MaximumDays) : days;
    }

    private static DateOnly FirstNight(Claim claim, DateRange stay) =>
        claim.Admitted is { } admitted && admitted < stay.First ? admitted : stay.First;

    private static void Explain(
        in LineScene scene, CostSharing terms, NetworkTier tier, MemberShares shares, Money spared)
    {
        var work = scene.Work;
        var copayFirst = !terms.DeductibleFirst;
        if (copayFirst)
            work.Step(StepKind.Copay, shares.Copay, terms.Clause, scene.Index);
        if (tier.Deductible is { } deductible)
            work.Step(StepKind.Deductible, shares.Deductible, scene.Plan.Limits[deductible].Clause, scene.Index);
        if (!copayFirst)
            work.Step(StepKind.Copay, shares.Copay, terms.Clause, scene.Index);
        work.Step(StepKind.Coinsurance, shares.Coinsurance, terms.Clause, scene.Index);
        if (tier.OutOfPocketMaximum is { } maximum)
            work.Step(StepKind.OutOfPocketMaximum, spared, scene.Plan.Limits[maximum].Clause, scene.Index);
    }

    private static void Count(in LineScene scene, NetworkTier tier, MemberShares shares)
    {
        if (tier.Deductible is { } deductible)
            scene.Limits.Count(scene.Plan.Limits[deductible], shares.Deductible.Cents, Code.None);
        if (tier.OutOfPocketMaximum is { } maximum)
            scene.Limits.Count(scene.Plan.Limits[maximum], shares.Total.Cents, Code.None);
    }

    /// <summary>What is left of a line, and of the room under the out-of-pocket maximum.</summary>
    private struct Taking(Money allowed, Money room)
    {
        public Money Unassigned { get; private set; } = allowed;

        public Money Spared { get; private set; }

        private Money _room = room;

        // No more than is wanted, than is left of the line, or than the maximum still allows.
        public Money Take(Money wanted)
        {
            var possible = Money.Min(wanted, Unassigned);
            var taken = Money.Min(possible, _room);
            Unassigned -= taken;
            _room -= taken;
            Spared += possible - taken;
            return taken;
        }
    }
}
