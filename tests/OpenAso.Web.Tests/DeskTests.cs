using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpenAso.Web.Tests;

/// <summary>What people do at their desks, in a browser as they do it.</summary>
[Collection(nameof(Browser))]
public partial class DeskTests(Browser browser, Site site)
{
    [Fact]
    public async Task Files_are_taken_in_and_a_run_is_prepared_by_one_approved_by_another_and_paid_once()
    {
        var employer = await browser.SignInAsync(site.Address, "employer-acme");
        var cost = employer.Locator("#tile-decided");
        var before = await cost.InnerTextAsync();
        var clerk = await browser.SignInAsync(site.Address, "eligibility");
        await clerk.GotoAsync("/employers/acme/files");
        await clerk.Locator("#files").SetInputFilesAsync(site.ClaimFiles("2026-03"));
        // In a hurry, everybody clicks twice.
        await Button(clerk, "Take in").DblClickAsync();
        await Expect(clerk.Locator("#taken-title")).ToContainTextAsync("Taken in as import");
        // The clerk has the answer: from here the employer's page, which nobody loads again, has two seconds.
        await Expect(cost).Not.ToHaveTextAsync(before, new LocatorAssertionsToHaveTextOptions { Timeout = 2_000 });
        await clerk.Locator("#taken a").ClickAsync();
        await Expect(clerk.Locator("main")).ToContainTextAsync(".999");
        await Expect(clerk.Locator("main")).ToContainTextAsync("No claim was rejected.");

        var finance = await browser.SignInAsync(site.Address, "finance");
        await finance.GotoAsync("/employers/acme");
        await finance.Keyboard.PressAsync("g");
        await finance.Keyboard.PressAsync("p");
        await finance.ArriveAsync("**/employers/acme/payments");
        await Link(finance, "Prepare a run").ClickAsync();
        await Button(finance, "Prepare this run").DblClickAsync();
        await finance.ArriveAsync(Prepared());
        await Expect(finance.Locator("main")).ToContainTextAsync("another person approves it");
        await Expect(Link(finance, "Approve and pay")).ToHaveCountAsync(0);
        var prepared = new Uri(finance.Url).AbsolutePath;
        await finance.GotoAsync($"{prepared}/release");
        await Button(finance, "Approve and pay").ClickAsync();
        await Expect(finance.GetByRole(AriaRole.Alert)).ToContainTextAsync("another person approves it");

        var supervisor = await browser.SignInAsync(site.Address, "supervisor");
        await supervisor.GotoAsync("/employers/acme/payments");
        await supervisor.Locator("#waiting a").ClickAsync();
        await Link(supervisor, "Approve and pay").ClickAsync();
        await Button(supervisor, "Approve and pay").DblClickAsync();
        await supervisor.ArriveAsync(Run());
        await Expect(supervisor.Locator("main")).ToContainTextAsync("prepared by finance, approved by supervisor");
        var run = new Uri(supervisor.Url).AbsolutePath;
        await supervisor.GoBackAsync();
        await Expect(supervisor.Locator("main")).ToContainTextAsync("Approved and paid.");
        await Expect(Button(supervisor, "Approve and pay")).ToHaveCountAsync(0);

        await ReadsRemittanceAsync(run);
    }

