using System.Text.RegularExpressions;

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
            if (walk.currentNode.data.trim()
                && !walk.currentNode.parentElement.closest('script, [translate=no], body [lang]'))
              texts.push(walk.currentNode.data.trim());
          for (const one of document.querySelectorAll('[alt],[aria-label],[title],[placeholder]'))
            for (const name of ['alt', 'aria-label', 'title', 'placeholder'])
              if (one.getAttribute(name) && !one.closest('[translate=no]')) texts.push(one.getAttribute(name));
          return [document.title, ...texts];
        }
        """;

    // Names, pseudonyms, identifiers and days are the books', not the pages'.
    private static readonly string[] Data =
    [
        "ACME Manufacturing, Inc.", "Finance of ACME", "acme-ppo", "acme", "SL-2026-ACME",
        "Great Lakes Reinsurance Company", "Finance", "Supervisor", "Eligibility", "Stop-loss", "employee-only",
        "employee-and-spouse", "employee-and-children", "employee", "family", "one-person", "us-commercial",
        "specific.lines", "aggregate.lines",
    ];

    [Theory]
    [MemberData(nameof(PagesOf.Names), MemberType = typeof(PagesOf))]
    public async Task Every_word_of_a_page_comes_from_the_resources(string name)
    {
        var page = await browser.SignInAsync(site.Address, name);
        await PagesOf.LeavePicturesOutAsync(page);
        await page.SetExtraHTTPHeadersAsync(
            new Dictionary<string, string> { ["Accept-Language"] = Words.PseudoCulture });
        List<string> outside = [];
        foreach (var address in PagesOf.All[name].Where(address => !IsLetter(address)))
        {
            await PagesOf.OpenAsync(page, address);
            var texts = await page.EvaluateAsync<string[]>(Texts);
            Assert.Contains(texts, text => text.Contains('['));
            outside.AddRange(texts.Select(Outside)
                .Where(text => Word().IsMatch(Known(text)) && !site.IsNamed(text))
                .Distinct().Select(text => $"{address}: {text}"));
        }
        Assert.True(outside.Count == 0, string.Join('\n', outside));
    }

    // Words of a picture are those of its texts, title and description.
    private const string Drawn =
        """
        async () => {
          const texts = [];
          for (const image of document.querySelectorAll('img.picture')) {
            const answer = await fetch(image.src);
            const picture = new DOMParser().parseFromString(await answer.text(), 'image/svg+xml');
            if (!answer.ok || picture.querySelector('parsererror')) texts.push(`${image.src} cannot be drawn`);
            for (const one of picture.querySelectorAll('text, title, desc')) texts.push(one.textContent);
          }
          return texts;
        }
        """;

    private static readonly string[] Pictured =
    [
        "/employers/acme", "/employers/acme/decision", "/employers/acme/decision/comparison?level-monthly=1500",
    ];

    [Fact]
    public async Task Every_word_within_a_picture_comes_from_the_resources()
    {
        var page = await browser.SignInAsync(site.Address, "employer-acme");
        await page.SetExtraHTTPHeadersAsync(
            new Dictionary<string, string> { ["Accept-Language"] = Words.PseudoCulture });
        List<string> outside = [];
        foreach (var address in Pictured)
        {
            await PagesOf.OpenAsync(page, address);
            var texts = await page.EvaluateAsync<string[]>(Drawn);
            Assert.Contains(texts, text => text.Contains('['));
            outside.AddRange(texts.Where(text => Plain().IsMatch(Known(text))).Select(text => $"{address}: {text}"));
        }
        Assert.True(outside.Count == 0, string.Join('\n', outside));
    }

    private const string Writing = "/employers/acme/stop-loss/filings » a[href*='filings/write']";

    private const string Differing = "td.gap:not(:has([translate=no]))";

    // Where sentences of a room stand, and how many of them at least; a page shows more of them where more is wrong.
    public static TheoryData<string, string, string, int> Said => new()
    {
        {
            "employer-acme",
            "/employers/acme/decision/comparison?premium=20&level-monthly=20&laser.someone=150000", "#reasons li", 9
        },
        { "stop-loss", "/employers/acme/stop-loss/notices", "td.because:not(:has([translate=no]))", 1 },
        { "stop-loss", Writing, "#checklist ~ .scroll td .hint:not(:has([translate=no]))", 2 },
        { "stop-loss", Writing, ".hint.open span:not([translate])", 1 },
        { "stop-loss", "/employers/acme/stop-loss/policy", Differing, 8 },
        { "stop-loss", "/employers/acme/stop-loss/policy?dependent-age=30&leave-days=400", Differing, 8 },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public async Task Every_word_of_a_rooms_sentence_comes_from_its_texts(
        string name, string address, string selector, int least)
    {
        var page = await browser.SignInAsync(site.Address, name);
        await PagesOf.LeavePicturesOutAsync(page);
        await page.SetExtraHTTPHeadersAsync(
            new Dictionary<string, string> { ["Accept-Language"] = Words.PseudoCulture });
        await PagesOf.OpenAsync(page, address);

        var texts = await page.Locator(selector).AllInnerTextsAsync();

        Assert.True(texts.Count >= least, $"{texts.Count} of {least}: {string.Join('\n', texts)}");
        Assert.All(texts, text => Assert.StartsWith("[", text.Trim(), StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => Plain().IsMatch(Known(text)));
    }

    // Forms that are sent as nobody should: days of last year, and reasons of nothing but a blank.
    public static TheoryData<string, string, string> Refusing => new()
    {
        { "stop-loss", "/employers/acme/stop-loss/notices", "form:has([name=on])" },
        { "finance", "/employers/acme/payments/prepared/1/withdraw", "form:has(#reason)" },
        { "examiner", "/employers/acme/claims/waiting » main tbody th a » /work", "form#note" },
        { "spouse", "/employers/acme/own/sharing", "form:has(#street)" },
    };

    private const string Send =
        """
        form => {
          for (const field of form.querySelectorAll('input:not([type=hidden]), textarea'))
            field.value = field.type === 'date' ? '2025-01-01' : ' ';
          form.submit();
        }
        """;

    [Theory]
    [MemberData(nameof(Refusing))]
    public async Task Every_word_of_a_refusal_comes_from_its_texts(string name, string address, string form)
    {
        var page = await browser.SignInAsync(site.Address, name);
        await page.SetExtraHTTPHeadersAsync(
            new Dictionary<string, string> { ["Accept-Language"] = Words.PseudoCulture });
        await PagesOf.OpenAsync(page, address);

        await page.Locator(form).First.EvaluateAsync(Send);
        var problem = await page.Locator("p.problem").InnerTextAsync();

        Assert.StartsWith("[", problem, StringComparison.Ordinal);
        Assert.DoesNotMatch(Plain(), Known(problem));
    }

    // Written by the plan, in its language, whoever reads it.
    private static bool IsLetter(string address) => address.Contains("#letters", StringComparison.Ordinal)
        || address.EndsWith("/letter']", StringComparison.Ordinal);

    // A text may be put into another one.
    private static string Outside(string text) => Bracketed().Replace(Bracketed().Replace(text, ""), "");

    private static string Known(string text) => Pseudonym().Replace(
        Data.Aggregate(text, (left, known) => left.Replace(known, "", StringComparison.Ordinal)), "");

    [GeneratedRegex(@"\[[^\[\]]*\]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(provider|subscriber)/\w+|\S+\.(834|837|835|999|yaml)\b|ACM\d+(-\d)?"
        + @"|(member|family)-[0-9a-f]{8}|[0-9a-f]{32}|\b\w+ \d{4}\b|\d{1,2} \w+ \d{4}")]
    private static partial Regex Pseudonym();

    // A vowel without its accent: a long text stands in several lines, without brackets about each.
    [GeneratedRegex(@"\b(?=[A-Za-z]*[aeiou])[A-Za-z]{3,}\b")]
    private static partial Regex Plain();

    [GeneratedRegex(@"[A-Za-z]{3}")]
    private static partial Regex Word();
}
