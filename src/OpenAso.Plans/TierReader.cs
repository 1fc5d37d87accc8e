using System.Collections.Immutable;
using OpenAso.Documents;

namespace OpenAso.Plans;

/// <summary>Reads the tiers of the network, best first.</summary>
internal sealed class TierReader(LimitTable limits, DocumentFindings findings)
{
    public ImmutableArray<NetworkTier> Read(DocumentValue tiers)
    {
        var entries = tiers.Entries();
        var list = ImmutableArray.CreateBuilder<NetworkTier>();
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (id, value) in entries)
        {
            if (value.Section() is not { } terms)
                continue;
            var networks = Networks(id, terms, owners);
            if (networks.IsEmpty && id != entries[^1].Key)
            {
                findings.Stop(PlanCodes.TierNetworks, terms.Map.Place,
                    "Only the last tier may be without networks: it is for all other providers. "
                    + "Name this tier's networks.");
            }
            list.Add(new NetworkTier
            {
                Id = id,
                Name = terms.Required("name").Text() ?? id,
                Index = list.Count,
                Networks = networks,
                Deductible = limits.Named(LimitReader.Deductibles, terms.Optional("deductible")),
                OutOfPocketMaximum = limits.Named(LimitReader.Maximums, terms.Optional("out-of-pocket-maximum")),
            });
            terms.Done();
        }
        return list.ToImmutable();
    }

    private static ImmutableArray<string> Networks(
        string id, DocumentSection terms, Dictionary<string, string> owners)
    {
        var networks = ImmutableArray.CreateBuilder<string>();
        foreach (var value in terms.Optional("networks").OneOrMore())
        {
            if (value.Text() is not { } network)
                continue;
            networks.Add(network);
            if (!owners.TryAdd(network, id))
            {
                value.Stop(PlanCodes.TierNetworks,
                    $"The network '{network}' already belongs to the tier '{owners[network]}'. "
                    + "A network has one tier.");
            }
        }
        return networks.ToImmutable();
    }
}
