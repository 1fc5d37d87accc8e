namespace OpenAso.Actuarial.Simulation;

/// <summary>What counts under one year's stop-loss contract, month by month of payment.</summary>
internal sealed class ContractYear
{
    private readonly StopLossMonths _terms;
    private readonly double _attachment;
    private readonly int _delay;
    private readonly int _first;
    private readonly int _last;
    private readonly double[] _counted;
    private readonly double[] _excess;
    private double _covered;
    private double _person;
    private double _deductible;
    private int _times;

    public ContractYear(PlanMonthTerms terms, int year, int delay, int length)
    {
        (Year, _terms, _delay) = (year, terms.Contract, delay);
        _attachment = terms.Contract.Attachment * Math.Pow(1 + terms.Trend, year);
        _first = 12 * year;
        _last = _first + 11 + terms.Contract.Of(year).RunOut;
        (_counted, _excess) = (new double[length], new double[length]);
    }

    public int Year { get; }

    public void Clear()
    {
        Array.Clear(_counted);
        Array.Clear(_excess);
        _covered = 0;
    }

    /// <summary>The next payments are a person's, or those of several who are alike.</summary>
    public void Person(double deductible, int times) => (_person, _deductible, _times) = (0, deductible, times);

    /// <summary>A payment within the windows; where they pass a deductible they come in order.</summary>
    public void Count(StoryPayment payment)
    {
        var before = _person;
        _person += payment.Amount;
        _covered += _times * payment.Amount;
        _counted[payment.Paid] += _times * (Math.Min(_person, _terms.Specific) - Math.Min(before, _terms.Specific));
        _excess[payment.Paid] += _times * (Math.Max(_person, _deductible) - Math.Max(before, _deductible));
    }

    /// <summary>Divides the year between employer and carrier, and adds what the carrier pays to the months in which it
    /// arrives.</summary>
    public PlanYearCost Settle(double gross, double[] received)
    {
        var (excess, counted, specific, aggregate) = (0.0, 0.0, 0.0, 0.0);
        for (var month = _first; month <= _last; month++)
        {
            excess += _excess[month];
            counted += _counted[month];
            var (specificBefore, aggregateBefore) = (specific, aggregate);
            specific = Math.Max(excess - _terms.AggregatingSpecific, 0);
            if (_terms.Accommodation || month == _last)
                aggregate = Passing(counted, Math.Min(month - _first + 1, 12));
            received[month + _delay] += specific - specificBefore + (aggregate - aggregateBefore);
        }
        return new PlanYearCost(gross, _covered, specific, aggregate);
    }

    private double Passing(double counted, int months) => double.IsInfinity(_attachment)
        ? 0
        : Math.Clamp(counted - (_attachment * months / 12), 0, _terms.AggregateMaximum);
}
