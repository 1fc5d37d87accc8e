using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenAso.Web.Tests;

[Collection(nameof(Browser))]
public partial class DecisionPageTests(Browser browser, Site site)
{
    // Pictures come later, and the page does not wait for them.
    private static readonly PageGotoOptions Read = new() { WaitUntil = WaitUntilState.DOMContentLoaded };

    [Fact]
    public async Task The_answer_follows_the_slider_and_the_address_holds_it()
    {
        var page = await browser.SignInAsync(site.Address, "employer-acme");
        await page.GotoAsync("/employers/acme/decision", Read);
        var premium = page.Locator("#answer .tile").Nth(1).Locator("dd");
        var before = await premium.InnerTextAsync();

        await page.Locator("#specific").FocusAsync();
        for (var step = 0; step < 10; step++)
            await page.Keyboard.PressAsync("ArrowRight");

        await Expect(page.Locator("#answer[aria-busy]")).ToHaveCountAsync(
            0, new LocatorAssertionsToHaveCountOptions { Timeout = 60_000 });
        await Expect(premium).Not.ToHaveTextAsync(before);
        await Expect(page).ToHaveURLAsync(Specific());
        var after = await premium.InnerTextAsync();
        await page.ReloadAsync(new PageReloadOptions
        {
            WaitUntil = WaitUntilState.DOMContentLoaded,
            Timeout = 120_000,
        });
        Assert.Equal(after, await premium.InnerTextAsync());
    }

    [Fact]
    public async Task Without_the_script_the_form_computes()
    {
        var page = await browser.SignInAsync(site.Address, "employer-acme");
        await page.RouteAsync("**/decision.js", route => route.AbortAsync());
        await page.GotoAsync("/employers/acme/decision?insured-premium=400000", Read);

        await page.Locator("#insured-premium").FillAsync("300000");
        await page.Locator("#insured-premium").PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(Insured());
        await Expect(page.Locator("#answer")).ToContainTextAsync("%");
    }

    [GeneratedRegex(@"[?&]specific=\d+")]
    private static partial Regex Specific();

    [GeneratedRegex(@"[?&]insured-premium=300000")]
    private static partial Regex Insured();
}
