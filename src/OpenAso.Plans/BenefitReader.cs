using System.Collections.Immutable;
using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>Reads the benefits and exclusions of a document.</summary>
internal sealed class BenefitReader(ImmutableArray<NetworkTier> tiers, LimitTable limits, ClauseBook clauses)
{
    private readonly CostSharingReader _costs = new(tiers, clauses);

    public ImmutableArray<Benefit> Read(DocumentValue benefits)
    {
        var list = ImmutableArray.CreateBuilder<Benefit>();
        foreach (var (id, value) in benefits.Entries())
        {
            if (value.Section() is { } terms)
                list.Add(One(id, list.Count, terms));
        }
        return list.ToImmutable();
    }

    private Benefit One(string id, int index, DocumentSection terms)
    {
        var clause = clauses.Cited(terms);
        var excluded = terms.Optional("excluded").Boolean() is true;
        var benefit = new Benefit
        {
            Id = id,
            Name = terms.Required("name").Text() ?? id,
            Index = index,
            Place = terms.Map.Place,
            Clause = clause,
            Covered = !excluded,
            Preventive = terms.Optional("preventive").Boolean() is true,
            Essential = terms.Optional("essential").Boolean() is not false,
            Services = ServiceReader.Read(terms.Required("services")),
            ByTier = excluded ? [] : Costs(terms, clause),
            Limits = excluded ? [] : DrawnOn(terms),
            Authorization = excluded ? null : Penalty(terms),
            Waiting = excluded ? null : Waits(terms),
        };
        if (excluded)
            RefuseTerms(terms);
        terms.Done();
        return benefit;
    }

    private ImmutableArray<CostSharing?> Costs(DocumentSection terms, ClauseNumber clause) =>
        terms.Required("costs").Section() is { } costs
            ? _costs.Read(costs, clause) : [.. tiers.Select(_ => (CostSharing?)null)];

    private ImmutableArray<int> DrawnOn(DocumentSection terms)
    {
        var drawn = ImmutableArray.CreateBuilder<int>();
        foreach (var value in terms.Optional("limits").OneOrMore())
        {
            if (limits.Named(LimitReader.Others, value) is not { } index)
                continue;
            if (drawn.Contains(index))
                value.Stop(PlanCodes.NameUnknown, "This limit already stands in the list. Name it once.");
            else
                drawn.Add(index);
        }
        return drawn.ToImmutable();
    }

    private AuthorizationPenalty? Penalty(DocumentSection terms)
    {
        if (terms.Optional("authorization").Section() is not { } section)
            return null;
        var value = section.Required("penalty");
        var isShare = value.Node is DocumentScalar scalar && scalar.Value.TrimEnd().EndsWith('%');
        var share = isShare ? value.Percent() : null;
        var amount = isShare ? null : value.Money(new Money(1), Money.Of(100_000));
        var maximum = section.Optional("maximum").Money();
        var clause = clauses.Cited(section);
        section.Done();
        return new AuthorizationPenalty(share ?? Percent.None, amount ?? Money.Zero, maximum, clause);
    }

    private WaitingPeriod? Waits(DocumentSection terms)
    {
        if (terms.Optional("waiting").Section() is not { } section)
            return null;
        var months = section.Required("months").Integer(1, 60);
        var clause = clauses.Cited(section);
        section.Done();
        return months is { } known ? new WaitingPeriod(known, clause) : null;
    }

    private static void RefuseTerms(DocumentSection terms)
    {
        foreach (var key in (string[])["costs", "limits", "authorization", "waiting"])
        {
            if (terms.Has(key))
            {
                terms.Findings.Stop(PlanCodes.ExcludedTerms, terms.Map.KeyPlace(key),
                    $"The benefit is excluded, so '{key}' says nothing. Leave it out, or leave out 'excluded'.");
            }
        }
    }
}
