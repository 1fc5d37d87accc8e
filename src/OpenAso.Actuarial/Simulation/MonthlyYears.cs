using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Simulation;

/// <summary>Plan years followed month by month: claims are incurred and paid in time, the stop-loss carrier pays what
/// falls within its windows in order of payment, and a fund calls upon the employer.</summary>
/// <remarks>
/// <para>A person's cost of a year has the distribution that <see cref="AggregateCost"/> computes with, and moves with
/// the person from year to year as in <see cref="PersistentYears"/>. It is incurred and paid in equal parts, each in
/// months of its own.</para>
/// <para>A run's people follow from seed and run alone: the same seed tells every stress and every contract of the
/// same number of years the same story (common random numbers), so that differences are known far better than
/// what they are taken from.</para>
/// </remarks>
public static class MonthlyYears
{
    /// <summary>Follows a group through runs under each of some stresses.</summary>
    /// <param name="risk">The group.</param>
    /// <param name="terms">How claims come, and who bears them.</param>
    /// <param name="stresses">What happens; <see cref="PlanStress.None"/> for the base.</param>
    /// <param name="runs">How many.</param>
    /// <param name="seed">Any.</param>
    /// <returns>By stress, then by run.</returns>
    /// <exception cref="ArgumentException">The terms cannot be.</exception>
    public static PlanMonths[][] Of(
        GroupRisk risk, PlanMonthTerms terms, IReadOnlyList<PlanStress> stresses, int runs, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(stresses);
        ArgumentOutOfRangeException.ThrowIfNegative(runs);
        terms.Check();
        var story = new ClaimStory(risk, terms);
        var ledgers = stresses.Select(stress => new MonthLedger(terms, stress)).ToArray();
        var results = stresses.Select(_ => new PlanMonths[runs]).ToArray();
        for (var run = 0; run < runs; run++)
        {
            story.Tell(new RandomStream(seed, (ulong)run));
            for (var stress = 0; stress < ledgers.Length; stress++)
                results[stress][run] = ledgers[stress].Follow(story);
        }
        return results;
    }
}
