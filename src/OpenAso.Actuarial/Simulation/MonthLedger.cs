using OpenAso.Kernel;

namespace OpenAso.Actuarial.Simulation;

/// <summary>Follows one story through the months under terms and a stress.</summary>
internal sealed class MonthLedger
{
    private readonly PlanMonthTerms _terms;
    private readonly PlanStress _stress;
    private readonly int _length;
    private readonly double[] _paid;
    private readonly double[] _gross;
    private readonly ContractYear[] _contracts;
    private readonly Dictionary<int, double> _lasers = [];
    private StoryPayment[] _person = new StoryPayment[64];

    public MonthLedger(PlanMonthTerms terms, PlanStress stress)
    {
        (_terms, _stress) = (terms, stress);
        var delay = terms.Contract.RecoveryMonths + stress.RecoveryMonthsLater;
        var runOut = Math.Max(terms.Contract.First.RunOut, terms.Contract.Renewal.RunOut);
        _length = (12 * terms.Years) + Math.Max(terms.Completion.Count + (stress.Hold?.Later ?? 0), runOut) + delay + 1;
        _paid = new double[_length];
        _gross = new double[terms.Years];
        _contracts = [.. Enumerable.Range(0, terms.Years)
            .Select(year => new ContractYear(terms, year, delay, _length))];
    }

    /// <summary>One run.</summary>
    public PlanMonths Follow(ClaimStory story)
    {
        Array.Clear(_paid);
        Array.Clear(_gross);
        foreach (var contract in _contracts)
            contract.Clear();
        Laser(story);
        for (var person = 0; person < story.People; person++)
            Book(Stressed(story.Of(person)), story.Deductibles[person], _lasers.GetValueOrDefault(person), 1);
        foreach (var claimants in _stress.Claimants.Items)
            Book(Usual(claimants), _terms.Contract.Specific, 0, claimants.Count);
        return Told();
    }

    private void Laser(ClaimStory story)
    {
        _lasers.Clear();
        if (_stress.Lasers is not { } lasers || _terms.Years == 1)
            return;
        var costliest = new PriorityQueue<int, double>();
        for (var person = 0; person < story.People; person++)
        {
            var counted = 0.0;
            foreach (var payment in Stressed(story.Of(person)))
                counted += ContractOf(payment) == 0 ? payment.Amount : 0;
            costliest.Enqueue(person, counted);
            if (costliest.Count > lasers.People)
                costliest.Dequeue();
        }
        foreach (var (person, counted) in costliest.UnorderedItems)
            _lasers[person] = lasers.Share * counted;
    }

    private Span<StoryPayment> Stressed(ReadOnlySpan<StoryPayment> payments)
    {
        if (payments.Length > _person.Length)
            _person = new StoryPayment[payments.Length * 2];
        payments.CopyTo(_person);
        var person = _person.AsSpan(0, payments.Length);
        foreach (ref var payment in person)
        {
            if (_stress.Levels.Count > 0 && payment.Incurred is >= 0 and < 12)
                payment = payment with { Amount = payment.Amount * _stress.Levels[payment.Incurred] };
            if (_stress.Hold is { } hold)
                payment = payment with { Paid = hold.Of(payment.Paid) };
        }
        return person;
    }

    private StoryPayment[] Usual(AddedClaimants claimants)
    {
        var incurred = claimants.Month - 1;
        return [.. _terms.Completion.Items.Select((paid, lag) => new StoryPayment(
            incurred, _stress.Hold?.Of(incurred + lag) ?? incurred + lag,
            claimants.Amount * (paid - (lag == 0 ? 0 : _terms.Completion[lag - 1]))))];
    }

    private void Book(Span<StoryPayment> payments, double deductible, double laser, int times)
    {
        var sum = 0.0;
        foreach (ref readonly var payment in payments)
        {
            sum += payment.Amount;
            _paid[payment.Paid] += times * payment.Amount;
            if (payment.Incurred >= 0)
                _gross[payment.Incurred / 12] += times * payment.Amount;
        }
        if (sum > Math.Min(deductible, _terms.Contract.Specific))
            payments.Sort(static (left, right) => left.Paid.CompareTo(right.Paid));
        foreach (var contract in _contracts)
            contract.Person(contract.Year == 0 ? deductible : Math.Max(deductible, laser), times);
        foreach (ref readonly var payment in payments)
        {
            if (ContractOf(payment) is >= 0 and var year)
                _contracts[year].Count(payment);
        }
    }

    // What counts under two contracts counts under the earlier.
    private int ContractOf(StoryPayment payment)
    {
        for (var year = 0; year < _terms.Years; year++)
        {
            if (_terms.Contract.Of(year).Covers(12 * year, payment.Incurred, payment.Paid))
                return year;
        }
        return -1;
    }

    private PlanMonths Told()
    {
        var received = new double[_length];
        var years = new PlanYearCost[_terms.Years];
        foreach (var contract in _contracts)
            years[contract.Year] = contract.Settle(_gross[contract.Year], received);
        var months = new PlanMonth[12 * _terms.Years];
        var balance = _terms.Fund.Opening;
        for (var month = 0; month < months.Length; month++)
        {
            balance += _terms.Fund.Deposit + received[month] - _paid[month] - _terms.Fund.Fixed;
            var lowest = balance;
            var call = balance < _terms.Fund.Minimum ? _terms.Fund.Target - balance : 0;
            balance += call;
            months[month] = new PlanMonth(
                _paid[month], received[month], _terms.Fund.Deposit + call, call, lowest);
        }
        return new PlanMonths(
            months.ToValueList(), years.ToValueList(),
            _paid.Skip(months.Length).Sum(), received.Skip(months.Length).Sum());
    }
}
