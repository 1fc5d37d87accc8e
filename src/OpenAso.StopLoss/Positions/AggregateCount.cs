using OpenAso.Kernel;
using OpenAso.StopLoss.Counting;
using OpenAso.StopLoss.Policies;

namespace OpenAso.StopLoss.Positions;

/// <summary>What one claimant adds to the aggregate, month by month.</summary>
internal sealed class AggregateCount
{
    private readonly Money[] _cumulative;

    private AggregateCount(Money[] cumulative, Money gross, Money[] runIn)
    {
        _cumulative = cumulative;
        Gross = gross;
        RunIn = runIn;
    }

    public static AggregateCount Empty { get; } = new([], Money.Zero, []);

    /// <summary>All that counts before any loss limit.</summary>
    public Money Gross { get; }

    /// <summary>Run-in claims, cumulative by month; empty for none.</summary>
    public IReadOnlyList<Money> RunIn { get; }

    /// <summary>What counts up to the end of each month, capped by the loss limit where the policy caps it.</summary>
    public ReadOnlySpan<Money> Cumulative => _cumulative;

    public static AggregateCount Of(List<CountedAmount> counted, CountingScene scene)
    {
        if (scene.Policy.Aggregate is not { } terms)
            return Empty;
        var common = new Money[scene.Months];
        var other = new Money[scene.Months];
        Money[] runIn = terms.RunIn.Amount is null ? [] : new Money[scene.Months];
        var gross = Money.Zero;
        foreach (var amount in counted)
        {
            if (!amount.Counts)
                continue;
            var month = scene.IndexOf(amount.Month);
            (scene.IsCommon(amount.Payment.Line) ? common : other)[month] += amount.Amount;
            if (runIn.Length > 0 && amount.Payment.Incurred < scene.Policy.Period.First)
                runIn[month] += amount.Amount;
            gross += amount.Amount;
        }
        var limit = LossLimit(counted, scene, terms.LaseredDollars);
        return new AggregateCount(Capped(common, other, limit), gross, Summed(runIn));
    }

    private static Money? LossLimit(List<CountedAmount> counted, CountingScene scene, LaseredDollars variant)
    {
        if (counted.Count == 0 || scene.Policy.Specific is not { } specific)
            return null;
        return variant switch
        {
            LaseredDollars.CapAtBaseSpecific => specific.Deductible,
            LaseredDollars.CapAtOwnDeductible => specific.DeductibleOf(scene.Policy.UnitOf(counted[0].Payment)),
            _ => null,
        };
    }

    private static Money[] Capped(Money[] common, Money[] other, Money? limit)
    {
        Money commonTotal = Money.Zero, otherTotal = Money.Zero;
        var cumulative = new Money[common.Length];
        for (var month = 0; month < common.Length; month++)
        {
            commonTotal += common[month];
            otherTotal += other[month];
            cumulative[month] = otherTotal + (limit is { } most ? Money.Min(commonTotal, most) : commonTotal);
        }
        return cumulative;
    }

    private static Money[] Summed(Money[] months)
    {
        for (var month = 1; month < months.Length; month++)
            months[month] += months[month - 1];
        return months;
    }
}
