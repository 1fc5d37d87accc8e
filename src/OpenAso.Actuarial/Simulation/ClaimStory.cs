using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Simulation;

/// <summary>What a group's people cost over some years, payment by payment, person by person: what chance decides. It
/// knows no deductible and no stress, so that all of them are told the same story.</summary>
internal sealed class ClaimStory
{
    private readonly PlanMonthTerms _terms;
    private readonly GroupRisk _risk;
    private readonly ClassCosts[] _classes;
    private readonly PaymentTiming _timing;
    private readonly double[] _trend;
    private readonly int _earlier;
    private readonly int[] _ends;
    private StoryPayment[] _payments = new StoryPayment[4096];
    private int _count;

    public ClaimStory(GroupRisk risk, PlanMonthTerms terms)
    {
        (_risk, _terms) = (risk, terms);
        _classes = [.. risk.Classes.Items.Select(people => new ClassCosts(
            people, new CostTable(people.Severity, 1)))];
        _timing = new PaymentTiming(terms.Completion.Items, terms.Seasonality.Items);
        _earlier = terms.PaysEarlierClaims ? (terms.Completion.Count + 10) / 12 : 0;
        _trend = [.. Enumerable.Range(-_earlier, _earlier + terms.Years)
            .Select(year => Math.Pow(1 + terms.Trend, year))];
        _ends = new int[risk.People];
        Deductibles = [.. risk.Classes.Items.SelectMany(people => Enumerable.Repeat(people.Deductible, people.Count))];
    }

    /// <summary>What each person retains at most in a year.</summary>
    public double[] Deductibles { get; }

    /// <summary>How many people.</summary>
    public int People => _ends.Length;

    /// <summary>A person's payments, in no particular order.</summary>
    public ReadOnlySpan<StoryPayment> Of(int person)
    {
        var start = person == 0 ? 0 : _ends[person - 1];
        return _payments.AsSpan(start, _ends[person] - start);
    }

    /// <summary>Tells another story.</summary>
    /// <param name="random">From which it follows.</param>
    public void Tell(RandomStream random)
    {
        _count = 0;
        var person = 0;
        var level = ConditionalYears.Level(_risk.GroupSigma, random);
        foreach (var (people, costs) in _classes)
        {
            for (var one = 0; one < people.Count; one++)
            {
                Live(costs, people.Factor * level, random);
                _ends[person++] = _count;
            }
        }
    }

    private void Live(CostTable costs, double factor, RandomStream random)
    {
        var fresh = Math.Sqrt(1 - (_terms.Correlation * _terms.Correlation));
        var rank = random.Normal();
        for (var year = 0; year < _trend.Length; year++)
        {
            if (year > 0)
                rank = (_terms.Correlation * rank) + (fresh * random.Normal());
            var cost = factor * _trend[year] * costs.At(NormalLaw.Above(rank));
            if (cost > 0)
                Pay(cost / _terms.Parts, 12 * (year - _earlier), random);
        }
    }

    private void Pay(double amount, int first, RandomStream random)
    {
        if (_count + _terms.Parts > _payments.Length)
            Array.Resize(ref _payments, _payments.Length * 2);
        for (var part = 0; part < _terms.Parts; part++)
        {
            var (month, lag) = _timing.Draw(random.Next());
            if (first + month + lag >= 0)
                _payments[_count++] = new StoryPayment(first + month, first + month + lag, amount);
        }
    }

    private readonly record struct ClassCosts(RiskClass People, CostTable Costs);
}

/// <summary>A part of a person's cost.</summary>
/// <param name="Incurred">The month, from 0 for the first of the first year on; below zero before it.</param>
/// <param name="Paid">The month; zero or more.</param>
/// <param name="Amount">Above zero.</param>
internal readonly record struct StoryPayment(int Incurred, int Paid, double Amount);
