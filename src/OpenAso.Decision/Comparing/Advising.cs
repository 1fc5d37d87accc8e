using System.Globalization;
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
            $"'{_option.Option.Name}' is expected to {(saving > 0 ? "save" : "cost")} {Whole(Math.Abs(saving))}"
            + $" {(saving > 0 ? "" : "more ")}over {Years()}; it comes dearer with a probability of"
            + $" {Share(_comparison.Options[0].Dearer)}, and in the first year alone of {Share(_first.Dearer)}.");
    }

    private void Size() => Add(
        AdviceTopic.GroupSize, Employees < _limits.Employees ? AdviceSide.Against : AdviceSide.For,
        Employees < _limits.Employees
            ? $"{(Employees == 1 ? "One employee is" : $"{Employees} employees are")} few: below"
                + $" {_limits.Employees} one ill person moves the whole year."
            : $"{Employees} employees and {_comparison.Risk.Group.People} people spread the risk of single claims.");

    private void Spread() => Add(
        AdviceTopic.SpreadOfRisk, Variation > _limits.Deviation ? AdviceSide.Against : AdviceSide.For,
        $"Retained claims vary by {Share(Variation)} around what is expected"
        + $" ({(Variation > _limits.Deviation ? "more" : "not more")} than {Share(_limits.Deviation)}, the limit for"
        + " caution).");

    private void Volatility()
    {
        var profit = _comparison.Quotes.OperatingProfit;
        var isMuch = Tail > _limits.Tail * _first.Premium || Tail > _limits.ProfitShare * profit;
        Add(AdviceTopic.Volatility, isMuch ? AdviceSide.Against : AdviceSide.For,
            $"The worst year in twenty costs {Whole(Tail)} beyond the insured premium on average:"
            + $" {Share(Tail / _first.Premium)} of the premium"
            + (profit is { } earned ? $" and {Share(Tail / earned)} of the operating profit." : "."));
    }

    private void Catastrophes()
    {
        var specific = _option.Option.StopLoss.Specific;
        if (double.IsPositiveInfinity(specific))
            Add(AdviceTopic.CatastrophicClaims, AdviceSide.Against,
                "There is no specific stop-loss: one claim of a million is the employer's own.");
        else
            Add(AdviceTopic.CatastrophicClaims,
                specific > _limits.Specific * _option.Expected.Gross ? AdviceSide.Against : AdviceSide.For,
                $"Above {Whole(specific)} a person the carrier pays: expected"
                + $" {Whole(_option.Expected.Specific)} a year,"
                + $" {Share(_option.Expected.Specific / _option.Expected.Gross)} of all claims"
                + (_option.LaserLayers > 0 ? $"; lasers leave up to {Whole(_option.LaserLayers)} more." : "."));
        if (_option.Maximum is null)
            Add(AdviceTopic.UnlimitedCost, AdviceSide.Against,
                "Nothing ends the cost of a year: there is no aggregate, or somebody is excluded from the specific.");
    }

    private void Lines()
    {
        foreach (var line in _comparison.Quotes.Lines)
        {
            if (_unsuited.Items.FirstOrDefault(one => one.Line == line
                && !(Employees >= one.Employees)) is { } unsuited)
                Add(AdviceTopic.UnsuitedLine, AdviceSide.Against,
                    $"'{line}' does not suit self-funding"
                    + $"{(unsuited.Employees is { } most ? $" below {most} employees" : "")}:"
                    + $" {unsuited.Why}. Leave it insured.");
        }
    }

    private void Staff()
    {
        var saved = _comparison.Quotes.StaffSaved.Items.Sum(position => position.Saved);
        if (saved > 0)
            Add(AdviceTopic.StaffSaved, AdviceSide.For,
                $"An administrator saves {Whole(saved)} a year of the employer's own staff, beside fees of"
                + $" {Whole(_option.Fixed.Administration + _option.Fixed.OtherFees)}; no cost above holds it.");
    }

    private void Growth()
    {
        var fixedCosts = _comparison.Options[0].Fixed;
        var premium = _option.Fixed.SpecificPremium;
        Add(AdviceTopic.Growth, AdviceSide.Note,
            $"Fees grow by {Share(_option.Option.FeeGrowth)} a year, claims by {Share(_comparison.Quotes.Trend)}"
            + (premium > 0 && fixedCosts.Count > 1
                ? $", specific premium by {Share((fixedCosts[1].SpecificPremium / premium) - 1)}: a deductible that"
                    + " stays is passed by more."
                : "."));
    }

    private void Cash()
    {
        var cash = _comparison.Options[0].Cash;
        var left = cash.AfterExit + cash.ExitFees;
        Add(AdviceTopic.Cash, AdviceSide.Note,
            (cash.FirstYearRelief > 0
                ? $"In the first year {Whole(cash.FirstYearRelief)} of its cost is not yet paid; it is no saving, and"
                    + " has to be set aside."
                : $"The first year is paid in advance: {Whole(-cash.FirstYearRelief)} more than it should cost.")
            + $" Leaving after {Years()} {(left < 0 ? "gives back" : "costs")} {Whole(Math.Abs(left))} while the"
            + " insured premium begins.");
    }

    private void Market()
    {
        if (_comparison.SmallGroup is { } market)
            Add(AdviceTopic.SmallGroupMarket, AdviceSide.Note,
                $"Up to {market.Employees} employees are rated by community here: a bad year does not raise the insured"
                + " premium, and a good one does not lower it.");
    }

    private void Add(AdviceTopic topic, AdviceSide side, string text) =>
        _reasons.Add(new AdviceReason(topic, side, text));

    private string Years() => _comparison.Terms.Years == 1 ? "one year" : $"{_comparison.Terms.Years} years";

    private static string Whole(double amount) => amount.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + " %";
}
