using Dapper;
using OpenAso.Disability.Deciding;
using OpenAso.Disability.Leave;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.DisabilityClaims;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Verifying;
using OpenAso.Tests.Postgres;
using static OpenAso.Operations.Tests.DisabilityBooks;

namespace OpenAso.Operations.Tests;

/// <summary>What stands beside disability benefits in the books: others that pay back, late news, payroll, insurers,
/// leave.</summary>
public sealed class DisabilityBesideTests
{
    // The plan pays 600 a week from 17 January; weeks end on Fridays.
    private static readonly DateOnly[] Fridays =
        [.. Enumerable.Range(0, 10).Select(week => new DateOnly(2026, 1, 23).AddDays(7 * week))];

    private const string Award =
        "other-income: [{kind: workers-compensation, from: 2026-01-10, per: week, amount: 400, known: 2026-02-09}]\n";

    // Three weeks are paid when the award of 400 a week becomes known: 1,200 are found. 300 of them come off the fourth
    // and fifth week (half of 200 each is 100) before the carrier agrees to 700 and bears 300 no more.
    [Fact]
    public async Task What_a_carrier_agrees_to_is_its_debt_and_not_the_claimants_and_nothing_is_recovered_twice()
    {
        await using var employer = await EmployerAsync();
        await TakeAsync(employer, Claim(employer, "2026-03-27"));
        foreach (var day in Fridays[..3])
            await employer.CycleAsync(day);
        await TakeAsync(employer, Claim(employer, "2026-03-27", Award), new DateOnly(2026, 2, 9));
        await employer.CycleAsync(Fridays[3]);
        Assert.Equal(Money.Of(1200 - 100), employer.Accounts.Normal(AccountKind.OverpaymentsReceivable));

        var recoveries = Award + "recoveries: [{of: workers-compensation, from: carrier, "
            + "asserted: {day: 2026-02-10, amount: 1000}, agreed: {day: 2026-02-18, amount: 700, attorneys-share: 200, "
            + "compromise: 100}{0}}]\n";
        await TakeAsync(employer, Claim(employer, "2026-03-27", recoveries.Replace("{0}", "",
            StringComparison.Ordinal)), new DateOnly(2026, 2, 18));
        await employer.CycleAsync(Fridays[4]);
        Assert.Equal(Money.Of(700), employer.Accounts.Normal(AccountKind.ThirdPartiesReceivable));
        // 1,100 less 700 and 300 are 100, of which the fifth week takes all.
        Assert.Equal(Money.Zero, employer.Accounts.Normal(AccountKind.OverpaymentsReceivable));

        var fund = employer.Accounts.Normal(AccountKind.EmployerFund);
        await TakeAsync(employer, Claim(employer, "2026-03-27", recoveries.Replace(
            "{0}", ", received: [{day: 2026-02-25, amount: 700}]", StringComparison.Ordinal)),
            new DateOnly(2026, 2, 25));
        await employer.RequestAsync(Fridays[5]);
        Assert.Equal(Money.Zero, employer.Accounts.Normal(AccountKind.ThirdPartiesReceivable));
        Assert.Equal(fund + Money.Of(700), employer.Accounts.Normal(AccountKind.EmployerFund));
        employer.Prove();
    }

    [Theory]
    [InlineData("update disability_recovery set amount = amount + 1 where number = 1", "hash of what was booked")]
    [InlineData("delete from disability_recovery where number = 1", "differs by")]
    public async Task A_changed_cent_of_what_others_owe_is_found(string change, string message)
    {
        await using var employer = await EmployerAsync();
        await TakeAsync(employer, Claim(employer, "2026-03-27", Award + "recoveries: [{of: workers-compensation, "
            + "from: settlement, asserted: {day: 2026-02-10, amount: 1000}, "
            + "received: [{day: 2026-02-12, amount: 500}]}]\n"));
        foreach (var day in Fridays[..5])
            await employer.CycleAsync(day);
        employer.Prove();
        await employer.Books.Database.WriteAsync(
            session => session.Connection.Execute(change), cancellation: TestContext.Current.CancellationToken);

        Assert.Contains(
            new VerifyUseCase(employer.Books).Run(employer.Scope).Discrepancies.Items,
            one => one.ToString().Contains(message, StringComparison.Ordinal));
    }

