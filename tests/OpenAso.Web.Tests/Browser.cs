using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpenAso.Web.Tests;

/// <summary>Chromium without a window.</summary>
/// <remarks>Tests that share it run one after another. What a test has open is closed when the next one opens
/// something: every open page asks the server whenever the books change.</remarks>
public sealed class Browser : IAsyncLifetime
{
    private readonly Dictionary<string, IReadOnlyList<Cookie>> _sessions = new(StringComparer.Ordinal);
    private readonly List<IBrowserContext> _open = [];
    private string? _test;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var program = Environment.GetEnvironmentVariable("CHROME_PATH") ?? "/usr/bin/chromium";
        if (!File.Exists(program))
            throw new FileNotFoundException(
                $"The browser tests need Chromium, and there is none at {program}: install it (apt-get install chromium"
                + " fonts-liberation), or name one by CHROME_PATH.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
    }

    /// <summary>A window of its own, with somebody signed in: by the form the first time, and then still.</summary>
    public async Task<IPage> SignInAsync(
        Uri site, string name, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await OpenAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
        });
        var page = await context.NewPageAsync();
        if (_sessions.TryGetValue(name, out var cookies))
        {
            await context.AddCookiesAsync(cookies);
            await page.GotoAsync("/", new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
            if (!page.Url.Contains("sign-in", StringComparison.Ordinal))
                return page;
        }
        await UseFormAsync(page, name);
        var session = await context.CookiesAsync();
        _sessions[name] = [.. session.Select(one => new Cookie
        {
            Name = one.Name,
            Value = one.Value,
            Domain = one.Domain,
            Path = one.Path,
            HttpOnly = one.HttpOnly,
            SameSite = one.SameSite,
        })];
        return page;
    }

    private static async Task UseFormAsync(IPage page, string name)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(Site.Password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
        await page.ArriveAsync(new Regex("^(?!.*sign-in)"));
    }

    /// <summary>A window of its own, with nothing in it.</summary>
    public async Task<IPage> OpenAsync() => await (await OpenAsync(new BrowserNewContextOptions())).NewPageAsync();

    private async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        var test = TestContext.Current.Test?.UniqueID;
        if (test != _test)
        {
            foreach (var context in _open)
                await context.CloseAsync();
            _open.Clear();
        }
        _test = test;
        _open.Add(await _browser!.NewContextAsync(options));
        // A busy machine is no mistake of the page.
        _open[^1].SetDefaultTimeout(120_000);
        return _open[^1];
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>One browser and one server for all tests: they take longer to start than most of them to run.</summary>
[CollectionDefinition(nameof(Browser))]
public sealed class BrowserCollection : ICollectionFixture<Browser>, ICollectionFixture<Site>;
