using System.Globalization;
using OpenAso.Kernel;
using OpenAso.Operations.Reporting;
using OpenAso.Operations.Reporting.Tables;

namespace OpenAso.Web.Tests;

[Collection(nameof(Browser))]
public class ReportTests(Site site)
{
    [Fact]
    public async Task A_file_says_what_it_is_and_holds_every_row()
    {
        using var client = await site.SignedInAsync("employer-acme");

        var lines = (await TextAsync(client, "/employers/acme/reports/enrollment.csv?as-of=2026-01-31")).Split('\n');

        Assert.Equal("report,employer,as-of", lines[0]);
        Assert.Equal("enrollment,acme,2026-01-31", lines[1]);
        Assert.Equal("month,line,tier,employees", lines[3]);
        Assert.All(lines[4..^1], line => Assert.StartsWith("2026-01,", line, StringComparison.Ordinal));
        Assert.NotEmpty(lines[4..^1]);
    }

    [Fact]
    public async Task A_plan_year_is_held_against_the_premium_at_which_insurance_would_cost_the_same()
    {
        using var client = await site.SignedInAsync("employer-acme");

        var lines = (await TextAsync(client, "/employers/acme/reports/insured.csv?as-of=2026-01-31")).Split('\n');

        var names = lines[3].Split(',');
        var year = names.Zip(lines[4].Split(',')).ToDictionary(
            one => one.First, one => one.Second, StringComparer.Ordinal);
        decimal Of(string name) => decimal.Parse(year[name], CultureInfo.InvariantCulture);
        Assert.Equal("2026", year["plan-year"]);
        Assert.Equal("no", year["complete-year"]);
        Assert.True(Of("incurred") > 0);
        Assert.Equal(Of("incurred") + Of("fees") + Of("premium") - Of("recoverable"), Of("own-cost"));
        Assert.Equal(
            Math.Round(Of("own-cost") / Of("member-months"), 2, MidpointRounding.AwayFromZero), Of("break-even"));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public void A_text_that_a_spreadsheet_would_compute_is_guarded_and_an_amount_below_zero_is_not(string text)
    {
        var report = new ReportTable(
            "payments", new DateOnly(2026, 1, 31), [new ReportColumn("payee"), new ReportColumn("amount")],
            [new ReportRow([new ReportCell.Text(text), new ReportCell.Amount(Money.Of(-5))])]);

        Assert.EndsWith($"'{text},-5.00\n", ReportCsv.Of(report, new EmployerId("acme")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Amounts_of_single_people_are_left_out_below_eleven_people(int people, bool isSuppressed) =>
        Assert.Equal(
            isSuppressed, new PaidAmounts(new Month(2026, 1), null, people, Money.Zero, []).IsSuppressed);

    [Fact]
    public async Task Payees_are_named_to_those_who_pay_and_never_to_the_employer()
    {
        using var employer = await site.SignedInAsync("employer-acme");
        using var finance = await site.SignedInAsync("finance");
        const string Register = "/employers/acme/reports/payments.csv";

        Assert.DoesNotContain("payee", await TextAsync(employer, Register), StringComparison.Ordinal);
        Assert.DoesNotContain("provider/", await TextAsync(employer, Register), StringComparison.Ordinal);
        var named = (await TextAsync(finance, Register)).Split('\n');
        Assert.Equal("payment,run,day,payee,payee-name,amount,paid-so-far", named[3]);
        Assert.Contains("provider/", named[4], StringComparison.Ordinal);
        Assert.NotEmpty(named[4].Split(',')[4]);
    }

    [Fact]
    public async Task Whoever_may_see_claims_comes_from_an_amount_to_its_claim_and_an_employer_does_not()
    {
        const string Month = "/employers/acme/amounts/2026-01";
        using var employer = await site.SignedInAsync("employer-acme");
        using var supervisor = await site.SignedInAsync("supervisor");
        var looks = site.Looks("supervisor");

        var page = await TextAsync(supervisor, Month);

        Assert.DoesNotContain("/claims/", await TextAsync(employer, Month), StringComparison.Ordinal);
        Assert.Equal(looks + 1, site.Looks("supervisor"));
        var way = System.Text.RegularExpressions.Regex.Match(page, "/employers/acme/claims/[0-9a-f]{32}").Value;
        Assert.Contains(way[^32..], await TextAsync(supervisor, way), StringComparison.Ordinal);
    }

    private static Task<string> TextAsync(HttpClient client, string address) =>
        client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
