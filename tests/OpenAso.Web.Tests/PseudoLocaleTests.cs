using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpenAso.Web.Tests;

[Collection(nameof(Browser))]
public partial class PseudoLocaleTests(Browser browser, Site site)
{
    private const string Texts =
        """
        () => {
          const texts = [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode())
            if (walk.currentNode.data.trim() && !walk.currentNode.parentElement.closest('script'))
              texts.push(walk.currentNode.data.trim());
          for (const one of document.querySelectorAll('[alt],[aria-label],[title],[placeholder]'))
            for (const name of ['alt', 'aria-label', 'title', 'placeholder'])
              if (one.getAttribute(name)) texts.push(one.getAttribute(name));
          return [document.title, ...texts];
        }
        """;

    // Names, pseudonyms, identifiers and days are the books', not the pages'.
    private static readonly string[] Data =
    [
        "ACME Manufacturing, Inc.", "Finance of ACME", "acme", "SL-2026-ACME", "Great Lakes Reinsurance Company",
        "Finance", "Supervisor", "Eligibility", "Stop-loss", "employee-only", "employee-and-spouse",
        "employee-and-children", "employee", "family", "one-person",
    ];

    [Theory]
    [InlineData("/employers/acme")]
    [InlineData("/employers/acme/decision")]
    [InlineData("/employers/acme/decision/options")]
    [InlineData("/employers/acme/reports/monthly")]
    [InlineData("/employers/acme/reports/payments")]
    [InlineData("/employers/acme/reports/aggregate")]
    [InlineData("/employers/acme/reports/specific")]
    [InlineData("/employers/acme/reports/lag")]
    [InlineData("/employers/acme/reports/enrollment")]
    [InlineData("/employers/acme/reports/projection")]
    [InlineData("/employers/acme/amounts/2026-01")]
    public Task Every_word_of_a_page_comes_from_the_resources(string address) => CheckAsync("employer-acme", address);

    [Theory]
    [InlineData("finance", "/payments")]
    [InlineData("finance", "/employers/acme/payments")]
    [InlineData("finance", "/employers/acme/payments/prepare")]
    [InlineData("finance", "/employers/acme/payments/runs/1")]
    [InlineData("finance", "/employers/acme/payments/prepared/1")]
    [InlineData("finance", "/employers/acme/payments/prepared/1/withdraw")]
    [InlineData("supervisor", "/employers/acme/payments/prepared/1/release")]
    [InlineData("supervisor", "/employers/acme/claims/inventory")]
    [InlineData("eligibility", "/employers/acme/files")]
    [InlineData("eligibility", "/employers/acme/files/1")]
    [InlineData("stop-loss", "/employers/acme/stop-loss/aggregate")]
    [InlineData("stop-loss", "/employers/acme/stop-loss/filings")]
    [InlineData("employee", "/employers/acme/own/sharing")]
    public Task Every_word_of_others_pages_comes_from_the_resources(string name, string address) =>
        CheckAsync(name, address);

    private async Task CheckAsync(string name, string address)
    {
        using var client = await site.SignedInAsync(name);
        client.DefaultRequestHeaders.Add("Accept-Language", Words.PseudoCulture);
        var html = await client.GetStringAsync(
            new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await browser.OpenAsync();
        await page.SetContentAsync(html, new PageSetContentOptions { WaitUntil = WaitUntilState.DOMContentLoaded });

        var outside = (await page.EvaluateAsync<string[]>(Texts))
            .Select(text => Bracketed().Replace(text, "")).Where(text => Word().IsMatch(Known(text)))
            // A key is called what stands on it.
            .Where(text => text != "Ctrl" && !site.IsNamed(text));

        Assert.Empty(outside);
    }

    private static string Known(string text) => Pseudonym().Replace(
        Data.Aggregate(text, (left, known) => left.Replace(known, "", StringComparison.Ordinal)), "");

    [GeneratedRegex(@"\[[^\[\]]*\]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(provider|subscriber)/\w+|\S+\.(834|837|835|999|yaml)\b|ACM\d+(-\d)?"
        + @"|(member|family)-[0-9a-f]{8}|[0-9a-f]{32}|\b\w+ \d{4}\b|\d{1,2} \w+ \d{4}")]
    private static partial Regex Pseudonym();

    [GeneratedRegex(@"[A-Za-z]{3}")]
    private static partial Regex Word();
}
