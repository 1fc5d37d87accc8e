using System.Globalization;
using CsCheck;
using OpenAso.Disability.Benefits;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Taxes;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Tests;

/// <summary>What holds for every claim.</summary>
public class LawTests
{
    private static readonly DateOnly First = new(2026, 1, 5);

    private static readonly OffsetKind[] Kinds =
        [OffsetKind.SocialSecurityPrimary, OffsetKind.OtherIncome, OffsetKind.WorkersCompensation];

    private static readonly Gen<Money> Cents = Gen.Long[0, 400_000].Select(cents => new Money(cents));

    private static readonly Gen<DisabilityPlan> Plans = Gen.Select(
        Gen.Bool, Gen.Int[0, 100], Gen.Int[0, 30_000], Gen.Bool, Gen.Int[0, 100]).Select(
        (weekly, percent, least, below, rate) =>
    {
        (string, string)[] terms =
        [
            ("benefit", $"{{clause: c5, percent: {percent}%, maximum: 2000.01, minimum: {{clause: c6, amount: "
                + $"{new Money(least)}, share: 7%}}, days: {(weekly ? "calendar" : "thirty")}}}"),
            ("offsets", $"[{{kind: social-security-primary, clause: c9, estimated: yes}}, {{kind: other-income, "
                + $"clause: c9, below-minimum: {(below ? "yes" : "no")}}}, "
                + "{kind: workers-compensation, clause: c9}]"),
            ("work-incentive", "{clause: c10, months: 1, proportionate: yes}"),
            ("overpayment", $"{{clause: c8, rate: {rate}%}}"),
            ("recurrent", "{clause: c4, days: 9}"),
        ];
        return weekly ? Sample.WeeklyPlan(terms) : Sample.MonthlyPlan(terms);
    });

    private static readonly Gen<OtherIncome> Incomes = Gen.Select(
        Gen.Int[0, 2].Select(kind => Kinds[kind]),
        Gen.Int[0, 90], Gen.Int[0, 60], Cents, Cents, Gen.Int[0, 120]).Select(
        (kind, from, days, actual, estimate, known) => new OtherIncome(
            kind, new DateRange(First.AddDays(from), First.AddDays(from + days)), PayPeriod.Month, actual, estimate,
            First.AddDays(known), []));

    private static readonly Gen<DisabilityClaim> Claims = Gen.Select(
        Incomes.Array[0, 4], Gen.Long[100_00, 200_000_00], Gen.Int[10, 100], Gen.Int[0, 80], Cents).Select(
        (incomes, salary, certified, partTime, earned) => Sample.Claim() with
        {
            Incomes = incomes.ToValueList(),
            Earnings = new Earnings(
                [new SalaryEntry(First.AddYears(-1), new Pay(new Money(salary), PayPeriod.Year))], null, null),
            Certifications = [new Certification(new DateRange(First, First.AddDays(certified)), false)],
            Work = [new WorkSpell(new DateRange(First.AddDays(partTime), First.AddDays(partTime + 9)), false,
                new Pay(earned, PayPeriod.Month), null)],
        });

    internal static readonly Gen<(DisabilityPlan Plan, DisabilityClaim Claim)> Cases = Gen.Select(Plans, Claims);

    [Fact]
    public void A_net_benefit_is_never_below_nothing_nor_above_the_gross_benefit() => Cases.Sample((plan, claim) =>
        Schedule(plan, claim).Payments.Items.All(payment => !payment.Period.Net.IsNegative
            && payment.Period.Net <= payment.Period.Gross && !payment.Paid.IsNegative));

    [Fact]
    public void What_is_left_after_tax_is_never_below_nothing() =>
        Cases.Sample((plan, claim) => Schedule(plan, claim).Payments.Items.All(payment =>
            !payment.AfterTax.IsNegative && payment.Fica!.Withheld.Total <= payment.Paid));

    [Fact]
    public void Steps_lead_from_gross_to_net_and_none_of_them_goes_the_wrong_way() => Cases.Sample((plan, claim) =>
        Schedule(plan, claim).Payments.Items.All(payment =>
            payment.Period.Steps.Items.Total(step => step.Amount) == payment.Period.Net
            && payment.Period.Steps[0].Amount == payment.Period.Gross
            && payment.Period.Steps.Items.Skip(1).All(step => !step.Amount.IsPositive)));

    // Offsets that may go below the minimum are left out of the claim.
    [Fact]
    public void The_minimum_holds_before_an_overpayment_is_taken_back() => Cases.Sample((plan, claim) =>
    {
        claim = claim with
        {
            Incomes = claim.Incomes.Where(income => income.Kind != OffsetKind.OtherIncome).ToValueList(),
        };
        return Schedule(plan, claim).Payments.Items.All(payment =>
            payment.Period.Rates.Items.All(rated => rated.Rate.Net >= rated.Rate.Least
                && rated.Rate.Least <= rated.Rate.Gross));
    });

    [Fact]
    public void However_a_claim_is_cut_into_periods_all_of_it_is_the_exact_amount_rounded_once() =>
        Cases.Sample((plan, claim) =>
        {
            var periods = Schedule(plan, Known(claim)).Payments.Items.Select(payment => payment.Period).ToList();
            var rates = periods.SelectMany(period => period.Rates).ToList();

            return periods.Total(period => period.Net) == Exactly(rates, rate => rate.Net)
                && rates.SelectMany(rated => rated.Rate.Parts).Select(part => part.Name).Distinct().All(name =>
                    periods.SelectMany(period => period.Steps).Where(step => step.Name == name)
                        .Total(step => -step.Amount) == Exactly(rates, rate => rate.Parts.Items
                            .Where(part => part.Name == name).Total(part => part.Amount)));
        });

