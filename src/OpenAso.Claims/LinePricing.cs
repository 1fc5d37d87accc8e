using OpenAso.Kernel;
using OpenAso.Plans;
using OpenAso.Providers;

namespace OpenAso.Claims;

/// <summary>Finds the network tier and the price of every line of a claim.</summary>
internal static class LinePricing
{
    public static void PriceAll(
        Claim claim, FamilyContext context, Workspace work, ResolvedPlan plan, Span<TieredPrice> prices)
    {
        const int few = 32;
        var count = claim.Lines.Length;
        var lines = work.PricedLinesOf(claim);
        Span<Price> found = count <= few ? stackalloc Price[few] : new Price[count];
        for (var i = 0; i < count; i++)
        {
            var line = claim.Lines[i];
            var rendering = line.Rendering.IsNone ? claim.Rendering : line.Rendering;
            var (tier, network) = i > 0 && IsAlike(line, claim.Lines[i - 1])
                ? (prices[i - 1].Tier, lines[i - 1].Network)
                : TierOf(claim, rendering, line.Dates.First, context.Prices, plan);
            lines[i] = new PricedLine(
                network, rendering, line.Procedure, line.Modifier, line.Revenue, line.Place, line.Dates.First,
                line.Units, line.Measure, line.Charge);
            prices[i] = new TieredPrice(tier, tier >= 0 && !plan.Tiers[tier].IsOutOfNetwork, default);
        }
        context.Prices.PriceLines(
            new PricedEvent(claim.Billing.Npi, claim.BillType, claim.Drg), lines, found[..count]);
        for (var i = 0; i < count; i++)
            prices[i] = prices[i] with { Price = found[i] };
        TakeRepriced(claim, plan, prices);
        if (work.Answers is { } answers)
            TakeAgreed(claim, answers, prices);
    }

    // An examiner's price fills a gap; what the schedule or a network says is not changed by it.
    private static void TakeAgreed(Claim claim, ExaminerAnswers answers, Span<TieredPrice> prices)
    {
        foreach (var agreed in answers.Prices)
        {
            var index = Array.FindIndex(claim.Lines, line => line.Number == agreed.Line);
            if (index >= 0 && !prices[index].Price.IsFound)
                prices[index] = prices[index] with
                {
                    Price = new Price(Money.Min(agreed.Amount, claim.Lines[index].Charge), PriceMethod.Examiner, 0),
                };
        }
    }

    private static bool IsAlike(ClaimLine line, ClaimLine before) =>
        line.Rendering == before.Rendering && line.Dates.First == before.Dates.First;

    // The best tier with a network that holds the billing provider, else the treating provider, on the day; else the
    // tier of providers without a contract.
    private static (sbyte Tier, string Network) TierOf(
        Claim claim, Npi rendering, DateOnly day, PriceBook prices, ResolvedPlan plan)
    {
        foreach (var tier in plan.Tiers)
        {
            if (tier.IsOutOfNetwork)
                return ((sbyte)tier.Index, "");
            var network = prices.NetworkOf(tier.Networks, claim.Billing.Npi, day)
                ?? (rendering.IsNone ? null : prices.NetworkOf(tier.Networks, rendering, day));
            if (network is not null)
                return ((sbyte)tier.Index, network);
        }
        return (-1, "");
    }

    // A price set by an organisation whose network the plan rents goes before the fee schedule. One that the plan does
    // not name is anybody's claim about itself, and is not taken.
    private static void TakeRepriced(Claim claim, ResolvedPlan plan, Span<TieredPrice> prices)
    {
        var anyLine = false;
        for (var i = 0; i < prices.Length; i++)
        {
            if (claim.Lines[i].Repricing is not { } repricing)
                continue;
            anyLine = true;
            if (TierOf(repricing, claim.Repricing, plan) is { } tier)
                prices[i] = Repriced(tier, Money.Min(repricing.Allowed, claim.Lines[i].Charge));
        }
        if (!anyLine && claim.Repricing is { } whole && TierOf(whole, null, plan) is { } tierOfWhole)
            DivideWhole(claim, Money.Min(whole.Allowed, claim.Billed), tierOfWhole, prices);
    }

    private static void DivideWhole(Claim claim, Money allowed, int tier, Span<TieredPrice> prices)
    {
        var charges = new Money[prices.Length];
        for (var i = 0; i < charges.Length; i++)
            charges[i] = claim.Lines[i].Charge;
        if (claim.Billed.IsZero)
            return;
        var shares = allowed.Allocate(charges);
        for (var i = 0; i < shares.Length; i++)
            prices[i] = Repriced(tier, shares[i]);
    }

    private static TieredPrice Repriced(int tier, Money amount) =>
        new((sbyte)tier, true, new Price(amount, PriceMethod.Repriced, 0));

    private static int? TierOf(Repricing repricing, Repricing? ofClaim, ResolvedPlan plan)
    {
        var organization = repricing.Organization.Length > 0 ? repricing.Organization : ofClaim?.Organization ?? "";
        if (!repricing.IsPriced || organization.Length == 0)
            return null;
        foreach (var tier in plan.Tiers)
        {
            if (tier.Networks.Contains(organization))
                return tier.Index;
        }
        return null;
    }
}
