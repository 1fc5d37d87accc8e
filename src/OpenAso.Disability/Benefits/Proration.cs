using OpenAso.Kernel;

namespace OpenAso.Disability.Benefits;

/// <summary>Divides weekly or monthly amounts by days so that all that was paid, however it was cut, is the exact
/// amount rounded once.</summary>
/// <remarks>Keeps for each name the exact sum so far in parts of a cent; what is paid is the rounded sum less what was
/// paid before.</remarks>
/// <param name="whole">By how much a full week or month is divided.</param>
internal sealed class Proration(int whole)
{
    private readonly Dictionary<string, long> _exact = new(StringComparer.Ordinal);

    /// <summary>The share of some days.</summary>
    /// <param name="name">What is paid or counted.</param>
    /// <param name="amount">Of a full week or month.</param>
    /// <param name="weight">Of the days.</param>
    public Money Take(string name, Money amount, int weight)
    {
        var before = _exact.GetValueOrDefault(name);
        var after = before + amount.Cents * weight;
        _exact[name] = after;
        return Rounded(after) - Rounded(before);
    }

    private Money Rounded(long exact) => new Money(exact).Ratio(1, whole, Rounding.HalfUp);
}
