using CsCheck;
using OpenAso.Disability.Benefits;
using OpenAso.Disability.Claims;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Paying;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;

namespace OpenAso.Disability.Tests;

/// <summary>Work, withdrawn proof, death and awards that become known after days were paid.</summary>
public class NewsTests
{
    private static readonly DateOnly First = new(2026, 1, 5);

    // 600 a week from 5 January 2026; four weeks are paid when the news comes on 2 February. Part-time work takes 300 a
    // week (600 + 700 - 1,000), work in full and withdrawn proof all of it, salary continuation one week.
    [Theory]
    [InlineData("work: [{from: 2026-01-19, to: 2026-02-01, earnings: {amount: 700, per: week}, known: 2026-02-02}]",
        600, "0, 600, 600, 600, 600")]
    [InlineData("work: [{from: 2026-01-26, full: yes, known: 2026-02-02}]", 600, "")]
    [InlineData("certifications: [{from: 2026-01-05, to: 2026-03-31, withdrawn-from: 2026-01-19, known: 2026-02-02}]",
        1200, "")]
    [InlineData("other-income: [{kind: salary-continuation, from: 2026-01-12, to: 2026-01-18, per: week, amount: 1000, "
        + "known: 2026-02-02}]", 600, "0, 600, 600, 600, 600")]
    public void What_was_paid_and_is_not_owed_any_more_is_overpaid_from_the_day_it_became_known(
        string news, long found, string later)
    {
        var schedule = Paid(news);

        var overpayment = Assert.Single(schedule.Overpayments);
        Assert.Equal((new DateOnly(2026, 2, 2), Money.Of(found)), (overpayment.Since, overpayment.Amount));
        Assert.All(schedule.Payments.Items.Take(4), payment => Assert.Equal(Money.Of(600), payment.Paid));
        Assert.Equal(later, string.Join(", ", schedule.Payments.Items.Skip(4).Take(5)
            .Select(payment => payment.Paid.Cents / 100)));
    }

    [Fact]
    public void A_death_that_becomes_known_late_is_overpaid_and_the_survivor_benefit_pays_it_back_first()
    {
        var plan = Sample.WeeklyPlan(("survivor", "{clause: c11, months: 1, after-days: 0}"));
        var claim = Sample.Claim(("disability", "{last-day-worked: 2026-01-04, from: 2026-01-05, cause: accident, "
            + "died: 2026-01-25, death-known: 2026-02-03}"));

        var schedule = Sample.Assess(plan, claim).Schedule!;

        Assert.Equal(4, schedule.Payments.Count);
        Assert.Equal(Money.Of(600), Assert.Single(schedule.Overpayments).Amount);
        Assert.Equal(Money.Of(600), schedule.Survivor!.Recovery);
        Assert.Empty(schedule.Open);
    }

    // Somebody was at work all the time: what was paid is told with the denial, and owed back.
    [Fact]
    public void News_that_deny_the_claim_leave_what_was_paid_to_be_taken_back()
    {
        var assessment = Sample.Assess(
            Sample.WeeklyPlan(("elimination", "{clause: c3, accident: 3, sickness: 7}")),
            Claim("work: [{from: 2026-01-06, full: yes, known: 2026-02-02}]"));

        Assert.Equal(DecisionReason.EliminationNotOver, Assert.Single(assessment.Decision.Reasons).Reason);
        Assert.Equal(LetterKind.Denial, assessment.Letter);
        Assert.Equal(
            assessment.Schedule!.Payments.Items.Total(payment => payment.Paid),
            assessment.Schedule.Open.Items.Total(year => year.Amount));
        Assert.Contains(assessment.Findings, finding => finding.Code == AssessmentCodes.OverpaymentOpen);
    }

    [Fact]
    public void Proof_that_is_withdrawn_altogether_denies_the_claim()
    {
        var assessment = Sample.Assess(Sample.WeeklyPlan(),
            Claim("certifications: [{from: 2026-01-05, to: 2026-03-31, withdrawn-from: 2026-01-05}]"));

        Assert.Equal(DecisionOutcome.Denied, assessment.Decision.Outcome);
        Assert.Equal(DecisionReason.ProofWithdrawn, Assert.Single(assessment.Decision.Reasons).Reason);
        Assert.Null(assessment.Schedule);
    }

    [Fact]
    public void Shortened_proof_ends_benefits_and_previews_nothing_beyond_it()
    {
        var assessment = Sample.Assess(Sample.WeeklyPlan(),
            Claim("certifications: [{from: 2026-01-05, to: 2026-03-31, withdrawn-from: 2026-01-19}]"), "2026-04-30");

        Assert.Equal(new DateOnly(2026, 1, 18), assessment.Schedule!.Payments[^1].Day);
        Assert.Equal(EndReason.ProofWithdrawn, assessment.Course!.Periods[^1].End);
    }

    // Until the day of the news everything is paid as if there were none.
    [Fact]
    public void Nothing_changes_before_the_day_on_which_it_becomes_known() => Stories.Sample((plan, claim) =>
    {
        var first = ClaimNews.DaysOf(claim).FirstOrDefault(DateOnly.MaxValue);
        var unaware = Sample.Assess(plan, Unaware(claim)).Schedule!.Payments.Items
            .TakeWhile(payment => payment.Day < first).ToList();

        return unaware.SequenceEqual(Payments(plan, claim).Payments.Items.Take(unaware.Count));
    });

