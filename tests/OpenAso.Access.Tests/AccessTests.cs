using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using OpenAso.Kernel;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests;

/// <summary>Every page and endpoint, for every role and employer: open to whom it says, closed to all others.</summary>
public sealed class AccessTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Open = "anybody";
    private const string SignedIn = "whoever is signed in";

    private const string Nobody = "nobody";

    /// <summary>Behind a right that is asked for every employer.</summary>
    internal const string OfAll = " of all";

    // What stands here is what is meant; an endpoint that is not here is not meant.
    internal static readonly Dictionary<string, string> Meant = new()
    {
        ["/"] = SignedIn,
        ["/sign-in"] = Open,
        ["/sign-out"] = Open,
        ["/sign-in/refused/{Kind}"] = Open,
        ["/signed-out"] = Open,
        ["/own-sign-in"] = SignedIn,
        ["/forbidden"] = Open,
        ["/problem/{Status:int}"] = Open,
        ["/assets/{hash}/{name}"] = Open,
        ["/openapi/{documentName}.json"] = Open,
        ["/health/live"] = Open,
        ["/health/ready"] = Open,
        ["/live"] = SignedIn,
        ["/_framework/opaque-redirect"] = Nobody,
        ["/search"] = nameof(Right.SeeClaims),
        ["/employers/{employer}"] = nameof(Right.SeePosition),
        ["/employers/{employer}/amounts/{month}"] = nameof(Right.SeePosition),
        ["/employers/{employer}/amounts/{month}.csv"] = nameof(Right.SeePosition),
        ["/employers/{employer}/reports/{report}"] = nameof(Right.SeePosition),
        ["/employers/{employer}/reports/{report}.csv"] = nameof(Right.SeePosition),
        ["/employers/{employer}/pictures/cost-fan.svg"] = nameof(Right.SeePosition),
        ["/employers/{employer}/pictures/exceedance.svg"] = nameof(Right.Decide),
        ["/employers/{employer}/pictures/frontier.svg"] = nameof(Right.Decide),
        ["/employers/{employer}/pictures/tornado.svg"] = nameof(Right.Decide),
        ["/employers/{employer}/pictures/comparison-years.svg"] = nameof(Right.Decide),
        ["/employers/{employer}/pictures/comparison-exceedance.svg"] = nameof(Right.Decide),
        ["/employers/{employer}/pictures/comparison-tornado.svg"] = nameof(Right.Decide),
        ["/employers/{employer}/decision"] = nameof(Right.Decide),
        ["/employers/{employer}/decision/comparison"] = nameof(Right.Decide),
        ["/employers/{employer}/decision/options"] = nameof(Right.Decide),
        ["/employers/{employer}/claims/waiting"] = nameof(Right.SeeClaims),
        ["/employers/{employer}/claims/{claim:length(32,44)}"] = nameof(Right.SeeClaims),
        ["/employers/{employer}/claims/{claim:length(32,44)}/work"] = nameof(Right.WorkClaims),
        ["/employers/{employer}/claims/inventory"] = nameof(Right.SeeClaims),
        ["/employers/{employer}/files"] = nameof(Right.TakeInFiles),
        ["/employers/{employer}/files/{number:long}"] = nameof(Right.TakeInFiles),
        ["/employers/{employer}/files/answers/{name}"] = nameof(Right.TakeInFiles),
        ["/employers/{employer}/own"] = nameof(Right.SeeOwnRecords),
        ["/employers/{employer}/own/claims/{own:length(32,44)}"] = nameof(Right.SeeOwnRecords),
        ["/employers/{employer}/own/explanations/{letter}"] = nameof(Right.SeeOwnRecords),
        ["/employers/{employer}/own/sharing"] = nameof(Right.SeeOwnRecords),
        ["/employers/{employer}/plans"] = nameof(Right.SeePlans),
        ["/employers/{employer}/plans/{plan}"] = nameof(Right.SeePlans),
        ["/employers/{employer}/plans/{plan}/changes"] = nameof(Right.SeePlans),
        ["/employers/{employer}/stop-loss"] = nameof(Right.WorkStopLoss),
        ["/employers/{employer}/stop-loss/aggregate"] = nameof(Right.WorkStopLoss),
        ["/employers/{employer}/stop-loss/filings"] = nameof(Right.WorkStopLoss),
        ["/employers/{employer}/stop-loss/filings/write"] = nameof(Right.WorkStopLoss),
        ["/employers/{employer}/stop-loss/filings/{filing}"] = nameof(Right.WorkStopLoss),
        ["/employers/{employer}/stop-loss/filings/{filing}/files/{name}"] = nameof(Right.WorkStopLoss),
        ["/employers/{employer}/stop-loss/notices"] = nameof(Right.WorkStopLoss),
        ["/employers/{employer}/stop-loss/notices/{notice}/letter"] = nameof(Right.WorkStopLoss),
        ["/employers/{employer}/stop-loss/policy"] = nameof(Right.WorkStopLoss),
        ["/payments"] = nameof(Right.SeePayments),
        ["/employers/{employer}/payments"] = nameof(Right.SeePayments),
        ["/employers/{employer}/payments/prepare"] = nameof(Right.PreparePayments),
        ["/employers/{employer}/payments/prepared/{number:int}"] = nameof(Right.SeePayments),
        ["/employers/{employer}/payments/prepared/{number:int}/release"] = nameof(Right.ReleasePayments),
        ["/employers/{employer}/payments/prepared/{number:int}/withdraw"] = nameof(Right.PreparePayments),
        ["/employers/{employer}/payments/runs/{number:int}"] = nameof(Right.SeePayments),
        ["/employers/{employer}/payments/runs/{number:int}/files/{name}"] = nameof(Right.PreparePayments),
        ["/employers/{employer}/access-log"] = nameof(Right.SeeAccessLog),
        ["/employers/{employer}/access-log.csv"] = nameof(Right.SeeAccessLog),
        ["/administration/accounts"] = nameof(Right.KeepAccounts) + OfAll,
        ["/administration/accounts/{account}"] = nameof(Right.KeepAccounts) + OfAll,
        ["/administration/accounts/{account}/end"] = nameof(Right.KeepAccounts) + OfAll,
        ["/administration/new-account"] = nameof(Right.KeepAccounts) + OfAll,
        ["/administration/sessions"] = nameof(Right.KeepAccounts) + OfAll,
        ["/administration/access-log"] = nameof(Right.SeeAccessLog) + OfAll,
        ["/administration/access-log.csv"] = nameof(Right.SeeAccessLog) + OfAll,
    };

    public static TheoryData<string> Accounts => [.. ServerFixture.Accounts().Select(account => account.Id)];

    // What programs call has a table of its own.
    private IEnumerable<RouteEndpoint> Pages => server.Endpoints.Where(
        endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) != true);

    [Fact]
    public void Every_endpoint_says_whom_it_is_open_to_as_it_is_meant()
    {
        foreach (var endpoint in Pages)
        {
            var route = endpoint.RoutePattern.RawText!;
            Assert.True(Meant.TryGetValue(route, out var meant), $"Nobody said whom '{route}' is meant for.");
            Assert.Equal((route, meant), (route, SaidBy(endpoint)));
        }
        Assert.Equal(
            Meant.Keys.Order(StringComparer.Ordinal),
            Pages.Select(endpoint => endpoint.RoutePattern.RawText!).Distinct()
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Every_account_opens_what_its_roles_say_and_nothing_else(string id)
    {
        var account = ServerFixture.Accounts().First(one => one.Id == id);
        using var browser = await server.BrowserAsync(id);
        foreach (var (route, meant) in Meant.Where(one => May(account, one, "acme") is not null))
        {
            foreach (var employer in new[] { "acme", "birch" })
            {
                var may = May(account, KeyValuePair.Create(route, meant), employer)!.Value;
                var page = await browser.GetAsync(Address(route, employer));
                // Nobody of so few people passes a deductible: a filing or notice is looked for, and there is none.
                var isOpen = page.Status == HttpStatusCode.OK
                    || (page.Status == HttpStatusCode.NotFound
                        && (route.Contains("{filing}", StringComparison.Ordinal)
                            || route.Contains("{notice}", StringComparison.Ordinal)));
                Assert.Equal((route, employer, may), (route, employer, isOpen));
                if (!may)
                {
                    Assert.StartsWith("/forbidden", new Uri(server.Address, page.Location).AbsolutePath,
                        StringComparison.Ordinal);
                    Assert.Empty(page.Text);
                    if (!TakesForms(route))
                        continue;
                    var posted = await browser.PostAsync(Address(route, employer), ("_handler", "release"));
                    Assert.Contains("/forbidden", posted.Location, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to_for_all_that_is_not_open()
    {
        using var browser = await server.BrowserAsync();
        foreach (var (route, _) in Meant.Where(one => one.Value is not Open and not Nobody))
        {
            var page = await browser.GetAsync(Address(route, "acme"));
            Assert.True(page.Status == HttpStatusCode.Unauthorized
                || page.Location.Contains("/sign-in", StringComparison.Ordinal), $"{route} is open to anybody.");
        }
    }

    [Fact]
    public async Task What_is_forbidden_says_so_and_nothing_of_what_it_is()
    {
        using var browser = await server.BrowserAsync("acme-EmployerFinance");
        var claim = server.Waiting("acme")[0].Claim;
        var before = server.Log("acme").Count;
        var page = await browser.GetAsync($"/employers/acme/claims/{claim.Id}");
        var forbidden = await browser.GetAsync(new Uri(server.Address, page.Location).PathAndQuery);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.Status);
        Assert.DoesNotContain(claim.Patient.Name.Last, forbidden.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(claim.PatientControlNumber, forbidden.Text, StringComparison.Ordinal);
        Assert.Equal(before, server.Log("acme").Count);
    }

    [Fact]
    public async Task Another_employers_claim_is_not_found_in_the_own_books()
    {
        using var browser = await server.BrowserAsync("acme-Examiner");
        var claim = server.Waiting("birch")[0].Claim;
        var page = await browser.GetAsync($"/employers/acme/claims/{claim.Id}");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.DoesNotContain(claim.PatientControlNumber, page.Text, StringComparison.Ordinal);
        var found = await browser.GetAsync($"/search?q={claim.PatientControlNumber}");
        Assert.DoesNotContain(claim.Id.ToString(), found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_look_at_health_is_in_the_access_log()
    {
        using var browser = await server.BrowserAsync("all-Examiner");
        var claim = server.Waiting("birch")[0].Claim;
        (string Address, AccessAction Action, string Subject)[] looks =
        [
            ("/employers/birch/claims/waiting", AccessAction.SeeClaims, "waiting"),
            ($"/employers/birch/claims/{claim.Id}", AccessAction.SeeClaim, claim.Id.ToString()),
            ($"/employers/birch/claims/{claim.Id}/work", AccessAction.SeeClaim, claim.Id.ToString()),
            ($"/search?q={claim.PatientControlNumber}", AccessAction.SeeClaims, "search"),
        ];
        foreach (var (address, action, subject) in looks)
        {
            var before = server.Log("birch").Count;
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(address)).Status);
            var newest = server.Log("birch");
            Assert.Equal(before + 1, newest.Count);
            Assert.Equal(("all-Examiner", action, subject), (newest[0].Account, newest[0].Action, newest[0].Subject));
        }
    }

    [Fact]
    public async Task Every_look_at_a_desk_is_in_the_access_log()
    {
        (string Account, string Address, AccessAction Action)[] looks =
        [
            ("all-StopLossDesk", "/employers/acme/stop-loss", AccessAction.SeeClaimants),
            ("all-StopLossDesk", "/employers/acme/stop-loss/notices", AccessAction.SeeClaimants),
            ("acme-Finance", $"/employers/acme/payments/runs/1/files/{server.RemittanceOf("acme")}",
                AccessAction.SeeClaims),
            ("acme-Member", "/employers/acme/own", AccessAction.SeePerson),
            ("acme-Member", $"/employers/acme/own/claims/{server.Own.Claim}", AccessAction.SeePerson),
            ("acme-Member", $"/employers/acme/own/explanations/{server.Own.Letter}", AccessAction.SeePerson),
        ];
        foreach (var (account, address, action) in looks)
        {
            using var browser = await server.BrowserAsync(account);
            var before = server.Log("acme").Count;
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(address)).Status);
            var newest = server.Log("acme");
            Assert.Equal((address, before + 1), (address, newest.Count));
            Assert.Equal((account, action), (newest[0].Account, newest[0].Action));
        }
    }

    [Fact]
    public async Task A_member_does_not_reach_the_records_of_a_spouse_by_their_addresses()
    {
        using var browser = await server.BrowserAsync("acme-Member");
        foreach (var address in new[]
        {
            $"/employers/acme/own/claims/{server.Spouses.Claim}",
            $"/employers/acme/own/explanations/{server.Spouses.Letter}",
            $"/employers/acme/own/claims/{server.ClaimOf("birch")}",
        })
        {
            var page = await browser.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, page.Status));
        }
    }

    /// <summary>Whether an account may open what is meant for a right; null where it is meant for none.</summary>
    internal static bool? May(Account account, KeyValuePair<string, string> meant, string employer)
    {
        if (!Enum.TryParse<Right>(meant.Value.Replace(OfAll, "", StringComparison.Ordinal), out var right))
            return null;
        return meant.Value.EndsWith(OfAll, StringComparison.Ordinal) ? account.MayEverywhere(right)
            : meant.Key.Contains("{employer}", StringComparison.Ordinal)
                ? account.May(right, new EmployerId(employer))
                : account.May(right);
    }

    /// <summary>An address of the decision page with a contract that takes little to compute: it is asked who may open
    /// it. Any other address as it is.</summary>
    internal static string Light(string address) =>
        address.Contains("/decision", StringComparison.Ordinal)
        || (address.Contains("/pictures/", StringComparison.Ordinal)
            && !address.EndsWith("/cost-fan.svg", StringComparison.Ordinal))
            ? address + "?specific=10000&aggregate=no&aggregating=0&group-sigma=0"
            : address;

    private string Address(string route, string employer) => Light(route)
        .Replace("{filing}/files/{name}", "{filing}/files/manifest.json", StringComparison.Ordinal)
        .Replace("{employer}", employer, StringComparison.Ordinal)
        .Replace("{account}", "nobody", StringComparison.Ordinal)
        .Replace("{number:int}", "1", StringComparison.Ordinal)
        .Replace("{number:long}", "1", StringComparison.Ordinal)
        .Replace("answers/{name}", $"answers/{server.AnswerOf(employer)}", StringComparison.Ordinal)
        .Replace("{name}", server.RemittanceOf(employer), StringComparison.Ordinal)
        .Replace("{filing}", server.FilingOf(employer), StringComparison.Ordinal)
        .Replace("{own:length(32,44)}", server.Own.Claim, StringComparison.Ordinal)
        .Replace("{letter}", server.Own.Letter, StringComparison.Ordinal)
        .Replace("{plan}", $"{employer}-dental", StringComparison.Ordinal)
        .Replace("{month}", "2026-01", StringComparison.Ordinal)
        .Replace("{report}", "monthly", StringComparison.Ordinal)
        .Replace("{claim:length(32,44)}", server.ClaimOf(employer), StringComparison.Ordinal);

    private bool TakesForms(string route) => server.Endpoints.Any(endpoint => endpoint.RoutePattern.RawText == route
        && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true);

    private static string SaidBy(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? Open
        : endpoint.Metadata.GetMetadata<NeedsAttribute>() is { } needs
            ? needs.Right + (needs.OfAll ? OfAll : "")
        : endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null ? SignedIn
        : Nobody;
}
