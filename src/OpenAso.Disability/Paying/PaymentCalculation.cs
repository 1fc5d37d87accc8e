using OpenAso.Disability.Benefits;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Disability.Taxes;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Paying;

/// <summary>What payments rest on.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Terms">The plan.</param>
/// <param name="Found">Overpayments beyond those that the claim's own incomes bring: what the payer paid before it was
/// told otherwise. They are taken back from benefits that end on the day they were found, or later.</param>
public sealed record PaymentFacts(DisabilityClaim Claim, DisabilityTerms Terms, ValueList<Overpayment> Found);

/// <summary>Makes payments of a schedule: each by what was known on its day. When other income, work, withdrawn proof
/// or a death becomes known later, all days before are worked out anew; what they were paid too much is taken back at
/// the plan's rate from later benefits, what they lack is paid with the next.</summary>
/// <remarks>The minimum benefit holds before anything is taken back. Pure.</remarks>
public sealed class PaymentCalculation
{
    private readonly DisabilityClaim _claim;
    private readonly DisabilityTerms _terms;
    private readonly ScheduleAsKnown _schedule;
    private readonly OverpaymentAccount _account = new();
    private readonly List<BenefitPayment> _payments = [];
    private readonly List<Overpayment> _overpayments = [];
    private readonly Queue<Repayment> _repayments;
    private readonly Queue<Overpayment> _found;
    private readonly BenefitTaxation _taxes;
    private readonly ThirdPartyAccount _others;
    private readonly SortedSet<DateOnly> _paidDays = [];
    private KnownSchedule _known;
    private Money _repaid;
    private Money _adjustment;

    private PaymentCalculation(
        DisabilityClaim claim, DisabilityTerms terms, DisabilityLaw law, ScheduleAsKnown schedule,
        ValueList<Overpayment> found)
    {
        _found = new Queue<Overpayment>(found.Items.OrderBy(one => one.Since));
        (_claim, _terms, _schedule) = (claim, terms, schedule);
        _taxes = new BenefitTaxation(claim, terms, law);
        _repayments = new Queue<Repayment>(claim.Repayments);
        _others = new ThirdPartyAccount(claim.Recoveries);
        _known = schedule.On(DateOnly.MinValue, _paidDays);
        _taxes.Know(_known.Claim);
    }