    // Told on a Monday after four payments: decided at once with all of it, and in the books step by step.
    [Theory]
    [InlineData("work", "work: [{from: 2026-01-24, to: 2026-02-06, earnings: {amount: 700, per: week}{0}}]\n")]
    [InlineData("return", "work: [{from: 2026-02-02, full: yes{0}}]\n")]
    [InlineData("denied", "work: [{from: 2026-01-12, full: yes{0}}]\n")]
    [InlineData("withdrawn", "certifications: [{from: 2026-01-10, to: 2026-03-27, withdrawn-from: 2026-01-31{0}}]\n")]
    [InlineData("salary", "other-income: [{kind: salary-continuation, from: 2026-01-24, to: 2026-02-02, per: week, "
        + "amount: 600{0}}]\n")]
    public async Task News_by_day_come_to_the_same_in_the_room_and_in_the_books(string news, string text)
    {
        Assert.NotEmpty(news);
        await using var employer = await EmployerAsync();
        await TakeAsync(employer, Claim(employer, "2026-03-27"));
        foreach (var day in Fridays[..4])
            await employer.CycleAsync(day);
        var told = Claim(employer, "2026-03-27", text.Replace("{0}", "", StringComparison.Ordinal));
        await TakeAsync(employer, told, new DateOnly(2026, 2, 16));
        foreach (var day in Fridays[4..])
            await employer.CycleAsync(day);
        employer.Prove();

        var dated = Claim(employer, "2026-03-27", text.Replace(
            "{0}", ", known: 2026-02-16", StringComparison.Ordinal));
        var schedule = Assess(dated, employer).Schedule!;
        var rows = employer.Query<(long Owed, long Recovery, long Found)>(
            "select owed, recovery, found from disability_period");
        Assert.Equal(schedule.Overpayments.Items.Total(one => one.Amount), new Money(rows.Sum(row => row.Found)));
        Assert.Equal(
            schedule.Payments.Items.Total(payment => payment.Recovery), new Money(rows.Sum(row => row.Recovery)));
        Assert.Equal(
            schedule.Payments.Items.Total(payment => payment.Paid),
            new Money(rows.Sum(row => row.Owed - row.Recovery + row.Found)));
        var atOnce = Assess(told, employer).Schedule;
        Assert.Equal(
            atOnce?.Payments.Items.Total(payment => payment.Paid) ?? Money.Zero,
            schedule.Payments.Items.Total(payment => payment.Paid) - schedule.Open.Items.Total(year => year.Amount));
    }

    [Fact]
    public async Task A_claim_that_waits_for_the_spread_of_a_settlement_leaves_what_was_paid_alone()
    {
        await using var employer = await EmployerAsync();
        await TakeAsync(employer, Claim(employer, "2026-03-27"));
        foreach (var day in Fridays[..3])
            await employer.CycleAsync(day);
        var taken = await TakeAsync(employer, Claim(employer, "2026-03-27",
            "other-income: [{kind: workers-compensation, from: 2026-01-10, lump-sum: 20000, known: 2026-02-09}]\n"));
        await employer.CycleAsync(Fridays[3]);

        Assert.Equal(["lump-sum-spread-unknown"], Assert.Single(taken.Taken).Reasons.Items);
        Assert.Equal(Money.Of(1800), employer.Accounts.Normal(AccountKind.ShortTermIncurred));
        employer.Prove();
    }

    [Fact]
    public async Task Payroll_is_advised_and_nothing_of_it_is_asked_for_or_paid_by_the_plan()
    {
        await using var employer = await PayingByAsync("advice-to-pay");
        await TakeAsync(employer, Claim(employer, "2026-03-27"));
        await employer.CycleAsync(Fridays[1]);
        Assert.Empty(employer.Query<string>("select claim from disability_period"));

        var use = new AdviceUseCase(employer.Books);
        var advice = await use.AdviseAsync(employer.Terms, Fridays[1]);
        Assert.Equal((2, Money.Of(1200)), (advice.Benefits.Count, advice.Amount));
        Assert.Equal(advice.Benefits, (await use.AdviseAsync(employer.Terms, Fridays[1])).Benefits);
        Assert.Contains("2026-01-30,D-1,", AdviceFile.Of(advice), StringComparison.Ordinal);
        Assert.Equal(Money.Zero, employer.Accounts.Normal(AccountKind.ShortTermIncurred));
        Assert.Null(await use.PaidAsync(employer.Terms, Fridays[2], Fridays[2]));
        Assert.Equal(Fridays[1], (await use.PaidAsync(employer.Terms, Fridays[1], Fridays[1]))!.Paid);

        // What payroll paid and is not owed is taken back from what it is advised next.
        await TakeAsync(employer, Claim(
            employer, "2026-03-27", "work: [{from: 2026-01-24, to: 2026-02-06, earnings: {amount: 700, per: week}}]\n"),
            Fridays[2]);
        var next = await use.AdviseAsync(employer.Terms, Fridays[2]);
        Assert.Equal(Money.Of(300), next.Benefits.Items.Total(one => one.Booked.Amounts.Found));
        Assert.Equal(
            (Money.Of(1200) + next.Amount, Money.Of(1200)),
            (Beside(employer, Fridays[2]).Advised, Beside(employer, Fridays[2]).PaidByPayroll));
        employer.Prove();
    }

