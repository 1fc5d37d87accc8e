using OpenAso.Actuarial.Reserving;
using OpenAso.Decision.Distributions;
using OpenAso.Decision.Forecasting;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Experiencing;
using OpenAso.Operations.Forecasting;
using OpenAso.Operations.Paying;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Reserving;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Operations.Tests;

/// <summary>What the books tell of the time to come: reserve, cash, own experience.</summary>
public sealed class BooksOutlookTests(YearOfBooks year) : IClassFixture<YearOfBooks>
{
    private static readonly DateOnly YearEnd = new(2026, 12, 31);

    private PaidEmployer Employer => year.Employer;

    private EmployerTerms Terms => Employer.Terms;

    private BooksReserveUseCase Reserves => new(Employer.Books);

    // Made again by adding payments up one by one: no replacement or void of this year moves a service.
    [Fact]
    public void The_paid_triangle_is_what_the_payments_of_each_month_come_to()
    {
        var triangle = Lag(TriangleBasis.Paid).Triangle;
        var plain = Employer.Query<(string Service, string Day, long Cents)>(
                "select c.first_service, p.day, i.amount from payment_item i join payment p on p.payment = i.payment "
                + "join claim c on c.claim = i.claim and c.family = i.family where i.amount <> 0")
            .GroupBy(row => (row.Service[..7], row.Day[..7])).ToDictionary(
                group => group.Key, group => group.Sum(row => row.Cents) / 100m);

        Assert.Equal(12, triangle.Table.Origins.Count);
        for (var origin = 0; origin < 12; origin++)
        {
            for (var age = 0; origin + age < 12; age++)
                Assert.Equal(
                    plain.GetValueOrDefault(($"2026-{origin + 1:00}", $"2026-{origin + age + 1:00}")),
                    triangle.Table.Amounts[origin][age]);
        }
        Assert.Equal(
            Employer.Query<long>("select sum(amount) from payment")[0] / 100m,
            triangle.Table.Amounts.Items.Sum(row => row.Items.Sum(amount => amount ?? 0)));
    }

    [Fact]
    public void What_came_and_is_not_paid_is_what_is_open()
    {
        var open = Employer.Books.Database.Read(connection => ObligationRows.Open(connection, Terms.Scope, YearEnd))
            .Total(one => one.Obligation.Amount);

        Assert.True(open.IsPositive);
        Assert.Equal(open, Lag(TriangleBasis.Received).Decided);
    }

    [Fact]
    public void A_triangle_ends_with_the_last_month_that_has_ended_and_tells_what_was_paid_since()
    {
        var lag = Lag(TriangleBasis.Paid, new DateOnly(2026, 9, 20));

        Assert.Equal(new DateOnly(2026, 8, 31), lag.Triangle.Through);
        Assert.Equal(8, lag.Months);
        Assert.Equal(
            Employer.Query<long>(
                "select sum(amount) from payment where day > '2026-08-31' and day <= '2026-09-20'")[0],
            lag.Since.Cents);
        Assert.Equal(Lag(TriangleBasis.Paid, new DateOnly(2026, 8, 31)).Triangle.Table, lag.Triangle.Table);
    }

    [Fact]
    public void A_reserve_by_receipt_has_what_has_come_apart_and_a_reserve_by_payment_holds_no_claim_twice()
    {
        var received = Estimate(Terms, TriangleBasis.Received);
        var paid = Estimate(Terms, TriangleBasis.Paid);

        Assert.Equal(received.Reported.Total + received.Statement.Ibnr, received.Statement.Gross);
        Assert.Equal(received.Reported.Total, paid.Reported.Total);
        Assert.Equal(
            Money.Max(ReserveAmount.Of(paid.Report.Estimate.Ibnr, Rounding.HalfUp), paid.Reported.Total),
            paid.Statement.Gross);
        Assert.Equal(
            received.Statement.Net.Times(Percent.Of(10), Rounding.HalfUp), received.Statement.Margin);
    }

    [Fact]
    public void Stop_loss_gives_credit_where_its_windows_hold_the_run_out_and_a_12_12_contract_gives_none()
    {
        var covering = Estimate(Terms, TriangleBasis.Received);
        Assert.True(covering.Statement.StopLossCredit.IsPositive);
        Assert.True(covering.Statement.StopLossCredit < covering.Statement.Gross);

        var ended = Estimate(WithBasis(12, 12), TriangleBasis.Received);
        Assert.Equal(Money.Zero, ended.Statement.StopLossCredit);
        Assert.Contains(ended.Findings.Items, finding => finding.Code == BooksReserveCodes.NoCredit);
        Assert.True(Estimate(WithBasis(12, 24), TriangleBasis.Received).Statement.StopLossCredit
            >= covering.Statement.StopLossCredit);
    }

    [Fact]
    public void A_line_has_its_own_claims_and_members_and_the_lines_add_up()
    {
        var all = Lag(TriangleBasis.Received);
        var lines = new[] { LineOfCoverage.Medical, LineOfCoverage.Dental }.Select(line => Reserves.Read(
            Terms, new BooksLagQuestion { AsOf = YearEnd, Line = line }).Value!).ToList();

        Assert.Equal(Sum(all), lines.Sum(Sum));
        Assert.Equal(all.Pended.Claims, lines.Sum(line => line.Pended.Claims));
        Assert.True(lines[1].Triangle.Table.Exposure[0] <= lines[0].Triangle.Table.Exposure[0]);

        static decimal Sum(BooksLag lag) => lag.Triangle.Table.Amounts.Items.Sum(row => row.Items.Sum(x => x ?? 0));
    }

