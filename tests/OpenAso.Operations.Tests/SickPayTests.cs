using OpenAso.Disability.Taxes;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.DisabilityClaims;
using OpenAso.Operations.DisabilityClaims.Statements;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Insuring;
using static OpenAso.Operations.Tests.DisabilityBooks;

namespace OpenAso.Operations.Tests;

/// <summary>Taxes of disability benefits in the books, and the statements of a year.</summary>
public sealed class SickPayTests
{
    private const string Told = "wages: [{year: 2026, social-security: 30000, medicare: 30000, unemployment: 30000}]";

    private static readonly DateOnly[] Fridays =
        [.. Enumerable.Range(0, 10).Select(week => new DateOnly(2026, 1, 23).AddDays(7 * week))];

    // Two claimants, three weeks each: 600 a week, of which 360 are taxed.
    [Fact]
    public async Task Statements_of_a_year_add_up_to_what_the_ledger_has_booked()
    {
        await using var employer = await EmployerAsync();
        await TakeAsync(employer, Claim(employer, 0, "2026-02-06", Told), Claim(employer, 1, "2026-02-06"));
        foreach (var day in Fridays[..5])
            await employer.CycleAsync(day);

        var report = Report(employer);
        Assert.Equal(2, report.Statements.Count);
        Assert.Equal(["DIS040"], report.Findings.Select(finding => finding.Code));
        var first = report.Statements[0];
        Assert.Equal(
            new WageStatementBoxes(
                Money.Of(1080), new Money(23_760), Money.Of(1080), new Money(6_696), Money.Of(1080), new Money(1_566),
                Money.Of(720), true),
            first.Boxes);
        Assert.Equal((Money.Of(1800), Money.Zero), (first.Figures.Paid, first.UnemploymentWages));
        var totals = Assert.Single(report.Totals);
        Assert.Equal(Booked(employer, "tax-withheld"), totals.Boxes.IncomeTax);
        Assert.Equal(
            Booked(employer, "fica-withheld"), totals.Boxes.SocialSecurityTax!.Value + totals.Boxes.MedicareTax!.Value);
        Assert.Equal(
            Booked(employer, "tax-issued"), Booked(employer, "tax-withheld") + Booked(employer, "fica-withheld"));
        Assert.Equal((Money.Of(2160), 2), (totals.Boxes.Wages, totals.Statements));
        Assert.Equal(Money.Zero, employer.Accounts.Normal(AccountKind.TaxesWithheld));
        Assert.Empty(Report(employer, 2025).Statements);
        employer.Prove();
    }

    [Fact]
    public async Task The_employers_part_is_paid_by_the_plan_where_the_payer_owes_it_and_is_no_benefit()
    {
        await using var employer = await ChangedAsync(
            text => text.Replace(
                "payment: employers-agent", "payment: employers-agent\nemployer-taxes: payer",
                StringComparison.Ordinal),
            specific: "125000");
        await TakeAsync(employer, Claim(employer, 0, "2026-02-06", Told));
        foreach (var day in Fridays[..5])
            await employer.CycleAsync(day);

        var part = new Money(6_696 + 1_566);
        Assert.Equal(part, employer.Accounts.Normal(AccountKind.EmployerTaxIncurred));
        Assert.Equal(Money.Of(1800), employer.Accounts.Normal(AccountKind.ShortTermIncurred));
        Assert.Equal(Money.Zero, employer.Accounts.Normal(AccountKind.TaxesWithheld));
        Assert.Equal(part, new Money(employer.Query<long>(
            "select sum(amount) from payment_item where payee_key = 'tax/federal-fica-employer'")[0]));
        var counted = employer.Books.Database.Read(connection => PaidClaimRows.All(connection, employer.Scope))
            .Where(paid => paid.Line == LineOfCoverage.ShortTermDisability).Total(paid => paid.Amount);
        Assert.Equal(Money.Of(1800), counted);
        var totals = Assert.Single(Report(employer).Totals);
        Assert.Equal((EmployerTaxes.Payer, part), (totals.Terms.EmployerTaxes, totals.EmployerTax));
        Assert.Equal(TaxFiler.Payer, SickPayFilingRules.WageStatement(totals.Terms));
        Assert.Equal(TaxFiler.Nobody, SickPayFilingRules.Recap(totals.Terms));
        employer.Prove();
    }

