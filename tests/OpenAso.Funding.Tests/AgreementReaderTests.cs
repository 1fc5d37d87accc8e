using OpenAso.Documents;
using OpenAso.Kernel;

namespace OpenAso.Funding.Tests;

public class AgreementReaderTests
{
    [Fact]
    public void The_agreement_of_acme_says_what_its_clauses_say()
    {
        var acme = Agreements.Acme;
        var terms = acme.AsOf(new DateOnly(2026, 6, 1))!;

        Assert.Equal(
            ("acme", "summit-benefits", "USD"), (acme.Employer.Value, acme.Administrator.Value, acme.Currency));
        Assert.Equal(PlanYear.Calendar, acme.Year);
        Assert.Equal(["acme-ppo", "acme-hdhp", "acme-dental", "acme-std", "acme-ltd"],
            terms.Lines.Items.SelectMany(line => line.Plans.Items).Select(plan => plan.Value));
        Assert.Equal("97-0000101", terms.Employer.Ein);
        Assert.Equal("45402", terms.Employer.Address.PostalCode);
        Assert.Equal(new FundingTerms(new ClauseId("5.1"), RequestFrequency.Weekly, 3,
            new TargetBalance(Money.Of(60_000), Percent.None, 0), false), terms.Funding);
        Assert.Equal(SurplusUse.CarriedForward, terms.Surplus.Use);
    }

