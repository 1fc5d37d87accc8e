using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Operations.Deciding;
using OpenAso.Plans;

namespace OpenAso.Bench;

/// <summary>The arithmetic of cost sharing over arrays of numbers: what is left of deciding when everything has been
/// looked up beforehand. A physical limit, not a program that anybody could use.</summary>
internal sealed class ArrayArithmetic
{
    private readonly List<Row> _rows = [];
    private readonly Dictionary<(FamilyId, PersonNumber, LimitId, DateOnly), int> _slots = [];
    private readonly Input[] _input;
    private readonly Output[] _output;
    private readonly long[] _used;

    public ArrayArithmetic(Corpus corpus, IEnumerable<LoadedFamily> families)
    {
        foreach (var family in families)
        {
            foreach (var decided in family.Context.History.Claims)
                Add(corpus, family, decided);
        }
        _input = [.. _rows.Select(row => row.Input)];
        _output = new Output[_input.Length];
        _used = new long[_slots.Count + 1];
    }

    public int Lines => _input.Length;

    public double Agreeing => (double)_rows.Index().Count(row => _output[row.Index] == row.Item.Decided) / _rows.Count;

    public long Run()
    {
        Array.Clear(_used);
        var paid = 0L;
        for (var i = 0; i < _input.Length; i++)
        {
            ref readonly var line = ref _input[i];
            var room = Left(line.Maximum);
            var left = line.Price;
            var copay = Math.Min(Math.Min(line.Copay, left), room);
            left -= copay;
            room -= copay;
            var deductible = line.DeductibleApplies ? Math.Min(Math.Min(Left(line.Deductible), left), room) : 0;
            left -= deductible;
            room -= deductible;
            var coinsurance = Math.Min((left * line.Coinsurance + 500_000) / 1_000_000, room);
            left -= coinsurance;
            Count(line.Deductible, deductible);
            Count(line.Maximum, copay + deductible + coinsurance);
            _output[i] = new Output(line.Charge - line.Price, copay, deductible, coinsurance, left);
            paid += left;
        }
        return paid;
    }

    private long Left(in Bound bound) => Math.Max(
        0, Math.Min(bound.OfPerson - _used[bound.Person], bound.OfFamily - _used[bound.Family]));

    private void Count(in Bound bound, long amount)
    {
        _used[bound.Person] += amount;
        _used[bound.Family] += amount;
    }

    private void Add(Corpus corpus, LoadedFamily family, DecidedClaim decided)
    {
        var determination = decided.Determination;
        if (determination.Status != ClaimStatus.Payable)
            return;
        var person = family.Context.Family!.Find(determination.Person)!;
        for (var i = 0; i < determination.Lines.Length; i++)
        {
            var (line, day) = (determination.Lines[i], decided.Claim.Lines[i].Dates.First);
            var plan = corpus.Terms.Basis.Plans.Find(determination.Plan, day);
            if (line.Benefit < 0 || line.Denial != Denial.None || plan is null)
                continue;
            var tier = plan.Tiers[line.Tier];
            var terms = plan.Benefits[line.Benefit].ByTier[line.Tier]!;
            var covered = family.Context.Family.TierOn(person.CoverageOn(plan.Line, day)!, day);
            _rows.Add(new Row(
                new Input(
                    line.Billed.Cents, line.Allowed.Cents, line.Copay.Cents, terms.Coinsurance.Millionths,
                    terms.DeductibleApplies, Bind(plan, tier.Deductible), Bind(plan, tier.OutOfPocketMaximum)),
                new Output(
                    line.Billed.Cents - line.Allowed.Cents, line.Copay.Cents, line.Deductible.Cents,
                    line.Coinsurance.Cents, line.PlanPaid.Cents + line.Penalty.Cents)));

            Bound Bind(ResolvedPlan of, int? index)
            {
                if (index is not { } found)
                    return Bound.None;
                var limit = of.Limits[found];
                var window = limit.WindowOf(day, of.Year).First;
                var (ofPerson, ofFamily) = limit.Under(covered);
                return new Bound(
                    SlotOf((family.Id, person.Number, limit.Id, window)), ofPerson ?? long.MaxValue,
                    SlotOf((family.Id, PersonNumber.Family, limit.Id, window)), ofFamily ?? long.MaxValue);
            }
        }
    }

    private int SlotOf((FamilyId, PersonNumber, LimitId, DateOnly) key)
    {
        if (!_slots.TryGetValue(key, out var slot))
            _slots.Add(key, slot = _slots.Count + 1);
        return slot;
    }

    private readonly record struct Bound(int Person, long OfPerson, int Family, long OfFamily)
    {
        public static Bound None => new(0, long.MaxValue, 0, long.MaxValue);
    }

    private readonly record struct Input(
        long Charge, long Price, long Copay, int Coinsurance, bool DeductibleApplies, Bound Deductible, Bound Maximum);

    private readonly record struct Output(long Excess, long Copay, long Deductible, long Coinsurance, long PlanPays);

    private sealed record Row(Input Input, Output Decided);
}
