using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpenAso.Web.Tests;

/// <summary>Every page, by somebody who may open it; tests of all pages walk these.</summary>
internal static class PagesOf
{
    /// <summary>The addresses by the name of the account. What stands behind <c>»</c> is followed from the page
    /// before it: the first link to there.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>
    {
        ["employer-acme"] =
        [
            "/employers/acme", "/employers/acme/decision", "/employers/acme/decision/options",
            "/employers/acme/decision/comparison?by-tier=yes&level-monthly=1500",
            "/employers/acme/decision?plan.acme-ppo.deductible=2000",
            "/employers/acme/reports/monthly", "/employers/acme/reports/payments",
            "/employers/acme/reports/aggregate", "/employers/acme/reports/specific", "/employers/acme/reports/lag",
            "/employers/acme/reports/lag-paid",
            "/employers/acme/reports/enrollment", "/employers/acme/reports/projection",
            "/employers/acme/reports/insured",
            "/employers/acme/amounts/2026-01", "/forbidden", "/problem/404",
            "/problem/503",
        ],
        ["examiner"] =
        [
            "/employers/acme/claims/waiting", "/employers/acme/claims/waiting » main tbody th a",
            "/employers/acme/claims/waiting » main tbody th a » /work", "/employers/acme/claims/inventory",
            "/search?q=99815d2e", "/search?q=nothing+of+the+kind", "/own-sign-in",
        ],
        ["finance"] =
        [
            "/payments", "/employers/acme/payments", "/employers/acme/payments/prepare",
            "/employers/acme/payments/runs/1", "/employers/acme/payments/prepared/1",
            "/employers/acme/payments/prepared/1/withdraw", "/employers/acme/plans", "/employers/acme/plans/acme-ppo",
            "/employers/acme/plans/acme-ppo/changes",
        ],
        ["supervisor"] =
        [
            "/employers/acme/payments/prepared/1/release", "/employers/acme/claims/inventory",
            "/employers/acme/amounts/2026-01",
        ],
        ["eligibility"] = ["/employers/acme/files", "/employers/acme/files/1"],
        ["stop-loss"] =
        [
            "/employers/acme/stop-loss", "/employers/acme/stop-loss/notices",
            "/employers/acme/stop-loss/notices » a[href$='/letter']", "/employers/acme/stop-loss/filings",
            "/employers/acme/stop-loss/aggregate", "/employers/acme/stop-loss/policy",
            "/employers/acme/stop-loss/filings » a[href*='filings/write']",
        ],
        ["employee"] = ["/employers/acme/own", "/employers/acme/own/sharing"],
        ["spouse"] = ["/employers/acme/own » #claims ~ .scroll a", "/employers/acme/own » #letters ~ ul a"],
        ["auditor"] =
        [
            "/employers/acme/access-log", "/employers/acme/access-log?account=examiner&action=SeeClaim&day=2026-04-15",
            "/administration/access-log", "/employers/acme/payments",
        ],
        ["administrator"] =
        [
            "/", "/administration/accounts", "/administration/accounts?q=nothing-of-the-kind",
            "/administration/new-account", "/administration/accounts/examiner",
            "/administration/accounts/examiner?done=end-grant&role=Auditor&of=acme",
            "/administration/accounts/auditor/end", "/administration/sessions", "/administration/access-log",
            "/own-sign-in?done=password",
        ],
    };

    /// <summary>The names of the accounts.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>Pictures of the decision pages are not computed: whoever looks at pages sees a frame instead.</summary>
    public static Task LeavePicturesOutAsync(IPage page) => page.RouteAsync(
        new Regex("/pictures/(exceedance|frontier|tornado)"), route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "image/svg+xml",
            Body = "<svg xmlns='http://www.w3.org/2000/svg' width='720' height='320' viewBox='0 0 720 320'/>",
        }));

    /// <summary>Opens a page, over those that lead to it.</summary>
    public static async Task OpenAsync(IPage page, string address)
    {
        // Pictures come later, and the page does not wait for them.
        var read = new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded };
        foreach (var step in address.Split(" » "))
            await page.GotoAsync(
                step == "/work" ? page.Url + step
                : step.StartsWith('/') ? step
                : await page.Locator(step).First.GetAttributeAsync("href") ?? "", read);
    }
}