    /// <summary>All payments of a claim that is approved.</summary>
    /// <param name="facts">The claim with the plan's terms, and overpayments that others found.</param>
    /// <param name="law">The figures of law.</param>
    /// <param name="schedule">Makes the schedule.</param>
    /// <param name="through">What becomes known later does not count; null for no end.</param>
    public static PaymentSchedule Of(
        PaymentFacts facts,
        DisabilityLaw law,
        ScheduleAsKnown schedule,
        DateOnly? through)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(schedule);
        return new PaymentCalculation(facts.Claim, facts.Terms, law, schedule, facts.Found)
            .Run(through ?? DateOnly.MaxValue);
    }

    private PaymentSchedule Run(DateOnly through)
    {
        var news = new Queue<DateOnly>(ClaimNews.DaysOf(_claim).Where(day => day <= through));
        while (true)
        {
            var next = Next();
            if (news.TryPeek(out var known) && (next is null || known <= next.Through))
                Learn(news.Dequeue());
            else if (next is not null)
                Pay(next);
            else
                break;
        }
        TakeBack(through);
        var survivor = Survivor(_known.Course, _known.Periods);
        return new PaymentSchedule(
            _payments.ToValueList(), _overpayments.ToValueList(), _repaid, _adjustment, _account.OpenByYear, survivor)
        {
            RepaidOfYear = _taxes.Repaid,
            Corrections = _taxes.Corrections,
            ThirdParties = _others.Entries,
            OwedByOthers = _others.Open,
        };
    }

    private SchedulePeriod? Next()
    {
        var paid = _paidDays.Count == 0 ? DateOnly.MinValue : _paidDays.Max;
        return _known.Periods.Items.FirstOrDefault(period => period.From > paid);
    }

    // What is known anew moves every day before: too much becomes an overpayment, too little an adjustment.
    private void Learn(DateOnly known)
    {
        var less = new SortedDictionary<DateOnly, Money>();
        Add(_known.Periods, 1);
        _known = _schedule.On(known, _paidDays);
        Add(_known.Periods, -1);
        // What had been a wage when it was paid: by what was known then.
        var byYear = less.GroupBy(day => day.Key.Year).Select(year =>
            new YearAmount(year.Key, year.Total(day => day.Value))
            {
                OfWages = year.Total(day => _taxes.OfWages(day.Key, day.Value)),
            }).ToList();
        _taxes.Know(_known.Claim);
        var tooMuch = byYear.Where(year => year.Amount.IsPositive)
            .Select(year => year with { OfWages = Money.Max(Money.Zero, Money.Min(year.OfWages, year.Amount)) })
            .ToValueList();
        if (tooMuch.Count > 0)
            _overpayments.Add(new Overpayment(known, tooMuch));
        foreach (var year in tooMuch)
            _account.Add(year);
        _adjustment += byYear.Where(year => year.Amount.IsNegative).Total(year => -year.Amount);

        // By the payment that its days were paid with.
        void Add(ValueList<SchedulePeriod> periods, int sign)
        {
            foreach (var period in periods.Items.TakeWhile(_ => _paidDays.Count > 0)
                .TakeWhile(period => period.Through <= _paidDays.Max))
            {
                var paid = _paidDays.GetViewBetween(period.Through, DateOnly.MaxValue).Min;
                less[paid] = less.GetValueOrDefault(paid) + (sign > 0 ? period.Net : -period.Net);
            }
        }
    }

    private void TakeBack(DateOnly until)
    {
        TakeFound(until);
        TakeRepayments(until);
        foreach (var (part, day) in _others.Take(until, _account))
            _taxes.Return([part], day);
    }

    // Overpayments that the payer has found: they are taken back like all others.
    private void TakeFound(DateOnly until)
    {
        while (_found.TryPeek(out var one) && one.Since <= until)
        {
            foreach (var year in _found.Dequeue().ByYear)
            {
                _account.Add(year);
                _taxes.PaidBeyond(year);
            }
        }
    }

    private void Pay(SchedulePeriod period)
    {
        TakeBack(period.Through);
        var owed = period.Net + _adjustment;
        var recovery = Money.Min(_account.Open, owed.Times(_terms.Recovery.Rate, Rounding.HalfUp));
        var payment = new BenefitPayment(period) { Adjustment = _adjustment, Recovery = recovery };
        _adjustment = Money.Zero;
        _payments.Add(_taxes.Tax(payment, owed, _account.TakeBack(recovery)));
        _paidDays.Add(period.Through);
    }

    private void TakeRepayments(DateOnly until)
    {
        while (_repayments.TryPeek(out var repayment) && repayment.Day <= until)
        {
            var amount = Money.Min(_repayments.Dequeue().Amount, _account.Open);
            _taxes.Return(_account.TakeBack(amount), repayment.Day);
            _repaid += amount;
        }
    }

    private SurvivorPayment? Survivor(DisabilityCourse course, ValueList<SchedulePeriod> periods)
    {
        var last = course.Periods[^1];
        if (_terms.Survivor is not { } survivor || _known.Claim.Died is not { } died || last.BenefitsFrom is null
            || periods.Count == 0 || course.Days[^1].Day != died
            || died.DayNumber - last.First.DayNumber + 1 < survivor.AfterDays)
            return null;
        var rate = periods[^1].Rates[^1].Rate.Net;
        var months = _terms.IsWeekly
            ? rate.Ratio(52L * survivor.Months, 12, Rounding.HalfUp)
            : rate.Ratio(survivor.Months, 1, Rounding.HalfUp);
        var recovery = Money.Min(_account.Open, months);
        _taxes.Return(_account.TakeBack(recovery), died);
        return new SurvivorPayment(died, months, recovery) { Taxable = _taxes.OfSurvivor(died, months) };
    }
}
