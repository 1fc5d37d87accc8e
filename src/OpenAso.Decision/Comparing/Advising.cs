using OpenAso.Kernel;

namespace OpenAso.Decision.Comparing;

/// <summary>Gives advice on the first option of a comparison.</summary>
/// <remarks>
/// A group is too small for the risk where two of these hold: few employees; retained claims that vary much; one year
/// in twenty that costs much beyond the premium; a specific that is high beside expected claims. What is few, much and
/// high stands in <c>rules/comparison.yaml</c>. The verdict: stay insured where nothing is saved, or where what one
/// year in twenty costs beyond the premium is more than five years' saving and the group too small; close where the
/// saving is less than 1 % of premium, or neither comes dearer with two chances in three; else self-fund, with caution
/// where the group is too small.
/// </remarks>
internal sealed class Advising
{
    private const double OneInTwenty = 0.95;
    private const double Even = 0.01;
    private const double YearsOfSaving = 5;
    private readonly FundingComparison _comparison;
    private readonly CautionLimits _limits;
    private readonly ValueList<UnsuitedLine> _unsuited;
    private readonly FirstYear _first;
    private readonly PricedOption _option;
    private readonly List<AdviceReason> _reasons = [];

    private Advising(FundingComparison comparison, ComparisonBasis basis)
    {
        (_comparison, _limits, _unsuited) = (comparison, basis.Rules.Caution, basis.Rules.Lines);
        _first = comparison.Options[0].FirstYear;
        _option = _first.Option;
    }

    private int Employees => _comparison.Quotes.Employer.Employees;

    private double Tail => Math.Max(_option.Year.TailMean(OneInTwenty) - _first.Premium, 0);

    // Of what counts toward the attachment, before the aggregate cuts it.
    private double Variation
    {
        get
        {
            var moments = Actuarial.Distributions.CostMoments.Of(
                OptionPricing.Under(_comparison.Risk, _option.Own));
            return moments.RetainedDeviation / moments.ExpectedRetained;
        }
    }

    public static Advice Of(FundingComparison comparison, ComparisonBasis basis)
    {
        var advising = new Advising(comparison, basis);
        var isTooSmall = advising.Cautions() >= 2;
        advising.Saving();
        advising.Size();
        advising.Spread();
        advising.Volatility();
        advising.Catastrophes();
        advising.Lines();
        advising.Staff();
        advising.Growth();
        advising.Cash();
        advising.Market();
        return new Advice(advising.VerdictOf(isTooSmall), isTooSmall, advising._reasons.ToValueList());
    }

    private Verdict VerdictOf(bool isTooSmall)
    {
        var yearly = _comparison.Options[0].Saving / _comparison.Terms.Years;
        if (Math.Abs(yearly) < Even * _first.Premium || IsEvenChance(_comparison.Options[0].Dearer))
            return Verdict.Close;
        if (yearly < 0 || (isTooSmall && Tail > YearsOfSaving * yearly))
            return Verdict.StayInsured;
        return isTooSmall || _option.Maximum is null ? Verdict.SelfFundWithCaution : Verdict.SelfFund;
    }

    private static bool IsEvenChance(double dearer) => dearer is > 1.0 / 3 and < 2.0 / 3;

    private int Cautions() =>
        Count(Employees < _limits.Employees) + Count(Variation > _limits.Deviation)
        + Count(Tail > _limits.Tail * _first.Premium || Tail > _limits.ProfitShare * _comparison.Quotes.OperatingProfit)
        + Count(_option.Option.StopLoss.Specific > _limits.Specific * _option.Expected.Gross);

    private static int Count(bool holds) => holds ? 1 : 0;

    private void Saving()
    {
        var saving = _comparison.Options[0].Saving;
        Add(AdviceTopic.ExpectedSaving, saving > 0 ? AdviceSide.For : AdviceSide.Against,
            saving > 0 ? "advice.saves" : "advice.costs",
            new OptionName(_option.Option.Name), Whole(Math.Abs(saving)), Years(),
            Share(_comparison.Options[0].Dearer), Share(_first.Dearer));
    }

    private void Size()
    {
        if (Employees >= _limits.Employees)
            Add(AdviceTopic.GroupSize, AdviceSide.For, "advice.enough-employees",
                Employees, _comparison.Risk.Group.People);
        else if (Employees == 1)
            Add(AdviceTopic.GroupSize, AdviceSide.Against, "advice.one-employee", _limits.Employees);
        else
            Add(AdviceTopic.GroupSize, AdviceSide.Against, "advice.few-employees", Employees, _limits.Employees);
    }

