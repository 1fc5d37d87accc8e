using System.Net;
using System.Security.Cryptography;
using OpenAso.Access.Tests.Api;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests;

/// <summary>Two administrators in one database: whatever one of them asks for, with whatever role, nothing of the other
/// is shown, and nothing of the other changes.</summary>
public abstract class TenantWalk(TwoAdministrators both)
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>().Where(role => role != Role.Member)];

    [Theory, MemberData(nameof(Roles))]
    public async Task No_page_shows_or_changes_anything_of_another_administrator(Role role)
    {
        var marks = await MarksAsync();
        var before = both.Other.Rows(both.IsPostgres);
        using var browser = new Browser(both.Own.Address);
        await browser.SignInAsync($"all-{role}", both.Own.Password);
        Assert.NotNull(browser.Session);
        foreach (var route in AccessTests.Meant.Keys.Where(route => route != "/live"))
        {
            var address = Filled(route, marks);
            Check(route, (await browser.GetAsync(address)).Text, marks);
            if (!route.EndsWith("/work", StringComparison.Ordinal))
                continue;
            var token = Browser.TokenOf(await browser.GetAsync("/"));
            var posted = await browser.PostAsync(
                address, ("_handler", "deny"), ("version", "1"), ("because", "work-related"), ("reason", "x"),
                ("__RequestVerificationToken", token));
            Assert.NotEqual(HttpStatusCode.OK, posted.Status);
            Check(route, posted.Text, marks);
        }
        foreach (var word in marks.All)
            Check("/search", (await browser.GetAsync($"/search?q={Uri.EscapeDataString(word)}")).Text
                .Replace(WebUtility.HtmlEncode(word), "", StringComparison.Ordinal), marks);
        Assert.Equal(before, both.Other.Rows(both.IsPostgres));
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task No_operation_shows_or_changes_anything_of_another_administrator(Role role)
    {
        var marks = await MarksAsync();
        var before = both.Other.Rows(both.IsPostgres);
        using var program = await both.Own.ProgramAsync(role);
        foreach (var operation in ApiAccessTests.Meant.Keys)
        {
            var reply = await CallAsync(program, operation, marks);
            Check(operation, reply.Text, marks);
            if (operation.Contains("{claim}", StringComparison.Ordinal)
                || operation.Contains("{member}", StringComparison.Ordinal)
                || operation.Contains("{token}", StringComparison.Ordinal))
                Assert.True((int)reply.Status >= 400, $"{operation}: {reply.Status}");
        }
        Assert.Equal(before, both.Other.Rows(both.IsPostgres));
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task No_account_cookie_or_token_of_one_administrator_opens_anything_of_another(Role role)
    {
        var name = $"all-{role}";
        using var own = new Browser(both.Own.Address);
        using var other = new Browser(both.Other.Address);
        await own.SignInAsync(name, both.Own.Password);
        Assert.NotNull(own.Session);

        // The same name there has another password; and both servers read each other's cookies.
        await other.SignInAsync(name, both.Own.Password);
        Assert.Null(other.Session);
        other.Take(own.Session!);
        foreach (var route in AccessTests.Meant.Where(one => one.Value is not ("anybody" or "nobody")))
        {
            var page = await other.GetAsync(Filled(route.Key, await MarksAsync()));
            Assert.True(page.Status == HttpStatusCode.Unauthorized
                || page.Location.Contains("/sign-in", StringComparison.Ordinal), $"{route.Key}: {page.Status}");
            other.Take(own.Session!);
        }
        using var program = new ApiClient(both.Other.Address, await both.Own.TokenAsync(new Grant(role)));
        foreach (var operation in ApiAccessTests.Meant.Where(one => one.Value != "anybody"))
            Assert.Equal((operation.Key, HttpStatusCode.Unauthorized),
                (operation.Key, (await CallAsync(program, operation.Key, await MarksAsync())).Status));
    }

    [Fact]
    public async Task An_identity_of_one_administrator_is_nobodys_at_another()
    {
        var ended = TestContext.Current.CancellationToken;
        var identity = new ProviderIdentity("https://login.example.org", "sub-1");
        var by = new ChangedBy("test", TimeProvider.System.GetUtcNow(), "test");
        var (linked, _) = await both.Own.Books.WriteAsync(books => new AccountUseCase(books).ChangeAsync(
            both.Own.Tenant, new LinkIdentity("all-Examiner", identity), by), ended);
        Assert.Equal(AccountOutcome.Done, linked);
        var attempt = new SignInAttempt(both.Other.Tenant, "", "10.0.0.1", by.Moment);
        var answer = await both.Other.Books.WriteAsync(books =>
            new SignInUseCase(books).ByProviderAsync(attempt, identity, false), ended);
        Assert.Equal(SignInOutcome.IdentityUnknown, answer.Outcome);
    }

    // What only the other administrator has: identifiers of its claims and people, and its employer's name.
    private async Task<Marks> MarksAsync()
    {
        if (both.Marks is { } known)
            return known;
        using var examiner = await both.Other.ProgramAsync(Role.Examiner);
        using var own = await both.Own.ProgramAsync(Role.Examiner);
        async Task<List<string>> IdsAsync(ApiClient program, string what) =>
            [.. (await program.GetAsync($"/employers/acme/{what}?limit=100")).Json["data"]!.AsArray()
                .Select(one => (string)one!["id"]!)];
        var claims = (await IdsAsync(examiner, "claims")).Except(await IdsAsync(own, "claims")).ToList();
        var pended = (await IdsAsync(examiner, "pended-claims")).Except(await IdsAsync(own, "pended-claims")).ToList();
        var members = (await IdsAsync(examiner, "members")).Except(await IdsAsync(own, "members")).ToList();
        Assert.NotEmpty(claims);
        Assert.NotEmpty(pended);
        var token = (await both.Other.TokenAsync(new Grant(Role.Broker))).Split('_')[1];
        return both.Marks = new Marks(claims, pended, members, token, both.Other.EmployerName);
    }

    private static void Check(string what, string text, Marks marks)
    {
        foreach (var mark in marks.Hidden)
            Assert.False(text.Contains(mark, StringComparison.OrdinalIgnoreCase), $"{what} says {mark}.");
    }

    private static string Filled(string route, Marks marks) => AccessTests.Light(route)
        .Replace("{employer}", "acme", StringComparison.Ordinal)
        .Replace("{month}", "2026-01", StringComparison.Ordinal)
        .Replace("{report}", "monthly", StringComparison.Ordinal)
        .Replace("{claim:length(32,44)}", Marks.OnPage(marks.Pended[0]), StringComparison.Ordinal)
        .Replace("{Status:int}", "404", StringComparison.Ordinal)
        .Replace("{Kind}", "not-known", StringComparison.Ordinal);

    private static bool TakesFiles(string path) =>
        path.EndsWith("/claims", StringComparison.Ordinal) || path.EndsWith("/imports", StringComparison.Ordinal);

    private static Task<Reply> CallAsync(ApiClient program, string operation, Marks marks)
    {
        var (method, route) = (operation.Split(' ')[0], operation.Split(' ')[1]);
        var path = Filled(route, marks)
            .Replace("{claim}", marks.Pended[0], StringComparison.Ordinal)
            .Replace("{member}", marks.Members is [var first, ..] ? first : "mbr_none", StringComparison.Ordinal)
            .Replace("{token}", $"tok_{marks.Token}", StringComparison.Ordinal);
        return method switch
        {
            "POST" => program.PostAsync(
                path, """{"version":1,"reason":"x","because":"work-related"}""", RandomNumberGenerator.GetHexString(32),
                TakesFiles(path) ? "application/edi-x12" : "application/json"),
            "DELETE" => program.SendAsync(
                HttpMethod.Delete, path, headers: ("Idempotency-Key", RandomNumberGenerator.GetHexString(32))),
            _ => program.GetAsync(path + (route == "/search" ? $"?q={Uri.EscapeDataString(marks.Words)}" : "")),
        };
    }

}

/// <summary>What stands in the books of one administrator alone.</summary>
/// <param name="Claims">Their identifiers.</param>
/// <param name="Pended">Those of them that wait.</param>
/// <param name="Members">Identifiers of people.</param>
/// <param name="Token">The name of a token.</param>
/// <param name="Words">The employer's name.</param>
internal sealed record Marks(
    IReadOnlyList<string> Claims, IReadOnlyList<string> Pended, IReadOnlyList<string> Members, string Token,
    string Words)
{
    public IEnumerable<string> All => [OnPage(Claims[0]), OnPage(Pended[0]), Words];

    /// <summary>What may never be said; what was asked for may stand in an answer that it is not there.</summary>
    public IEnumerable<string> Hidden => Claims.Except(Pended).Skip(1).Concat(Pended.Skip(1)).Select(OnPage)
        .Concat(Members.Skip(1).Select(Bare)).Append(Words).Append(Token);

    /// <summary>An identifier without its prefix.</summary>
    public static string Bare(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];

    /// <summary>A claim as pages name it: without its import.</summary>
    public static string OnPage(string id) => Bare(id)[10..];
}

/// <summary>In one SQLite file.</summary>
public sealed class TenantsInAFileTests(TwoInAFile both) : TenantWalk(both), IClassFixture<TwoInAFile>;

/// <summary>In one PostgreSQL database.</summary>
public sealed class TenantsOnAServerTests(TwoOnAServer both) : TenantWalk(both), IClassFixture<TwoOnAServer>;