    [Fact]
    public void The_position_has_a_reserve_after_six_months_and_says_before_that_they_are_too_few()
    {
        var whole = new PositionUseCase(Employer.Books).Show(Terms, YearEnd).Reserve;
        var early = new PositionUseCase(Employer.Books).Show(Terms, new DateOnly(2026, 6, 29)).Reserve;

        Assert.Equal((12, YearEnd), (whole.Months, whole.Through));
        Assert.Equal(
            Estimate(Terms, TriangleBasis.Received).Statement with { Margin = Money.Zero }, whole.Statement);
        Assert.Equal(5, early.Months);
        Assert.Null(early.Statement);
        Assert.Contains("too few months", early.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Cash_of_the_past_is_what_was_paid_and_what_was_open()
    {
        var history = Employer.Books.Database.Read(connection => CashRows.Read(connection, Terms, YearEnd));

        Assert.Equal(52, history.Weeks);
        Assert.Equal(
            Employer.Query<long>("select sum(amount) from payment")[0] / 100.0, history.Paid().Sum(), 4);
        Assert.Equal(Lag(TriangleBasis.Received).Decided.Cents / 100.0, history.Unpaid, 4);
    }

    [Fact]
    public void A_forecast_knows_what_is_open_and_what_the_fund_holds_and_was_not_told_what_came_later()
    {
        var now = Forecast(YearEnd);
        Assert.Equal(Employer.Fund.Available.Total, now.Schedule.Available);
        Assert.Equal(Lag(TriangleBasis.Received).Decided, now.Schedule.Unpaid);
        Assert.NotNull(now.Claims);
        Assert.True(now.Fund!.NextCallIn is 0 or 1);

        // In the past: what had come in less what had gone out by then, and month by month what was billed later.
        var then = Forecast(new DateOnly(2026, 9, 30));
        Assert.Equal(Money.Zero, Forecast(new DateOnly(2026, 1, 7)).Schedule.Available);
        var october = Employer.Query<long>("select sum(amount) from fee where month = '2026-10'")[0];
        Assert.Equal(october, then.Schedule.Fees[0].Cents);
        Assert.Contains(now.Findings.Items, finding => finding.Code == ForecastCodes.NoPolicy);
    }

    [Fact]
    public void Books_that_are_too_short_tell_what_is_known_and_forecast_nothing()
    {
        var early = Forecast(new DateOnly(2026, 3, 1));

        Assert.Null(early.Claims);
        Assert.Null(early.Fund);
        Assert.Equal(8, early.KnownWeeks);
        Assert.Contains(early.Findings.Items, finding => finding.Code == ForecastCodes.TooShort);
        Assert.True(early.Schedule.Fees.Items.Total().IsPositive);
    }

    [Fact]
    public void Own_experience_is_what_people_cost_below_the_pooling_level_and_blends_by_its_credibility()
    {
        var unlimited = Experience(Money.Of(100_000_000));
        var pooled = Experience(Money.Of(5_000));

        Assert.Equal(unlimited.Cost, unlimited.Pooled);
        Assert.Equal(
            Lag(TriangleBasis.Received).Triangle.Table.Amounts.Items.Sum(row => row.Items.Sum(x => x ?? 0)),
            unlimited.Cost.Cents / 100m);
        Assert.True(pooled.Pooled < pooled.Cost && pooled.PeopleAbove > 0);
        Assert.True(pooled.Completion > 1);
        var blend = pooled.Blend;
        Assert.InRange(blend.Credibility, 0.01, 0.99);
        Assert.Equal(
            (blend.Credibility * blend.Own) + ((1 - blend.Credibility) * blend.Manual), blend.Blended, 6);
        Assert.Equal(
            pooled.Pooled.Cents / 100.0 * pooled.Completion / pooled.MemberMonths * 12, blend.Own, 6);
    }

    [Fact]
    public void Own_experience_as_a_risk_document_costs_below_the_pooling_level_what_was_blended()
    {
        var question = Question(Money.Of(5_000)) with { Manual = Money.Of(4_000) };
        var experience = new ExperienceUseCase(Employer.Books).Show(Terms, question).Value!;

        var risk = RiskReader.Read(
            ExperienceRisk.Of(experience, question, Terms.Scope.Employer, null), "risk.yaml", Severities()).Value!;

        var people = Assert.Single(risk.Members.Items);
        Assert.Equal(experience.Covered, people.Count);
        Assert.Equal(
            experience.Blend.Blended, people.Factor * people.Severity.LimitedMean(5_000 / people.Factor), 0.01);
    }

    private BooksLag Lag(TriangleBasis basis, DateOnly? day = null) => Reserves.Read(
        Terms, new BooksLagQuestion { AsOf = day ?? YearEnd, Basis = basis }).Value!;

    private BooksReserve Estimate(EmployerTerms terms, TriangleBasis basis) => Reserves.Estimate(
        terms, Lag(basis), new BooksReserveTerms { Margin = Percent.Of(10) }).Value!;

    private EmployerTerms WithBasis(int incurred, int paid) => Terms with
    {
        Policies = Terms.Policies.Items.Select(policy => policy with
        {
            Specific = policy.Specific! with { Basis = ContractBasis.OfMonths(incurred, paid, policy.Period) },
        }).ToValueList(),
    };

    private CashOutlook Forecast(DateOnly day) =>
        new CashForecastUseCase(Employer.Books).Show(Terms, new CashQuestion(day, 13, false, 1));

    private GroupExperience Experience(Money pooling) =>
        new ExperienceUseCase(Employer.Books).Show(Terms, Question(pooling)).Value!;

    private static ExperienceQuestion Question(Money pooling) =>
        new(null, YearEnd, pooling, null, Severities().Usual);

    private static ClaimSeverities Severities() => ClaimSeverityReader.Read(
        File.ReadAllText(Path.Combine(Repository.Root, "rules", "claim-severity.yaml")), "claim-severity.yaml").Value!;
}
