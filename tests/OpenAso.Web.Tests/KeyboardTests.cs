using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenAso.Web.Tests;

/// <summary>Work that is done without touching a mouse.</summary>
[Collection(nameof(Browser))]
public partial class KeyboardTests(Browser browser, Site site)
{
    [Fact]
    public async Task A_claim_that_waits_is_denied_by_keyboard_only_and_leaves_the_queue()
    {
        var page = await browser.SignInAsync(site.Address, "examiner");
        var keys = page.Keyboard;
        await page.GotoAsync("/employers/acme/claims/inventory");
        await PressAsync(page, "g", "q");
        await page.ArriveAsync("**/claims/waiting");
        var links = page.Locator("main tbody th a");
        var waiting = await links.CountAsync();
        await PressAsync(page, "j");
        await Expect(links.First).ToBeFocusedAsync();
        var claim = await links.First.InnerTextAsync();

        await keys.PressAsync("Enter");
        await page.ArriveAsync(Claim());
        await PressAsync(page, "d");
        await Expect(page.Locator("#because")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await TabToAsync(page, "deny-reason");
        await keys.TypeAsync("Seen by a reviewer; see the clause. j k g q stay letters here.");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");

        await Expect(page.Locator("main")).ToContainTextAsync("j k g q stay letters here");
        await Expect(page.Locator("main strong").First).ToHaveTextAsync("Denied");
        await PressAsync(page, "n");
        await page.ArriveAsync("**/claims/waiting");
        await Expect(links).ToHaveCountAsync(waiting - 1);
        Assert.DoesNotContain(claim, await links.AllInnerTextsAsync());
    }

    [Fact]
    public async Task Parts_of_a_claim_are_reached_by_their_keys()
    {
        var page = await browser.SignInAsync(site.Address, "examiner");
        await PagesOf.OpenAsync(page, "/employers/acme/claims/waiting » main tbody th a");

        await PressAsync(page, "2");
        await Expect(page.Locator("#lines")).ToBeFocusedAsync();
        await PressAsync(page, "m");
        await Expect(page.Locator("#limits")).ToBeFocusedAsync();
        await PressAsync(page, "w");
        await Expect(page.Locator("#why")).ToHaveAttributeAsync("open", "");
        await PressAsync(page, "/");
        await Expect(page.Locator("#search")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("nothing of the kind");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/search?q=*");
        await Expect(page.Locator("main")).ToContainTextAsync("Nothing was found");
    }

    [Fact]
    public async Task A_page_is_found_by_part_of_its_name_and_a_claim_by_its_number()
    {
        var page = await browser.SignInAsync(site.Address, "examiner");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("plan");
        await Expect(page.Locator("#palette-list li[aria-selected=true]")).ToContainTextAsync("Plans");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/employers/acme/plans");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("99815d2e");
        await Expect(page.Locator("#palette-list li")).ToHaveTextAsync("Find a claim: 99815d2e");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/search?q=99815d2e");
        await Expect(page.Locator("main tbody th a").First).ToHaveTextAsync("99815d2e469a");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#palette")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task One_letter_keys_are_switched_off_and_stay_off()
    {
        var page = await browser.SignInAsync(site.Address, "examiner");
        await PressAsync(page, "?");
        await Expect(page.Locator("#keys summary")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#keys-toggle")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#keys-toggle")).ToHaveAttributeAsync("aria-pressed", "false");

        await page.GotoAsync("/employers/acme/claims/waiting");
        await PressAsync(page, "j");
        await Expect(page.Locator("main tbody th a").First).Not.ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.Locator("#palette-text")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_double_click_and_the_way_back_do_nothing_twice()
    {
        const string Note = "asked the provider for the record, once";
        var page = await browser.SignInAsync(site.Address, "examiner");
        await PagesOf.OpenAsync(page, "/employers/acme/claims/waiting » main tbody th a");
        var claim = page.Url;
        List<string> posts = [];
        page.Request += (_, request) => { if (request.Method == "POST") posts.Add(request.Url); };

        await page.Locator("#note-reason").FillAsync(Note);
        await page.Locator("#note button").DblClickAsync();
        await page.ArriveAsync(claim);
        await Expect(page.Locator("main li", new PageLocatorOptions { HasText = Note })).ToHaveCountAsync(1);
        Assert.Single(posts);

        await page.GoBackAsync();
        await page.GoForwardAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("main li", new PageLocatorOptions { HasText = Note })).ToHaveCountAsync(1);
        Assert.Single(posts);
    }

    private static async Task PressAsync(IPage page, params string[] keys)
    {
        foreach (var key in keys)
            await page.Keyboard.PressAsync(key);
    }

    private static async Task TabToAsync(IPage page, string id)
    {
        for (var step = 0; step < 5; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.id") == id)
                return;
        }
        Assert.Fail($"#{id} is not reached by Tab.");
    }

    [GeneratedRegex("/claims/[0-9a-f]{32}")]
    private static partial Regex Claim();
}
