using Dapper;
using OpenAso.Disability.Deciding;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.DisabilityClaims;
using OpenAso.Operations.Forecasting;
using OpenAso.Operations.Insuring;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Verifying;
using OpenAso.StopLoss.Policies;
using OpenAso.Tests.Postgres;
using static OpenAso.Operations.Tests.DisabilityBooks;

namespace OpenAso.Operations.Tests;

/// <summary>Disability benefits go the way of claims: funded, paid, taken back, proved.</summary>
public sealed class DisabilityTests
{
    private static readonly DateOnly[] Fridays =
        [.. Enumerable.Range(0, 10).Select(week => new DateOnly(2026, 1, 23).AddDays(7 * week))];

    [Fact]
    public async Task A_certified_week_is_asked_for_and_paid_to_the_claimant_less_tax_to_the_authority()
    {
        await using var employer = await EmployerAsync();
        var before = (await employer.RequestAsync(new DateOnly(2026, 1, 16)))!;
        var taken = await TakeAsync(employer, Claim(employer, "2026-02-06"));

        Assert.Equal(DecisionOutcome.Approved, Assert.Single(taken.Taken).Outcome);
        var request = (await employer.RequestAsync(Fridays[0]))!;
        Assert.Contains(request.Lines.Items, line =>
            (line.Plan.Value, line.Line, line.Count, line.Amount)
            == ("sample-std", LineOfCoverage.ShortTermDisability, 3, Money.Of(600)));
        Assert.DoesNotContain(before.Lines.Items, line =>
            (line.Purpose, line.Line) == (FundingPurpose.Claims, LineOfCoverage.ShortTermDisability));
        await employer.ReceiveAsync("wire", Fridays[0], request.Amount);
        await employer.ReceiveAsync("more", Fridays[0], before.Amount);
        var run = await employer.PayAsync(Fridays[0]);
        // 1,000 a week, 60 % of it; 60 % paid by the employer is taxable, 22 % of that is withheld, and 7.65 %.
        Assert.Contains(run.Payments.Items, payment =>
            payment.Payee.ToString() == "tax/federal-income" && payment.Amount == Cents(7920));
        Assert.Contains(run.Payments.Items, payment =>
            payment.Payee.ToString() == "tax/federal-fica" && payment.Amount == Cents(2754));
        Assert.Contains(run.Payments.Items, payment => payment.Obligations.Items.Any(obligation =>
            obligation.Line == LineOfCoverage.ShortTermDisability && obligation.Amount == Cents(49326)));
        Assert.Equal(Money.Zero, employer.Accounts.Normal(AccountKind.TaxesWithheld));
        employer.Prove();
    }

    [Fact]
    public async Task Weeks_are_booked_once_however_often_the_employer_is_asked()
    {
        await using var employer = await EmployerAsync();
        await TakeAsync(employer, Claim(employer, "2026-02-06"));
        foreach (var day in Fridays[..5])
            await employer.CycleAsync(day);

        Assert.Equal(3, employer.Query<long>("select count(*) from disability_period")[0]);
        Assert.Equal(Money.Of(1800), employer.Accounts.Normal(AccountKind.ShortTermIncurred));
        employer.Prove();
    }

    [Fact]
    public async Task Benefits_count_against_the_budget_of_every_employee_and_in_the_surplus()
    {
        await using var employer = await EmployerAsync();
        await TakeAsync(employer, Claim(employer, "2026-02-06"));
        foreach (var day in Fridays[..3])
            await employer.CycleAsync(day);

        var position = new PositionUseCase(employer.Books).Show(employer.Terms, Fridays[2]);
        var employees = employer.Query<long>(
            "select count(distinct family) from coverage where first_day <= '2026-01-01' and last_day >= '2026-01-01'");
        var january = position.Budget.Rows.Items.Single(row =>
            row.Month == new Month(2026, 1) && row.Line == LineOfCoverage.ShortTermDisability);
        Assert.Equal(Money.Of(44 * employees[0]), january.Expected);
        Assert.Equal(Money.Of(1800), position.Budget.Rows.Items
            .Where(row => row.Line == LineOfCoverage.ShortTermDisability).Total(row => row.Paid));
        Assert.Equal(position.Budget.Paid, position.Surplus.ClaimsPaid);
        Assert.Equal(position.Disability.Items.Total(line => line.Paid), Money.Of(1800));
        var months = employer.Books.Database.Read(connection =>
            Reporting.MonthlyCosts.Read(connection, employer.Terms, Fridays[2]));
        Assert.Equal(Money.Of(1800), months.Items.Total(month => month.PaidFor(LineOfCoverage.ShortTermDisability)));
        var fees = employer.Query<long>(
            "select sum(units * rate) from fee where fee = 'short-term-disability-administration'");
        Assert.Equal(2 * 210 * employees[0], fees[0]);
    }

