using Microsoft.Playwright;
using OpenAso.Kernel;

namespace OpenAso.Web.Tests;

/// <summary>What pages are on paper, and what they leave behind while they stay open.</summary>
[Collection(nameof(Browser))]
public class PaperTests(Browser browser, Site site)
{
    // Landscape A4 between its margins, and what Chromium shrinks a page by where a table is still wider.
    private const int Paper = 1030;
    private const double Shrunk = 1.25;

    private const string Wide =
        """
        paper => [...document.querySelectorAll('table')].filter(one => one.getClientRects().length > 0
            && one.getBoundingClientRect().right > paper)
          .map(one => `${Math.round(one.getBoundingClientRect().right)} of ${paper}`)
        """;

    private const string Ways =
        """
        () => [...document.querySelectorAll('header, footer, nav, button, summary, [type=search]')]
          .filter(one => one.getClientRects().length > 0).map(one => one.outerHTML.slice(0, 80))
        """;

    [Theory]
    [InlineData("employer-acme", "/employers/acme")]
    [InlineData("employer-acme", "/employers/acme/decision/comparison?level-monthly=1500")]
    [InlineData("employer-acme", "/employers/acme/reports/monthly")]
    [InlineData("employer-acme", "/employers/acme/reports/lag")]
    [InlineData("examiner", "/employers/acme/claims/waiting")]
    [InlineData("stop-loss", "/employers/acme/stop-loss/aggregate")]
    public async Task On_paper_tables_are_whole_nothing_leads_anywhere_and_the_head_says_whose_it_is(
        string name, string address)
    {
        var page = await browser.SignInAsync(site.Address, name, Paper);
        await page.GotoAsync(address);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        var head = await page.Locator(".print-head").InnerTextAsync();

        Assert.Contains("ACME Manufacturing, Inc.", head, StringComparison.Ordinal);
        Assert.Contains("Printed on 15 April 2026", head, StringComparison.Ordinal);
        Assert.Empty(await page.EvaluateAsync<string[]>(Wide, Paper * Shrunk));
        Assert.Empty(await page.EvaluateAsync<string[]>(Ways));
    }

    [Fact]
    public async Task The_figures_of_a_picture_are_printed_whether_they_were_opened_or_not()
    {
        var page = await browser.SignInAsync(site.Address, "employer-acme");
        await page.GotoAsync("/employers/acme");
        Assert.False(await page.Locator("#outlook-table table").IsVisibleAsync());

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.True(await page.Locator("#outlook-table table").IsVisibleAsync());
    }

    [Fact]
    public async Task A_comparison_on_paper_lists_its_settings_and_has_nothing_to_fill_in()
    {
        var page = await browser.SignInAsync(site.Address, "employer-acme", Paper);
        await page.GotoAsync("/employers/acme/decision/comparison");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.True(await page.Locator("#all-settings").IsVisibleAsync());
        Assert.False(await page.Locator("#design").IsVisibleAsync());
        Assert.False(await page.Locator("#permalink").IsVisibleAsync());
        // Two pictures, or one and its table, stand on a page.
        Assert.InRange((await page.Locator("img.picture").First.BoundingBoxAsync())!.Height, 200, 400);
    }

    [Fact]
    public async Task A_page_of_health_that_stays_open_is_one_look_although_it_renews_itself()
    {
        var page = await browser.SignInAsync(site.Address, "stop-loss");
        var before = site.Looks("stop-loss");
        // Each entry is a change of the books, which open pages are told of at once.
        await page.RunAndWaitForResponseAsync(
            () => page.GotoAsync("/employers/acme/stop-loss"),
            answer => answer.Request.Headers.ContainsKey("x-live"));
        await Task.Delay(700, TestContext.Current.CancellationToken);

        Assert.Equal(before + 1, site.Looks("stop-loss"));
        await page.ReloadAsync();
        Assert.Equal(before + 2, site.Looks("stop-loss"));
    }

    [Theory]
    [InlineData(3, null, "a b c")]
    [InlineData(3, "b", "a b c")]
    [InlineData(4, null, "")]
    [InlineData(4, "b", "b")]
    [InlineData(4, "x", "")]
    public void Of_many_employers_the_head_of_a_page_leads_to_the_one_that_is_looked_at(
        int count, string? here, string shown)
    {
        EmployerId[] all = [.. "abcdef"[..count].Select(letter => new EmployerId(letter.ToString()))];
        var near = Links.Near(all, here is null ? null : new EmployerId(here));
        Assert.Equal(shown, string.Join(' ', near));
    }
}
