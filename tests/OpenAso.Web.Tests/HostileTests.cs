using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpenAso.Tests.Files;
using static Microsoft.Playwright.Assertions;

namespace OpenAso.Web.Tests;

/// <summary>What people do who are in a hurry, lose their connection, or mean harm: nothing is done twice, nothing is
/// run that was typed, and there is a way on.</summary>
[Collection(nameof(Browser))]
public partial class HostileTests(Browser browser, Site site)
{
    private const string Harm =
        "<script>window.harmed=1</script>\"'><img src=x onerror=window.harmed=1>=cmd|' /C calc'!A0 \u202Eback\u202C";

    private const string Claim = "/employers/acme/claims/waiting » main tbody th a";

    // Fills what a form asks for and switches off what only a browser checks.
    private const string Fill =
        """
        ([form, text]) => {
          const one = document.querySelector(form);
          one.noValidate = true;
          for (const field of one.querySelectorAll('input, textarea')) {
            field.removeAttribute('maxlength');
            if (field.matches('textarea, input:not([type]), input[type=text], input[type=search]')) field.value = text;
          }
          // Nobody is denied: no reason is chosen, and that is said.
          for (const field of one.querySelectorAll('select'))
            field.selectedIndex = form === '#deny' ? 0 : field.options.length - 1;
        }
        """;

    [Theory]
    [InlineData("examiner", Claim, "#release")]
    [InlineData("examiner", Claim, "#deny")]
    [InlineData("examiner", Claim, "#note")]
    [InlineData("eligibility", "/employers/acme/files", "main form[method=post]")]
    [InlineData("stop-loss", "/employers/acme/stop-loss/filings » a[href*='filings/write']", "main form[method=post]")]
    [InlineData("spouse", "/employers/acme/own/sharing", "main form[method=post]")]
    public async Task A_form_is_sent_once_however_often_its_button_is_clicked(
        string account, string address, string form)
    {
        var page = await browser.SignInAsync(site.Address, account);
        await PagesOf.OpenAsync(page, address);
        await page.EvaluateAsync(Fill, new[] { form, "in a hurry" });
        var sent = 0;
        // The answer takes its time, and nothing comes of it.
        await page.RouteAsync("**", async route =>
        {
            if (route.Request.Method != "POST")
            {
                await route.ContinueAsync();
                return;
            }
            Interlocked.Increment(ref sent);
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<p>answered</p>" });
        });

        await page.Locator($"{form} button[type=submit]").First.ClickAsync(
            new LocatorClickOptions { ClickCount = 3 });

        await Expect(page.GetByText("answered")).ToBeVisibleAsync();
        Assert.Equal(1, sent);
    }