    [Theory]
    [InlineData("acme")]
    [InlineData("birch")]
    public void Every_plan_that_is_offered_lies_beside_the_agreement(string employer)
    {
        var agreement = employer == "acme" ? Agreements.Acme : Agreements.Birch;

        var plans = agreement.Segments.SelectMany(terms => terms.Lines.Items).SelectMany(line => line.Plans.Items);
        var documents = Directory.EnumerateFiles(
                Path.Combine(Agreements.Root, "plans", employer), "*.yaml", SearchOption.AllDirectories)
            .Select(File.ReadAllText).ToList();
        Assert.All(plans, plan => Assert.Contains(documents, text =>
            text.Contains($"\n  id: {plan}\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_disability_counts_employees_who_are_not_enrolled_in_it()
    {
        var read = Agreements.Parse(
            ("dental: {clause: 2.2, plans: acme-dental}",
                "dental: {clause: 2.2, plans: acme-dental, counts: every-employee}"));

        Assert.Null(read.Value);
        var finding = Assert.Single(read.Findings);
        Assert.Equal(FundingCodes.CountsEverybody, finding.Code);
        Assert.Contains("dental counts those who are enrolled in it", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_provision_of_the_agreements_cites_a_clause_with_words() =>
        Assert.All(Agreements.Acme.Segments.Concat(Agreements.Birch.Segments), terms =>
        {
            var cited = terms.Lines.Items.Select(line => line.Clause)
                .Concat(terms.Fees.Items.Select(fee => fee.Clause))
                .Concat(terms.Budget.Items.Select(budget => budget.Clause))
                .Concat(terms.Contributions.Items.Select(shared => shared.Clause))
                .Append(terms.Funding.Clause).Append(terms.Surplus.Clause);
            Assert.All(cited, id => Assert.NotEmpty(terms.Clauses.Items.Single(clause => clause.Id == id).Text));
        });

    [Fact]
    public void The_agreement_of_birch_has_a_july_year_and_new_fees_in_its_second()
    {
        var birch = Agreements.Birch;
        Money Fee(DateOnly day) => birch.AsOf(day)!.Fees[0].Amounts.EmployeeOnly;

        Assert.Equal(new PlanYear(7, 1), birch.Year);
        Assert.Equal(Agreements.Amount("46.00"), Fee(new DateOnly(2026, 6, 30)));
        Assert.Equal(Agreements.Amount("47.40"), Fee(new DateOnly(2026, 7, 1)));
        Assert.Equal("3.60", birch.AsOf(new DateOnly(2026, 7, 1))!.Fees[1].Amounts.Family.ToString());
        Assert.Contains("$47.40", birch.AsOf(new DateOnly(2027, 1, 1))!.Clauses.Items
            .Single(clause => clause.Id.Value == "3.1").Text, StringComparison.Ordinal);
        Assert.Null(birch.AsOf(new DateOnly(2027, 7, 1)));
    }

    [Fact]
    public void Claims_are_paid_through_the_run_out_and_not_after()
    {
        Assert.Equal(new DateOnly(2027, 12, 30), Agreements.Birch.PaidThrough);
        Assert.NotNull(Agreements.Birch.PayingOn(new DateOnly(2027, 12, 30)));
        Assert.Null(Agreements.Birch.PayingOn(new DateOnly(2027, 12, 31)));
        Assert.Null(Agreements.Birch.PayingOn(new DateOnly(2025, 6, 30)));
    }

    [Theory]
    [InlineData("  clause: 5.1\n  request", "  clause: 5.9\n  request", FundingCodes.ClauseMissing, "'5.9'")]
    [InlineData("last: 2028-12-31", "last: 2025-12-31", FundingCodes.Dates, "before the first")]
    [InlineData("year-starts: 01-01", "year-starts: 02-30", FundingCodes.YearStart, "07-01")]
    [InlineData("ein: 97-0000101", "ein: 970000101", FundingCodes.NotAnEin, "12-3456789")]
    [InlineData("plans: acme-dental", "plans: acme-ppo", FundingCodes.PlanOfferedTwice, "'acme-ppo'")]
    [InlineData("  dental: {clause: 2.2, plans: acme-dental}", "", FundingCodes.LineNotOffered, "dental")]
    [InlineData("per: once", "per: once\n    line: medical", FundingCodes.FeeLine, "Take its line out")]
    [InlineData("employee-month\n    line: dental", "employee-month", FundingCodes.FeeLine, "line: medical")]
    [InlineData("currency: USD", "currency: Dollar", FundingCodes.NotACurrency, "USD")]
    [InlineData("  setup:", "  setup_fee:", FundingCodes.TooLong, "'setup_fee'")]
    [InlineData("request: weekly", "request: weekley", DocumentCodes.NotAChoice, "'weekly'")]
    [InlineData("  dental:\n    clause: 4.2", "  dentel:\n    clause: 4.2", DocumentCodes.NotAChoice, "'dental'")]
    [InlineData("pay-beyond-funds: no", "pay-beyond-fund: no", DocumentCodes.UnknownKey, "'pay-beyond-funds'")]
    [InlineData("bank-account: ", "stop-loss: stop-loss.yaml\nbank-account: ", DocumentCodes.UnknownKey, "stop-loss")]
    [InlineData("employee-only: 31.00, ", "", DocumentCodes.MissingKey, "employee-only")]
    [InlineData("amount: 38.50", "amount: -38.50", DocumentCodes.OutOfRange, "-38.50")]
    public void A_fault_is_named_with_its_mend_and_nothing_is_taken(
        string old, string changed, string code, string says)
    {
        var parsed = Agreements.Parse((old, changed));

        Assert.Null(parsed.Value);
        var findings = parsed.Findings.Items.Where(finding => finding.Code == code).ToList();
        Assert.Contains(findings, finding => finding.Message.Contains(says, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.True(finding.Place.Line > 0, finding.ToString()));
    }

    [Fact]
    public void A_line_without_a_budget_is_a_warning()
    {
        var parsed = Agreements.Parse(
            (Between("  dental:\n    clause: 6.2", "  short-term-disability:\n    clause: 6.3"), ""));

        Assert.NotNull(parsed.Value);
        Assert.Equal(FundingCodes.NoBudget, Assert.Single(parsed.Findings).Code);
    }

    [Fact]
    public void An_agreement_that_offers_nothing_is_refused() => Assert.Contains(
        FundingCodes.NothingOffered,
        Agreements.Parse((Between("lines:\n", "\nfees:"), "lines: {}\n"))
            .Findings.Items.Select(finding => finding.Code));

    [Theory]
    [InlineData("first: 2026-01-01", FundingCodes.Dates)]
    [InlineData("first: 2029-01-01", FundingCodes.Dates)]
    [InlineData("first: 2027-01-01\n    employer: {id: birch}", FundingCodes.PartyChanged)]
    [InlineData("first: 2027-01-01\n    agreement: {currency: CAD}", DocumentCodes.UnknownKey)]
    public void An_amendment_that_cannot_be_is_refused(string amendment, string code)
    {
        var parsed = Agreements.Parse(("bank-account:", $"amendments:\n  - {amendment}\n\nbank-account:"));

        Assert.Null(parsed.Value);
        Assert.Contains(code, parsed.Findings.Items.Select(finding => finding.Code));
    }

    [Fact]
    public void An_empty_file_is_a_finding_and_not_a_failure()
    {
        Assert.Null(AgreementReader.Read("", "empty.yaml").Value);
        Assert.Null(AgreementReader.Read("agreement: 5", "wrong.yaml").Value);
        Assert.Null(AgreementReader.Read("employer: 5\nlines: [a]\nfees: x\nfunding: []", "wrong.yaml").Value);
    }

    // Whatever is cut away, reading answers with a value or with findings.
    [Fact]
    public void A_document_cut_off_anywhere_never_throws()
    {
        var text = Agreements.Text("plans/birch/agreement.yaml");
        for (var length = 0; length < text.Length; length += 13)
        {
            var parsed = AgreementReader.Read(text[..length], "cut.yaml");
            Assert.True(parsed.Value is not null || parsed.Findings.Count > 0);
        }
    }

    [Fact]
    public void Every_code_is_documented_once()
    {
        var codes = typeof(FundingCodes).GetFields().Select(field => (string)field.GetValue(null)!).ToList();
        var documented = Agreements.Text("docs/findings-funding.md").Split('\n')
            .Where(line => line.StartsWith("| FND", StringComparison.Ordinal))
            .Select(line => line[2..8]);

        Assert.Equal(codes.Order(StringComparer.Ordinal), documented);
    }

    private static string Between(string first, string last)
    {
        var text = Agreements.Text("plans/acme/agreement.yaml");
        var start = text.IndexOf(first, StringComparison.Ordinal);
        return text[start..text.IndexOf(last, start, StringComparison.Ordinal)];
    }
}
