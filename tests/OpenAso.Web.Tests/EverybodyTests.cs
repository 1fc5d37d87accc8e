using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenAso.Web.Tests;

[Collection(nameof(Browser))]
public partial class EverybodyTests(Browser browser, Site site)
{
    private static readonly string Check = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PageCheck.js"));

    private static AxeRunOptions Rules { get; } = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
    };

    private static AxeRunOptions OfColours { get; } = new()
    {
        RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block"),
    };

    // Widths show and hide parts; light and dark change colours alone, and all else is asked once for each width.
    private static readonly (int Width, ColorScheme Scheme, AxeRunOptions Rules)[] Looks =
    [
        (320, ColorScheme.Light, Rules), (320, ColorScheme.Dark, OfColours),
        (1280, ColorScheme.Dark, Rules), (1280, ColorScheme.Light, OfColours),
    ];

    [Theory]
    [MemberData(nameof(PagesOf.Names), MemberType = typeof(PagesOf))]
    public async Task Pages_can_be_used_by_everybody(string name)
    {
        var page = await browser.SignInAsync(site.Address, name);
        await PagesOf.LeavePicturesOutAsync(page);
        List<string> found = [];
        foreach (var address in PagesOf.All[name])
        {
            await PagesOf.OpenAsync(page, address);
            found.AddRange(await FoundAsync(page, address, name));
        }
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_can_use_the_page_to_do_so()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(new Uri(site.Address, "/employers/acme").ToString());
        Assert.Empty(await FoundAsync(page, "/sign-in", "nobody"));
    }

    [Fact]
    public async Task The_list_of_pages_that_is_opened_by_keyboard_can_be_used_by_everybody()
    {
        var page = await browser.SignInAsync(site.Address, "employer-acme");
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.Locator("#palette-text")).ToBeFocusedAsync();
        Assert.Empty(await FoundAsync(page, "/palette", "employer-acme"));
    }

    // In light and dark, narrow and wide: the same page, which only its style changes.
    internal static async Task<List<string>> FoundAsync(IPage page, string address, string name)
    {
        List<string> found = [];
        foreach (var (width, scheme, rules) in Looks)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await KeepPictureAsync(page, $"{name}{address}", width, scheme);
            var axe = (await page.RunAxe(rules)).Violations.SelectMany(rule => rule.Nodes.Select(node =>
                $"{rule.Id}: {rule.Help}: {node.Html}"));
            found.AddRange((await page.EvaluateAsync<string[]>(Check)).Concat(axe)
                .Select(what => $"{name} {address} at {width} in {scheme}: {what}"));
        }
        return found;
    }

    [Fact]
    public async Task What_has_the_focus_of_the_keyboard_is_seen_in_the_order_of_the_page()
    {
        var page = await browser.SignInAsync(site.Address, "employer-acme");
        List<float> tops = [];
        for (var step = 0; step < 12; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.NotEqual("none", await page.EvaluateAsync<string>(
                "getComputedStyle(document.activeElement).outlineStyle"));
            tops.Add(await page.EvaluateAsync<float>(
                "document.activeElement.getBoundingClientRect().top + scrollY"));
        }
        Assert.All(tops.Zip(tops.Skip(1)), pair => Assert.True(pair.Second > pair.First - 30, string.Join(' ', tops)));
    }

    [Fact]
    public async Task A_broken_page_is_found_out()
    {
        var page = await browser.SignInAsync(site.Address, "employer-acme");
        await page.SetContentAsync("<p>grey</p><input id='x'><table><tr><td>1</td></tr></table>");

        var found = await page.EvaluateAsync<string[]>(Check);

        var axe = await page.RunAxe(Rules);

        Assert.Contains("label", axe.Violations.Select(rule => rule.Id));
        Assert.Contains("#x has no label.", found);
        Assert.Contains("A table has no headers.", found);
        Assert.Contains("There is not exactly one first heading.", found);
    }

    // For eyes: OPENASO_SCREENSHOTS names a folder.
    private static async Task KeepPictureAsync(IPage page, string address, int width, ColorScheme scheme)
    {
        if (Environment.GetEnvironmentVariable("OPENASO_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(folder, $"{Name().Replace(address, "-")}-{width}-{scheme}.png"),
                FullPage = true,
            });
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex Name();
}