    [Theory]
    [InlineData("examiner", Claim, "#release")]
    [InlineData("examiner", Claim, "#deny")]
    [InlineData("examiner", Claim, "#note")]
    [InlineData("examiner", "/employers/acme/claims/waiting", "main form[method=get]")]
    [InlineData("examiner", "/search?q=x", "form:has(#search)")]
    [InlineData("finance", "/employers/acme/payments/prepare", "main form[method=get]")]
    [InlineData("employer-acme", "/employers/acme/reports/payments", "main form[method=get]")]
    [InlineData("stop-loss", "/employers/acme/stop-loss/notices", "main form[method=post]")]
    [InlineData("stop-loss", "/employers/acme/stop-loss/filings » a[href*='filings/write']", "main form[method=post]")]
    [InlineData("spouse", "/employers/acme/own/sharing", "main form[method=post]:has(#street)")]
    public async Task What_is_typed_is_never_run_and_is_shown_as_it_was_typed(
        string account, string address, string form)
    {
        var page = await browser.SignInAsync(site.Address, account);
        foreach (var text in new[] { Harm, Harm + new string('x', 10_000) })
        {
            await PagesOf.OpenAsync(page, address);
            // A page without the form has nothing to type into: the test would say nothing.
            await Expect(page.Locator(form).First).ToBeAttachedAsync();
            await page.EvaluateAsync(Fill, new[] { form, text });
            var answered = page.WaitForResponseAsync(answer => answer.Request.IsNavigationRequest
                && answer.Status is not (302 or 303));
            await page.EvaluateAsync(
                "form => (f => f.requestSubmit(f.querySelector('[type=submit]')))(document.querySelector(form))", form);
            var answer = await answered;
            Assert.True(answer.Status is 200 or 400 or 404 or 414, $"{text.Length} characters: {answer.Status}");
            // More than an address may hold.
            if (answer.Status == 414)
                continue;
            var html = await answer.TextAsync();
            Assert.DoesNotContain("<script>window.harmed", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
            await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
            Assert.False(await page.EvaluateAsync<bool>("'harmed' in window"));
            await Expect(page.Locator("h1")).ToHaveCountAsync(1);
        }
        if (address.EndsWith("sharing", StringComparison.Ordinal))
            await page.GetByRole(
                AriaRole.Button, new PageGetByRoleOptions { Name = "Others may be told again" }).ClickAsync();
    }

    [Fact]
    public async Task A_note_that_means_harm_is_read_as_it_was_typed()
    {
        var page = await browser.SignInAsync(site.Address, "examiner");
        await PagesOf.OpenAsync(page, Claim);
        var claim = page.Url;
        await page.Locator("#note-reason").FillAsync($"once {Harm}");
        await page.Locator("#note button").ClickAsync();
        await page.ArriveAsync(claim);
        await Expect(page.Locator(
            "main li", new PageLocatorOptions { HasText = "once <script>window.harmed=1</script>" }))
            .ToHaveCountAsync(1);
        Assert.False(await page.EvaluateAsync<bool>("'harmed' in window"));
    }

    [Fact]
    public async Task A_claim_is_found_opened_and_released_by_keyboard_only_and_sent_again_changes_nothing()
    {
        await TakeInAsync("HST-1", 4711);
        var page = await browser.SignInAsync(site.Address, "examiner");
        var keys = page.Keyboard;
        // The first page may be the queue itself, and then nobody could tell when it has come.
        await page.GotoAsync("/employers/acme/claims/inventory");
        await keys.PressAsync("g");
        await keys.PressAsync("q");
        await page.ArriveAsync("**/claims/waiting");
        var links = page.Locator("main tbody th a");
        var waiting = await links.CountAsync();
        await ChooseAsync(page, waiting);
        await keys.PressAsync("Enter");
        await page.ArriveAsync(ClaimPage());
        var claim = page.Url;
        IRequest? posted = null;
        page.Request += (_, request) => posted = request.Method == "POST" ? request : posted;

        await keys.PressAsync("a");
        await AnswerAsync(page);
        await keys.PressAsync("Enter");

        await page.ArriveAsync($"{claim}-2");
        await Expect(page.Locator("#release")).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await Expect(page.Locator("#release")).ToHaveCountAsync(0);
        var again = await page.APIRequest.PostAsync(posted!.Url, new APIRequestContextOptions
        {
            Headers = new Dictionary<string, string> { ["Content-Type"] = posted.Headers["content-type"] },
            DataByte = posted.PostDataBuffer,
            MaxRedirects = 0,
        });
        Assert.Equal(200, again.Status);
        Assert.Contains("role=\"alert\"", await again.TextAsync(), StringComparison.Ordinal);
        var none = await page.APIRequest.GetAsync($"{claim}-3");
        Assert.Equal(404, none.Status);
        await page.GotoAsync("/employers/acme/claims/waiting");
        await Expect(links).ToHaveCountAsync(waiting - 1);
    }

    [Fact]
    public async Task What_is_sent_while_the_connection_is_lost_is_not_done_and_can_be_sent_when_it_is_back()
    {
        const string Note = "typed while the connection was lost";
        await using var cable = new Cable(site.Address);
        var page = await browser.SignInAsync(cable.Address, "examiner");
        await PagesOf.OpenAsync(page, Claim);
        var claim = page.Url;
        var kept = page.Locator("main li", new PageLocatorOptions { HasText = Note });
        await page.Locator("#note-reason").FillAsync(Note);
        await cable.CutAsync();
        await page.Locator("#note button").ClickAsync();
        await Expect(page.Locator("#note")).ToHaveCountAsync(0);

        cable.Mend();
        await page.GotoAsync(claim);
        await Expect(kept).ToHaveCountAsync(0);
        await page.Locator("#note-reason").FillAsync(Note);
        await page.Locator("#note button").ClickAsync();
        await page.ArriveAsync(claim);
        await Expect(kept).ToHaveCountAsync(1);
    }

    // A claim of somebody who is covered, with a procedure that has no price.
    private async Task TakeInAsync(string number, int control)
    {
        var spouse = await browser.SignInAsync(site.Address, "spouse");
        await spouse.GotoAsync("/employers/acme/own");
        var letter = await spouse.Locator("#letters ~ ul a").First.GetAttributeAsync("href");
        var file = OneClaim.File(Member().Match(letter!).Value, number, control)
            .Replace("60601*1200", "60301*1200", StringComparison.Ordinal)
            .Replace("D8*20260520", "D8*20260220", StringComparison.Ordinal)
            .Replace("HC:99213", "HC:33999", StringComparison.Ordinal);
        var clerk = await browser.SignInAsync(site.Address, "eligibility");
        await clerk.GotoAsync("/employers/acme/files");
        await clerk.Locator("#files").SetInputFilesAsync(new FilePayload
        {
            Name = $"{number}.837",
            MimeType = "application/octet-stream",
            Buffer = Encoding.ASCII.GetBytes(file),
        });
        await clerk.Locator("main form[method=post] button[type=submit]").ClickAsync();
        await Expect(clerk.Locator("#taken-title")).ToContainTextAsync("Taken in as import");
    }

    // Down the queue, to a claim that waits for something that an examiner can say.
    private static async Task ChooseAsync(IPage page, int most)
    {
        for (var row = 0; row < most; row++)
        {
            await page.Keyboard.PressAsync("j");
            if (Answerable().IsMatch(await page.EvaluateAsync<string>(
                "document.activeElement.closest('tr').lastElementChild.textContent.trim()")))
                return;
        }
        Assert.Fail("No claim waits that could be released.");
    }

    // From field to field, to the button.
    private static async Task AnswerAsync(IPage page)
    {
        for (var step = 0; step < 30; step++)
        {
            var kind = await page.EvaluateAsync<string>(
                "document.activeElement.type + ' ' + document.activeElement.id.split('-')[0]");
            switch (kind)
            {
                case "submit ":
                    return;
                case "checkbox ":
                    await page.Keyboard.PressAsync("Space");
                    break;
                case "textarea release":
                    await page.Keyboard.TypeAsync("Looked at the record; a price was agreed.");
                    break;
                case "text price":
                    await page.Keyboard.TypeAsync("80.00");
                    break;
                case "select-one person":
                    await page.Keyboard.PressAsync("ArrowDown");
                    break;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail("The button is not reached by Tab.");
    }

    [GeneratedRegex("/claims/[0-9a-f]{32}$")]
    private static partial Regex ClaimPage();

    [GeneratedRegex("^((no price|may be a duplicate|patient unknown)(; |$))+$")]
    private static partial Regex Answerable();

    [GeneratedRegex(@"ACM\d+")]
    private static partial Regex Member();
}
