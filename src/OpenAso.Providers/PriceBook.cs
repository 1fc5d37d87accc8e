using System.Collections.Frozen;
using System.Collections.Immutable;
using OpenAso.Kernel;

namespace OpenAso.Providers;

/// <summary>Contracts and networks as they are known: who is in which network when, and what a service costs.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class PriceBook
{
    private readonly FrozenDictionary<long, NetworkMembership[]> _memberships;
    private readonly FeeSchedule _fees;

    /// <summary>A price book.</summary>
    /// <param name="fees">Every fee rule, of every network.</param>
    /// <param name="memberships">Who is in which network when.</param>
    public PriceBook(FeeSchedule fees, IEnumerable<NetworkMembership> memberships)
    {
        ArgumentNullException.ThrowIfNull(fees);
        _fees = fees;
        _memberships = memberships
            .GroupBy(membership => membership.Npi.Number)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The first of some networks that holds a provider on a day.</summary>
    /// <param name="networks">Names, the preferred first.</param>
    /// <param name="provider">Its NPI.</param>
    /// <param name="day">The day of service.</param>
    /// <returns>Null where none does.</returns>
    public string? NetworkOf(ImmutableArray<string> networks, Npi provider, DateOnly day)
    {
        if (!_memberships.TryGetValue(provider.Number, out var memberships))
            return null;
        foreach (var network in networks)
        {
            foreach (var membership in memberships)
            {
                if (membership.Network == network && membership.Dates.Contains(day))
                    return network;
            }
        }
        return null;
    }

    /// <summary>Prices every line of a claim.</summary>
    /// <param name="service">What its lines have in common.</param>
    /// <param name="lines">In the order of the claim.</param>
    /// <param name="prices">Receives a price for each line, in the same order.</param>
    public void PriceLines(in PricedEvent service, ReadOnlySpan<PricedLine> lines, Span<Price> prices) =>
        _fees.PriceLines(service, lines, prices);
}

/// <summary>A provider's membership of a network.</summary>
/// <param name="Network">The network's name, as plan documents write it.</param>
/// <param name="Npi">The provider.</param>
/// <param name="Dates">Both ends included.</param>
public sealed record NetworkMembership(string Network, Npi Npi, DateRange Dates);