    [Fact]
    public void However_the_news_come_what_is_paid_and_open_makes_what_is_owed_by_all_of_it() =>
        Stories.Sample((plan, claim) =>
        {
            var schedule = Payments(plan, claim);
            var owed = Sample.Assess(plan, AllKnown(claim)).Schedule?.Payments.Items.Total(one => one.Period.Net)
                ?? Money.Zero;

            return schedule.Payments.Items.Total(payment => payment.Paid) + schedule.AdjustmentDue
                - schedule.Open.Items.Total(year => year.Amount) == owed;
        });

    [Fact]
    public void What_is_found_is_taken_back_or_still_open() => Stories.Sample((plan, claim) =>
    {
        var schedule = Payments(plan, claim);

        return schedule.Overpayments.Items.Total(one => one.Amount)
            == schedule.Payments.Items.Total(payment => payment.Recovery)
                + schedule.Open.Items.Total(year => year.Amount);
    });

    [Fact]
    public void The_minimum_holds_before_news_are_taken_back_and_no_more_than_the_plans_rate_is() =>
        Stories.Sample((plan, claim) => Payments(plan, claim).Payments.Items.All(payment =>
            !payment.Paid.IsNegative && !payment.Period.Net.IsNegative
            && payment.Recovery <= (payment.Period.Net + payment.Adjustment)
                .Times(plan.Wordings[0].Recovery.Rate, Rounding.HalfUp)));

    [Fact]
    public void A_relapse_within_the_plans_time_that_becomes_known_late_starts_no_new_elimination_period() =>
        Gen.Select(Gen.Int[8, 40], Gen.Int[1, 9], Gen.Int[0, 40]).Sample((back, days, later) =>
        {
            var worked = new DateRange(First.AddDays(back), First.AddDays(back + days - 1));
            var plan = Sample.WeeklyPlan(("recurrent", "{clause: c4, days: 9}"));
            var claim = Claim("") with
            {
                Cause = DisabilityCause.Sickness,
                Work = [new WorkSpell(worked, true, null, null) { KnownOn = worked.Last.AddDays(later) }],
            };
            var assessment = Sample.Assess(plan, claim);

            return assessment.Course!.Periods.Count == 1
                && !assessment.Course.Days.Items.Any(day => worked.Contains(day.Day))
                && assessment.Course.Days.Items.Any(day => day.Day == worked.Last.AddDays(1));
        });

    [Fact]
    public void Cutting_proof_at_a_recertification_changes_nothing_however_late_work_is_told() =>
        Gen.Select(Stories, Gen.Int[1, 99]).Sample((one, at) =>
        {
            var (plan, claim) = one;
            var whole = claim.Certifications[0].Days;
            var cut = whole.First.AddDays(at % (whole.Days - 1));
            var uncut = claim with { Certifications = [new Certification(whole, false)] };
            var parts = claim with
            {
                Certifications =
                [
                    new Certification(new DateRange(whole.First, cut), false),
                    new Certification(new DateRange(cut.AddDays(1), whole.Last), false),
                ],
            };

            return Payments(plan, uncut) == Payments(plan, parts);
        });

    private static readonly Gen<(DisabilityPlan Plan, DisabilityClaim Claim)> Stories = Gen.Select(
        LawTests.Cases, Gen.Int[0, 120], Gen.Int[-1, 100], Gen.Int[0, 120], Gen.Int[0, 9], Gen.Int[0, 40]).Select(
        (one, worked, withdrawn, withdrawalKnown, kind, full) => (one.Plan, one.Claim with
        {
            Work = kind > 5 ? one.Claim.Work.Select(spell => spell with { KnownOn = First.AddDays(worked) })
                    .ToValueList()
                : [new WorkSpell(new DateRange(First.AddDays(full), First.AddDays(full + 3 * kind)), true, null, null)
                {
                    KnownOn = First.AddDays(worked),
                }],
            Certifications = [one.Claim.Certifications[0] with
            {
                WithdrawnFrom = withdrawn < 0 || withdrawn > one.Claim.Certifications[0].Days.Days - 1 ? null
                    : First.AddDays(withdrawn),
                KnownOn = First.AddDays(withdrawalKnown),
            }],
        }));

    private static PaymentSchedule Payments(DisabilityPlan plan, DisabilityClaim claim) =>
        Sample.Assess(plan, claim).Schedule ?? new PaymentSchedule([], [], Money.Zero, Money.Zero, [], null);

    private static PaymentSchedule Paid(string news) => Sample.Assess(
        Sample.WeeklyPlan(
            ("offsets", "[{kind: salary-continuation, clause: c9}]"), ("work-incentive", "{clause: c10, months: 6}")),
        Claim(news)).Schedule!;

    private static DisabilityClaim Claim(string news) => news.Length == 0 ? Sample.Claim()
        : Sample.Claim((news[..news.IndexOf(':', StringComparison.Ordinal)],
            news[(news.IndexOf(':', StringComparison.Ordinal) + 2)..]));

    private static DisabilityClaim Unaware(DisabilityClaim claim) => ClaimNews.KnownOn(claim, DateOnly.MinValue) with
    {
        Incomes = claim.Incomes.Items.Select(income => income with
        {
            Actual = income.KnownOn is null ? income.Actual : null,
        }).ToValueList(),
    };

    private static DisabilityClaim AllKnown(DisabilityClaim claim) => claim with
    {
        Incomes = claim.Incomes.Select(income => income with { KnownOn = null }).ToValueList(),
        Work = claim.Work.Select(spell => spell with { KnownOn = null }).ToValueList(),
        Certifications = claim.Certifications.Select(one => one with { KnownOn = null }).ToValueList(),
        DeathKnownOn = null,
    };
}
