using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenAso.Web.Tests;

/// <summary>An administrator keeps accounts, in a browser.</summary>
[Collection(nameof(Browser))]
public sealed class AccountTests(Browser browser, Site site)
{
    [Fact]
    public async Task Somebody_gets_an_account_works_with_it_and_is_led_to_sign_in_when_it_is_ended()
    {
        var administrator = await browser.SignInAsync(site.Address, "administrator");
        await administrator.Keyboard.PressAsync("g");
        await administrator.Keyboard.PressAsync("u");
        await administrator.ArriveAsync("**/administration/accounts");
        await administrator.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "New account" }).ClickAsync();
        await administrator.GetByLabel("Name to sign in with").FillAsync("ann.lee");
        await administrator.GetByLabel("Name of the person").FillAsync("Ann Lee");
        await administrator.GetByLabel("Role").SelectOptionAsync("examiner");
        await Button(administrator, "Make the account").DblClickAsync();
        var password = await administrator.Locator("#password-shown").InnerTextAsync();
        Assert.Equal(20, password.Length);
        await administrator.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "To the account" })
            .ClickAsync();
        await Expect(administrator.Locator("main")).ToContainTextAsync("Ann Lee");
        Assert.DoesNotContain(password, await administrator.ContentAsync(), StringComparison.Ordinal);

        var ann = await browser.OpenAsync();
        await ann.GotoAsync(new Uri(site.Address, "/sign-in").ToString());
        await ann.GetByLabel("Name").FillAsync("ann.lee");
        await ann.GetByLabel("Password").FillAsync(password);
        await Button(ann, "Sign in").ClickAsync();
        await ann.ArriveAsync("**/employers/acme/claims/waiting");

        await administrator.GotoAsync("/administration/sessions");
        await Expect(administrator.Locator("main")).ToContainTextAsync("ann.lee");
        await administrator.GotoAsync("/administration/accounts?q=Ann");
        await administrator.Locator("tbody a").First.ClickAsync();
        await administrator.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "End the account" })
            .ClickAsync();
        await Button(administrator, "End the account for good").ClickAsync();
        await Expect(administrator.Locator("main")).ToContainTextAsync("ended on 15 April 2026");

        await ann.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = new Regex("^Plans") }).First
            .ClickAsync();
        await ann.ArriveAsync("**/sign-in*");
        await Expect(ann.Locator("#session-ended")).ToBeVisibleAsync();
        await administrator.GotoAsync("/administration/access-log?action=KeepAccount");
        await Expect(administrator.Locator("tbody tr").First).ToContainTextAsync("ann.lee: ended");
        await Expect(administrator.Locator("tbody tr").First).ToContainTextAsync("administrator");
    }

    [Theory]
    [InlineData("examiner", "/administration/accounts")]
    [InlineData("auditor", "/administration/accounts/examiner")]
    [InlineData("employer-acme", "/administration/sessions")]
    [InlineData("supervisor", "/administration/access-log")]
    public async Task Accounts_are_closed_to_whoever_does_not_keep_them(string name, string address)
    {
        using var client = await site.SignedInAsync(name);
        using var answer = await client.GetAsync(
            new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.StartsWith("/forbidden", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    private static ILocator Button(IPage page, string name) =>
        page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name });
}
