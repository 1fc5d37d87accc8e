using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenAso.Web.Tests;

[Collection(nameof(Browser))]
public partial class EmployerPageTests(Browser browser, Site site)
{
    [Fact]
    public async Task The_first_page_moves_by_itself_when_another_process_decides_claims()
    {
        var page = await browser.SignInAsync(site.Address, "employer-acme");
        var decided = page.Locator("#tile-decided");
        var before = await decided.InnerTextAsync();
        await page.EvaluateAsync("window.wasNotLoadedAgain = true");
        await decided.FocusAsync();

        using var import = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "openaso.dll"), "import", .. site.ClaimFiles("2026-02"),
            "--employer", "acme", "--dir", site.Books,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = import.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = import.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await import.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Task.WhenAll(output, error);
        Assert.True(import.ExitCode is 0 or 1, await error);

        // The claims were decided before the process ended: from here the page has two seconds.
        await Expect(decided).Not.ToHaveTextAsync(before, new LocatorAssertionsToHaveTextOptions { Timeout = 2_000 });
        await Expect(decided).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.wasNotLoadedAgain"));
    }

    [Fact]
    public async Task Every_number_comes_down_to_pseudonymous_amounts_in_two_clicks()
    {
        var page = await browser.SignInAsync(site.Address, "employer-acme");

        await page.Locator("#tile-result").ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "January 2026" }).ClickAsync();

        await Expect(page.Locator("h1")).ToContainTextAsync("January 2026");
        var text = await page.Locator("main").InnerTextAsync();
        Assert.Matches("member-[0-9a-f]{8}", text);
        Assert.DoesNotMatch(@"(?i)diagnos|procedure|provider|\bNPI\b", text);
    }

    // Wherever figures stand: on the first page in each part that moves.
    [Theory]
    [InlineData("/employers/acme?as-of=2026-04-10", "10 April 2026", 5)]
    [InlineData("/employers/acme/reports/monthly?as-of=2026-04-10", "10 April 2026", 1)]
    [InlineData("/employers/acme/reports/payments?as-of=2026-04-10", "10 April 2026", 1)]
    [InlineData("/employers/acme/reports/aggregate?as-of=2026-04-10", "10 April 2026", 1)]
    [InlineData("/employers/acme/reports/specific?as-of=2026-04-10", "10 April 2026", 1)]
    [InlineData("/employers/acme/reports/lag?as-of=2026-04-10", "10 April 2026", 1)]
    [InlineData("/employers/acme/reports/enrollment?as-of=2026-04-10", "10 April 2026", 1)]
    [InlineData("/employers/acme/reports/projection?as-of=2026-04-10", "10 April 2026", 1)]
    [InlineData("/employers/acme/amounts/2026-01", "31 January 2026", 1)]
    public async Task Figures_say_of_which_day_they_are(string address, string day, int times)
    {
        using var employer = await site.SignedInAsync("employer-acme");
        var page = await employer.GetStringAsync(
            new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var said = AsOf().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.True(said.Count == times, $"{address}: {string.Join(" | ", said)}");
        Assert.All(said, text => Assert.Contains(day, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("employer-other", "/employers/acme")]
    [InlineData("examiner", "/employers/acme")]
    [InlineData("people-acme", "/employers/acme")]
    [InlineData("employer-other", "/employers/acme/pictures/cost-fan.svg")]
    [InlineData("employer-other", "/employers/acme/reports/monthly")]
    [InlineData("employer-other", "/employers/acme/reports/monthly.csv")]
    [InlineData("employer-other", "/employers/acme/amounts/2026-01")]
    [InlineData("employer-other", "/employers/acme/decision")]
    [InlineData("finance", "/employers/acme/decision")]
    [InlineData("finance", "/employers/acme/decision/options")]
    [InlineData("finance", "/employers/acme/pictures/tornado.svg")]
    [InlineData("finance", "/employers/acme/decision/comparison")]
    [InlineData("finance", "/employers/acme/pictures/comparison-years.svg")]
    public async Task What_is_not_open_to_somebody_is_forbidden(string name, string address)
    {
        using var client = await site.SignedInAsync(name);

        using var answer = await client.GetAsync(
            new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        var status = answer.StatusCode;
        if (status == HttpStatusCode.Redirect)
        {
            Assert.StartsWith("/forbidden", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
            using var page = await client.GetAsync(answer.Headers.Location, TestContext.Current.CancellationToken);
            status = page.StatusCode;
        }
        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task The_picture_of_the_year_brings_its_own_style_and_nothing_else()
    {
        using var client = await site.SignedInAsync("employer-acme");

        using var answer = await client.GetAsync(
            new Uri("/employers/acme/pictures/cost-fan.svg", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            "default-src 'none'; style-src 'unsafe-inline'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [GeneratedRegex("class=\"as-of\">([^<]+)<")]
    private static partial Regex AsOf();
}
