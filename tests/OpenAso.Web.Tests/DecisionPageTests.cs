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

    [Fact]
    public async Task The_comparison_follows_the_premium_that_is_entered_and_its_address_holds_it()
    {
        var page = await browser.SignInAsync(site.Address, "employer-acme");
        await page.GotoAsync("/employers/acme/decision/comparison", Read);
        var insured = page.Locator("#ahead tbody tr").First.Locator("td").Nth(3);
        var own = page.Locator("#ahead tbody tr").First.Locator("td").First;
        var picture = page.Locator("#answer img").First;
        var (before, ownBefore, drawn) = (
            await insured.InnerTextAsync(), await own.InnerTextAsync(), await picture.GetAttributeAsync("src"));

        await page.Locator("#premium").FillAsync("999.99");

        await Expect(insured).Not.ToHaveTextAsync(before, new LocatorAssertionsToHaveTextOptions { Timeout = 60_000 });
        var entered = await insured.InnerTextAsync();
        await Expect(own).ToHaveTextAsync(ownBefore);
        await Expect(picture).Not.ToHaveAttributeAsync("src", drawn!);
        await Expect(page).ToHaveURLAsync(Premium());
        var address = await page.Locator("#permalink").GetAttributeAsync("href");

        var other = await browser.SignInAsync(site.Address, "employer-acme");
        await other.GotoAsync(address!, Read);
        await Expect(other.Locator("#ahead tbody tr").First.Locator("td").Nth(3)).ToHaveTextAsync(entered);
        Assert.Equal("999.99", await other.Locator("#premium").InputValueAsync());
        Assert.Equal(address, await other.Locator("#permalink").GetAttributeAsync("href"));
    }

    [Fact]
    public async Task A_laser_and_a_plan_design_change_the_answer_and_stand_in_the_address()
    {
        var page = await browser.SignInAsync(site.Address, "employer-acme");
        await page.GotoAsync("/employers/acme/decision?lasers=yes&aggregate=no", Read);
        var worst = page.Locator("#answer .tile").Nth(2).Locator("dd");
        var before = await worst.InnerTextAsync();

        await page.Locator("summary").Filter(new LocatorFilterOptions { HasText = "Lasers" }).ClickAsync();
        await page.Locator("input[name^='laser.']").First.FillAsync("900000");
        await Expect(worst).Not.ToHaveTextAsync(before, new LocatorAssertionsToHaveTextOptions { Timeout = 60_000 });
        var lasered = await worst.InnerTextAsync();
        await page.Locator("summary").Filter(new LocatorFilterOptions { HasText = "Acme PPO" }).ClickAsync();
        await page.Locator("[name='plan.acme-ppo.deductible']").FillAsync("4000");

        await Expect(page.Locator("#plan-design tbody tr")).ToHaveCountAsync(
            2, new LocatorAssertionsToHaveCountOptions { Timeout = 60_000 });
        await Expect(worst).Not.ToHaveTextAsync(lasered);
        var (designed, table) = (await worst.InnerTextAsync(), await page.Locator("#plan-design").InnerTextAsync());
        var address = await page.Locator("#permalink").GetAttributeAsync("href");
        Assert.Matches(@"laser\.member-[0-9a-f]{8}=900000", address);
        Assert.Contains("plan.acme-ppo.deductible=4000", address, StringComparison.Ordinal);
        await page.GotoAsync(address!, Read);
        Assert.Equal(designed, await worst.InnerTextAsync());
        Assert.Equal(table, await page.Locator("#plan-design").InnerTextAsync());
        Assert.Equal("4000", await page.Locator("[name='plan.acme-ppo.deductible']").InputValueAsync());
    }

    [GeneratedRegex(@"[?&]premium=999\.99")]
    private static partial Regex Premium();

    [GeneratedRegex(@"[?&]specific=\d+")]
    private static partial Regex Specific();

    [GeneratedRegex(@"[?&]insured-premium=300000")]
    private static partial Regex Insured();

    [Fact]
    public async Task A_picture_on_a_narrow_screen_is_moved_sideways_and_not_made_too_small_to_read()
    {
        var page = await browser.SignInAsync(site.Address, "employer-acme", width: 320);
        await page.GotoAsync("/employers/acme/decision/comparison");

        Assert.True((await page.Locator("img.picture").First.BoundingBoxAsync())!.Width >= 640);
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}