    // Two weeks of 600 were worth 300 each: 300 are taken back from each of the two weeks that follow. What is taxed in
    // the year is what was owed in it.
    [Fact]
    public async Task What_is_taken_back_in_the_year_takes_its_tax_with_it()
    {
        await using var employer = await EmployerAsync();
        await TakeAsync(employer, Claim(employer, 0, "2026-03-27", Told));
        foreach (var day in Fridays[..3])
            await employer.CycleAsync(day);
        await TakeAsync(employer, Claim(employer, 0, "2026-03-27", Told
            + "\nwork: [{from: 2026-01-24, to: 2026-02-06, earnings: {amount: 700, per: week}}]"));
        foreach (var day in Fridays[3..])
            await employer.CycleAsync(day);

        var statement = Assert.Single(Report(employer).Statements);
        Assert.Equal(Money.Zero, employer.Accounts.Normal(AccountKind.OverpaymentsReceivable));
        Assert.Equal(Money.Of((10 * 600) - 600), statement.Figures.Paid);
        Assert.Equal(Money.Of(3240), statement.Boxes.Wages);
        Assert.Equal(Money.Of(3240), statement.Boxes.MedicareWages);
        Assert.Equal(Money.Of(3240).Ratio(22, 100, Rounding.HalfUp), statement.Boxes.IncomeTax);
        Assert.Equal(statement.EmployeeTax!.Value.Total, statement.Figures.Fica!.Value.Total);
        Assert.Empty(statement.Findings);
        Assert.Equal(Booked(employer, "fica-withheld") - Booked(employer, "fica-reduced"),
            statement.Figures.Fica.Value.Total);
        employer.Prove();
    }

    // A second disability of the same year: one statement, and the wages that the claim received last tells of.
    [Fact]
    public async Task Several_claims_of_a_claimant_make_one_statement()
    {
        await using var employer = await EmployerAsync();
        await TakeAsync(
            employer, Claim(employer, 0, "2026-02-06", Told),
            Claim(employer, 0, "2026-05-07", Told.Replace("30000", "31000", StringComparison.Ordinal))
                .Replace("D-0", "D-9", StringComparison.Ordinal)
                .Replace("2026-01-", "2026-04-", StringComparison.Ordinal));
        foreach (var month in Enumerable.Range(1, 5))
            await employer.CycleAsync(new DateOnly(2026, month, 15).AddDays(month == 5 ? 5 : 0));

        var report = Report(employer);
        var statement = Assert.Single(report.Statements);
        Assert.Equal(["D-0", "D-9"], statement.Payee.Claims);
        Assert.Equal(Money.Of(2 * 1080), statement.Boxes.MedicareWages);
        Assert.Equal(Money.Of(31_000), statement.Besides!.Medicare);
        Assert.Equal([SickPayCodes.WagesDiffer], report.Findings.Select(finding => finding.Code));
        employer.Prove();
    }

    // Three weeks bore 22.32 of social security tax each, before it was told that the wage base is used up.
    [Fact]
    public async Task Wages_told_late_give_tax_back_to_the_claimant()
    {
        await using var employer = await EmployerAsync();
        await TakeAsync(employer, Claim(employer, 0, "2026-02-06"));
        foreach (var day in Fridays[..4])
            await employer.CycleAsync(day);
        var before = Paid(employer);
        await TakeAsync(employer, Claim(
            employer, 0, "2026-02-06", Told.Replace("30000", "190000", StringComparison.Ordinal)));
        await employer.CycleAsync(Fridays[4]);

        Assert.Equal(new Money(3 * 2_232), Booked(employer, "fica-reduced"));
        Assert.Equal(new Money(3 * 2_232), Paid(employer) - before);
        var statement = Assert.Single(Report(employer).Statements);
        Assert.Equal(
            (Money.Zero, Money.Zero), (statement.Boxes.SocialSecurityWages, statement.Boxes.SocialSecurityTax));
        Assert.Equal(new Money(1_566), statement.Boxes.MedicareTax);
        Assert.Empty(statement.Findings);
        employer.Prove();
    }

    [Fact]
    public async Task Figures_of_law_from_before_there_was_such_a_tax_withhold_none_and_the_statement_says_so()
    {
        await using var employer = await ChangedAsync(WithoutPayrollTax);
        await TakeAsync(employer, Claim(employer, 0, "2026-02-06", Told));
        await employer.CycleAsync(Fridays[0]);

        Assert.Equal([(0L, 0L, 0L)], employer.Query<(long, long, long)>(
            "select fica_wages, social_security, medicare from disability_period"));
        Assert.Equal(Money.Zero, Booked(employer, "fica-withheld"));
        Assert.Equal(["DIS042"], Report(employer).Findings.Select(finding => finding.Code));
        employer.Prove();
    }

    // 300 of each of two weeks are overpaid and taken back from the weeks after; then the tax becomes known.
    [Fact]
    public async Task What_was_paid_before_the_tax_was_known_bears_none()
    {
        await using var employer = await ChangedAsync(WithoutPayrollTax);
        await TakeAsync(employer, Claim(employer, 0, "2026-03-27", Told));
        foreach (var day in Fridays[..3])
            await employer.CycleAsync(day);
        await TakeAsync(employer, Claim(employer, 0, "2026-03-27", Told
            + "\nwork: [{from: 2026-01-24, to: 2026-02-06, earnings: {amount: 700, per: week}}]"));
        foreach (var day in Fridays[3..6])
            await employer.CycleAsync(day);
        await employer.Books.Database.WriteAsync(session => EmployerDocuments.Keep(session, employer.Terms,
        [
            new EmployerDocument(DocumentKind.DisabilityLaw, "disability", "disability.yaml",
                File.ReadAllText(Path.Combine(Repository.Root, "rules/disability.yaml"))),
        ]), cancellation: TestContext.Current.CancellationToken);
        var terms = EmployerDocuments.Load(employer.Books, employer.Scope)!;
        foreach (var day in Fridays[6..8])
            await new Paying.FundingUseCase(employer.Books).RequestAsync(terms, day);

        Assert.Equal(Money.Zero, Booked(employer, "fica-reduced"));
        // Two weeks of 360 since: the wages of those before are told, and their tax is not collected.
        Assert.Equal(Money.Of(720).Ratio(765, 10_000, Rounding.HalfUp), Booked(employer, "fica-withheld"));
        Assert.Equal("DIS043", Assert.Single(new SickPayUseCase(employer.Books).Show(terms, 2026)
            .Findings, finding => finding.Code == TaxCodes.WithheldDiffers).Code);
        employer.Prove();
    }