    private void Spread()
    {
        var isMuch = Variation > _limits.Deviation;
        Add(AdviceTopic.SpreadOfRisk, isMuch ? AdviceSide.Against : AdviceSide.For,
            isMuch ? "advice.varies-much" : "advice.varies-little", Share(Variation), Share(_limits.Deviation));
    }

    private void Volatility()
    {
        var profit = _comparison.Quotes.OperatingProfit;
        var side = Tail > _limits.Tail * _first.Premium || Tail > _limits.ProfitShare * profit
            ? AdviceSide.Against
            : AdviceSide.For;
        if (profit is { } earned)
            Add(AdviceTopic.Volatility, side, "advice.worst-year-and-profit",
                Whole(Tail), Share(Tail / _first.Premium), Share(Tail / earned));
        else
            Add(AdviceTopic.Volatility, side, "advice.worst-year", Whole(Tail), Share(Tail / _first.Premium));
    }

    private void Catastrophes()
    {
        var specific = _option.Option.StopLoss.Specific;
        if (double.IsPositiveInfinity(specific))
            Add(AdviceTopic.CatastrophicClaims, AdviceSide.Against, "advice.no-specific");
        else
            Add(AdviceTopic.CatastrophicClaims,
                specific > _limits.Specific * _option.Expected.Gross ? AdviceSide.Against : AdviceSide.For,
                _option.LaserLayers > 0 ? "advice.specific-and-lasers" : "advice.specific",
                Whole(specific), Whole(_option.Expected.Specific),
                Share(_option.Expected.Specific / _option.Expected.Gross), Whole(_option.LaserLayers));
        if (_option.Maximum is null)
            Add(AdviceTopic.UnlimitedCost, AdviceSide.Against, "advice.no-end");
    }

    private void Lines()
    {
        foreach (var line in _comparison.Quotes.Lines)
        {
            if (_unsuited.Items.FirstOrDefault(one => one.Line == line
                && !(Employees >= one.Employees)) is not { } unsuited)
                continue;
            if (unsuited.Employees is { } most)
                Add(AdviceTopic.UnsuitedLine, AdviceSide.Against, "advice.unsuited-below", line, most, unsuited.Why);
            else
                Add(AdviceTopic.UnsuitedLine, AdviceSide.Against, "advice.unsuited", line, unsuited.Why);
        }
    }

    private void Staff()
    {
        var saved = _comparison.Quotes.StaffSaved.Items.Sum(position => position.Saved);
        if (saved > 0)
            Add(AdviceTopic.StaffSaved, AdviceSide.For, "advice.staff",
                Whole(saved), Whole(_option.Fixed.Administration + _option.Fixed.OtherFees));
    }

    private void Growth()
    {
        var fixedCosts = _comparison.Options[0].Fixed;
        var premium = _option.Fixed.SpecificPremium;
        var (fees, claims) = (Share(_option.Option.FeeGrowth), Share(_comparison.Quotes.Trend));
        if (premium > 0 && fixedCosts.Count > 1)
            Add(AdviceTopic.Growth, AdviceSide.Note, "advice.growth-and-premium",
                fees, claims, Share((fixedCosts[1].SpecificPremium / premium) - 1));
        else
            Add(AdviceTopic.Growth, AdviceSide.Note, "advice.growth", fees, claims);
    }

    private void Cash()
    {
        var cash = _comparison.Options[0].Cash;
        var left = cash.AfterExit + cash.ExitFees;
        Add(AdviceTopic.Cash, AdviceSide.Note, "advice.cash",
            cash.FirstYearRelief > 0
                ? Texts["advice.paid-later", Whole(cash.FirstYearRelief)]
                : Texts["advice.paid-in-advance", Whole(-cash.FirstYearRelief)],
            Texts[left < 0 ? "advice.leaving-gives" : "advice.leaving-costs", Years(), Whole(Math.Abs(left))]);
    }

    private void Market()
    {
        if (_comparison.SmallGroup is { } market)
            Add(AdviceTopic.SmallGroupMarket, AdviceSide.Note, "advice.small-group", market.Employees);
    }

    private void Add(AdviceTopic topic, AdviceSide side, string key, params ReadOnlySpan<object> places) =>
        _reasons.Add(new AdviceReason(topic, side, Texts[key, places]));

    private Sentence Years() => _comparison.Terms.Years == 1
        ? Texts["advice.one-year"]
        : Texts["advice.years", _comparison.Terms.Years];

    private static RoomTexts Texts => AdviceTexts.Room;

    private static WholeAmount Whole(double amount) => new(amount);

    private static ComputedShare Share(double share) => new(share);
}
