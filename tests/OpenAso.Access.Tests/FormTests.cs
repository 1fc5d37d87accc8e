using System.Net;
using OpenAso.Claims;
using OpenAso.Operations.Access;
using OpenAso.Operations.Verifying;

namespace OpenAso.Access.Tests;

/// <summary>Forms: what is posted is done once, by whom may, and what is typed is shown as text.</summary>
public sealed class FormTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    [Fact]
    public async Task A_claim_is_released_by_a_form_and_the_form_again_does_nothing()
    {
        var waiting = server.Waiting("acme", PendReasons.SuspectedDuplicate);
        using var browser = await server.BrowserAsync("acme-Examiner");
        var address = $"/employers/acme/claims/{waiting.Claim.Id}";
        var page = await browser.GetAsync(address);
        (string, string)[] fields =
        [
            ("version", Browser.VersionOf(page)), ("aside", "suspected-duplicate"), ("reason", Hostile),
        ];

        var first = await browser.SubmitAsync(page, $"{address}/work", "release", fields);
        var rows = server.Log("acme").Count(entry => entry.Action == AccessAction.WorkClaim);
        var again = await browser.SubmitAsync(page, $"{address}/work", "release", fields);

        Assert.Equal((HttpStatusCode.Redirect, $"{address}-2"), (first.Status, PathOf(first)));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("role=\"alert\"", again.Text, StringComparison.Ordinal);
        Assert.Equal(rows, server.Log("acme").Count(entry => entry.Action == AccessAction.WorkClaim));
        var decided = await browser.GetAsync(PathOf(first));
        Assert.DoesNotContain("<script>alert", decided.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", decided.Text, StringComparison.Ordinal);
        Assert.Empty(new VerifyUseCase(server.Books.Reading).Run(server.Scope("acme")).Discrepancies);
    }

    [Fact]
    public async Task A_claim_is_denied_by_a_form_and_noted_by_another()
    {
        var waiting = server.Waiting("acme", PendReasons.OtherCoverage);
        using var browser = await server.BrowserAsync("all-Supervisor");
        var address = $"/employers/acme/claims/{waiting.Claim.Id}";
        var page = await browser.GetAsync(address);
        var noted = await browser.SubmitAsync(
            page, $"{address}/work", "note", ("version", Browser.VersionOf(page)),
            ("reason", "asked for the other EOB"));
        Assert.Equal(address, PathOf(noted));
        Assert.Contains("asked for the other EOB", (await browser.GetAsync(address)).Text, StringComparison.Ordinal);
        var denied = await browser.SubmitAsync(
            page, $"{address}/work", "deny", ("version", Browser.VersionOf(page)), ("because", "other-payer-first"),
            ("reason", "no answer"));
        Assert.Equal($"{address}-2", PathOf(denied));
        Assert.Contains("PR-22", (await browser.GetAsync($"{address}-2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_still_missing_is_said_and_nothing_changed()
    {
        var waiting = server.Waiting("acme", PendReasons.NoPrice);
        using var browser = await server.BrowserAsync("all-Examiner");
        var address = $"/employers/acme/claims/{waiting.Claim.Id}";
        var page = await browser.GetAsync(address);
        var posted = await browser.SubmitAsync(
            page, $"{address}/work", "release", ("version", Browser.VersionOf(page)), ("reason", "try"));
        Assert.Contains("still waits", posted.Text, StringComparison.Ordinal);
        Assert.Contains(server.Waiting("acme"), claim => claim.Claim.Id == waiting.Claim.Id);
        var wrong = await browser.SubmitAsync(
            page, $"{address}/work", "release", ("version", Browser.VersionOf(page)), ("reason", "try"),
            ("price-1", "eighty"));
        Assert.Contains("such as 80.00", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_out_of_date_and_does_nothing()
    {
        var waiting = server.Waiting("acme", PendReasons.NoPrice);
        using var browser = await server.BrowserAsync("all-Examiner");
        var address = $"/employers/acme/claims/{waiting.Claim.Id}/work";
        var posted = await browser.PostAsync(
            address, ("_handler", "deny"), ("version", $"{waiting.Version}"), ("because", "work-related"),
            ("reason", "x"), ("__RequestVerificationToken", "of yesterday"));
        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        Assert.Contains("out of date", posted.Text, StringComparison.Ordinal);
        Assert.Contains(server.Waiting("acme"), claim => claim.Claim.Id == waiting.Claim.Id);
    }

    [Theory]
    [InlineData("/employers/acme/claims/waiting?reason=")]
    [InlineData("/employers/acme/claims/waiting?older=")]
    [InlineData("/search?q=")]
    [InlineData("/sign-in?ReturnUrl=")]
    [InlineData("/problem/404?x=")]
    public async Task What_stands_in_an_address_is_shown_as_text(string address)
    {
        using var browser = await server.BrowserAsync("all-Examiner");
        var page = await browser.GetAsync(address + Uri.EscapeDataString(Hostile));
        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/employers/acme/claims/waiting", "/employers/acme/claims/waiting")]
    [InlineData("//evil.example/", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task Signing_in_leads_back_where_one_was_and_never_elsewhere(string wanted, string leads)
    {
        using var browser = await server.BrowserAsync();
        var page = await browser.SignInAsync(
            "all-Examiner", ServerFixture.Password, $"/sign-in?ReturnUrl={Uri.EscapeDataString(wanted)}");
        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.Equal(new Uri(server.Address, leads), new Uri(server.Address, page.Location));
    }

    [Theory]
    [InlineData("all-Examiner", "wrong")]
    [InlineData("' or 1=1 --", "x")]
    [InlineData("", "")]
    public async Task A_wrong_password_opens_nothing(string account, string password)
    {
        using var browser = await server.BrowserAsync();
        var page = await browser.SignInAsync(account, password);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("/sign-in", (await browser.GetAsync("/search")).Location, StringComparison.Ordinal);
    }

    private string PathOf(Page page) => new Uri(server.Address, page.Location).AbsolutePath;
}
