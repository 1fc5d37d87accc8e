using OpenAso.Kernel;

namespace OpenAso.Disability.Paying;

/// <summary>What is to be taken back; the oldest year first.</summary>
internal sealed class OverpaymentAccount
{
    private readonly SortedDictionary<int, Money> _open = [];

    public Money Open => _open.Values.Total();

    public ValueList<YearAmount> OpenByYear => _open.Where(year => year.Value.IsPositive)
        .Select(year => new YearAmount(year.Key, year.Value)).ToValueList();

    public void Add(YearAmount overpaid) =>
        _open[overpaid.Year] = _open.GetValueOrDefault(overpaid.Year) + overpaid.Amount;

    /// <summary>Takes back an amount that is no more than what is open.</summary>
    /// <returns>How much of it was overpaid in a year.</returns>
    public Money TakeBack(Money amount, int year) =>
        Take(amount).Where(one => one.Year == year).Total(one => one.Amount);

    /// <summary>Takes back an amount that is no more than what is open.</summary>
    /// <returns>Of which years it was.</returns>
    public IReadOnlyList<YearAmount> Take(Money amount)
    {
        var taken = new List<YearAmount>();
        foreach (var one in _open.Keys.ToList())
        {
            var part = Money.Min(amount, _open[one]);
            _open[one] -= part;
            amount -= part;
            if (part.IsPositive)
                taken.Add(new YearAmount(one, part));
        }
        return taken;
    }
}
