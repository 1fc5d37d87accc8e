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
        [$"{Whose}/decision"] = $"POST {Whose}/decision",
        [$"{Whose}/decision/options"] = $"POST {Whose}/decision",
        [$"{Whose}/claims/waiting"] = $"GET {Whose}/pended-claims",
        [$"{Whose}/claims/{{claim:length(32,44)}}"] = $"GET {Whose}/claims/{{claim}}",
        [$"{Whose}/claims/{{claim:length(32,44)}}/work"] = $"GET {Whose}/claims/{{claim}}",
        [$"{Whose}/access-log"] = $"GET {Whose}/access-log",
    };

    // What pages post, by the name of the form.
    private static readonly Dictionary<string, string> Forms = new()
    {
        ["sign-in"] = OfPeople,
        ["sign-in-code"] = OfPeople,
        ["release"] = $"POST {Whose}/claims/{{claim}}/release",
        ["deny"] = $"POST {Whose}/claims/{{claim}}/deny",
        ["note"] = $"POST {Whose}/claims/{{claim}}/note",
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
        var forms = pages.Select(File.ReadAllText).SelectMany(text => FormName().Matches(text))
            .Select(match => match.Groups[1].Value).Distinct();
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

    [GeneratedRegex("@formname=\"([^\"]+)\"")]
    private static partial Regex FormName();

    [GeneratedRegex("<form[^>]*method=\"post\"(?![^>]*action=\"/sign-out\")")]
    private static partial Regex Post();
}