    [Fact]
    public async Task A_week_of_december_that_is_paid_in_january_is_said_to_belong_there()
    {
        await using var employer = await EmployerAsync();
        await TakeAsync(employer, Claim(employer, 0, "2026-12-25", Told)
            .Replace("2026-01-", "2026-12-", StringComparison.Ordinal));
        await employer.CycleAsync(new DateOnly(2027, 1, 8));

        Assert.Contains(Report(employer).Findings, finding => finding.Code == SickPayCodes.PaidInAnotherYear
            && finding.Message.Contains("2027", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_tells_wages_and_its_cells_are_no_formulas()
    {
        await using var employer = await EmployerAsync();
        var table = DisabilityClaimText.Of("claims.csv",
            "claim,received,plan,member,last,first,born,class,covered-from,last-day-worked,disabled-from,cause,"
            + "certified-through,salary,per,employer-paid,wages-paid,employee-statement,employer-statement,"
            + "physician-statement\n"
            + $"D-1,2026-01-12,sample-std,{Member(employer, 0)},=2+2,Mara,1981-04-17,all,2020-01-01,2026-01-09,"
            + "2026-01-10,sickness,2026-02-06,52000,year,60%,30000,2026-01-12,2026-01-13,2026-01-16\n");
        Assert.Empty(table.Findings);
        await new DisabilityUseCase(employer.Books).TakeAsync(employer.Terms, table.Value.Items);
        await employer.CycleAsync(Fridays[0]);

        var report = Report(employer);
        Assert.Empty(report.Findings);
        var row = SickPayTables.Statements(report).Split('\n')[1].Split(',');
        Assert.Equal(("2026", "2027-01-15", "'=2+2", "y"), (row[0], row[1], row[3], row[18]));
        Assert.Equal(SickPayTables.Totals(report).Split('\n')[0].Count(letter => letter == ','),
            SickPayTables.Totals(report).Split('\n')[1].Count(letter => letter == ','));
    }

    // Rows of books that are older than this tax were hashed without it.
    [Fact]
    public void A_row_without_the_tax_reads_as_it_did_before_there_was_one()
    {
        var amounts = new BenefitAmounts(
            Money.Of(1), Money.Of(2), Money.Of(3), Money.Of(4), Money.Of(5), Money.Of(6), Money.Of(7));

        Assert.Equal(
            "BenefitAmounts { Gross = 1.00, Offsets = 2.00, Owed = 3.00, Recovery = 4.00, Found = 5.00, "
                + "Taxable = 6.00, Withheld = 7.00, IsNothing = False }", amounts.ToString());
        Assert.Contains("Medicare = 0.01", (amounts with
        {
            Fica = new BenefitFica(Money.Zero, Money.Zero, new Money(1), Money.Zero),
        }).ToString(), StringComparison.Ordinal);
    }

    private static string WithoutPayrollTax(string text)
    {
        var from = text.IndexOf("payroll-tax:", StringComparison.Ordinal);
        return from < 0 ? text
            : text.Remove(from, text.IndexOf("claims-procedure:", StringComparison.Ordinal) - from);
    }

    private static SickPayReport Report(PaidEmployer employer, int year = 2026) =>
        new SickPayUseCase(employer.Books).Show(employer.Terms, year);

    private static Money Paid(PaidEmployer employer) => new(employer.Query<long>(
        """
        select sum(i.amount) from payment_item i join disability_period b on b.obligation = i.claim
        where i.payee_key like 'subscriber/%'
        """)[0]);

    private static Money Booked(PaidEmployer employer, string word) => new(employer.Query<long?>(
        $"select sum(amount) from transfer where key like '{word}:%'")[0] ?? 0);

    private static Task<PaidEmployer> ChangedAsync(Func<string, string> changed, string? specific = null) =>
        EmployerAsync(specific, change: documents =>
        {
            for (var at = 0; at < documents.Count; at++)
                documents[at] = documents[at] with { Content = changed(documents[at].Content) };
        });

    private static Task<DisabilityIntake> TakeAsync(PaidEmployer employer, params string[] claims) =>
        new DisabilityUseCase(employer.Books).TakeAsync(
            employer.Terms, [.. claims.Select(claim => new DisabilityClaimText("claim.yaml", claim))]);

    private static string Claim(PaidEmployer employer, int number, string certified, string more = "") =>
        DisabilityBooks.Claim(employer, certified, more, Member(employer, number), $"D-{number}");
}
