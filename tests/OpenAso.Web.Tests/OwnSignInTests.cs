using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpenAso.Operations.Access;
using static Microsoft.Playwright.Assertions;

namespace OpenAso.Web.Tests;

/// <summary>Somebody keeps the own sign-in, in a browser.</summary>
[Collection(nameof(Browser))]
public sealed class OwnSignInTests(Browser browser, Site site)
{
    private const string Next = "another lamp for the gulls";

    [Fact]
    public async Task An_authenticator_is_set_up_and_asked_for_and_the_password_is_changed()
    {
        await site.AccountAsync("own.sign-in");
        var page = await browser.OpenAsync();
        await EnterAsync(page, "own.sign-in", Site.Password);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Your sign-in" }).ClickAsync();
        await page.ArriveAsync("**/own-sign-in");
        var begin = Form(page, "begin");
        await begin.GetByLabel("Present password").FillAsync(Site.Password);
        await begin.GetByRole(AriaRole.Button).ClickAsync();
        var secret = await page.Locator("#secret").InnerTextAsync();
        Assert.Empty(await EverybodyTests.FoundAsync(page, "/own-sign-in-begun", "own.sign-in"));

        // The step of time before this one's, so that there are others to come for the clock that stands still.
        await page.GetByLabel("Code that your authenticator shows").FillAsync(Code(secret, -1));
        await Button(page, "Ask for codes from now on").DblClickAsync();
        await Expect(page.Locator(".taken")).ToContainTextAsync("Your authenticator is set up");
        Assert.DoesNotContain(secret, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(await EverybodyTests.FoundAsync(page, "/own-sign-in-protected", "own.sign-in"));

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign out" }).ClickAsync();
        await page.ArriveAsync("**/sign-in");
        await FillAsync(page, "own.sign-in", Site.Password);
        await page.GetByLabel("Code of your authenticator").FillAsync(Code(secret, 0));
        await Button(page, "Sign in").ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Your sign-in" }).ClickAsync();

        var change = Form(page, "password");
        await change.GetByLabel("Present password").FillAsync(Site.Password);
        await change.GetByLabel("New password", new LocatorGetByLabelOptions { Exact = true }).FillAsync(Next);
        await change.GetByLabel("New password, once more").FillAsync(Next);
        await Button(page, "Change the password").DblClickAsync();
        await Expect(page.Locator(".taken")).ToContainTextAsync("Your password is changed");

        var other = await browser.OpenAsync();
        await EnterAsync(other, "own.sign-in", Next, leaves: false);
        await Expect(other.GetByLabel("Code of your authenticator")).ToBeVisibleAsync();
    }

    private static ILocator Form(IPage page, string handler) =>
        page.Locator("main form").Filter(new LocatorFilterOptions
        {
            Has = page.Locator($"input[name=_handler][value={handler}]"),
        });

    private static ILocator Button(IPage page, string name) =>
        page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name });

    private async Task EnterAsync(IPage page, string name, string password, bool leaves = true)
    {
        await page.GotoAsync(new Uri(site.Address, "/sign-in").ToString());
        await FillAsync(page, name, password);
        if (leaves)
            await page.ArriveAsync(new Regex("^(?!.*sign-in)"));
    }

    private static async Task FillAsync(IPage page, string name, string password)
    {
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
        await Button(page, "Sign in").ClickAsync();
    }

    private static string Code(string secret, int later) => Authenticator.Code(
        Authenticator.Bytes(secret), new Noon().GetUtcNow().ToUnixTimeSeconds() / 30 + later, 6);
}