    [Fact]
    public void Cutting_a_claim_at_a_recertification_changes_nothing() =>
        Gen.Select(Cases, Gen.Int[1, 99]).Sample((one, at) =>
        {
            var (plan, claim) = one;
            var whole = claim.Certifications[0].Days;
            var cut = whole.First.AddDays(at % (whole.Days - 1));
            var parts = claim with
            {
                Certifications =
                [
                    new Certification(new DateRange(whole.First, cut), false),
                    new Certification(new DateRange(cut.AddDays(1), whole.Last), false),
                ],
            };

            return Schedule(plan, claim) == Schedule(plan, parts);
        });

    [Fact]
    public void What_is_paid_until_a_recertification_and_what_follows_make_the_whole() =>
        Gen.Select(Cases, Gen.Int[0, 60]).Sample((one, at) =>
        {
            var (plan, claim) = one;
            claim = claim with { Incomes = [], Repayments = [] };
            var whole = claim.Certifications[0].Days;
            var cut = claim with
            {
                Certifications = [new Certification(whole.Intersect(
                    new DateRange(whole.First, whole.First.AddDays(at)))!.Value, false)],
            };
            var previewed = Sample.Assess(plan, cut, Day(whole.Last)).Schedule!.Payments;

            return previewed.Items.Total(payment => payment.Period.Net)
                == Schedule(plan, claim).Payments.Items.Total(payment => payment.Period.Net);
        });

    [Fact]
    public void More_income_from_elsewhere_never_raises_a_net_benefit() =>
        Gen.Select(Cases, Incomes).Sample((one, income) =>
        {
            var (plan, claim) = one;
            var less = Rates(plan, claim);
            var more = Rates(plan, claim with { Incomes = claim.Incomes.Add(income with { KnownOn = null }) });

            return less.Zip(more).All(day => day.Second <= day.First);
        });

    [Fact]
    public void Everything_paid_makes_what_is_owed_by_what_is_known_at_the_end() => Cases.Sample((plan, claim) =>
    {
        var schedule = Schedule(plan, claim);
        var known = Schedule(plan, Known(claim));

        return schedule.Payments.Items.Total(payment => payment.Paid) + schedule.AdjustmentDue
            - schedule.Open.Items.Total(year => year.Amount) == known.Payments.Items.Total(payment => payment.Paid);
    });

    [Fact]
    public void No_more_is_taken_back_than_the_plans_rate() => Cases.Sample((plan, claim) =>
        Schedule(plan, claim).Payments.Items.All(payment => payment.Recovery
            <= (payment.Period.Net + payment.Adjustment).Times(plan.Wordings[0].Recovery.Rate, Rounding.HalfUp)));

    [Fact]
    public void A_relapse_within_the_plans_time_never_starts_a_new_elimination_period() =>
        Gen.Select(Plans, Gen.Int[8, 60], Gen.Int[1, 30]).Sample((plan, back, days) =>
        {
            var worked = new DateRange(First.AddDays(back), First.AddDays(back + days - 1));
            var claim = Sample.Claim(
                ("disability", "{last-day-worked: 2026-01-04, from: 2026-01-05, cause: sickness}")) with
            {
                Certifications = [new Certification(new DateRange(First, First.AddDays(120)), false)],
                Work = [new WorkSpell(worked, true, null, null)],
            };
            var course = Sample.Assess(plan, claim).Course!;
            var again = course.Days.Items.First(day => day.Day > worked.Last).Day;

            return days <= 9
                ? course.Periods.Count == 1 && again == worked.Last.AddDays(1)
                : course.Periods.Count == 2;
        });

    [Fact]
    public void Sick_pay_is_a_wage_to_the_end_of_the_sixth_month_and_one_day_of_work_begins_them_anew() =>
        Gen.Select(Gen.Int[0, 2_000], Gen.Int[0, 400], Gen.Int[0, 400]).Sample((worked, paid, again) =>
        {
            var last = First.AddDays(worked);
            var payment = last.AddDays(paid);
            var claim = Sample.Claim() with { LastDayWorked = last };
            var returned = claim with
            {
                Work = [new WorkSpell(DateRange.On(last.AddDays(again)), true, null, null)],
            };

            return Months(last, payment) <= 6 == IsWage(claim, payment)
                && (again > paid ? IsWage(returned, payment) == IsWage(claim, payment)
                    : IsWage(returned, payment) == Months(last.AddDays(again), payment) <= 6);
        });

    private static int Months(DateOnly from, DateOnly to) => 12 * (to.Year - from.Year) + to.Month - from.Month;

    private static bool IsWage(DisabilityClaim claim, DateOnly paid) =>
        paid <= SickPayRules.LastWageDay(SickPayRules.LastWorkedBefore(claim, paid), Sample.Law);

    private static PaymentSchedule Schedule(DisabilityPlan plan, DisabilityClaim claim) =>
        Sample.Assess(plan, claim).Schedule!;

    // The same, had every award been known from the first day.
    private static DisabilityClaim Known(DisabilityClaim claim) => claim with
    {
        Incomes = claim.Incomes.Select(income => income with { KnownOn = null }).ToValueList(),
    };

    private static IEnumerable<Money> Rates(DisabilityPlan plan, DisabilityClaim claim) =>
        Schedule(plan, Known(claim)).Payments.SelectMany(payment => payment.Period.Rates)
            .SelectMany(rated => Enumerable.Repeat(rated.Rate.Net, rated.Days.Days));

    private static Money Exactly(List<RatedDays> rates, Func<BenefitRate, Money> amount) =>
        new Money(rates.Sum(rated => amount(rated.Rate).Cents * rated.Weight))
            .Ratio(1, rates[0].Whole, Rounding.HalfUp);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