    [Fact]
    public async Task The_stop_loss_desk_files_a_loss_with_its_evidence_and_books_what_the_carrier_pays()
    {
        var page = await browser.SignInAsync(site.Address, "stop-loss");
        await page.GotoAsync("/employers/acme/stop-loss");
        await Expect(page.Locator("#desk-watch tbody tr").First).ToContainTextAsync("%");
        await page.GotoAsync("/employers/acme/stop-loss/filings");
        await page.Locator("#due ~ .scroll tbody a").First.ClickAsync();
        await page.Locator("input[name^='reference-']").First.FillAsync("letter 17");
        await Button(page, "Look again").ClickAsync();
        await Expect(page.Locator("input[name^='reference-']").First).ToHaveValueAsync("letter 17");
        await Button(page, "Keep the documents").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new LocatorFilterOptions { HasText = "are kept" }))
            .ToBeVisibleAsync();
        await page.GotoAsync(page.Url);
        await Expect(page.Locator("input[name^='reference-']").First).ToHaveValueAsync("letter 17");
        await Button(page, "File").DblClickAsync();
        await page.ArriveAsync(Filing());
        await Expect(page.Locator("main")).ToContainTextAsync("manifest.json");

        await page.Locator("#receive-amount").FillAsync("1.00");
        await page.Locator("#receive-reference").FillAsync("GLR-1");
        await Button(page, "Book the payment").DblClickAsync();
        await Expect(page.Locator("#steps ~ .scroll tbody tr")).ToHaveCountAsync(3);
        await page.GotoAsync("/employers/acme/stop-loss/notices");
        await Link(page, "The letter").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Notice of a potential stop-loss claim");
        await page.GotoAsync("/employers/acme/stop-loss/notices");
        await page.Locator("main summary").First.ClickAsync();
        await Button(page, "It was sent").First.ClickAsync();
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("15 April 2026");
    }

    [Fact]
    public async Task A_member_sees_the_own_records_and_those_of_a_spouse_only_when_granted()
    {
        var (employee, spouse) = (site.Members[0], site.Members[1]);
        var own = await browser.SignInAsync(site.Address, "employee");
        await own.GotoAsync("/employers/acme/own");
        await Expect(own.Locator("h1")).ToContainTextAsync(employee);
        Assert.DoesNotContain(spouse, await own.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        var other = await browser.SignInAsync(site.Address, "spouse");
        await other.GotoAsync("/employers/acme/own/sharing");
        await Button(other, $"Let {employee}").ClickAsync();
        await Expect(Button(other, $"Close them to {employee}")).ToBeVisibleAsync();
        await own.ReloadAsync();
        await Expect(own.Locator("#person-2")).ToContainTextAsync(spouse);

        await other.Locator("#street").FillAsync("1 Shelter Street");
        await other.Locator("#city").FillAsync("Elsewhere");
        await other.Locator("#postal-code").FillAsync("43004");
        await Button(other, "Tell nobody else").ClickAsync();
        await Expect(Button(other, "Others may be told again")).ToBeVisibleAsync();
        await own.ReloadAsync();
        Assert.DoesNotContain(spouse, await own.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Button(other, "Others may be told again").ClickAsync();
        await Button(other, $"Close them to {employee}").ClickAsync();
        await Expect(Button(other, $"Let {employee}")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_explanation_of_benefits_is_read_as_it_is_sent()
    {
        var page = await browser.SignInAsync(site.Address, "spouse");
        await page.GotoAsync("/employers/acme/own");
        await page.Locator("#letters ~ ul a").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Explanation of benefits");
        await Expect(page.Locator("main")).ToContainTextAsync("This is not a bill.");
    }

    [Fact]
    public async Task A_plan_is_read_with_its_clauses_and_examples()
    {
        var page = await browser.SignInAsync(site.Address, "employer-acme");
        await page.GotoAsync("/employers/acme/plans");
        await Link(page, "acme-ppo").ClickAsync();
        await page.Locator("a[href='#clause-3.7']").First.ClickAsync();
        await Expect(page.Locator("[id='clause-3.7'] + dd")).ToContainTextAsync("30 visits a person");
        await Expect(page.Locator("main")).ToContainTextAsync("rows are decided as the document promises");
    }

    [Theory]
    [InlineData("finance", "/employers/acme/files")]
    [InlineData("eligibility", "/employers/acme/payments")]
    [InlineData("supervisor", "/employers/acme/payments/prepare")]
    [InlineData("finance", "/employers/acme/stop-loss")]
    [InlineData("examiner", "/employers/acme/own")]
    [InlineData("employee", "/employers/acme/claims/inventory")]
    public async Task A_desk_is_closed_to_those_who_do_not_work_at_it(string name, string address)
    {
        using var client = await site.SignedInAsync(name);
        using var answer = await client.GetAsync(
            new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.StartsWith("/forbidden", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_may_be_sent_at_once_is_refused_before_it_is_read()
    {
        using var client = await site.SignedInAsync("eligibility");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/employers/acme/files");
        request.Headers.ExpectContinue = true;
        request.Content = new TooMuch();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Nothing was taken",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task ReadsRemittanceAsync(string run)
    {
        using var client = await site.SignedInAsync("finance");
        var page = await client.GetStringAsync(new Uri(run, UriKind.Relative), TestContext.Current.CancellationToken);
        var file = File().Match(page).Groups[1].Value;
        var content = await client.GetStringAsync(
            new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.StartsWith("ISA*", content, StringComparison.Ordinal);
        using var supervisor = await site.SignedInAsync("supervisor");
        using var closed = await supervisor.GetAsync(
            new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    private static ILocator Button(IPage page, string name) =>
        page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name });

    private static ILocator Link(IPage page, string name) =>
        page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = name });

    [GeneratedRegex(@"/payments/prepared/\d+$")]
    private static partial Regex Prepared();

    [GeneratedRegex(@"/payments/runs/\d+$")]
    private static partial Regex Run();

    [GeneratedRegex(@"/filings/SL-2026-ACME-\d+")]
    private static partial Regex Filing();

    [GeneratedRegex("""href="(/employers/acme/payments/runs/\d+/files/[^"]+)""")]
    private static partial Regex File();

    /// <summary>Says that it is long, and is never sent.</summary>
    private sealed class TooMuch : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long length)
        {
            length = 101L * 1024 * 1024;
            return true;
        }
    }
}
