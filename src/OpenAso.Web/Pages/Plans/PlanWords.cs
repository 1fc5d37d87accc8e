using OpenAso.Kernel;
using OpenAso.Plans;

namespace OpenAso.Web.Pages.Plans;

/// <summary>What the provisions of a plan say, in words.</summary>
/// <param name="words">Of the reader.</param>
/// <param name="plan">The terms.</param>
internal sealed class PlanWords(Words words, ResolvedPlan plan)
{
    /// <summary>The language of plan documents, and of what is said in their words.</summary>
    public const string Language = "en";

    /// <summary>How a benefit is shared in a tier; null for a tier in which it is not covered.</summary>
    public string Of(CostSharing? sharing)
    {
        if (sharing is null)
            return words["plan.not-covered"];
        List<string> parts = [];
        if (sharing.DeductibleApplies && sharing.DeductibleFirst)
            parts.Add(words["plan.deductible"]);
        if (sharing.Copay is { } copay)
            parts.Add(words[$"plan.copay-{copay.Per}", words.Amount(copay.Amount, plan.Currency)]
                + (copay.MaximumDays > 0 ? words["plan.copay-days", copay.MaximumDays] : ""));
        if (sharing.DeductibleApplies && !sharing.DeductibleFirst)
            parts.Add(words["plan.deductible"]);
        if (sharing.Coinsurance != Percent.None)
            parts.Add(words["plan.coinsurance", words.Share(sharing.Coinsurance)]);
        return parts.Count == 0 ? words["plan.free"] : string.Join(words["plan.then"], parts);
    }

    /// <summary>What a benefit asks beside its costs; empty for nothing.</summary>
    public string Conditions(Benefit benefit)
    {
        List<string> parts = [.. benefit.Limits.Select(limit => Of(plan.Limits[limit]))];
        if (benefit.Authorization is { } penalty)
            parts.Add(penalty.Amount.IsPositive
                ? words["plan.authorization-amount", words.Amount(penalty.Amount, plan.Currency)]
                : words["plan.authorization-share", words.Share(penalty.Share)]);
        if (benefit.Waiting is { } waiting)
            parts.Add(words["plan.waiting", waiting.Months]);
        return string.Join("; ", parts);
    }

    /// <summary>What a limit allows.</summary>
    public string Of(Limit limit) => string.Join(", ",
    [
        .. Bounds(limit),
        words[$"plan.window-{limit.Window}", limit.RollingMonths],
        .. limit.PerTooth ? [words["plan.per-tooth"]] : (string[])[],
        .. limit.CarryOver is { } carry ? [words["plan.carry-over", carry.Months]] : (string[])[],
    ]);

    /// <summary>What a limit is called; a deductible or maximum by what it is, since its own name says but for
    /// whom.</summary>
    public string NameOf(Limit limit) => HasName(limit) ? limit.Name : words[$"plan.measure-{limit.Measure}"];

    /// <summary>Whether a limit is called as the document calls it, in the document's language.</summary>
    public static bool HasName(Limit limit) =>
        limit.Name.Length > 0 && limit.Measure is not (LimitMeasure.Deductible or LimitMeasure.OutOfPocket);

    /// <summary>The clause of a provision.</summary>
    public string Clause(ClauseNumber number) => number == ClauseNumber.None ? "" : plan[number].Id.Value;

    private IEnumerable<string> Bounds(Limit limit)
    {
        if (limit.Person is { } person)
            yield return words["plan.each-person", Value(limit, person)];
        if (limit.Family is { } family)
            yield return words["plan.whole-family", Value(limit, family)];
        if (limit.SelfOnly is { } alone)
            yield return words["plan.alone", Value(limit, alone)];
    }

    private string Value(Limit limit, long value) =>
        limit.Measure is LimitMeasure.Deductible or LimitMeasure.OutOfPocket or LimitMeasure.PlanPaid
            ? words.Amount(new Money(value), plan.Currency)
            : words[$"plan.count-{limit.Measure}", words.Count(value)];
}
