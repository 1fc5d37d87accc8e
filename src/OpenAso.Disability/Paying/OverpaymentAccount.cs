using OpenAso.Kernel;

namespace OpenAso.Disability.Paying;

/// <summary>What is to be taken back; the oldest year first, and of a year what had been a wage for social security
/// first.</summary>
internal sealed class OverpaymentAccount
{
    private readonly SortedDictionary<(int Year, bool IsNoWage), Money> _open = [];

    public Money Open => _open.Values.Total();

    public ValueList<YearAmount> OpenByYear => ByYear(_open.Select(part => (part.Key, part.Value))).ToValueList();

    public void Add(YearAmount overpaid)
    {
        Add((overpaid.Year, false), overpaid.OfWages);
        Add((overpaid.Year, true), overpaid.Amount - overpaid.OfWages);
    }

    /// <summary>Takes back an amount that is no more than what is open.</summary>
    /// <returns>What was overpaid of it in each year.</returns>
    public IReadOnlyList<YearAmount> TakeBack(Money amount)
    {
        var taken = new List<((int Year, bool IsNoWage) Key, Money Amount)>();
        foreach (var one in _open.Keys.ToList())
        {
            var part = Money.Min(amount, _open[one]);
            _open[one] -= part;
            amount -= part;
            taken.Add((one, part));
        }
        return [.. ByYear(taken)];
    }

    private void Add((int Year, bool IsNoWage) key, Money amount) =>
        _open[key] = _open.GetValueOrDefault(key) + amount;

    private static IEnumerable<YearAmount> ByYear(
        IEnumerable<((int Year, bool IsNoWage) Key, Money Amount)> parts) => parts
        .Where(part => part.Amount.IsPositive)
        .GroupBy(part => part.Key.Year)
        .Select(year => new YearAmount(year.Key, year.Total(part => part.Amount))
        {
            OfWages = year.Where(part => !part.Key.IsNoWage).Total(part => part.Amount),
        });
}
