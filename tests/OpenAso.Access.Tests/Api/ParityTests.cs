using System.Text.RegularExpressions;

namespace OpenAso.Access.Tests.Api;

/// <summary>Nothing can be done or seen on a page alone: each has its operation.</summary>
public sealed partial class ParityTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Whose = "/employers/{employer}";

    // Of people alone: programs have tokens, and no pictures of what they read.
    private const string OfPeople = "";

    private static readonly Dictionary<string, string> Pages = new()
    {
        ["/"] = "GET /employers",
        ["/sign-in"] = OfPeople,
        ["/sign-in/refused/{Kind}"] = OfPeople,
        ["/sign-out"] = OfPeople,
        ["/signed-out"] = OfPeople,
        ["/own-sign-in"] = "GET /own-sign-in",
        ["/forbidden"] = OfPeople,
        ["/problem/{Status:int}"] = "GET /problems/{code}",
        ["/assets/{hash}/{name}"] = OfPeople,
        ["/health/live"] = OfPeople,
        ["/health/ready"] = OfPeople,
        ["/openapi/{documentName}.json"] = OfPeople,
        ["/_framework/opaque-redirect"] = OfPeople,
        ["/live"] = $"POST {Whose}/webhooks",
        ["/search"] = "GET /search",
        [Whose] = $"GET {Whose}/position",
        [$"{Whose}/amounts/{{month}}"] = $"GET {Whose}/amounts/{{month}}",
        [$"{Whose}/amounts/{{month}}.csv"] = $"GET {Whose}/amounts/{{month}}",
        [$"{Whose}/reports/{{report}}"] = $"GET {Whose}/reports/{{report}}",
        [$"{Whose}/reports/{{report}}.csv"] = $"GET {Whose}/reports/{{report}}",
        [$"{Whose}/pictures/cost-fan.svg"] = $"GET {Whose}/reports/{{report}}",
        [$"{Whose}/pictures/exceedance.svg"] = $"POST {Whose}/decision",
        [$"{Whose}/pictures/frontier.svg"] = $"POST {Whose}/decision",
        [$"{Whose}/pictures/tornado.svg"] = $"POST {Whose}/decision",
        [$"{Whose}/pictures/comparison-years.svg"] = $"GET {Whose}/comparison",
        [$"{Whose}/pictures/comparison-exceedance.svg"] = $"GET {Whose}/comparison",
        [$"{Whose}/pictures/comparison-tornado.svg"] = $"GET {Whose}/comparison",
        [$"{Whose}/decision"] = $"POST {Whose}/decision",
        [$"{Whose}/decision/comparison"] = $"GET {Whose}/comparison",
        [$"{Whose}/decision/options"] = $"POST {Whose}/decision",
        [$"{Whose}/claims/waiting"] = $"GET {Whose}/pended-claims",
        [$"{Whose}/claims/{{claim:length(32,44)}}"] = $"GET {Whose}/claims/{{claim}}",
        [$"{Whose}/claims/{{claim:length(32,44)}}/work"] = $"GET {Whose}/claims/{{claim}}",
        [$"{Whose}/access-log"] = $"GET {Whose}/access-log",
        [$"{Whose}/access-log.csv"] = $"GET {Whose}/access-log",
        ["/administration/accounts"] = "GET /accounts",
        ["/administration/accounts/{account}"] = "GET /accounts/{account}",
        ["/administration/accounts/{account}/end"] = "GET /accounts/{account}",
        ["/administration/new-account"] = "POST /accounts",
        ["/administration/sessions"] = "GET /sessions",
        ["/administration/access-log"] = "GET /access-log",
        ["/administration/access-log.csv"] = "GET /access-log",
        [$"{Whose}/claims/inventory"] = $"GET {Whose}/claim-inventory",
        ["/payments"] = $"GET {Whose}/prepared-runs",
        [$"{Whose}/payments"] = $"GET {Whose}/payment-runs",
        [$"{Whose}/payments/prepare"] = $"POST {Whose}/payment-runs/plan",
        [$"{Whose}/payments/prepared/{{number:int}}"] = $"GET {Whose}/prepared-runs/{{prepared}}",
        [$"{Whose}/payments/prepared/{{number:int}}/release"] = $"GET {Whose}/prepared-runs/{{prepared}}",
        [$"{Whose}/payments/prepared/{{number:int}}/withdraw"] = $"GET {Whose}/prepared-runs/{{prepared}}",
        [$"{Whose}/payments/runs/{{number:int}}"] = $"GET {Whose}/payment-runs/{{run}}",
        [$"{Whose}/payments/runs/{{number:int}}/files/{{name}}"] = $"GET {Whose}/payment-runs/{{run}}/files/{{file}}",
        [$"{Whose}/files"] = $"GET {Whose}/imports",
        [$"{Whose}/files/{{number:long}}"] = $"GET {Whose}/imports/{{import}}",
        [$"{Whose}/files/answers/{{name}}"] = $"GET {Whose}/imports/{{import}}/answers/{{answer}}",
        [$"{Whose}/plans"] = $"GET {Whose}/plans",
        [$"{Whose}/plans/{{plan}}"] = $"GET {Whose}/plans/{{plan}}",
        [$"{Whose}/plans/{{plan}}/changes"] = $"GET {Whose}/plans/{{plan}}/changes",
        [$"{Whose}/stop-loss"] = $"GET {Whose}/stop-loss/watch",
        [$"{Whose}/stop-loss/notices"] = $"GET {Whose}/stop-loss/notices",
        [$"{Whose}/stop-loss/notices/{{notice}}/letter"] = $"GET {Whose}/stop-loss/notices/{{notice}}/letter",
        [$"{Whose}/stop-loss/filings"] = $"GET {Whose}/stop-loss/filings",
        [$"{Whose}/stop-loss/filings/write"] = $"POST {Whose}/stop-loss/filings/preview",
        [$"{Whose}/stop-loss/filings/{{filing}}"] = $"GET {Whose}/stop-loss/filings/{{filing}}",
        [$"{Whose}/stop-loss/filings/{{filing}}/files/{{name}}"] =
            $"GET {Whose}/stop-loss/filings/{{filing}}/files/{{file}}",
        [$"{Whose}/stop-loss/aggregate"] = $"GET {Whose}/stop-loss/position",
        [$"{Whose}/stop-loss/policy"] = $"GET {Whose}/stop-loss/policy",
        [$"{Whose}/own"] = $"GET {Whose}/own",
        [$"{Whose}/own/claims/{{own:length(32,44)}}"] = $"GET {Whose}/own/claims/{{claim}}",
        [$"{Whose}/own/explanations/{{letter}}"] = $"GET {Whose}/own/explanations/{{explanation}}",
        [$"{Whose}/own/sharing"] = $"GET {Whose}/own",
    };

    // What pages post, by the page's file and the name of the form.
    private static readonly Dictionary<string, string> Forms = new()
    {
        ["SignIn sign-in"] = OfPeople,
        ["SignIn sign-in-code"] = OfPeople,
        ["OwnSignInPage password"] = "POST /own-sign-in/password",
        ["OwnSignInPage begin"] = "POST /own-sign-in/new-authenticator",
        ["OwnSignInPage confirm"] = "POST /own-sign-in/authenticator",
        ["OwnSignInPage remove"] = "POST /own-sign-in/authenticator/remove",
        ["WorkForms release"] = $"POST {Whose}/claims/{{claim}}/release",
        ["WorkForms deny"] = $"POST {Whose}/claims/{{claim}}/deny",
        ["WorkForms note"] = $"POST {Whose}/claims/{{claim}}/note",
        ["PreparePage prepare"] = $"POST {Whose}/payment-runs",
        ["ReleasePage release"] = $"POST {Whose}/prepared-runs/{{prepared}}/approve",
        ["WithdrawPage withdraw"] = $"POST {Whose}/prepared-runs/{{prepared}}/withdraw",
        ["FilesPage take-in"] = $"POST {Whose}/imports",
        ["NoticesPage sent"] = $"POST {Whose}/stop-loss/notices/{{notice}}/sent",
        ["WritePage file"] = $"POST {Whose}/stop-loss/filings",
        ["FilingPage answer"] = $"POST {Whose}/stop-loss/filings/{{filing}}/answers",
        ["FilingPage receive"] = $"POST {Whose}/stop-loss/filings/{{filing}}/payments",
        ["FilingPage repay"] = $"POST {Whose}/stop-loss/filings/{{filing}}/repayments",
        ["NewAccountPage make"] = "POST /accounts",
        ["AccountPage grant"] = "POST /accounts/{account}/grants",
        ["AccountPage grant-again"] = "POST /accounts/{account}/grants",
        ["AccountPage end-grant"] = "DELETE /accounts/{account}/grants/{grant}",
        ["AccountPage link"] = "POST /accounts/{account}/identities",
        ["AccountPage unlink"] = "DELETE /accounts/{account}/identities/{identity}",
        ["AccountPage password"] = "POST /accounts/{account}/password",
        ["AccountPage authenticator"] = "DELETE /accounts/{account}/authenticator",
        ["AccountPage end-sessions"] = "POST /accounts/{account}/end-sessions",
        ["EndAccountPage end"] = "POST /accounts/{account}/end",
        ["SessionsPage end-session"] = "DELETE /sessions/{session}",
        ["SharingPage share"] = $"POST {Whose}/own/sharing",
        ["SharingPage confidential"] = $"POST {Whose}/own/confidential-address",
        ["SharingPage open"] = $"DELETE {Whose}/own/confidential-address",
    };

    [Fact]
    public void Every_page_has_an_operation_that_tells_the_same()
    {
        var routes = server.Endpoints.Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(route => !route.StartsWith("/api/", StringComparison.Ordinal)).Distinct();
        Assert.Equal(Pages.Keys.Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
        AssertKnown(Pages.Values);
    }

    [Fact]
    public void Every_form_that_a_page_posts_has_an_operation_that_does_the_same()
    {
        var pages = Directory.GetFiles(
            Path.Combine(Root(), "src", "OpenAso.Web"), "*.razor", SearchOption.AllDirectories);
        var forms = pages.SelectMany(page => FormName().Matches(File.ReadAllText(page)).Select(match =>
            $"{Path.GetFileNameWithoutExtension(page)} {match.Groups[1].Value}"));
        Assert.Equal(Forms.Keys.Order(StringComparer.Ordinal), forms.Order(StringComparer.Ordinal));
        Assert.All(
            pages.Select(File.ReadAllText), text => Assert.Equal(Post().Count(text), FormName().Count(text)));
        AssertKnown(Forms.Values);
    }

    private void AssertKnown(IEnumerable<string> named)
    {
        var operations = ApiOperations.Of(server).Select(one => one.Name).ToHashSet();
        Assert.All(named.Where(one => one != OfPeople), one => Assert.Contains(one, operations));
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OpenAso.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    // The name alone, where a number of the row is put behind it.
    [GeneratedRegex("@formname=\"(?:@\\(\\$\")?([a-z]+(?:-[a-z]+)*)")]
    private static partial Regex FormName();

    [GeneratedRegex("<form[^>]*method=\"post\"(?![^>]*action=\"/sign-out\")")]
    private static partial Regex Post();
}