    [Fact]
    public async Task The_forecast_holds_what_is_booked_and_what_is_certified_week_by_week()
    {
        await using var employer = await EmployerAsync();
        await TakeAsync(employer, Claim(employer, "2026-02-06"));
        await employer.RequestAsync(Fridays[0]);

        var outlook = new CashForecastUseCase(employer.Books).Show(
            employer.Terms, new CashQuestion(Fridays[0], 4, BackTest: false, Seed: 1));
        Assert.Equal(
            [Money.Of(1200), Money.Of(600), Money.Zero, Money.Zero], outlook.Schedule.Disability.Items);
        Assert.Equal(
            outlook.Schedule.Fees.Items.Total() + outlook.Schedule.Premium.Items.Total() + Money.Of(1800),
            outlook.Schedule.Fixed(4));
        Assert.Contains(outlook.Findings.Items, finding => finding.Code == "FCT006"
            && finding.Message.Contains("The budget expects", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_is_not_enrolled_waits_until_the_enrolment_comes()
    {
        await using var employer = await EmployerAsync();
        var (family, people) = employer.Families().OrderBy(one => one.Key.Value, StringComparer.Ordinal).First();
        var stranger = people.Subscriber! with { MemberId = "STRANGER" };
        var taken = await TakeAsync(employer, Claim(employer, "2026-02-06", member: "STRANGER"));
        await employer.CycleAsync(Fridays[0]);

        Assert.Equal(DecisionOutcome.Pended, Assert.Single(taken.Taken).Outcome);
        Assert.Equal("DIS032", Assert.Single(taken.Findings).Code);
        Assert.Empty(employer.Query<string>("select claim from disability_period"));
        await employer.EnrollAsync(new Members.Family(
            family, [stranger, .. people.People.Items.Where(person => person.Number != stranger.Number)]));
        await employer.CycleAsync(Fridays[1]);
        Assert.Equal(2, employer.Query<string>("select claim from disability_period").Count);
        employer.Prove();
    }

    [Fact]
    public async Task Work_told_late_makes_what_was_paid_an_overpayment_that_later_benefits_pay_back_at_the_plans_rate()
    {
        await using var employer = await EmployerAsync();
        await TakeAsync(employer, Claim(employer, "2026-03-27"));
        foreach (var day in Fridays[..3])
            await employer.CycleAsync(day);
        var paid = employer.Accounts.Normal(AccountKind.ShortTermIncurred);
        // From 24 January on somebody worked for 800 a week: 1,000 of earnings less 800 leave 200 of benefits.
        await TakeAsync(employer, Claim(
            employer, "2026-03-27",
            "work: [{from: 2026-01-24, to: 2026-02-06, earnings: {amount: 700, per: week}}]"));
        await employer.CycleAsync(Fridays[3]);

        Assert.Equal(Money.Of(1800), paid);
        var found = Money.Of(2 * 300);
        Assert.Equal(found, employer.Accounts.Normal(AccountKind.OverpaymentsReceivable)
            + new Money(employer.Query<long>("select sum(recovery) from disability_period")[0]));
        foreach (var day in Fridays[4..])
            await employer.CycleAsync(day);
        Assert.Equal(Money.Zero, employer.Accounts.Normal(AccountKind.OverpaymentsReceivable));
        Assert.Equal(
            [30000L, 30000L],
            employer.Query<long>("select recovery from disability_period where recovery <> 0 order by number"));
        employer.Prove();
    }

    [Fact]
    public async Task What_is_told_before_it_is_paid_lowers_the_payment()
    {
        await using var employer = await EmployerAsync();
        await TakeAsync(employer, Claim(employer, "2026-02-06"));
        await employer.RequestAsync(Fridays[0]);
        await TakeAsync(employer, Claim(
            employer, "2026-02-06", "work: [{from: 2026-01-17, to: 2026-02-06, earnings: {amount: 700, per: week}}]"));
        await employer.ReceiveAsync("wire", Fridays[1], Money.Of(100_000));
        await employer.CycleAsync(Fridays[1]);

        Assert.Equal(Money.Of(600), employer.Accounts.Normal(AccountKind.ShortTermIncurred));
        Assert.Equal(Money.Zero, employer.Accounts.Normal(AccountKind.OverpaymentsReceivable));
        employer.Prove();
    }

    [Fact]
    public async Task A_row_of_the_table_says_what_its_document_says()
    {
        await using var employer = await EmployerAsync();
        var table = DisabilityClaimText.Of("claims.csv",
            "claim,received,plan,member,last,first,born,class,covered-from,last-day-worked,disabled-from,cause,"
            + "certified-through,salary,per,employer-paid,employee-statement,employer-statement,physician-statement\n"
            + $"D-1,2026-01-12,sample-std,{Member(employer)},Holt,Mara,1981-04-17,all,2020-01-01,2026-01-09,"
            + "2026-01-10,sickness,2026-02-06,52000,year,60%,2026-01-12,2026-01-13,2026-01-16\n");
        Assert.Empty(table.Findings);
        await new DisabilityUseCase(employer.Books).TakeAsync(employer.Terms, table.Value.Items);
        await employer.CycleAsync(Fridays[0]);

        Assert.Equal((60000L, 7920L), Assert.Single(
            employer.Query<(long, long)>("select owed, withheld from disability_period")));
        employer.Prove();
    }

    [Theory]
    [InlineData("update disability_period set owed = owed + 1 where number = 1", "what was booked")]
    [InlineData("update disability_claim set content = replace(content, '52000', '52001')", "hash of its content")]
    [InlineData("update transfer set amount = amount + 1 where key like 'short-term-incurred:%'", "moves")]
    [InlineData("delete from disability_period where number = 2", "is owed for the benefit")]
    public async Task A_changed_cent_is_found(string change, string message)
    {
        await using var employer = await EmployerAsync();
        await TakeAsync(employer, Claim(employer, "2026-02-06"));
        foreach (var day in Fridays[..4])
            await employer.CycleAsync(day);
        employer.Prove();
        await employer.Books.Database.WriteAsync(
            session => session.Connection.Execute(change), cancellation: TestContext.Current.CancellationToken);

        Assert.Contains(
            new VerifyUseCase(employer.Books).Run(employer.Scope).Discrepancies.Items,
            one => one.ToString().Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Weekly_income_counts_under_the_aggregate_where_the_policy_names_its_line()
    {
        await using var employer = await EmployerAsync(specific: "125000");
        await TakeAsync(employer, Claim(employer, "2026-02-06"));
        foreach (var day in Fridays[..4])
            await employer.CycleAsync(day);
        var policy = employer.Terms.Policies[0];
        var wider = policy with
        {
            Aggregate = policy.Aggregate! with
            {
                Lines = [LineOfCoverage.Medical, LineOfCoverage.ShortTermDisability],
            },
        };

        Assert.Equal(Money.Zero, Counted(employer, policy));
        Assert.Equal(Money.Of(1800), Counted(employer, wider));
        employer.Prove();
    }

    private static Money? Counted(PaidEmployer employer, StopLossPolicy policy) => employer.Books.Database.Read(
        connection => StopLossBooks.FromScratch(connection, employer.Terms, policy, Fridays[3])).Position()
        .Aggregate?.Eligible;

    [Fact]
    public async Task Both_databases_keep_the_same_rows()
    {
        var address = PostgresTestServer.NewDatabase();
        try
        {
            var file = await StoryAsync(null);
            Assert.Contains("disability_period|", file, StringComparison.Ordinal);
            Assert.Equal(file, await StoryAsync(address));
        }
        finally
        {
            PostgresTestServer.Drop(address);
        }
    }

    private static async Task<string> StoryAsync(string? postgres)
    {
        await using var employer = await EmployerAsync(postgres: postgres);
        await TakeAsync(employer, Claim(employer, "2026-03-27"));
        await employer.CycleAsync(Fridays[1]);
        await TakeAsync(employer, Claim(
            employer, "2026-03-27", "work: [{from: 2026-01-24, to: 2026-02-06, earnings: {amount: 700, per: week}}]"));
        await employer.CycleAsync(Fridays[4]);
        employer.Prove();
        return employer.Everything();
    }

    private static Money Cents(long cents) => new(cents);
}
