using OpenAso.Disability.Claims;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Benefits;

/// <summary>Makes a schedule of periods of the days for which a benefit may be paid, with what is known of other income
/// on some day.</summary>
/// <remarks>Net benefit and each reduction are rounded cumulatively over a disability, so that cutting a period in two
/// changes no sum; the gross benefit is the sum of its parts. Pure.</remarks>
public sealed class ScheduleCalculation
{
    private readonly DisabilityClaim _claim;
    private readonly DisabilityTerms _terms;
    private readonly DisabilityCourse _course;
    private readonly int _whole;
    private readonly Dictionary<int, PredisabilityEarnings> _earnings;

    /// <summary>Of a claim whose facts are complete.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="terms">Of the first day of disability.</param>
    /// <param name="course">What happened.</param>
    /// <param name="earnings">Before each disability, by its number.</param>
    public ScheduleCalculation(
        DisabilityClaim claim,
        DisabilityTerms terms,
        DisabilityCourse course,
        IReadOnlyDictionary<int, PredisabilityEarnings> earnings)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(earnings);
        _whole = Calendar.Whole(terms.Benefit.Days);
        (_claim, _terms, _course) = (claim, terms, course);
        _earnings = new Dictionary<int, PredisabilityEarnings>(earnings);
    }

    /// <summary>The schedule as far as other income is known on a day.</summary>
    /// <param name="known">What becomes known later does not count.</param>
    /// <param name="paid">Days on which a payment ended: a period is cut behind each of them, so that what was paid can
    /// be held against what is owed for the same days. Cutting changes no sum.</param>
    public ValueList<SchedulePeriod> KnownOn(DateOnly known, IReadOnlySet<DateOnly> paid)
    {
        var rates = new Dictionary<(int, RateScene), BenefitRate>();
        var periods = new List<SchedulePeriod>();
        var prorations = _earnings.Keys.ToDictionary(number => number, _ => new Proration(_whole));
        foreach (var period in Slices(paid))
        {
            var rated = Rated(period, known, rates);
            periods.Add(Period(period, rated, prorations[period[0].Disability]));
        }
        return periods.ToValueList();
    }

    private IEnumerable<List<BenefitDay>> Slices(IReadOnlySet<DateOnly> paid)
    {
        var slice = new List<BenefitDay>();
        foreach (var day in _course.Days)
        {
            if (slice.Count > 0 && ((slice[0].Disability, slice[0].Number, slice[0].IsCertified)
                != (day.Disability, day.Number, day.IsCertified) || IsCut(slice[^1].Day, day.Day)))
            {
                yield return slice;
                slice = [];
            }
            slice.Add(day);
        }
        if (slice.Count > 0)
            yield return slice;

        // A payment's last day may be one for which nothing is owed any more.
        bool IsCut(DateOnly last, DateOnly next)
        {
            for (var day = last; paid.Count > 0 && day < next; day = day.AddDays(1))
            {
                if (paid.Contains(day))
                    return true;
            }
            return false;
        }
    }

    private List<RatedDays> Rated(
        List<BenefitDay> days, DateOnly known, Dictionary<(int, RateScene), BenefitRate> rates)
    {
        var rated = new List<RatedDays>();
        foreach (var day in days)
        {
            var key = (day.Disability, Scene(day, known));
            if (!rates.TryGetValue(key, out var rate))
                rates[key] = rate = RateCalculation.Of(_terms, _earnings[day.Disability], key.Item2);
            var weight = Calendar.Weight(day.Day, _terms.Benefit.Days);
            if (rated.Count > 0 && ReferenceEquals(rated[^1].Rate, rate)
                && rated[^1].Days.Last.AddDays(1) == day.Day)
                rated[^1] = rated[^1] with
                {
                    Days = new DateRange(rated[^1].Days.First, day.Day),
                    Weight = rated[^1].Weight + weight,
                };
            else
                rated.Add(new RatedDays(DateRange.On(day.Day), weight, _whole, rate));
        }
        return rated;
    }

    private RateScene Scene(BenefitDay day, DateOnly known)
    {
        var work = day.WorkMonths >= 0 ? _terms.Work : null;
        var growth = _terms.CostOfLiving;
        var increases = growth is null || day.Month < growth.AfterMonths ? 0
            : 1 + (day.Month - growth.AfterMonths) / 12;
        return new RateScene(
            _terms.Benefit.ShareIn(_terms.IsWeekly ? day.Number : day.Month + 1),
            Incomes(day.Day, known),
            work is null ? null : _claim.WorkOn(day.Day)!.Earnings!.For(_terms.IsWeekly),
            work is { Proportionate: true } && day.WorkMonths >= work.Months,
            work is null ? 0 : day.Month / 12,
            growth is { Years: > 0 } ? Math.Min(increases, growth.Years) : increases,
            _claim.Rehabilitation.Items.Any(days => days.Contains(day.Day)));
    }

    private ValueList<CountedIncome> Incomes(DateOnly day, DateOnly known)
    {
        if (_claim.Incomes.Count == 0)
            return [];
        var counted = new List<CountedIncome>();
        foreach (var terms in _terms.Offsets)
        {
            var amount = _claim.Incomes.Items.Where(income => income.Kind == terms.Kind)
                .Total(income => income.CountedOn(day, known, terms)?.For(_terms.IsWeekly) ?? Money.Zero);
            if (amount.IsPositive)
                counted.Add(new CountedIncome(terms.Kind, amount));
        }
        return counted.ToValueList();
    }

    private SchedulePeriod Period(List<BenefitDay> days, List<RatedDays> rated, Proration proration)
    {
        var steps = new List<ScheduleStep>();
        var gross = Money.Zero;
        foreach (var part in rated)
        {
            gross += proration.Take(BenefitSteps.Benefit, part.Rate.BeforeAdditions, part.Weight);
            foreach (var one in part.Rate.Parts)
            {
                var amount = proration.Take(one.Name, one.Amount, part.Weight);
                var isReduction = one.Effect == PartEffect.Reduction;
                gross += isReduction ? amount : Money.Zero;
                Add(steps, new ScheduleStep(one.Name, one.Clause, isReduction ? -amount : amount));
            }
        }
        return new SchedulePeriod
        {
            Disability = days[0].Disability,
            Number = days[0].Number,
            From = days[0].Day,
            Through = days[^1].Day,
            Days = days.Count,
            IsCertified = days[0].IsCertified,
            Rates = rated.ToValueList(),
            Steps = [new ScheduleStep(BenefitSteps.Benefit, _terms.Benefit.Clause, gross), .. steps],
        };
    }

    private static void Add(List<ScheduleStep> steps, ScheduleStep step)
    {
        var at = steps.FindIndex(other => other.Name == step.Name);
        if (at < 0)
            steps.Add(step);
        else
            steps[at] = step with { Amount = steps[at].Amount + step.Amount };
    }
}
