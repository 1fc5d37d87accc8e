using OpenAso.Disability.Claims;
using OpenAso.Disability.Law;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Taxes;

/// <summary>Taxes the payments of a claim, one after another, and what comes back of them.</summary>
/// <remarks>What comes back in the year in which it was paid makes that year's income and wages less. What comes back
/// later is paid back whole: its income tax is not undone, but the wages for social security and Medicare of the year
/// in which it was paid are corrected.</remarks>
internal sealed class BenefitTaxation
{
    private readonly DisabilityLaw _law;
    private readonly Withholding _withholding;
    private readonly bool _payrollWithholds;
    private readonly Dictionary<int, FicaYear> _years = [];
    private readonly List<RepaidWages> _repaid = [];
    private readonly List<YearCorrection> _corrections = [];
    private DisabilityClaim _claim;

    public BenefitTaxation(DisabilityClaim claim, DisabilityTerms terms, DisabilityLaw law)
    {
        (_claim, _law) = (claim, law);
        _withholding = SickPayRules.WithholdingFor(claim.Withholding, terms.Arrangement) ?? Withholding.None;
        _payrollWithholds = terms.Arrangement == PaymentArrangement.AdviceToPay;
    }

    public ValueList<RepaidWages> Repaid => _repaid.ToValueList();

    public ValueList<YearCorrection> Corrections => _corrections.ToValueList();

    /// <summary>Goes on with the claim as it is known now: work that becomes known begins the months of wages
    /// anew.</summary>
    public void Know(DisabilityClaim claim) => _claim = claim;

    /// <summary>The part of an amount that is sick pay within the time in which it is a wage.</summary>
    public Money OfWages(DateOnly paid, Money amount) =>
        SickPayRules.IsWage(_claim, paid, _law) ? amount : Money.Zero;

    /// <summary>Taxes a payment.</summary>
    /// <param name="payment">With what is taken back.</param>
    /// <param name="owed">Before anything is taken back.</param>
    /// <param name="back">What is taken back, by the year in which it was paid.</param>
    public BenefitPayment Tax(BenefitPayment payment, Money owed, IReadOnlyList<YearAmount> back)
    {
        var year = payment.Day.Year;
        foreach (var earlier in back.Where(one => one.Year != year))
            Correct(earlier, payment.Day);
        var ofYear = back.FirstOrDefault(one => one.Year == year) ?? new YearAmount(year, Money.Zero);
        var share = Share(year);
        var taxable = share.Of(owed - ofYear.Amount);
        var wages = share.Of(OfWages(payment.Day, owed) - ofYear.OfWages);
        var fica = Withhold(year, wages, payment.Paid);
        var tax = fica is null ? Money.Zero : Money.Max(Money.Zero, fica.Withheld.Total);
        return payment with
        {
            RecoveryOfYear = ofYear.Amount,
            Taxable = taxable,
            FicaTaxable = wages,
            Fica = _payrollWithholds ? null : fica,
            Withheld = _payrollWithholds ? null
                : SickPayRules.Withheld(_withholding, taxable, payment.Paid - tax, payment.Day, _law),
        };
    }

    /// <summary>Takes account of what came back otherwise than through a later benefit.</summary>
    /// <param name="back">By the year in which it was paid.</param>
    /// <param name="day">On which it came back.</param>
    public void Return(IReadOnlyList<YearAmount> back, DateOnly day)
    {
        foreach (var one in back)
        {
            if (one.Year != day.Year)
            {
                Correct(one, day);
                continue;
            }
            var wages = Share(one.Year).Of(one.OfWages);
            _repaid.Add(new RepaidWages(one.Year, one.Amount, Share(one.Year).Of(one.Amount), wages));
            var year = _years.GetValueOrDefault(one.Year);
            _years[one.Year] = year with { Wages = year.Wages - wages };
        }
    }

    /// <summary>Takes account of what the payer paid beyond the schedule, before it was told otherwise.</summary>
    /// <param name="found">By the year in which it was paid.</param>
    public void PaidBeyond(YearAmount found) =>
        Withhold(found.Year, Share(found.Year).Of(found.OfWages), found.Amount);

    /// <summary>The part of a survivor benefit that is income. None of it is a wage: it is paid because of
    /// death.</summary>
    [Source("26 USC 104(a)(3)")]
    [Source("26 USC 3121(a)(13)")]
    public Money OfSurvivor(DateOnly died, Money amount) => Share(died.Year).Of(amount);

    // Known for the year of disability, hence for every later one.
    private TaxableShare Share(int year) => SickPayRules.ShareFor(_claim.Contributions, year, _law)!;

    private YearWages? Besides(int year) => _claim.Wages.Items.FirstOrDefault(one => one.Year == year);

    private FicaShare? Withhold(int year, Money wages, Money most)
    {
        if (_law.Fica?.In(year) is not { } figures)
            return null;
        (_years[year], var share) = FicaWithholding.Withhold(
            _years.GetValueOrDefault(year), wages, most, Besides(year), figures);
        return share;
    }

    private void Correct(YearAmount back, DateOnly day)
    {
        if (back.Amount.IsZero)
            return;
        var wages = Share(back.Year).Of(back.OfWages);
        var year = _years.GetValueOrDefault(back.Year);
        var left = year.Wages - wages;
        var (employee, employer) = (default(FicaTax), default(FicaTax));
        if (_law.Fica?.In(back.Year) is { } figures)
        {
            employee = FicaRules.Employee(year.Wages, Besides(back.Year), figures)
                - FicaRules.Employee(left, Besides(back.Year), figures);
            employer = FicaRules.Employer(year.Wages, Besides(back.Year), figures)
                - FicaRules.Employer(left, Besides(back.Year), figures);
        }
        _years[back.Year] = new FicaYear(left, year.Withheld - employee, year.Employer - employer);
        _corrections.Add(new YearCorrection(back.Year, day, back.Amount, wages, employee, employer));
    }
}
