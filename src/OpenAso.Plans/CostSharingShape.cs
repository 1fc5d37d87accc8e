using System.Collections.Immutable;
using OpenAso.Kernel;

namespace OpenAso.Plans;

/// <summary>The main figures of a plan's cost sharing in its first network tier, as they are or as somebody tries them
/// out.</summary>
/// <param name="Deductible">Of one person; where only the family has one, the family's. Null for none.</param>
/// <param name="OutOfPocketMaximum">The same of the out-of-pocket maximum.</param>
/// <param name="Coinsurance">The member's share that most benefits have; null where none has any.</param>
/// <param name="Copays">Of the benefits that have one, in the order of the document.</param>
public sealed record CostSharingShape(
    Money? Deductible, Money? OutOfPocketMaximum, Percent? Coinsurance, ValueList<BenefitCopay> Copays)
{
    /// <summary>The figures of a plan's terms.</summary>
    /// <param name="terms">As they stand on a day.</param>
    public static CostSharingShape Of(ResolvedPlan terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var tier = terms.Tiers[0];
        return new CostSharingShape(
            Amount(terms, tier.Deductible), Amount(terms, tier.OutOfPocketMaximum), Usual(terms),
            [
                .. terms.Benefits.Where(benefit => First(benefit)?.Copay is not null)
                    .Select(benefit => new BenefitCopay(benefit.Id, benefit.Name, First(benefit)!.Copay!.Amount)),
            ]);
    }

    /// <summary>A plan with these figures in place of its own; what is null or not named stays as it is.</summary>
    /// <remarks>Amounts of families and of employees covered alone move in the ratio of the person's, to the cent, half
    /// up. The new coinsurance holds where the usual one did. What the plan does not have it does not get: no
    /// deductible where there is none.</remarks>
    /// <param name="plan">The plan.</param>
    public Plan Over(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new Plan([.. plan.Segments.Select(Over)]) { Examples = plan.Examples };
    }

    private ResolvedPlan Over(ResolvedPlan terms)
    {
        var (tier, usual) = (terms.Tiers[0], Usual(terms));
        var copays = Copays.Items.ToDictionary(copay => copay.Benefit, copay => copay.Amount);
        return new ResolvedPlan
        {
            Id = terms.Id,
            Name = terms.Name,
            Line = terms.Line,
            Currency = terms.Currency,
            Version = terms.Version,
            InForce = terms.InForce,
            Year = terms.Year,
            Clauses = terms.Clauses,
            Tiers = terms.Tiers,
            Benefits = [.. terms.Benefits.Select(benefit => benefit.With(Shared(benefit)))],
            Limits = [.. terms.Limits.Select(limit =>
                limit.Index == tier.Deductible && Deductible is { } deductible ? Moved(limit, deductible)
                : limit.Index == tier.OutOfPocketMaximum && OutOfPocketMaximum is { } most ? Moved(limit, most)
                : limit)],
            TimelyFiling = terms.TimelyFiling,
            HsaQualified = terms.HsaQualified,
            Grandfathered = terms.Grandfathered,
        };

        ImmutableArray<CostSharing?> Shared(Benefit benefit)
        {
            if (First(benefit) is not { } sharing)
                return benefit.ByTier;
            if (sharing.Copay is { } copay && copays.TryGetValue(benefit.Id, out var amount))
                sharing = sharing with { Copay = amount.IsPositive ? copay with { Amount = amount } : null };
            if (Coinsurance is { } share && sharing.Coinsurance == usual)
                sharing = sharing with { Coinsurance = share };
            return benefit.ByTier.SetItem(0, sharing);
        }
    }

    private static Limit Moved(Limit limit, Money amount)
    {
        var old = limit.Person ?? limit.Family;
        return limit.With(In(limit.Person), In(limit.Family), In(limit.SelfOnly));

        long? In(long? cents) => (cents, old) switch
        {
            (null, _) => null,
            (_, null or 0) => amount.Cents,
            _ => new Money(cents.Value).Ratio(amount.Cents, old.Value, Rounding.HalfUp).Cents,
        };
    }

    private static CostSharing? First(Benefit benefit) => benefit.ByTier.IsEmpty ? null : benefit.ByTier[0];

    private static Money? Amount(ResolvedPlan terms, int? limit) =>
        limit is { } index && (terms.Limits[index].Person ?? terms.Limits[index].Family) is { } cents
            ? new Money(cents)
            : null;

    // Of as many benefits each, the higher.
    private static Percent? Usual(ResolvedPlan terms) => terms.Benefits.Select(First)
        .Where(sharing => sharing is not null && sharing.Coinsurance != Percent.None)
        .GroupBy(sharing => sharing!.Coinsurance)
        .OrderByDescending(share => share.Count()).ThenByDescending(share => share.Key)
        .Select(share => (Percent?)share.Key).FirstOrDefault();
}

/// <summary>The copay of a benefit.</summary>
/// <param name="Benefit">Its key in the plan document.</param>
/// <param name="Name">What a member reads.</param>
/// <param name="Amount">Zero for none.</param>
public sealed record BenefitCopay(string Benefit, string Name, Money Amount);
