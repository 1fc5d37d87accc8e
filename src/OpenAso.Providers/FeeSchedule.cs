using System.Collections.Frozen;
using OpenAso.Kernel;

namespace OpenAso.Providers;

/// <summary>Fee rules, found by the most particular one that fits.</summary>
/// <remarks>More particular is, in this order: a named provider, a named network, a named code, a named modifier, a
/// named place, a later first day, an earlier row. Immutable and safe to share between threads.</remarks>
public sealed class FeeSchedule
{
    /// <summary>The network name that marks the reference prices of Medicare.</summary>
    public const string Medicare = "medicare";

    private readonly FrozenDictionary<ulong, FeeRule[]> _contracts;
    private readonly FrozenDictionary<ulong, FeeRule[]> _medicare;

    /// <summary>A schedule of these rules.</summary>
    /// <param name="rules">In the order of the file.</param>
    public FeeSchedule(IEnumerable<FeeRule> rules)
    {
        var byReference = rules.ToLookup(rule => rule.Network == Medicare);
        _contracts = Index(byReference[false]);
        _medicare = Index(byReference[true]);
    }

    internal void PriceLines(in PricedEvent service, ReadOnlySpan<PricedLine> lines, Span<Price> prices)
    {
        var anyCase = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var rule = BestRule(_contracts, service, lines[i]);
            anyCase |= rule?.Method == PriceMethod.Case;
            prices[i] = rule is null ? Price.NotFound : PriceOf(rule, service, lines[i]);
        }
        while (anyCase && NextCase(service, lines, prices) is { } rule)
            Divide(rule, service, lines, prices);
    }

    // The case price that goes first among lines which none has priced yet.
    private FeeRule? NextCase(in PricedEvent service, ReadOnlySpan<PricedLine> lines, ReadOnlySpan<Price> prices)
    {
        FeeRule? first = null;
        DateOnly day = default;
        for (var i = 0; i < lines.Length; i++)
        {
            if (prices[i].Method == PriceMethod.Case
                || BestRule(_contracts, service, lines[i]) is not { Method: PriceMethod.Case } rule)
                continue;
            if (first is null || GoesFirst(rule, lines[i].Date, first, day))
                (first, day) = (rule, lines[i].Date);
        }
        return first;
    }

    // A contract has one case price for a claim, whatever the days of its lines: of equally particular ones that of the
    // earliest day.
    private static bool GoesFirst(FeeRule rule, DateOnly day, FeeRule other, DateOnly otherDay)
    {
        var order = Particularity(other).CompareTo(Particularity(rule));
        if (order == 0)
            order = day.CompareTo(otherDay);
        return order == 0 ? Precedes(rule, other) : order < 0;
    }

    private Price PriceOf(FeeRule rule, in PricedEvent service, in PricedLine line) => rule.Method switch
    {
        PriceMethod.Fee when line.Measure != UnitMeasure.Minutes =>
            AtMostCharged(rule, rule.Amount.Times(line.Units, Rounding.HalfUp), line),
        PriceMethod.PerDiem => AtMostCharged(rule, rule.Amount.Times(line.Units, Rounding.HalfUp), line),
        PriceMethod.PercentOfBilled => AtMostCharged(rule, line.Charge.Times(rule.Share, Rounding.HalfUp), line),
        PriceMethod.PercentOfMedicare
            when BestRule(_medicare, service, line) is { Method: PriceMethod.Fee } reference =>
            AtMostCharged(rule, reference.Amount.Times(line.Units, rule.Share, Rounding.HalfUp), line),
        _ => Price.NotFound,
    };

    private static Price AtMostCharged(FeeRule rule, Money amount, in PricedLine line) =>
        new(Money.Min(amount, line.Charge), rule.Method, rule.Row);

    // Among the lines that the contract holds: those of its network and provider, or all where it names none.
    private static void Divide(
        FeeRule rule, in PricedEvent service, ReadOnlySpan<PricedLine> lines, Span<Price> prices)
    {
        var charges = new Money[lines.Length];
        for (var i = 0; i < charges.Length; i++)
            charges[i] = IsHeld(rule, service, lines[i], prices[i]) ? lines[i].Charge : Money.Zero;
        var charged = charges.Total();
        var shares = charged.IsPositive ? Money.Min(rule.Amount, charged).Allocate(charges) : charges;
        for (var i = 0; i < shares.Length; i++)
        {
            if (IsHeld(rule, service, lines[i], prices[i]))
                prices[i] = new Price(shares[i], PriceMethod.Case, rule.Row);
        }
    }

    private static bool IsHeld(FeeRule rule, in PricedEvent service, in PricedLine line, in Price price) =>
        price.Method != PriceMethod.Case && HoldsProvider(rule, service, line)
        && (rule.Network.Length == 0 || rule.Network == line.Network);

    private static bool HoldsProvider(FeeRule rule, in PricedEvent service, in PricedLine line) =>
        rule.Npi.IsNone || rule.Npi == service.Billing || rule.Npi == line.Rendering;

    private static FeeRule? BestRule(
        FrozenDictionary<ulong, FeeRule[]> index, in PricedEvent service, in PricedLine line)
    {
        var best = First(index, line.Procedure, service, line);
        if (!line.Revenue.IsNone)
            best = Better(best, First(index, line.Revenue, service, line));
        if (!service.Drg.IsNone)
            best = Better(
                best, First(index, service.Drg, service, line) is { Method: PriceMethod.Case } ofCase ? ofCase : null);
        return line.Procedure.IsNone ? best : Better(best, First(index, Code.None, service, line));
    }

    private static FeeRule? Better(FeeRule? left, FeeRule? right) =>
        left is null || (right is not null && Precedes(right, left)) ? right : left;

    private static FeeRule? First(
        FrozenDictionary<ulong, FeeRule[]> index, Code code, in PricedEvent service, in PricedLine line)
    {
        if (!index.TryGetValue(code.Packed, out var rules))
            return null;
        foreach (var rule in rules)
        {
            if (Fits(rule, service, line))
                return rule;
        }
        return null;
    }

    private static bool Fits(FeeRule rule, in PricedEvent service, in PricedLine line) =>
        rule.Dates.Contains(line.Date)
        && HoldsProvider(rule, service, line)
        && (rule.Modifier.IsNone || rule.Modifier == line.Modifier)
        && (rule.Place.IsNone || rule.Place == line.Place)
        && (rule.Network.Length == 0 || rule.Network == Medicare || rule.Network == line.Network);

    private static FrozenDictionary<ulong, FeeRule[]> Index(IEnumerable<FeeRule> rules) =>
        rules.GroupBy(rule => rule.Code.Packed).ToFrozenDictionary(
            group => group.Key,
            group => group.Order(Comparer<FeeRule>.Create(Compare)).ToArray());

    private static bool Precedes(FeeRule left, FeeRule right) => Compare(left, right) < 0;

    private static int Compare(FeeRule left, FeeRule right)
    {
        var order = Particularity(right).CompareTo(Particularity(left));
        if (order == 0)
            order = right.Dates.First.CompareTo(left.Dates.First);
        return order != 0 ? order : left.Row.CompareTo(right.Row);
    }

    private static int Particularity(FeeRule rule) =>
        (rule.Npi.IsNone ? 0 : 16) + (rule.Network.Length == 0 ? 0 : 8) + (rule.Code.IsNone ? 0 : 4)
        + (rule.Modifier.IsNone ? 0 : 2) + (rule.Place.IsNone ? 0 : 1);
}
