using Microsoft.Playwright;

namespace OpenAso.Web.Tests;

[Collection(nameof(Browser))]
public class EverybodyTests(Browser browser, Site site)
{
    private static readonly string[] Addresses =
    [
        "/employers/acme", "/employers/acme/decision", "/employers/acme/decision/options",
        "/employers/acme/reports/monthly", "/employers/acme/reports/payments", "/employers/acme/reports/aggregate",
        "/employers/acme/reports/specific", "/employers/acme/reports/lag", "/employers/acme/reports/enrollment",
        "/employers/acme/reports/projection", "/employers/acme/amounts/2026-01", "/forbidden",
    ];

    private static readonly Dictionary<string, string[]> OfOthers = new()
    {
        ["finance"] =
        [
            "/payments", "/employers/acme/payments", "/employers/acme/payments/prepare",
            "/employers/acme/payments/runs/1", "/employers/acme/payments/prepared/1",
            "/employers/acme/payments/prepared/1/withdraw", "/employers/acme/plans", "/employers/acme/plans/acme-ppo",
            "/employers/acme/plans/acme-ppo/changes",
        ],
        ["supervisor"] = ["/employers/acme/payments/prepared/1/release", "/employers/acme/claims/inventory"],
        ["eligibility"] = ["/employers/acme/files", "/employers/acme/files/1"],
        ["stop-loss"] =
        [
            "/employers/acme/stop-loss", "/employers/acme/stop-loss/notices", "/employers/acme/stop-loss/filings",
            "/employers/acme/stop-loss/aggregate", "/employers/acme/stop-loss/policy",
        ],
        ["employee"] = ["/employers/acme/own", "/employers/acme/own/sharing"],
    };

    private static readonly string Check = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PageCheck.js"));

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Pages_can_be_used_by_everybody(int width, ColorScheme scheme)
    {
        var page = await browser.SignInAsync(site.Address, "employer-acme", width, scheme);
        foreach (var address in Addresses)
        {
            await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
            await KeepPictureAsync(page, address, width, scheme);
            var found = await page.EvaluateAsync<string[]>(Check);
            Assert.True(found.Length == 0, $"{address} at {width} in {scheme}:\n{string.Join('\n', found)}");
        }
    }

    [Theory]
    [InlineData("finance", 320, ColorScheme.Dark)]
    [InlineData("finance", 1280, ColorScheme.Light)]
    [InlineData("supervisor", 320, ColorScheme.Light)]
    [InlineData("supervisor", 1280, ColorScheme.Dark)]
    [InlineData("eligibility", 320, ColorScheme.Dark)]
    [InlineData("eligibility", 1280, ColorScheme.Light)]
    [InlineData("stop-loss", 320, ColorScheme.Dark)]
    [InlineData("stop-loss", 1280, ColorScheme.Light)]
    [InlineData("employee", 320, ColorScheme.Dark)]
    [InlineData("employee", 1280, ColorScheme.Light)]
    public async Task Pages_of_others_can_be_used_by_everybody(string name, int width, ColorScheme scheme)
    {
        var page = await browser.SignInAsync(site.Address, name, width, scheme);
        foreach (var address in OfOthers[name])
        {
            await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
            await KeepPictureAsync(page, address, width, scheme);
            var found = await page.EvaluateAsync<string[]>(Check);
            Assert.True(found.Length == 0, $"{address} at {width} in {scheme}:\n{string.Join('\n', found)}");
        }
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
                Path = Path.Combine(folder, $"{address.Trim('/').Replace('/', '-')}-{width}-{scheme}.png"),
                FullPage = true,
            });
    }
}