    [Fact]
    public async Task A_claim_under_an_insured_plan_is_decided_and_nothing_of_it_is_booked()
    {
        await using var employer = await PayingByAsync("insured");
        var taken = await TakeAsync(employer, Claim(employer, "2026-03-27"));
        foreach (var day in Fridays[..3])
            await employer.CycleAsync(day);

        Assert.Equal(DecisionOutcome.Approved, Assert.Single(taken.Taken).Outcome);
        Assert.Empty(employer.Query<string>("select claim from disability_period"));
        Assert.Equal(1, Beside(employer, Fridays[2]).Insured);
        Assert.Empty((await new AdviceUseCase(employer.Books).AdviseAsync(employer.Terms, Fridays[2])).Benefits);
        employer.Prove();
    }

    // Two weeks of an earlier claim leave ten of the twelve.
    [Fact]
    public async Task Leave_that_another_claim_of_the_same_person_took_is_used_already()
    {
        await using var employer = await EmployerAsync();
        const string leave = "protected-leave: {method: rolling-back, employed-since: 2020-01-01, hours-worked: 1800, "
            + "employees: 120, used: none, schedule: {monday: 8, tuesday: 8, wednesday: 8, thursday: 8, friday: 8}}\n";
        await TakeAsync(employer, Claim(employer, "2026-06-30", leave));
        var use = new DisabilityClaimUseCase(employer.Books);
        Assert.Equal(12, use.Show(employer.Terms, "D-1", null)!.Assessment.Leave!.WeeksTaken);

        await TakeAsync(employer, Claim(employer, "2025-12-14")
            .Replace("D-1", "D-0", StringComparison.Ordinal)
            .Replace("2026-01-10", "2025-12-01", StringComparison.Ordinal)
            .Replace("2026-01-09", "2025-11-30", StringComparison.Ordinal));

        var count = use.Show(employer.Terms, "D-1", null)!.Assessment.Leave!;
        Assert.Equal((LeaveStanding.Protected, 10m), (count.Standing, count.WeeksTaken));
        Assert.Null(use.Show(employer.Terms, "nobody", null));
    }

    [Fact]
    public async Task Both_databases_keep_the_same_rows_of_others_and_of_payroll()
    {
        var address = PostgresTestServer.NewDatabase();
        try
        {
            var file = await StoryAsync(null);
            Assert.Contains("disability_recovery|", file, StringComparison.Ordinal);
            Assert.Contains("disability_advice_paid|", file, StringComparison.Ordinal);
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
        await TakeAsync(employer, Claim(employer, "2026-03-27", Award + "recoveries: [{of: workers-compensation, "
            + "from: settlement, asserted: {day: 2026-02-10, amount: 1000}, "
            + "received: [{day: 2026-02-12, amount: 500}]}]\n"));
        foreach (var day in Fridays[..5])
            await employer.CycleAsync(day);
        var own = employer.Everything();
        await using var advised = await PayingByAsync("advice-to-pay");
        await TakeAsync(advised, Claim(advised, "2026-03-27"));
        await new AdviceUseCase(advised.Books).AdviseAsync(advised.Terms, Fridays[1]);
        await new AdviceUseCase(advised.Books).PaidAsync(advised.Terms, Fridays[1], Fridays[1]);
        employer.Prove();
        return own + advised.Everything();
    }

    private static DisabilityAssessment Assess(string claim, PaidEmployer employer)
    {
        var basis = employer.Terms.Disability!;
        var plan = basis.Plan("sample-std")!;
        return DisabilityAssessment.Of(
            Disability.Claims.DisabilityClaimReader.Read(claim, "claim.yaml").Value!, plan, basis.Law, null);
    }

    private static DisabilityBeside Beside(PaidEmployer employer, DateOnly day) =>
        new PositionUseCase(employer.Books).Show(employer.Terms, day).Disability.Items
            .Single(line => line.Line == LineOfCoverage.ShortTermDisability).Beside;

    private static Task<PaidEmployer> PayingByAsync(string payment) =>
        EmployerAsync(change: documents =>
        {
            var at = documents.FindIndex(document => document.File.EndsWith("std.yaml", StringComparison.Ordinal));
            documents[at] = documents[at] with
            {
                Content = documents[at].Content.Replace(
                    "payment: employers-agent", $"payment: {payment}", StringComparison.Ordinal),
            };
        });
}
