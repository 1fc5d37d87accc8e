using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenAso.Web.Tests;

/// <summary>What goes wrong between a reader and the server: it is said, and there is a way on.</summary>
[Collection(nameof(Browser))]
public class ConnectionTests(Browser browser, Site site)
{
    [Fact]
    public async Task A_lost_connection_is_shown_and_mends_itself()
    {
        await using var cable = new Cable(site.Address);
        var page = await browser.SignInAsync(cable.Address, "employer-acme");
        var lost = page.Locator("#live-lost");
        await Expect(lost).ToBeHiddenAsync();

        await cable.CutAsync();
        await Expect(lost).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 10_000 });
        await Expect(page.Locator("#tile-decided")).ToBeVisibleAsync();

        cable.Mend();
        await Expect(lost).ToBeHiddenAsync(new LocatorAssertionsToBeHiddenOptions { Timeout = 20_000 });
    }

    [Fact]
    public async Task An_expired_session_says_so_and_leads_back_to_where_one_was()
    {
        const string Where = "/employers/acme/reports/monthly?as-of=2026-02-28";
        var page = await browser.SignInAsync(site.Address, "employer-acme");
        await page.Context.ClearCookiesAsync();

        await page.GotoAsync(Where);
        await Expect(page.Locator("#session-ended")).ToContainTextAsync("your session has ended");
        await SignInAsync(page);

        await page.ArriveAsync($"**{Where}");
        await Expect(page.Locator("#as-of")).ToHaveValueAsync("2026-02-28");
    }

    [Fact]
    public async Task A_page_that_stays_open_says_that_its_session_has_ended()
    {
        await using var cable = new Cable(site.Address);
        var page = await browser.SignInAsync(cable.Address, "employer-acme");
        await page.GotoAsync("/employers/acme/reports/lag");
        await Expect(page.Locator("#live-ended")).ToBeHiddenAsync();

        await page.Context.ClearCookiesAsync();
        await cable.CutAsync();
        cable.Mend();

        await Expect(page.Locator("#live-ended")).ToBeVisibleAsync(
            new LocatorAssertionsToBeVisibleOptions { Timeout = 20_000 });
        await Expect(page.Locator("#live-lost")).ToBeHiddenAsync();
        await page.Locator("#live-ended a").ClickAsync();
        await SignInAsync(page);
        await page.ArriveAsync("**/employers/acme/reports/lag");
    }

    [Fact]
    public async Task What_is_sent_after_the_session_ended_changes_nothing_and_leads_to_sign_in()
    {
        var page = await browser.SignInAsync(site.Address, "examiner");
        await PagesOf.OpenAsync(page, "/employers/acme/claims/waiting » main tbody th a");
        var claim = page.Url;
        await page.Locator("#note-reason").FillAsync("typed before the session ended");
        await page.Context.ClearCookiesAsync();

        await page.Locator("#note button").ClickAsync();
        await Expect(page.Locator("#session-ended")).ToContainTextAsync("nothing was changed");
        await SignInAsync(page, "examiner");

        await page.ArriveAsync($"{claim}/work");
        await page.GotoAsync(claim);
        await Expect(page.Locator("main")).Not.ToContainTextAsync("typed before the session ended");
    }

    [Fact]
    public async Task A_page_that_is_not_open_to_somebody_says_so_and_leads_on()
    {
        var page = await browser.SignInAsync(site.Address, "finance");

        await page.GotoAsync("/employers/acme/claims/waiting");
        await Expect(page.Locator("h1")).ToHaveTextAsync("This is not open to you");
        Assert.DoesNotContain("ACM", await page.ContentAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "To the first page" }).ClickAsync();
        await page.ArriveAsync("**/employers/acme");
    }

    private static async Task SignInAsync(IPage page, string name = "employer-acme")
    {
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(Site.Password);
        await page.GetByLabel("Password").PressAsync("Enter");
    }
}
