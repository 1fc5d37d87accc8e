using System.Collections.Immutable;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>Reads what a benefit costs the member in each tier of the network.</summary>
internal sealed class CostSharingReader(ImmutableArray<NetworkTier> tiers, ClauseBook clauses)
{
    private const string SameAs = "same as ";

    /// <summary>By the index of the tier; null where the benefit is not covered there.</summary>
    public ImmutableArray<CostSharing?> Read(DocumentSection costs, ClauseNumber provision)
    {
        var byTier = new CostSharing?[tiers.Length];
        var values = tiers.Select(tier => costs.Required(tier.Id)).ToArray();
        foreach (var tier in tiers)
        {
            if (!Refers(values[tier.Index]))
                byTier[tier.Index] = One(values[tier.Index], provision);
        }
        foreach (var tier in tiers)
        {
            if (Refers(values[tier.Index]) && Named(values[tier.Index], values) is { } other)
                byTier[tier.Index] = byTier[other];
        }
        costs.Done();
        return [.. byTier];
    }

    private CostSharing? One(DocumentValue value, ClauseNumber provision)
    {
        if (value.Node is DocumentScalar)
            return Word(value, provision);
        if (value.Section() is not { } terms)
            return null;
        var (applies, first) = terms.Optional("deductible").Choice(DeductibleWords);
        var sharing = new CostSharing(
            Charge(terms.Optional("copay")), applies, first,
            terms.Optional("coinsurance").Percent() ?? Percent.None, clauses.Cited(terms, provision));
        terms.Done();
        return sharing;
    }

    private static CostSharing? Word(DocumentValue value, ClauseNumber provision)
    {
        switch (value.Text())
        {
            case "free":
                return CostSharing.Free(provision);
            case null or "not-covered":
                return null;
            case var word:
                value.Stop(PlanCodes.CostSharing,
                    $"'{word}' is none of: free, not-covered, same as another tier, or terms such as"
                    + " {deductible: yes, coinsurance: 20%}." + NearestWord.Suggestion(word, ["free", "not-covered"]));
                return null;
        }
    }

    private static Copay? Charge(DocumentValue value)
    {
        if (!value.IsMap)
            return value.Money(new Money(1), Money.Of(100_000)) is { } visit
                ? new Copay(visit, CopayPer.Visit, 0)
                : null;
        var terms = value.Section()!;
        var amount = terms.Required("amount").Money(new Money(1), Money.Of(100_000));
        var per = terms.Required("per").Choice<CopayPer>() ?? CopayPer.Visit;
        var days = per == CopayPer.Day ? terms.Optional("maximum-days").Integer(1, 366) ?? 0 : 0;
        terms.Done();
        return amount is { } known ? new Copay(known, per, days) : null;
    }

    private static bool Refers(DocumentValue value) =>
        value.Node is DocumentScalar { Value: var text } && text.StartsWith(SameAs, StringComparison.Ordinal);

    private int? Named(DocumentValue value, DocumentValue[] values)
    {
        var id = value.Text()![SameAs.Length..].Trim();
        var other = tiers.FirstOrDefault(tier => tier.Id == id);
        if (other is not null && !Refers(values[other.Index]))
            return other.Index;
        value.Stop(PlanCodes.NameUnknown, other is null
            ? $"There is no tier '{id}'.{NearestWord.Suggestion(id, tiers.Select(tier => tier.Id))}"
                + $" There are: {string.Join(", ", tiers.Select(tier => tier.Id))}."
            : $"The tier '{id}' itself refers to another. Name the tier that states its terms.");
        return null;
    }

    private static readonly Dictionary<string, (bool Applies, bool First)> DeductibleWords = new(StringComparer.Ordinal)
    {
        ["yes"] = (true, false),
        ["no"] = (false, false),
        ["first"] = (true, true),
    };
}
